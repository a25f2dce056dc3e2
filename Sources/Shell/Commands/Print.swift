import Analysis
import Diagnostics
import Language
import ParkModel
import Quantities
import Reports
import Simulation

/// `print tax.local[2030]`: prints what an expression comes to.
enum Print {
  static let row = Command(
    "print", .results, usage: "EXPRESSION [closures=none] [--nominal]",
    summary: "print what an expression comes to",
    details: "A metric with a period is one figure, without one a figure for each year. Numbers\n"
      + "with units, assumptions, attributes as `NAME.attribute` and functions may stand in it;\n"
      + "`in` puts the result into another unit. A text in quotes is printed as it is.",
    examples: [
      "print tax.local[2030]", "print jobs[smart, 2025]", "print tax[2030] in 万元",
      "print 12.35bn yuan / 41.5ha in 万元/亩", "print tax[2030] / smart.area in 万元/亩",
      "print mean(jobs[2021..2025])",
    ],
    arguments: [
      .metrics, .attributes(ViewRequest.attributes.filter { $0.name == "closures" }),
    ]
  ) { (session, invocation) throws(Diagnostic) in
    let expression = try invocation.reader.expression()
    var view = session.view
    try view.read(&invocation.reader)
    if invocation.reader.isOptionAhead, let word = try invocation.reader.option() {
      throw Diagnostic(
        "unknown-option", "there is no option `--\(word.text)` here",
        at: invocation.reader.location(word.span))
    }
    try invocation.reader.end()
    let source = invocation.reader.source
    if case .text(let text) = expression.kind {
      // Into a pipe tabs go as they are written.
      let shown =
        session.width == nil ? escapingControlsButTabs(text) : escapingControlsInLines(text)
      session.print(shown + "\n")
      return
    }
    let request = try FigureRequest(expression, source, session.scenario)
    if request.type.traits.contains(.series), request.type.dimension != nil {
      let projection = try session.project(view)
      let table = try PeriodTable.table(
        ViewRequest(request, session.scenario, projection, view), projection)
      session.show(table)
      return
    }
    let needsRun = request.type.traits.contains(.projected)
    let projection = needsRun ? try session.project(view) : nil
    let context = FigureContext(session.scenario, projection, perStep: false)
    let outcome = try Evaluator(source: source, context: context).outcome(expression)
    let note =
      request.type.traits.contains(.uncertain) ? "  (uncertain: \(expression.canonical))" : ""
    let basis = BasisText(view: view, scenario: session.scenario)
    let words = basis.bases(request.basis).map { ", " + session.figures.word(of: $0) }.joined()
    session.printLine(
      session.figures.text(
        outcome, request.metric?.unit, projection?.calendar, inItsUnit: expression.isConversion)
        + words + note)
    for remark in context.remarks { session.printLine(remark) }
    for note in basis.notes([request]) {
      session.printLine(note.text(session.settings.style.language))
    }
  }
}
