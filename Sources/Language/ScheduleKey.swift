public import Diagnostics
public import Quantities

extension ScheduleKey {
  /// The key that an expression is: a date, a year or an age of 0 to 100 years.
  public init(_ expression: Expression, _ source: SourceText) throws(Diagnostic) {
    if let period = expression.period {
      self = .date(period.start)
      return
    }
    let place = Location(source, expression.span)
    let quantity = try Evaluator(source: source).quantity(expression)
    guard let months = quantity.value(in: UnitTable.known("month")) else {
      throw Diagnostic(
        "wrong-kind", "`\(expression.canonical)` is neither a date nor an age", at: place,
        help: ["write a date such as `2025`, or an age with its unit such as `3y`"])
    }
    guard (0...1200).contains(months) else {
      throw Diagnostic("out-of-range", "ages lie between 0 and 100 years", at: place)
    }
    self = .age(months)
  }
}

extension Expression {
  /// A date, as a text of its own.
  public init(_ period: CalendarPeriod) {
    self.init(.date(period), Span(0, period.text.utf8.count))
  }

  /// The date that it is: `2025-06`, or a bare year of four digits.
  public var period: CalendarPeriod? {
    switch kind {
    case .date(let period): return period
    case .quantity(_, let text) where text.utf8.count == 4: return CalendarPeriod(text)
    default: return nil
    }
  }
}
