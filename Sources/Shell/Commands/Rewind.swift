import Diagnostics
import Language
import Simulation

/// `rewind`: goes back along the timeline.
enum Rewind {
  static let row = Command(
    "rewind", .time, signature: [.optional(.time)],
    summary: "go back on the timeline, to its beginning if nothing is said",
    details: "Nothing is taken back by it but today's date: for that there is `undo`.",
    examples: ["rewind"]
  ) { (session, invocation) throws(Diagnostic) in
    let walk = try Walk(&session)
    session.walked = walk.today(at: try walk.goal(&invocation.reader, .back))
    session.printLine(try Walk(&session).place)
  }
}
