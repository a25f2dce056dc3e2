import Diagnostics
import Language
import ParkModel
import Quantities
import Reports
import Simulation

/// `print tax.local[2030]`: prints a figure, or a metric over time.
enum Print {
  static let row = Command(
    "print", .results, usage: "EXPRESSION", summary: "print a figure",
    details: "A metric with a period is one figure, without one a figure for each year. Numbers\n"
      + "with units are worked out, and a text in quotes is printed as it is.",
    examples: [
      "print tax.local[2030]", "print jobs[smart, 2025]", "print tax[2030] in 万元",
      "print 12.35bn yuan / 41.5ha in 万元/亩",
    ],
    arguments: [.metrics]
  ) { (session, invocation) throws(Diagnostic) in
    let expression = try invocation.reader.expression()
    try invocation.reader.end()
    let source = invocation.reader.source
    if case .text(let text) = expression.kind {
      session.printLine(escapingControls(text))
      return
    }
    if case .conversion(let metric, let unit) = expression.kind, isOfMetric(metric) {
      session.printLine(try converted(metric, to: unit, source, &session))
      return
    }
    guard isOfMetric(expression) else {
      let quantity = try Evaluator(source: source).quantity(expression)
      session.printLine(text(quantity))
      return
    }
    let projection = try session.project()
    guard let request = try MetricRequest(expression, source, projection) else { return }
    let unit = request.metric.row.unit
    if let period = request.period {
      let figure = projection.series(request.metric, in: request.scopes, over: [period])[0]
      session.printLine(text(figure.figures[0], unit))
      return
    }
    let table = PeriodTable.table(ViewRequest(request, projection), projection)
    session.print(TextLayout(width: session.width).render(table))
  }

  /// One figure in another unit: `print tax.local[2030] in 万元`.
  private static func converted(
    _ metric: Expression, to unit: Unit, _ source: SourceText, _ session: inout Session
  ) throws(Diagnostic) -> String {
    let projection = try session.project()
    let place = Location(source, metric.span)
    guard let request = try MetricRequest(metric, source, projection), let period = request.period
    else {
      throw Diagnostic(
        "not-one-number", "one figure is put into another unit, and this has one for each year",
        at: place, help: ["name a period: `\(metric.canonical)[2030]`"])
    }
    let figure = projection.series(request.metric, in: request.scopes, over: [period])[0].figures[0]
    guard let value = figure.value else { return text(figure, "") }
    let own = UnitTable.product(request.metric.row.unit) ?? .one
    guard let result = Quantity(value, own).value(in: unit) else {
      throw Diagnostic(
        "wrong-dimension",
        "`\(request.metric.name)` is \(own.dimension.phrase), and `\(unit.text)` measures "
          + unit.dimension.phrase,
        at: place)
    }
    return NumberFormat.significant(result, digits: 7) + (unit.text == "%" ? "" : " ") + unit.text
  }

  private static func isOfMetric(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .path: true
    case .index(let base, _): isOfMetric(base)
    default: false
    }
  }

  /// A figure with its unit; money also exact to the fen.
  static func text(_ figure: Figure, _ unit: String) -> String {
    switch figure {
    case .undefined(let reason): return "– (\(reason))"
    case .money(let fen):
      let exact = NumberFormat.groupedYuan(fen: fen)
      let short = scaled(Double(fen) / 100, unit)
      return fen.magnitude < 1_000_000 ? "\(exact) yuan" : "\(short) (\(exact))"
    case .number(let value):
      if unit == "share" { return NumberFormat.significant(value * 100) + " %" }
      return unit.hasPrefix("yuan")
        ? scaled(value, unit)
        : NumberFormat.significant(value) + (unit.isEmpty ? "" : " " + unit)
    }
  }

  private static func text(_ quantity: Quantity) -> String {
    let unit = quantity.unit.text
    // A number of a few digits is printed whole, a long one to four.
    let digits = NumberFormat.shortest(quantity.value).count { $0.isNumber }
    let number = NumberFormat.significant(quantity.value, digits: digits <= 7 ? 7 : 4)
    if unit == "%" { return number + "%" }
    return unit.isEmpty ? number : "\(number) \(unit)"
  }

  /// A number of yuan with a magnitude: `484.5M yuan`.
  static func scaled(_ value: Double, _ unit: String) -> String {
    let steps: [(Double, String)] = [(1e12, "tn"), (1e9, "bn"), (1e6, "M"), (1e3, "k")]
    let step = steps.first { value.magnitude >= $0.0 }
    guard let step, value.magnitude >= 10_000 else {
      return NumberFormat.significant(value) + " " + unit
    }
    return NumberFormat.significant(value / step.0) + step.1 + " " + unit
  }
}
