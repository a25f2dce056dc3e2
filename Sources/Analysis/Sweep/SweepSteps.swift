public import Diagnostics
public import Language
public import ParkModel
import Quantities

/// The values of a sweep from one end to another: numbers, or dates by a time.
public struct SweepSteps: Sendable {
  /// How many values there are; not yet made, for there may be very many.
  public let count: Double
  private let course: Course

  private enum Course: Sendable {
    case numbers(first: Double, step: Double, LiteralForm)
    case dates(first: CalendarPeriod, months: Double, AttributeRow)
  }

  /// One of the values.
  struct Value {
    let expression: Expression
    let label: String
    /// What stands in front of the ending; nil of a date.
    let number: Double?
  }

  /// Throws where the two are neither numbers nor dates, or the step leads nowhere.
  public init(
    _ input: NamedInput, _ range: Expression, step: Expression, _ source: SourceText
  ) throws(Diagnostic) {
    let distance: Double
    let size: Double
    if let (first, last) = range.dates, input.kind == .assume || input.row.form.isDate,
      let months = try SweepSteps.months(of: step, isOfYears: !range.isOfNumbers, source)
    {
      course = .dates(first: first, months: months, input.row)
      var ends = (first.start, last.start)
      if case .until = input.row.form { ends = (first.end, last.end) }
      (distance, size) = (ends.1.months(sinceMonth: 0) - ends.0.months(sinceMonth: 0), months)
      guard input.row.moved(first, byMonths: months) != nil || abs(distance) < abs(size) else {
        throw Diagnostic(
          "wrong-kind",
          "nothing that is as long as `\(first.text)` begins `\(step.canonical)` later",
          at: Location(source, step.span),
          help: ["go through months: `\(first.start.text.dropLast(3))..`"])
      }
    } else {
      let (first, last, step, form) = try SweepSteps.numbers(range, step, source)
      course = .numbers(first: first, step: step, form)
      (distance, size) = (last - first, step)
    }
    guard size != 0, distance == 0 || (distance < 0) == (size < 0) else {
      throw Diagnostic(
        "out-of-range", "no step of `\(step.canonical)` leads from one end to the other",
        at: Location(source, step.span),
        notes: [Diagnostic.Note("it is `\(range.canonical)`")])
    }
    // What binary arithmetic leaves is no step.
    count = (distance / size + 1e-9).rounded(.down) + 1
  }

  private static func numbers(
    _ range: Expression, _ step: Expression, _ source: SourceText
  ) throws(Diagnostic) -> (first: Double, last: Double, step: Double, LiteralForm) {
    guard let ends = range.ends, let low = ends.low.quantity?.value(in: ends.form.unit),
      let high = ends.high.quantity?.value(in: ends.form.unit)
    else {
      throw Diagnostic(
        "wrong-kind", "a range of values goes from one number to another",
        at: Location(source, range.span),
        help: ["write for example `10..40万元/亩`, or name the values: `[2018, 2020]`"])
    }
    guard let size = size(of: step, ends.form) else {
      throw Diagnostic(
        "wrong-dimension", "`step` is in another unit than what it steps through",
        at: Location(source, step.span), help: ["write for example `step=\(ends.form.text(1))`"])
    }
    return (ends.form.number(low), ends.form.number(high), size, ends.form)
  }

  /// A step in front of the ending; a bare one has the unit of the range.
  private static func size(of step: Expression, _ form: LiteralForm) -> Double? {
    guard let quantity = step.quantity else { return nil }
    if step.isBareNumber, form.unit != .one || !form.ending.isEmpty { return quantity.value }
    return quantity.value(in: form.unit).map(form.number)
  }

  /// The months of a step of dates; a bare one is of years, where no numbers are stepped through: nil
  /// there of what is no time, and refused elsewhere.
  private static func months(
    of step: Expression, isOfYears: Bool, _ source: SourceText
  ) throws(Diagnostic) -> Double? {
    let quantity = step.quantity
    if isOfYears, let years = quantity?.value(in: .one) { return years * 12 }
    let months = quantity?.value(in: UnitTable.known("month"))
    guard months == nil, isOfYears else { return months }
    throw Diagnostic(
      "wrong-dimension", "`step` is in another unit than what it steps through",
      at: Location(source, step.span), help: ["write for example `step=\("6 months")`"])
  }

  /// What stands behind each number.
  var ending: String {
    if case .numbers(_, _, let form) = course { return form.ending }
    return ""
  }

  func values() -> [Value] {
    (0..<Int(min(count, SweepAxis.most))).compactMap { place in
      switch course {
      case .numbers(let first, let step, let form):
        let number = LiteralForm.tidy(first + Double(place) * step)
        let text = form.text(number)
        return Value(
          expression: form.expression(number, at: Span(0, text.utf8.count)), label: text,
          number: number)
      case .dates(let first, let months, let row):
        // What the first step leads to has a name, and so have the others.
        guard let date = row.moved(first, byMonths: Double(place) * months) else { return nil }
        return Value(
          expression: Expression(date, at: Span(0, date.text.utf8.count)), label: date.text,
          number: nil)
      }
    }
  }
}

extension Expression {
  /// Whether both ends of a range are numbers with one unit.
  fileprivate var isOfNumbers: Bool {
    ends.map { $0.low.quantity != nil && $0.high.quantity != nil } ?? false
  }

  /// The dates from which and to which a range goes.
  fileprivate var dates: (first: CalendarPeriod, last: CalendarPeriod)? {
    guard case .range(let left, let right) = kind, let first = left.period,
      let last = right.period
    else { return nil }
    return (first, last)
  }
}
