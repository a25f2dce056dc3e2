import Diagnostics
import Language
import ParkModel

/// `demo`: the Quzhou Smart Industry Park as it was reported, and three changes of it to try.
enum Demo {
  static let row = Command(
    "demo", .shell, summary: "load the Quzhou park, and propose three changes to try",
    details:
      "The park is the study of Scenarios/quzhou-smart-industry-park.park, inside the program. What was\n"
      + "here is put away: `undo` brings it back. `save FILE` keeps the park as a script of your own.",
    examples: ["demo"]
  ) { (session, invocation) throws(Diagnostic) in
    try invocation.reader.end()
    let lost = session.unsavedCount
    let isOver = !session.scenario.isEmpty || session.branches.all.count > 1
    try session.anew { (session) throws(Diagnostic) in
      try Replay.play(SourceText(name: "demo", utf8: script), at: "demo", in: &session)
    }
    session.change = "the Quzhou park loaded"
    session.file = nil
    session.settleOpened(over: lost)
    say(isOver: isOver, in: &session)
  }

  /// The statements of the study, without its results.
  static let script = PackageResources.Demo_park

  /// What is worth to be tried, and which question each answers.
  static let proposals: [(statement: String, question: Sentence)] = [
    ("set new-line saves=34min", "the line to Hangzhou saves the 34 minutes that were promised"),
    ("set p2 delay=18 months", "phase II comes a year and a half late"),
    ("set tenants firms=240", "half as many tenants again come"),
  ]

  private static func say(isOver: Bool, in session: inout Session) {
    let isChinese = session.wording != nil
    func write(_ statement: String) -> String { typed(statement, inChinese: isChinese) }
    if isOver {
      session.printLine("What was here is put away; `\(typed: write("undo"))` brings it back.")
    }
    session.printLine(
      "This is the Quzhou Smart Industry Park, as it was reported in 2021. Three changes to try:")
    for (statement, question) in proposals {
      session.printLine("`\(typed: write(statement))`: \(question)")
    }
    // The study says itself what is doubtful in it, and a first look is for something else.
    session.saysDoubts = false
    session.printLine(
      "`\(typed: write("undo"))` takes a change back, `\(typed: write("table tax, jobs"))` shows the years, `\(typed: write("check"))` what is doubtful."
    )
  }
}
