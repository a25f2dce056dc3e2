public import Language
public import Quantities

/// The checked value of an attribute.
public enum Value: Sendable {
  case number(NumberValue)
  case period(CalendarPeriod)
  /// An expression for a date: a period once the scenario is worked out.
  case date
  case name(String)
  case names([String])
  case choice(String)
  case base(TaxBase)
  case rate(TaxRate)
  case text(String)
  /// What a definition says: an expression by itself.
  case expression
}

/// What a tax takes of its base.
public enum TaxRate: Sendable {
  case share(NumberValue)
  /// Yuan a square metre and year.
  case perArea(NumberValue)
  /// The number of the firm's sector.
  case sector(Sector.Number)
  /// An expression with names in it, worked out with the scenario.
  case formula
}

/// A number in the unit of its attribute, constant or over time.
public indirect enum NumberValue: Sendable {
  case constant(Double)
  case schedule(Schedule<Double>)
  /// An expression with names or distributions in it: a number once the scenario is worked out
  /// (`Scenario.evaluated`).
  case formula
  /// What differs from draw to draw, by its place among such numbers, and what it is in the middle.
  case input(Int, central: NumberValue)

  /// The instants at which a schedule changes.
  var keys: [ScheduleKey] {
    if case .schedule(let schedule) = self { return schedule.keys }
    return []
  }

  /// Every number of it; none of an expression that is still to be worked out.
  public var values: [Double] {
    switch self {
    case .constant(let value): [value]
    case .schedule(let schedule): schedule.values
    case .formula: []
    case .input(_, let central): central.values
    }
  }

  public var smallest: Double { values.min() ?? 0 }
  public var largest: Double { values.max() ?? 0 }

  /// The value from a key on; the first value for nil.
  func value(at key: ScheduleKey?) -> Double {
    guard case .schedule(let schedule) = self else { return values.first ?? 0 }
    guard let key, let index = schedule.keys.lastIndex(where: { $0.order <= key.order }) else {
      return schedule.values[0]
    }
    return schedule.values[index]
  }
}

extension Value {
  /// The number that it is, also as the rate of a tax; nil of everything else, and of a rate that
  /// differs from sector to sector.
  var number: NumberValue? {
    switch self {
    case .number(let number), .rate(.share(let number)), .rate(.perArea(let number)): number
    default: nil
    }
  }

  /// Whether it is an expression that has to be worked out with the scenario.
  var isFormula: Bool {
    switch self {
    case .number(.formula), .rate(.formula), .date: true
    default: false
    }
  }
}
