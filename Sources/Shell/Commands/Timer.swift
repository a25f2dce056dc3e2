import Diagnostics
import Language

/// `timer on`: says how long each statement takes.
enum Timer {
  static let row = Command(
    "timer", .shell, signature: [.optional(.words(["on", "off"]))],
    summary: "say how long each statement takes, or no longer",
    details:
      "The time is that of the whole answer, the headline included. It goes to standard error,\n"
      + "where it does not mix with figures.",
    examples: ["timer on"]
  ) { (session, invocation) throws(Diagnostic) in
    if invocation.reader.isAtEnd {
      session.printLine("timer \(session.isTimed ? "on" : "off")")
      return
    }
    let place = invocation.reader.here
    guard let word = invocation.reader.word(), ["on", "off"].contains(word.text) else {
      throw Diagnostic("syntax", "`on` or `off` belongs here", at: place)
    }
    try invocation.reader.end()
    session.isTimed = word.text == "on"
  }
}
