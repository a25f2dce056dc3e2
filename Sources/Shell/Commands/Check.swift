import Analysis
import Diagnostics
import Language
import ParkModel
import Simulation

/// `check`: whether the scenario is consistent.
enum Check {
  static let row = Command(
    "check", .look, summary: "check whether the scenario is consistent",
    details:
      "Mistakes, such as names that nothing bears, stop it with exit code 4. Doubts are about\n"
      + "what is legal and yet hardly meant: firms that wait for ever, what comes after the last\n"
      + "year, numbers far from what is usual. Docs/Doubts.md lists them.",
    examples: ["check"]
  ) { (session, invocation) throws(Diagnostic) in
    try invocation.reader.end()
    session.hasChecked = true
    let renderer = session.renderer
    let mistakes = session.mistakes(session.branch)
    try session.stop.check()
    let all = mistakes.isEmpty ? session.doubts() : []
    let doubts = all.filter { !$0.isRemark }
    for finding in session.traced(mistakes, in: session.branch) + doubts.map(\.diagnostic) {
      session.print(renderer.render(finding))
    }
    guard mistakes.isEmpty else {
      let count = mistakes.count
      let sentence: Sentence = "the scenario has \(count) mistake\(s: count)"
      // At a prompt that is an answer; a script ends with it.
      guard session.isConversation, session.replaying.isEmpty else {
        throw Diagnostic("inconsistent", sentence, exit: .failed)
      }
      return session.printLine(sentence)
    }
    if let note = BasisText.real("money is judged", session) { session.printLine(note) }
    for remark in all where remark.isRemark {
      session.printLine(
        remark.diagnostic.help.reduce(remark.diagnostic.message) { "\($0) (\($1))" })
    }
    let count = doubts.count
    session.printLine(
      count == 0
        ? "the scenario is consistent"
        : "consistent, with \(count) doubt\(s: count)")
  }

  /// What does not hold in a scenario and its own metrics. Where `stop` asks, not all is found.
  static func problems(of scenario: Scenario, stop: StopSignal) -> [Diagnostic] {
    let found = scenario.problems(stop: stop)
    return found.isEmpty && !stop.isAsked ? FigureContext.problems(of: scenario) : found
  }
}
