public import Quantities

/// The checked value of an attribute.
public enum Value: Sendable {
  case number(NumberValue)
  case period(CalendarPeriod)
  case name(String)
  case names([String])
  case choice(String)
  case base(TaxBase)
  case rate(TaxRate)
  case text(String)
}

/// What a tax takes of its base.
public enum TaxRate: Sendable {
  case share(NumberValue)
  /// Yuan a square metre and year.
  case perArea(NumberValue)
  /// The number of the firm's sector.
  case sector(Sector.Number)
}

/// A number in the unit of its attribute, constant or over time.
public enum NumberValue: Sendable {
  case constant(Double)
  case schedule(Schedule)

  /// The instants at which a schedule changes.
  var keys: [Schedule.Key] {
    if case .schedule(let schedule) = self { return schedule.keys }
    return []
  }

  var values: [Double] {
    switch self {
    case .constant(let value): [value]
    case .schedule(let schedule): schedule.values
    }
  }

  public var smallest: Double { values.min() ?? 0 }
  public var largest: Double { values.max() ?? 0 }

  /// The value from a key on; the first value for nil.
  func value(at key: Schedule.Key?) -> Double {
    guard case .schedule(let schedule) = self else { return values[0] }
    guard let key, let index = schedule.keys.lastIndex(where: { $0.order <= key.order }) else {
      return schedule.values[0]
    }
    return schedule.values[index]
  }
}

/// A number that changes by date or by age: `{2021: 8%, 2025: 5%}`, `ramp(0y: 1, 5y: 2)`.
public struct Schedule: Sendable {
  public enum Key: Sendable {
    case date(CalendarDate)
    /// Months since opening.
    case age(Double)

    /// A number that grows with the key, within one kind of key.
    var order: Double {
      switch self {
      case .date(let date): date.months(sinceMonth: 0)
      case .age(let months): months
      }
    }
  }

  /// In order, all of one kind, at least one.
  public var keys: [Key]
  public var values: [Double]
  /// Whether it runs straight between keys instead of holding each value until the next.
  public var isStraight: Bool

  /// Whether its keys are ages.
  public var isByAge: Bool {
    if case .age = keys[0] { return true }
    return false
  }
}
