import Analysis
import Diagnostics
import Language
import ParkModel
import Quantities
import Simulation

/// `backtest`: the run beside what was reported.
enum BacktestCommand {
  /// What holds facts out.
  static let holdout = Signature.Piece.attribute(
    "holdout", .date, shown: "PERIOD", "facts of a period that nothing is fitted to")

  static let row = Command(
    "backtest", .data, signature: [holdout],
    summary: "put the run beside the facts that were observed",
    details:
      "A row for each fact of `observe`, and for the year before where it has a `yoy`; then, for each\n"
      + "metric, the mean of the errors without their signs and the mean with them, the bias. Facts of\n"
      + "`holdout` are marked and counted by themselves: those that nobody fitted the scenario to.",
    examples: [
      "observe jobs[2021] value=1,200人; backtest",
      "observe jobs[2021] value=1,200人 yoy=20%; backtest holdout=2021",
    ],
    trace: .question
  ) { (session, invocation) throws(Diagnostic) in
    let holdout = try holdout(&invocation.reader, of: "backtest")
    try invocation.reader.end()
    try session.checkFacts(at: invocation.reader.start)
    let projection = try session.project()
    let backtest = try Backtest(session.scenario, projection, holdout: holdout?.days)
    try holdout?.check(backtest)
    session.show(backtest)
  }

  /// A period whose facts are held out.
  struct Holdout {
    let days: (start: CalendarDate, end: CalendarDate)
    let text: String
    let location: Location

    /// Refuses a period in which nothing was observed: it holds nothing out.
    func check(_ backtest: Backtest) throws(Diagnostic) {
      guard !backtest.rows.contains(where: \.isHeldOut) else { return }
      let labels = backtest.rows.prefix(4).map { "`\($0.fact.label)`" }.joined(separator: ", ")
      throw Diagnostic(
        "no-facts", "nothing was observed of `\(text)`, so there is nothing to hold out",
        at: location, notes: [Diagnostic.Note("what was: \(labels)")])
    }
  }

  /// Reads `holdout=PERIOD`; nil where nothing is held out.
  static func holdout(
    _ reader: inout ArgumentReader, of command: String
  ) throws(Diagnostic) -> Holdout? {
    guard let attribute = try reader.attribute() else { return nil }
    guard attribute.name == "holdout" else {
      throw Diagnostic(
        "unknown-attribute", "`\(command)` has no `\(attribute.name)`",
        at: reader.location(attribute.nameSpan),
        help: ["to hold out what is of a period: `holdout=2021`"])
    }
    let place = reader.location(attribute.value.span)
    guard let days = Observation.days(ofPeriod: attribute.value), days.start < days.end else {
      throw Diagnostic(
        "wrong-kind", "`holdout` takes a period", at: place,
        help: ["write for example `holdout=2021` or `holdout=2021H1..2022H1`"])
    }
    return Holdout(days: days, text: attribute.value.canonical, location: place)
  }
}

extension Session {
  /// Refuses a question to facts where none are kept.
  func checkFacts(at place: Location) throws(Diagnostic) {
    guard scenario.entities(.observe).isEmpty else { return }
    throw Diagnostic(
      "no-facts", "no fact is kept that a run could be put beside", at: place,
      help: ["keep one: `\(EntityKind.observe.row.example)`"])
  }

  /// Shows facts beside the run, and how far each metric is off.
  mutating func show(_ backtest: Backtest) {
    show(
      [BacktestTable.facts(backtest)]
        + (backtest.errors.isEmpty ? [] : [BacktestTable.errors(backtest)]))
  }
}
