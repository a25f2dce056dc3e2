import Analysis
import Diagnostics
import Ensembles
import Language
import ParkModel
import Quantities
import Simulation

/// `draw 17`, `worst tax[2030]`, `best tax[2030]`: one future of an ensemble as a branch of its own.
enum Draw {
  static let row = Command(
    "draw", .alternatives, signature: [.needed(.count, as: "N")],
    summary: "make a branch in which every distribution stands as in draw N",
    details:
      "The branch is called `draw-N`, or `BRANCH-draw-N`. It has the value of each distribution as\n"
      + "a statement and no ensemble, so that it can be explained, compared and changed like any other:\n"
      + "its plain run is that draw to the fen, but that `closures=random` is in no statement.",
    examples: ["ensemble draws=20; draw 7; list assume"]
  ) { (session, invocation) throws(Diagnostic) in
    let place = invocation.reader.here
    let expression = try invocation.reader.expression()
    try invocation.reader.end()
    let ensemble = try session.ensembleNeeded(at: place)
    let most = ensemble.run.settings.draws
    guard case .quantity(let quantity, _) = expression.kind,
      let number = quantity.value(in: .one), number == number.rounded(), number >= 1,
      number <= Double(most)
    else {
      throw Diagnostic(
        "out-of-range",
        "the draws of this ensemble are 1 to \(NumberFormat.grouped(Double(most), decimals: 0))",
        at: place, help: ["for example `draw 1`"])
    }
    try session.makeBranch(
      ofDraw: Int(number) - 1, ensemble, invocation.statement, at: place)
  }

  static let worst = extreme(
    "worst", "make a branch of the draw in which a figure is lowest",
    "worst tax[2030]"
  ) { $0.lowest }

  static let best = extreme(
    "best", "make a branch of the draw in which a figure is highest", "best tax[2030]"
  ) { $0.highest }

  private static func extreme(
    _ name: String, _ summary: String, _ example: String,
    _ choice: @escaping @Sendable (ColumnStatistics) -> ColumnStatistics.Extreme?
  ) -> Command {
    Command(
      name, .alternatives, signature: [.needed(.figure)], summary: summary,
      details:
        "Of several draws with the same value the first. The branch is called `draw-N`, as with `draw N`.",
      examples: ["ensemble draws=20; \(example)"]
    ) { (session, invocation) throws(Diagnostic) in
      let place = invocation.reader.here
      let expression = try invocation.reader.expression()
      let source = invocation.reader.source
      try invocation.reader.end()
      let request = try FigureRequest(expression, source, session.scenario)
      let (ensemble, answered) = try session.answered(request, of: name, at: place)
      guard let column = answered.columns.column(), let found = choice(column.statistics) else {
        throw Diagnostic(
          "no-value", "no draw has a value of `\(request.label)`", at: place,
          notes: answered.columns.missing.map { [Diagnostic.Note(Sentence(said: $0.reason))] }
            ?? [])
      }
      let scalar = Scalar.number(Quantity(found.value, answered.columns.unit ?? .one))
      session.printLine(
        "draw \(found.draw + 1): `\(request.label)` is "
          + session.figures.text(scalar, request.metric?.unit))
      session.printLine(answered.count.sentence(ensemble.run.settings))
      try session.makeBranch(
        ofDraw: found.draw, ensemble, invocation.statement, at: place)
    }
  }
}

extension Session {
  /// The ensemble of the scenario at hand; throws where there is none.
  mutating func ensembleNeeded(at place: Location) throws(Diagnostic) -> Ensemble {
    if let ensemble = try ensemble(RunView()) { return ensemble }
    throw Diagnostic(
      "no-ensemble", "this is about the draws of an ensemble, and there is none", at: place,
      help: ["`ensemble` draws 10,000 futures; `ensemble draws=1000` fewer"])
  }

  /// What the draws answer to a single figure, as `command` takes one.
  mutating func answered(
    _ request: FigureRequest, of command: String, keepsValues: Bool = false, at place: Location
  ) throws(Diagnostic) -> (Ensemble, Ensemble.Answered) {
    let ensemble = try ensembleNeeded(at: place)
    guard request.type.dimension != nil, !request.type.traits.contains(.series),
      !request.type.isSchedule, !request.basis.readsDraws
    else {
      throw Diagnostic(
        "wrong-kind", "`\(command)` takes a figure with one value in each draw", at: place,
        help: ["name a period: `\(command) tax[2030]`"])
    }
    return (
      ensemble,
      try access(ensemble).answered(
        request, scenario, try project(), keepsValues: keepsValues)
    )
  }

  /// Makes a branch of a draw, from 0 on, and goes to it.
  mutating func makeBranch(
    ofDraw draw: Int, _ ensemble: Ensemble, _ statement: StatementText, at place: Location
  ) throws(Diagnostic) {
    let number = "draw-\(draw + 1)"
    let name = branch == BranchSet.first ? number : "\(branch)-\(number)"
    guard branches[name] == nil else {
      throw Diagnostic(
        "branch-exists", "there is a branch `\(name)` already", at: place,
        notes: [Diagnostic.Note("what was changed since it was made is not in it")],
        help: ["go to it with `switch \(name)`"])
    }
    let point = ensemble.run.points(of: draw..<draw + 1)[0]
    let statements = try scenario.statements(fixing: point, stop: stop)
    let correlations = scenario.entities(.correlate).map { "remove \($0.name)" }
    makeBranch(name, Comments(leading: statement.leading, trailing: statement.trailing))
    for text in correlations + ["ensemble off"] + statements {
      let script = Script(SourceText(name: "draw \(draw + 1)", text: text))
      for statement in script.statements {
        guard let edit = try StatementReader.edit(statement, in: scenario) else { continue }
        try make(.edit(edit), "draw \(draw + 1) of branch \(branches.current.origin ?? "")")
      }
    }
    let what: Sentence =
      statements.isEmpty
      ? "nothing is uncertain" : Sentence(verbatim: statements.joined(separator: "; "))
    printLine(("branch \(name): \(what)" as Sentence).escapingControls)
    if ensemble.run.settings.hasRandomClosures {
      printLine(
        "which firms have left in this draw is not in it: here each counts by its chance again")
    }
  }
}
