import Diagnostics
import Quantities

/// The span of a scenario and its steps. Model 1.
public enum ScenarioHeader {
  public static let start = AttributeRow.from("start", required: true, "when it begins")
  public static let end = AttributeRow.until("end", required: true, "when it ends")
  public static let step = AttributeRow.choice(
    "step", ["year", "half", "quarter", "month"], "the length of a step")
  public static let fiscal = AttributeRow.choice(
    "fiscal", (1...12).map { "\($0)" }, "the month in which years begin, 1 to 12")

  public static let prices = AttributeRow.from(
    "prices", "the calendar year in whose prices money is; else that of the start")

  static let row = EntityRow(
    kind: .scenario, summary: "the title, the span and the step of the scenario",
    attributes: [start, end, step, fiscal, prices],
    example: "scenario \"Quzhou Smart Industry Park\" start=2018 end=2035 step=year")

  /// Months of a step.
  public static func months(of step: String) -> Int {
    switch step {
    case "half": 6
    case "quarter": 3
    case "month": 1
    default: 12
    }
  }

  /// The month in which the years of a scenario begin, 1 to 12.
  public static func firstMonth(ofYearsIn header: Declaration) -> Int {
    Int(header.choice(fiscal)) ?? 1
  }

  /// The calendar year in whose prices the money of a scenario is. Model 1.
  public static func priceYear(of header: Declaration) -> Int {
    for row in [prices, start] {
      if case .period(let period)? = header[row]?.value { return period.start.year }
    }
    return CalendarDate.years.lowerBound
  }

  static func check(_ header: Declaration) throws(Diagnostic) {
    try checkPrices(header)
    guard let first = header[start], case .period(let start) = first.value,
      let last = header[end], case .period(let end) = last.value
    else { return }
    if end.end <= start.start {
      throw Diagnostic(
        "ends-before-start",
        "the scenario starts on \(start.start.text), when it has ended already",
        at: last.location)
    }
    let word = header.choice(step)
    let months = months(of: word)
    let fiscal = firstMonth(ofYearsIn: header)
    let isMoved = fiscal != 1
    if start.start.day != 1 || (start.start.month - fiscal) % months != 0 {
      let next = CalendarDate.firstDay(
        ofMonth: start.start.monthIndex + (fiscal - start.start.month + 12) % months)
      throw Diagnostic(
        "not-a-step",
        isMoved
          ? "no \(word) begins on \(start.start.text) where `fiscal` is \(fiscal)"
          : "no \(word) of the calendar begins on \(start.start.text)",
        at: first.location, notes: [Diagnostic.Note("the step is one \(word)")],
        help: isMoved ? ["write for example `start=\(next.shortText)`"] : [])
    }
    if end.end.day != 1 || (end.end.monthIndex - start.start.monthIndex) % months != 0 {
      throw Diagnostic(
        "not-a-step",
        "from \(start.start.text) to \(end.end.text) is not a whole number of steps",
        at: last.location, notes: [Diagnostic.Note("the step is one \(word)")],
        help: isMoved ? ["write for example `end=\(wholeEnd(start.start, end.end, months))`"] : [])
    }
    let steps = (end.end.monthIndex - start.start.monthIndex) / months
    if steps > 2400 {
      throw Diagnostic(
        "out-of-range",
        "\(NumberFormat.grouped(Double(steps), decimals: 0)) steps are more than the 2,400 that a "
          + "scenario may have",
        at: last.location)
    }
  }

  private static func checkPrices(_ header: Declaration) throws(Diagnostic) {
    guard let attribute = header[prices], case .period(let period) = attribute.value,
      period.end.monthIndex - period.start.monthIndex != 12 || period.start.day != 1
    else { return }
    throw Diagnostic(
      "wrong-kind", "`prices` takes a calendar year, and this is `\(period.text)`",
      at: attribute.location, help: ["write for example `prices=\(period.start.year)`"])
  }

  /// The last month of as many steps as a span begins.
  private static func wholeEnd(
    _ start: CalendarDate, _ end: CalendarDate, _ months: Int
  ) -> String {
    let steps = (end.monthIndex - start.monthIndex + months - 1) / months
    let last = CalendarDate.firstDay(ofMonth: start.monthIndex + max(1, steps) * months - 1)
    return String(last.text.dropLast(3))
  }
}
