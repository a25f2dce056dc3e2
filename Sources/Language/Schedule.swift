public import Quantities

/// When a value of a schedule begins to hold.
public enum ScheduleKey: Sendable, Equatable {
  case date(CalendarDate)
  /// Months since opening.
  case age(Double)

  /// A number that grows with the key, within one kind of key.
  public var order: Double {
    switch self {
    case .date(let date): date.months(sinceMonth: 0)
    case .age(let months): months
    }
  }

  public var isAge: Bool {
    if case .age = self { return true }
    return false
  }
}

/// A value that changes by date or by age: `{2021: 8%, 2025: 5%}`, `ramp(0y: 1, 5y: 2)`.
public struct Schedule<Value: Sendable>: Sendable {
  /// In order, all of one kind, at least one.
  public var keys: [ScheduleKey]
  public var values: [Value]
  /// Whether it runs straight between keys instead of holding each value until the next.
  public var isStraight: Bool

  public init(keys: [ScheduleKey], values: [Value], isStraight: Bool) {
    self.keys = keys
    self.values = values
    self.isStraight = isStraight
  }

  /// Whether its keys are ages.
  public var isByAge: Bool { keys[0].isAge }

  /// The place of the value that holds at a key; the first before the first key.
  public func place(at order: Double) -> Int {
    var (low, high) = (0, keys.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if keys[middle].order <= order { low = middle } else { high = middle - 1 }
    }
    return low
  }
}
