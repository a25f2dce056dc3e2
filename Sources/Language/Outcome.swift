public import Diagnostics
public import Quantities

/// One value that an expression came to.
public enum Scalar: Sendable, Equatable {
  case number(Quantity)
  case truth(Bool)
  /// Why there is no value.
  indirect case undefined(Sentence)
}

/// Values for periods, each a range of steps of a run.
public struct PeriodValues: Sendable {
  public var periods: [Range<Int>]
  /// One for each period.
  public var values: [Scalar]

  public init(periods: [Range<Int>], values: [Scalar]) {
    self.periods = periods
    self.values = values
  }
}

/// What an expression came to.
public enum Outcome: Sendable {
  case scalar(Scalar)
  case schedule(Schedule<Scalar>)
  case series(PeriodValues)

  /// A number with its unit.
  public static func number(_ quantity: Quantity) -> Outcome { .scalar(.number(quantity)) }

  /// The unit of the first number of a dimension in it.
  func unit(of dimension: Dimension) -> Unit? {
    let values: [Scalar]
    switch self {
    case .scalar(let value): values = [value]
    case .schedule(let schedule): values = schedule.values
    case .series(let series): values = series.values
    }
    for case .number(let quantity) in values where quantity.dimension == dimension {
      return quantity.unit
    }
    return nil
  }

  /// Every value in it, changed one by one.
  func map<Failure: Error>(
    _ body: (Scalar) throws(Failure) -> Scalar
  ) throws(Failure) -> Outcome {
    switch self {
    case .scalar(let value): return .scalar(try body(value))
    case .schedule(var schedule):
      for index in schedule.values.indices {
        schedule.values[index] = try body(schedule.values[index])
      }
      return .schedule(schedule)
    case .series(var series):
      for index in series.values.indices {
        series.values[index] = try body(series.values[index])
      }
      return .series(series)
    }
  }
}
