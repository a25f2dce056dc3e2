/// A span of days that a date names: `2021`, `2021H1`, `2021Q3`, `2021-06` or `2021-06-15`.
public struct CalendarPeriod: Sendable, Hashable {
  /// As written.
  public var text: String
  /// The first day.
  public var start: CalendarDate
  /// The day after the last.
  public var end: CalendarDate

  /// The period that a text names; nil where it names none.
  public init?(_ text: String) {
    // `Int` would take a sign: `2021-+6`.
    guard !text.utf8.contains(UInt8(ascii: "+")) else { return nil }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    self.text = text
    if parts.count == 1 {
      guard let (year, first, months) = CalendarPeriod.partOfYear(text),
        let start = CalendarDate(year: year, month: first)
      else { return nil }
      self.start = start
      end = CalendarDate.firstDay(ofMonth: start.monthIndex + months)
      return
    }
    guard parts.count <= 3, parts[0].utf8.count == 4, let year = Int(parts[0]),
      parts[1].utf8.count == 2, let month = Int(parts[1]),
      let first = CalendarDate(year: year, month: month)
    else { return nil }
    if parts.count == 2 {
      start = first
      end = CalendarDate.firstDay(ofMonth: first.monthIndex + 1)
      return
    }
    guard parts[2].utf8.count == 2, let day = Int(parts[2]),
      let date = CalendarDate(year: year, month: month, day: day)
    else { return nil }
    start = date
    end = date.next
  }

  /// A calendar year.
  public init?(year: Int) { self.init("\(year)") }

  /// The year, first month and months of `2021`, `2021H1` or `2021Q3`.
  private static func partOfYear(_ text: String) -> (year: Int, first: Int, months: Int)? {
    guard text.utf8.count == 4 || text.utf8.count == 6, let year = Int(text.prefix(4)) else {
      return nil
    }
    switch text.dropFirst(4) {
    case "": return (year, 1, 12)
    case "H1": return (year, 1, 6)
    case "H2": return (year, 7, 6)
    case "Q1": return (year, 1, 3)
    case "Q2": return (year, 4, 3)
    case "Q3": return (year, 7, 3)
    case "Q4": return (year, 10, 3)
    default: return nil
    }
  }
}
