import Analysis
import Diagnostics
import Ensembles
import Language
import ParkModel
import Quantities
import Reports
import Simulation

/// `print tax.local[2030]`: prints what an expression comes to.
enum Print {
  static let row = Command(
    "print", .results,
    signature: [.needed(.expression), ViewRequest.closures, RunView.nominalOption],
    summary: "print what an expression comes to",
    details: "A metric with a period is one figure, without one a figure for each year. Numbers\n"
      + "with units, assumptions, attributes as `NAME.attribute` and functions may stand in it;\n"
      + "`in` puts the result into another unit. A text in quotes is printed as it is.",
    examples: [
      "print tax.local[2030]", "print jobs[smart, 2025]", "print tax[2030] in 万元",
      "print 12.35bn yuan / 41.5ha in 万元/亩", "print tax[2030] / smart.area in 万元/亩",
      "print mean(jobs[2021..2025])",
    ]
  ) { (session, invocation) throws(Diagnostic) in
    let expression = try invocation.reader.expression()
    var view = session.view
    try view.read(&invocation.reader)
    try invocation.reader.end()
    let source = invocation.reader.source
    if case .text(let text) = expression.kind {
      // Into a pipe tabs go as they are written.
      let shown =
        session.width == nil ? escapingControlsButTabs(text) : escapingControlsInLines(text)
      session.print(shown + "\n")
      return
    }
    let others = session.otherBranches(view)
    let request = try FigureRequest(expression, source, session.scenario, beside: others)
    session.doubt(request, in: invocation.statement)
    if request.type.traits.contains(.series), request.type.dimension != nil {
      let projection = try session.project(view)
      session.show(
        try session.table(ViewRequest(request, session.scenario, projection, view)))
      return
    }
    let needsRun = request.type.traits.contains(.projected)
    let projection = needsRun ? try session.project(view) : nil
    let draws = needsRun ? try session.draws(view) : nil
    if let draws, !request.basis.readsDraws {
      return try printDraws(of: request, draws, view, &session)
    }
    let context = FigureContext(
      session.scenario, projection, perStep: false, draws: draws, branches: others)
    try draws?.prepare([request], context)
    let outcome = try Evaluator(source: source, context: context).outcome(expression)
    let note: Sentence =
      request.type.traits.contains(.uncertain)
      ? "  (uncertain: \(typed: expression.canonical))" : ""
    let basis = BasisText(view: view, scenario: session.scenario)
    let words = words(of: request, basis, session)
    session.printLine(
      verbatim: session.figures.text(
        outcome, request.metric?.unit, projection?.calendar, inItsUnit: expression.isConversion)
        + words + note.text(session.wording))
    for remark in context.remarks { session.printLine(remark) }
    var notes = basis.notes([request])
    if let projection, isExpected(request, view, projection) { notes.append(BasisText.expected) }
    for note in notes {
      session.printLine(note: note)
    }
  }

  /// What its money is: `, additional, nominal`.
  private static func words(
    of request: FigureRequest, _ basis: BasisText, _ session: Session
  ) -> String {
    let comma: Sentence = ", "
    return basis.bases(request.basis).map {
      comma.text(session.wording) + session.figures.word(of: $0)
    }.joined()
  }

  /// Whether it is of a named firm that may have closed, and is less for it: in draws too, unless each says
  /// who closes.
  private static func isExpected(
    _ request: FigureRequest, _ view: RunView, _ projection: Projection,
    _ settings: EnsembleSettings? = nil
  ) -> Bool {
    guard view.closures == .expected, settings?.hasRandomClosures != true,
      let period = request.steps(in: projection)
    else { return false }
    return PeriodTable.isExpected(request, by: period, projection)
  }

  /// What the draws of an ensemble say of a single figure, a line for each statistic.
  private static func printDraws(
    of request: FigureRequest, _ draws: DrawAccess, _ view: RunView, _ session: inout Session
  ) throws(Diagnostic) {
    let projection = try session.project(view)
    let answered = try draws.answered(request, session.scenario, projection)
    let basis = BasisText(view: view, scenario: session.scenario)
    let words = words(of: request, basis, session)
    let settings = draws.ensemble.run.settings
    let isChinese = session.settings.style.language == .chinese
    if request.type.content == .truth {
      let share = answered.columns.column()?.statistics.mean
      session.printLine(
        share.map { "true in \(session.settings.style.percent($0)) of the draws" } ?? "–")
    } else {
      let statistics = settings.statistics ?? Statistic.usual
      let names = statistics.map { isChinese ? $0.chinese : "\($0)" }
      let column = max(6, 2 + (names.map(displayWidth).max() ?? 0))
      for (statistic, name) in zip(statistics, names) {
        let text = session.figures.text(
          answered.columns.scalar(statistic), request.metric?.unit)
        let gap = String(repeating: " ", count: column - displayWidth(name))
        session.printLine(verbatim: name + gap + text + words)
      }
    }
    for remark in answered.columns.remarks { session.printLine(remark) }
    if let humps = answered.columns.column().flatMap({ Humps(of: $0.statistics) }) {
      session.printLine(two(humps, answered.columns, request, session))
    }
    var notes = basis.notes([request])
    if isExpected(request, view, projection, settings) { notes.append(BasisText.expected) }
    for note in notes + [answered.count.note(settings)] {
      session.printLine(note: note)
    }
  }

  /// That the draws lie in two groups, where they do: what a mean says badly.
  private static func two(
    _ humps: Humps, _ columns: DrawColumns, _ request: FigureRequest, _ session: Session
  ) -> Sentence {
    func said(_ hump: Humps.Hump) -> Sentence {
      let median = Scalar.number(
        Quantity(
          columns.isInFen ? hump.median.rounded(.toNearestOrEven) : hump.median,
          columns.unit ?? .one))
      let share = session.figures.style.percent((hump.share * 100).rounded() / 100)
      return
        "\(share) of the draws lie around \(session.figures.text(median, request.metric?.unit))"
    }
    return "it has two humps: \(said(humps.lower)), \(said(humps.upper))"
  }
}
