/// A span of days that a date names: `2021`, `2021H1`, `2021Q3`, `2021-06` or `2021-06-15`, also
/// `2021h1`, `2021年6月15日`, `2021年上半年` and such.
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
    let plain = CalendarPeriod.plain(text)
    let parts = plain.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    self.text = text
    if parts.count == 1 {
      guard let (year, first, months) = CalendarPeriod.partOfYear(plain),
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

  /// One day alone, on which something begins or is over.
  public init(day: CalendarDate) {
    (text, start, end) = (day.shortText, day, day)
  }

  /// The same period some months later, or earlier; to the day. Nil outside 1800 to 2300.
  public func moved(byMonths months: Double) -> CalendarPeriod? {
    func moved(_ date: CalendarDate) -> CalendarDate? {
      let index = date.months(sinceMonth: 0) + months
      guard index.isFinite, index >= 1800 * 12, index < 2301 * 12 else { return nil }
      return .holding(months: index, sinceMonth: 0)
    }
    guard let first = moved(start), let last = moved(end) else { return nil }
    var copy = self
    (copy.text, copy.start, copy.end) = (first.shortText, first, last)
    return copy
  }

  /// A calendar year.
  public init?(year: Int) { self.init("\(year)") }

  /// How long what has a name is.
  public enum Length: Sendable { case year, half, quarter, month, day }

  /// What begins on a day and is so long; nil where nothing of that length does.
  public init?(beginningOn day: CalendarDate, _ length: Length) {
    let month = day.month - 1
    switch length {
    case .day: self.init(day.text)
    case .month where day.day == 1: self.init(String(day.text.dropLast(3)))
    case .quarter where day.day == 1 && month % 3 == 0:
      self.init("\(day.year)Q\(month / 3 + 1)")
    case .half where day.day == 1 && month % 6 == 0: self.init("\(day.year)H\(month / 6 + 1)")
    case .year where day.day == 1 && month == 0: self.init("\(day.year)")
    default: return nil
    }
  }

  /// The month or the day that is over as a day begins.
  public init?(endingOn end: CalendarDate) {
    if end.day == 1 {
      self.init(beginningOn: CalendarDate.firstDay(ofMonth: end.monthIndex - 1), .month)
    } else {
      guard let last = CalendarDate(year: end.year, month: end.month, day: end.day - 1) else {
        return nil
      }
      self.init(beginningOn: last, .day)
    }
  }

  /// What stands before the number of a year that does not begin in January: `FY2024`.
  public static let fiscalMark = "FY"

  /// The year that `FY2024` names, as the calendar's; nil for any other text.
  public init?(fiscal text: String) {
    guard text.hasPrefix(CalendarPeriod.fiscalMark), text.utf8.count == 6,
      let period = CalendarPeriod(String(text.dropFirst(2)))
    else { return nil }
    self = period
    self.text = text
  }

  /// Whether these letters behind a year of four digits make a date of it.
  public static func isChineseRest(_ letters: String) -> Bool {
    letters.unicodeScalars.contains { $0.value > 0x7F } && plainRest(letters) != nil
  }

  /// A date as it would be written with hyphens, `H` or `Q`; the text itself where it is no other form.
  private static func plain(_ text: String) -> String {
    let year = text.prefix(4)
    guard year.utf8.count == 4, year.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let rest = plainRest(String(text.dropFirst(4)))
    else { return text }
    return year + rest
  }

  /// What `年`, `年3月15日`, `上半年`, `年第一季度` or `h1` is in plain form: ``, `-03-15`, `H1`, `Q1`.
  private static func plainRest(_ letters: String) -> String? {
    if ["h1", "h2", "q1", "q2", "q3", "q4"].contains(letters) { return letters.uppercased() }
    var rest = Substring(letters)
    let hasYear = rest.first == "年"
    if hasYear { rest = rest.dropFirst() }
    if rest.isEmpty { return hasYear ? "" : nil }
    if let half = ["上半年": "H1", "下半年": "H2"][rest] { return half }
    if rest.hasSuffix("季度") {
      var quarter = rest.dropLast(2)
      if quarter.first == "第" { quarter = quarter.dropFirst() }
      let names = ["一": "Q1", "二": "Q2", "三": "Q3", "四": "Q4"]
      return names[String(quarter)]
        ?? (["1", "2", "3", "4"].contains(quarter) ? "Q\(quarter)" : nil)
    }
    guard hasYear, let month = rest.firstIndex(of: "月"), let first = twoDigits(rest[..<month])
    else { return nil }
    let day = rest[rest.index(after: month)...]
    if day.isEmpty { return "-\(first)" }
    guard day.last == "日" || day.last == "号", let second = twoDigits(day.dropLast()) else {
      return nil
    }
    return "-\(first)-\(second)"
  }

  /// One or two digits as two.
  private static func twoDigits(_ digits: Substring) -> String? {
    guard (1...2).contains(digits.utf8.count),
      digits.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return digits.utf8.count == 1 ? "0\(digits)" : String(digits)
  }

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
