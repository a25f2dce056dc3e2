public import Quantities

/// An amount of money on a day.
public struct DatedFlow: Sendable, Equatable {
  /// Yuan; what comes in is positive.
  public var amount: Double
  public var date: CalendarDate

  public init(_ amount: Double, on date: CalendarDate) {
    self.amount = amount
    self.date = date
  }
}

extension InternalRate {
  /// The rate by dates, as the XIRR of spreadsheets has it: days after the first flow, and years of
  /// 365 days.
  public init(ofDated flows: [DatedFlow]) {
    let first = flows.map(\.date.dayNumber).min() ?? 0
    self.init(of: flows.map { CashFlow($0.amount, at: Double($0.date.dayNumber - first) / 365) })
  }
}

extension CalendarDate {
  /// Days of the Gregorian calendar, counted from the first of March of the year 0: years begin in
  /// March, so that the day that leap years add is the last of its year.
  fileprivate var dayNumber: Int {
    let shifted = month > 2 ? year : year - 1
    let months = (month + 9) % 12
    return 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400
      + (months * 306 + 5) / 10 + day - 1
  }
}
