/// A day of the Gregorian calendar.
public struct CalendarDate: Sendable, Hashable, Comparable {
  public var year: Int
  /// 1 to 12.
  public var month: Int
  /// 1 to the length of the month.
  public var day: Int

  /// Nil where there is no such day, or the year is not one from 1800 to 2300.
  public init?(year: Int, month: Int = 1, day: Int = 1) {
    guard CalendarDate.years.contains(year), (1...12).contains(month),
      (1...CalendarDate.days(inMonth: month, of: year)).contains(day)
    else { return nil }
    self.init(unchecked: year, month, day)
  }

  private init(unchecked year: Int, _ month: Int, _ day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// The years a date may name.
  public static let years = 1800...2300

  public static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Months from the beginning of year 0 to the beginning of this date's month.
  public var monthIndex: Int { year * 12 + month - 1 }

  /// The first day of the month with this index.
  public static func firstDay(ofMonth index: Int) -> CalendarDate {
    CalendarDate(unchecked: index / 12, index % 12 + 1, 1)
  }

  /// Months from the first day of a month to this day: whole for the first of a month, and
  /// (day - 1) / (days of the month) beyond. Model 1.
  public func months(sinceMonth start: Int) -> Double {
    let days = Double(CalendarDate.days(inMonth: month, of: year))
    return Double(monthIndex - start) + Double(day - 1) / days
  }

  /// The day after.
  public var next: CalendarDate {
    if day < CalendarDate.days(inMonth: month, of: year) {
      return CalendarDate(unchecked: year, month, day + 1)
    }
    return CalendarDate.firstDay(ofMonth: monthIndex + 1)
  }

  /// The day that holds an instant, months after the beginning of a month.
  public static func holding(months: Double, sinceMonth start: Int) -> CalendarDate {
    let whole = months.rounded(.down)
    var date = firstDay(ofMonth: max(0, start + Int(whole)))
    let days = Double(CalendarDate.days(inMonth: date.month, of: date.year))
    date.day = 1 + min(Int(days) - 1, Int(((months - whole) * days + 1e-6).rounded(.down)))
    return date
  }

  /// `2025-01-31`.
  public var text: String { "\(year)-\(twoDigits(month))-\(twoDigits(day))" }

  /// The shortest period that begins on this day: `2025`, `2025-07` or `2025-07-15`.
  public var shortText: String {
    if month == 1 && day == 1 { return "\(year)" }
    return day == 1 ? String(text.dropLast(3)) : text
  }

  public static func < (a: CalendarDate, b: CalendarDate) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }
}

private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
