import Analysis
import Diagnostics
import Language
import ParkModel
import Quantities
import Reports
import Simulation

/// `calibrate tenants.firms in 20 to 200, network.vat in 6% to 13%`: finds numbers that meet the facts.
enum CalibrateCommand {
  static let row = Command(
    "calibrate", .data,
    signature: [
      .needed(.ranges), BacktestCommand.holdout,
      .option("apply", "make the statements that are found"),
    ],
    summary: "find the numbers that meet the facts that were observed",
    details:
      "Least squares within the ranges, of errors that are shares of what was reported. It says what was\n"
      + "found as statements, which numbers the facts do not tell apart, how much worse they are met where\n"
      + "a number is a tenth lower or higher, and what the scenario then has in the place of each fact,\n"
      + "those of `holdout` too, which were not fitted to. An assumption goes by its name alone. Nothing\n"
      + "changes, but with `--apply`, which makes the statements as one change.",
    examples: [
      "observe tax[2022] value=1000万元; calibrate toys.margin in 1% to 20%"
    ]
  ) { (session, invocation) throws(Diagnostic) in
    var reader = invocation.reader
    let apply = try reader.takeOption { $0 == "apply" } != nil
    let numbers = try numbers(&reader, session)
    let holdout = try BacktestCommand.holdout(&reader, of: "calibrate")
    try reader.end()
    try session.checkFacts(at: reader.start)
    let projection = try session.project()
    try holdout?.check(try Backtest(session.scenario, projection, holdout: holdout?.days))
    let found = try Calibration(
      numbers, session.scenario, holdout: holdout?.days, at: numbers[0].location,
      stop: session.stop)
    session.show(found)
    guard apply else { return }
    for edit in found.edits { try session.make(.edit(edit), "numbers calibrated") }
    session.change = "numbers calibrated"
  }

  /// `NAME.attribute in A to B, …`
  private static func numbers(
    _ reader: inout ArgumentReader, _ session: Session
  ) throws(Diagnostic) -> [CalibratedNumber] {
    var numbers: [CalibratedNumber] = []
    repeat {
      let path = try reader.path(
        of: "an input, such as `tenants.firms`, and its range")
      let place = reader.location(path.span)
      guard reader.peekedWord == "in" else {
        throw Diagnostic(
          "syntax", "expected `in` and a range", at: reader.here,
          help: [
            "write for example `calibrate \(path.parts.joined(separator: ".")) in 20 to 200`"
          ])
      }
      _ = reader.word()
      let range = try reader.expression()
      let number = try CalibratedNumber(
        path: path.parts, at: place, range: range, reader.source, in: session.scenario)
      if let first = numbers.first(where: { $0.name == number.name }) {
        throw Diagnostic(
          "twice", "`\(number.name)` is calibrated twice", at: place,
          notes: [Diagnostic.Note("it stands here before", at: first.location)])
      }
      numbers.append(number)
    } while reader.comma()
    return numbers
  }
}

extension Session {
  /// What was found, and what is to be known of it.
  fileprivate mutating func show(_ found: Calibration) {
    let facts = BacktestTable.facts(found.backtest)
    let errors = BacktestTable.errors(found.backtest)
    show([CalibrationTable.table(found)] + [facts, errors])
    for sentence in CalibrationTable.sentences(found, figures.style) { printLine(sentence) }
    let statements = zip(found.numbers, found.values).map { $0.statement($1) }
    printLine("as statements:")
    for statement in statements { print("  \(escapingControls(statement))\n") }
  }
}
