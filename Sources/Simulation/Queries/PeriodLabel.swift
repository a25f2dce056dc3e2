import Quantities

/// What periods are called. Model 1.
extension StepCalendar {
  /// A period as a person reads it: `2027`, `FY2027` where years do not begin in January, and `2027 (9 months)` where the scenario holds only so
  /// much of the year. `perStep` says that it is a step and no year: `2021H1`, `2021Q3`, `2021-06`.
  public func label(_ steps: Range<Int>, perStep: Bool = false, isChinese: Bool = false) -> String {
    let name = name(of: steps, perStep: perStep)
    let months = months(of: steps)
    guard months < 12, name == yearName(holding: steps.lowerBound) else { return name }
    if isChinese { return "\(name)（\(months)个月）" }
    return "\(name) (\(months) \(months == 1 ? "month" : "months"))"
  }

  /// The same as it can be typed: the year alone for a part of it.
  public func name(of steps: Range<Int>, perStep: Bool = false) -> String {
    let isYear = !perStep && steps == year(holding: steps.lowerBound)
    if isYear { return yearName(holding: steps.lowerBound) }
    let start = date(ofStep: steps.lowerBound)
    let end = date(ofStep: steps.upperBound)
    let isStep = perStep && stepMonths < 12
    switch months(of: steps) {
    case 6 where (start.month - 1) % 6 == 0: return "\(start.year)H\((start.month + 5) / 6)"
    case 3 where (start.month - 1) % 3 == 0: return "\(start.year)Q\((start.month + 2) / 3)"
    case 1: return String(start.text.dropLast(3))
    case 1...12 where isStep:
      // A half or quarter that is none of the calendar's.
      let last = CalendarDate.firstDay(ofMonth: end.monthIndex - 1)
      return "\(start.text.dropLast(3))..\(last.text.dropLast(3))"
    case 1...12 where year(holding: steps.lowerBound).contains(steps.upperBound - 1):
      return yearName(holding: steps.lowerBound)
    default: return "\(start.text)..\(end.text)"
    }
  }

  /// What the year is called in which a step lies.
  private func yearName(holding step: Int) -> String {
    nameOfYear(holdingMonth: firstMonth + step * stepMonths)
  }

  /// What the year is called in which a month lies: `2027` or `FY2027`.
  public func nameOfYear(holdingMonth month: Int) -> String {
    (fiscal == 1 ? "" : CalendarPeriod.fiscalMark) + "\((month - (fiscal - 1)) / 12)"
  }
}
