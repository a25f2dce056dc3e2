public import Quantities

/// The steps of a scenario. Model 1.
///
/// An instant is months since the scenario's start; step n covers [n, n + 1) steps.
public struct StepCalendar: Sendable {
  /// Index of the first month, from year 0.
  public let firstMonth: Int
  /// Months of a step.
  public let stepMonths: Int
  /// Number of steps.
  public let count: Int
  /// The month in which years begin, 1 to 12.
  public let fiscal: Int

  /// The instant at which a step begins, months.
  func start(of step: Int) -> Double { Double(step * stepMonths) }

  /// Months from the start to a date.
  func instant(_ date: CalendarDate) -> Double { date.months(sinceMonth: firstMonth) }

  /// The step that holds an instant.
  public func step(at instant: Double) -> Int {
    Int((instant / Double(stepMonths)).rounded(.down).clamped(0, Double(count)))
  }

  /// The first day of a step.
  public func date(ofStep step: Int) -> CalendarDate {
    CalendarDate.firstDay(ofMonth: firstMonth + step * stepMonths)
  }

  /// The day that holds an instant.
  public func date(at instant: Double) -> CalendarDate {
    CalendarDate.holding(months: instant, sinceMonth: firstMonth)
  }

  /// The middle of a step.
  func middle(of step: Int) -> Double { (start(of: step) + start(of: step + 1)) / 2 }

  /// The calendar year that holds an instant, whatever month the scenario's years begin in.
  func calendarYear(at instant: Double) -> Double {
    ((Double(firstMonth) + instant) / 12).rounded(.down)
  }

  /// The first instant of a calendar year.
  func start(ofCalendarYear year: Double) -> Double { year * 12 - Double(firstMonth) }

  /// The calendar year in which a step begins, to which all of it counts.
  func calendarYear(ofStep step: Int) -> Double { calendarYear(at: start(of: step)) }

  /// Whether a step is the scenario's first that counts to its calendar year.
  func beginsCalendarYear(_ step: Int) -> Bool {
    step == 0 || calendarYear(ofStep: step - 1) != calendarYear(ofStep: step)
  }

  /// The length of a step, years.
  var stepYears: Double { Double(stepMonths) / 12 }

  /// The steps of each year, in order: of the first and the last perhaps only a part.
  public var years: [Range<Int>] {
    var ranges: [Range<Int>] = []
    var step = 0
    while step < count {
      ranges.append(year(holding: step))
      step = ranges[ranges.count - 1].upperBound
    }
    return ranges
  }

  /// The steps that the scenario holds of the year in which a step lies.
  public func year(holding step: Int) -> Range<Int> {
    let begin = yearNumber(ofStep: step) * 12 + fiscal - 1
    let first = (begin - firstMonth) / stepMonths
    return max(0, first)..<min(count, first + 12 / stepMonths)
  }

  /// The calendar year in which the year begins that a step lies in.
  public func yearNumber(ofStep step: Int) -> Int {
    (firstMonth + step * stepMonths - (fiscal - 1)) / 12
  }

  /// A year that is asked for is a year as tables name it; any other period is the calendar's.
  public func asked(_ period: CalendarPeriod) -> CalendarPeriod {
    guard period.end.monthIndex - period.start.monthIndex == 12 else { return period }
    var year = period
    year.start = CalendarDate.firstDay(ofMonth: period.start.monthIndex + fiscal - 1)
    year.end = CalendarDate.firstDay(ofMonth: period.end.monthIndex + fiscal - 1)
    return year
  }

  /// Whether the scenario holds only a part of what is a year of it.
  public func isPartYear(_ year: Range<Int>) -> Bool { months(of: year) < 12 }

  /// Whether a year ends with a step, whether or not the scenario holds all of it.
  public func endsYear(_ step: Int) -> Bool {
    (firstMonth + (step + 1) * stepMonths - (fiscal - 1)) % 12 == 0
  }

  /// Months of some steps.
  func months(of steps: Range<Int>) -> Int { steps.count * stepMonths }

  /// Each step by itself.
  public var steps: [Range<Int>] { (0..<count).map { $0..<$0 + 1 } }
}
