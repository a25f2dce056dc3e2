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
    guard !expression.hasNames else { throw .neitherDateNorAge(expression, at: place) }
    let quantity = try Evaluator(source: source).quantity(expression)
    guard let months = quantity.value(in: UnitTable.known("month")) else {
      throw .neitherDateNorAge(expression, at: place)
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

extension Expression {
  /// Refuses keys of schedules in it that are neither dates nor ages, whatever the names beside them
  /// mean: those need not be declared yet.
  public func checkKeys(_ source: SourceText) throws(Diagnostic) {
    var pending = [self]
    while let next = pending.popLast() {
      switch next.kind {
      case .schedule(let entries):
        for entry in entries { _ = try ScheduleKey(entry.key, source) }
        pending += entries.map(\.value).reversed()
      case .call("ramp", let arguments):
        for entry in try ramp(arguments, source) { _ = try ScheduleKey(entry.key, source) }
        pending += arguments.map(\.value).reversed()
      default: pending += next.parts.reversed()
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func neitherDateNorAge(
    _ expression: Expression, at place: Location
  ) -> Diagnostic {
    Diagnostic(
      "wrong-kind", "`\(expression.canonical)` is neither a date nor an age", at: place,
      help: [
        "write dates, as in `{2021: 8%, 2025: 5%}`, or ages with their unit, as in `{0y: 8%, 3y: 5%}`"
      ])
  }
}
