public import Diagnostics
public import Language
public import Quantities
public import Simulation

/// Reads periods as steps of a calendar.
///
/// A period that a scenario holds in part only at its beginning or end, as a scenario that begins in
/// July holds its first year, is read as that part. A range whose first or last period lies wholly
/// outside is refused: it would be answered with less than was asked for.
public struct PeriodReader {
  /// What goes before the part of a range that lies within.
  public static let partWithin = "the part that lies within is "

  let calendar: StepCalendar
  let source: SourceText
  /// The first day that can be asked for, and the day after the last.
  private let begin: CalendarDate
  private let finish: CalendarDate
  /// What a period has to lie in.
  private let whole: String

  public init(_ calendar: StepCalendar, _ source: SourceText) {
    self.init(calendar, with: [], source)
  }

  /// Reads periods that have to lie in other calendars too, as where branches are put side by side.
  public init(_ calendar: StepCalendar, with others: [StepCalendar], _ source: SourceText) {
    self.calendar = calendar
    self.source = source
    let all = [calendar] + others
    begin = all.map { $0.date(ofStep: 0) }.max() ?? calendar.date(ofStep: 0)
    let finish = all.map { $0.date(ofStep: $0.count) }.min()
    self.finish = finish ?? calendar.date(ofStep: calendar.count)
    let isCommon = others.contains {
      ($0.firstMonth, $0.stepMonths * $0.count)
        != (calendar.firstMonth, calendar.stepMonths * calendar.count)
    }
    whole = isCommon ? "what these branches have in common" : "the scenario"
  }

  /// The steps of a date, a bare year or a range of them; nil for anything else.
  public func steps(_ expression: Expression) throws(Diagnostic) -> Range<Int>? {
    let place = Location(source, expression.span)
    if case .range(let first, let last) = expression.kind {
      guard let a = first.askedPeriod.map(calendar.asked),
        let b = last.askedPeriod.map(calendar.asked)
      else { return nil }
      guard a.start < b.end else {
        throw Diagnostic(
          "ends-before-start", "the period ends before it starts", at: place,
          help: help(for: b, a))
      }
      return try steps(from: a, to: b, expression.canonical, at: place)
    }
    guard let period = expression.askedPeriod.map(calendar.asked) else { return nil }
    return try steps(from: period, to: period, period.text, at: place)
  }

  private func steps(
    from first: CalendarPeriod, to last: CalendarPeriod, _ text: String, at place: Location
  ) throws(Diagnostic) -> Range<Int> {
    guard begin < finish else {
      throw Diagnostic("outside-span", "these branches have no time in common", at: place)
    }
    guard first.end > begin, last.start < finish else {
      let isPartWithin = first.start < finish && last.end > begin
      let (from, to) = (begin.text, finish.text)
      throw Diagnostic(
        "outside-span",
        isPartWithin
          ? "`\(text)` reaches beyond \(whole), from \(from) to \(to)"
          : "`\(text)` is outside \(whole), from \(from) to \(to)",
        at: place, help: help(for: first, last))
    }
    guard let steps = aligned(from: first.start, to: last.end) else {
      let length = calendar.label(0..<1, perStep: true)
      throw Diagnostic(
        "not-a-step", "`\(text)` does not begin and end with steps of the scenario", at: place,
        notes: [Diagnostic.Note("its first step is `\(length)`")],
        help: ["for shorter steps, write for example `set scenario step=month`"])
    }
    return steps
  }

  /// The steps between two days, as far as they are there; nil where they are not whole.
  private func aligned(from start: CalendarDate, to end: CalendarDate) -> Range<Int>? {
    // A year at either end of the span may be there in part.
    let low = max(start, begin)
    let high = min(end, finish)
    let first = Double(low.monthIndex - calendar.firstMonth) / Double(calendar.stepMonths)
    let last = Double(high.monthIndex - calendar.firstMonth) / Double(calendar.stepMonths)
    guard low.day == 1, high.day == 1, first == first.rounded(), last == last.rounded(),
      first < last
    else { return nil }
    return Int(first)..<Int(last)
  }

  // MARK: What can be asked for instead

  /// The part of a range that lies within, or all there is where none does.
  private func help(for first: CalendarPeriod, _ last: CalendarPeriod) -> [Sentence] {
    guard begin < finish else { return [] }
    let isWithin = first.start < finish && last.end > begin && first.start < last.end
    if isWithin {
      let text = joined(
        first.end > begin ? first.text : edge(0, isYear: first.isYear),
        last.start < finish ? last.text : edge(1, isYear: last.isYear))
      if aligned(from: first.start, to: last.end) != nil {
        return ["the part that lies within is `\(text)`"]
      }
    }
    let all = joined(edge(0, isYear: true), edge(1, isYear: true))
    return ["ask within `\(all)`"]
  }

  /// The first month there is, or the last one, as its year where a year stood there.
  private func edge(_ side: Int, isYear: Bool) -> String {
    let month = side == 0 ? begin.monthIndex : finish.monthIndex - 1
    if isYear { return calendar.nameOfYear(holdingMonth: month) }
    return String(CalendarDate.firstDay(ofMonth: month).text.dropLast(3))
  }

  private func joined(_ first: String, _ last: String) -> String {
    first == last ? first : "\(first)..\(last)"
  }
}

extension CalendarPeriod {
  /// Whether it is as long as a year.
  var isYear: Bool { end.monthIndex - start.monthIndex == 12 }
}

extension Expression {
  /// The period that it asks for: a date, or `FY2024`.
  public var askedPeriod: CalendarPeriod? {
    period ?? word.flatMap { CalendarPeriod(fiscal: $0) }
  }
}
