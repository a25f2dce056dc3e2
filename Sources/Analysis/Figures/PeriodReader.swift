public import Diagnostics
public import Language
import Quantities
public import Simulation

/// Reads periods as steps of a calendar.
public struct PeriodReader {
  let calendar: StepCalendar
  let source: SourceText

  public init(_ calendar: StepCalendar, _ source: SourceText) {
    self.calendar = calendar
    self.source = source
  }

  /// The steps of a date, a bare year or a range of them; nil for anything else.
  public func steps(_ expression: Expression) throws(Diagnostic) -> Range<Int>? {
    if case .range(let first, let last) = expression.kind {
      guard let a = first.period, let b = last.period else { return nil }
      let place = Location(source, expression.span)
      guard a.start < b.end else {
        throw Diagnostic("ends-before-start", "the period ends before it starts", at: place)
      }
      return try steps(from: a.start, to: b.end, expression.canonical, at: place)
    }
    guard let period = expression.period else { return nil }
    return try steps(
      from: period.start, to: period.end, period.text, at: Location(source, expression.span))
  }

  private func steps(
    from start: CalendarDate, to end: CalendarDate, _ text: String, at place: Location
  ) throws(Diagnostic) -> Range<Int> {
    let begin = calendar.date(ofStep: 0)
    let finish = calendar.date(ofStep: calendar.count)
    guard start < finish, end > begin else {
      let years = "from \(begin.text) to \(finish.text)"
      throw Diagnostic("outside-span", "`\(text)` is outside the scenario, \(years)", at: place)
    }
    // A year at either end of the span may be there in part.
    let low = max(start, begin)
    let high = min(end, finish)
    let first = Double(low.monthIndex - calendar.firstMonth) / Double(calendar.stepMonths)
    let last = Double(high.monthIndex - calendar.firstMonth) / Double(calendar.stepMonths)
    guard low.day == 1, high.day == 1, first == first.rounded(), last == last.rounded() else {
      let length = calendar.label(0..<1)
      throw Diagnostic(
        "not-a-step", "`\(text)` does not begin and end with steps of the scenario", at: place,
        notes: [Diagnostic.Note("its first step is `\(length)`")],
        help: ["for shorter steps, write for example `set scenario step=month`"])
    }
    return Int(first)..<Int(last)
  }
}
