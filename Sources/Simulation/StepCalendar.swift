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

  /// The length of a step, years.
  var stepYears: Double { Double(stepMonths) / 12 }

  /// The steps of each calendar year, in order.
  public var years: [Range<Int>] {
    var ranges: [Range<Int>] = []
    var step = 0
    while step < count {
      let year = date(ofStep: step).year
      var end = step + 1
      while end < count, date(ofStep: end).year == year { end += 1 }
      ranges.append(step..<end)
      step = end
    }
    return ranges
  }

  /// Each step by itself.
  public var steps: [Range<Int>] { (0..<count).map { $0..<$0 + 1 } }

  /// `2021`, `2021H1`, `2021Q3` or `2021-06`; the year alone for what a scenario holds of a year.
  public func label(_ range: Range<Int>) -> String {
    let start = date(ofStep: range.lowerBound)
    let months = range.count * stepMonths
    switch months {
    case 6 where (start.month - 1) % 6 == 0: return "\(start.year)H\((start.month + 5) / 6)"
    case 3 where (start.month - 1) % 3 == 0: return "\(start.year)Q\((start.month + 2) / 3)"
    case 1: return String(start.text.dropLast(3))
    case 1...12: return "\(start.year)"
    default: return "\(start.text)..\(date(ofStep: range.upperBound).text)"
    }
  }
}
