import Quantities

/// How the inputs of an open scenario follow from its parameters: operations on plain numbers, worked
/// out once for all draws.
///
/// Of a draw in which all conditions hold, every number is that of `OpenScenario.values(at:)` to the
/// last bit. Any other draw has to be worked out by itself, where it may fail and says why.
public struct InputProgram: Sendable {
  /// One number each; operands are places of earlier ones.
  public enum Operation: Hashable, Sendable {
    case constant(Double)
    /// The place of a parameter in `OpenScenario.parameters`, in the unit of its distribution.
    case parameter(Int)
    case add(Int, Int)
    case subtract(Int, Int)
    case multiply(Int, Int)
    case divide(Int, Int)
    /// By `Numerics.power`.
    case power(Int, Int)
    /// The second number where it is below the first, else the first.
    case minimum(Int, Int)
    /// The second number where the first is below it, else the first.
    case maximum(Int, Int)
    /// By `Numerics.exponential`.
    case exponential(Int)
    /// By `Numerics.logarithm`.
    case logarithm(Int)
    case squareRoot(Int)
    /// 1 where the first number is below the second, else 0.
    case less(Int, Int)
    /// 1 where both numbers are the same, else 0.
    case equal(Int, Int)
    /// The second number where the first is 1, else the third.
    case select(Int, Int, Int)
    /// The beginning of the day that holds an instant: from months since the year 0 to months since a
    /// month, exact for whole months. Model 1.
    case day(Int, since: Int)
  }

  /// What has to hold of a draw.
  public enum Condition: Hashable, Sendable {
    case finite(Int)
    case nonzero(Int)
    case within(Int, ClosedRange<Double>)
    /// It has no fraction.
    case whole(Int)
    /// The first number is below the second.
    case below(Int, Int)
  }

  public let operations: [Operation]
  public let conditions: [Condition]
  /// By input of the open scenario: the places of its numbers in base units, one of a constant and one
  /// for each key of a schedule, whose keys are those of its central value.
  public let inputs: [[Int]]
  /// By date of the open scenario: the place of its instant, months since the scenario's start.
  public let instants: [Int]

  /// The numbers of each input at the values of all parameters; nil where a condition does not hold.
  public func values(of parameters: [Double]) -> [[Double]]? {
    var numbers: [Double] = []
    numbers.reserveCapacity(operations.count)
    for operation in operations { numbers.append(operation.value(numbers, parameters)) }
    guard conditions.allSatisfy({ $0.holds(numbers) }) else { return nil }
    return inputs.map { places in places.map { numbers[$0] } }
  }
}

extension InputProgram {
  /// The months since the year 0 in which days lie that dates name.
  static let months = 1800.0 * 12...(2301.0 * 12).nextDown

  /// See `Operation.day`; no number before those days and behind the end of the last.
  public static func day(holding instant: Double, since start: Int) -> Double {
    guard months.contains(instant) || instant == 2301 * 12 else { return .nan }
    return CalendarDate.holding(months: instant, sinceMonth: 0).months(sinceMonth: start)
  }
}

extension InputProgram.Operation {
  /// What it comes to, from the numbers before it and the values of parameters.
  func value(_ numbers: [Double], _ parameters: [Double]) -> Double {
    switch self {
    case .constant(let value): value
    case .parameter(let place): parameters[place]
    case .add(let a, let b): numbers[a] + numbers[b]
    case .subtract(let a, let b): numbers[a] - numbers[b]
    case .multiply(let a, let b): numbers[a] * numbers[b]
    case .divide(let a, let b): numbers[a] / numbers[b]
    case .power(let a, let b): Numerics.power(numbers[a], numbers[b])
    case .minimum(let a, let b): numbers[b] < numbers[a] ? numbers[b] : numbers[a]
    case .maximum(let a, let b): numbers[a] < numbers[b] ? numbers[b] : numbers[a]
    case .exponential(let a): Numerics.exponential(numbers[a])
    case .logarithm(let a): Numerics.logarithm(numbers[a])
    case .squareRoot(let a): numbers[a].squareRoot()
    case .less(let a, let b): numbers[a] < numbers[b] ? 1 : 0
    case .equal(let a, let b): numbers[a] == numbers[b] ? 1 : 0
    case .select(let condition, let yes, let no):
      numbers[condition] == 1 ? numbers[yes] : numbers[no]
    case .day(let a, let start): InputProgram.day(holding: numbers[a], since: start)
    }
  }

  /// The places that it reads.
  var operands: [Int] {
    switch self {
    case .constant, .parameter: []
    case .exponential(let a), .logarithm(let a), .squareRoot(let a), .day(let a, _): [a]
    case .add(let a, let b), .subtract(let a, let b), .multiply(let a, let b),
      .divide(let a, let b),
      .power(let a, let b), .minimum(let a, let b), .maximum(let a, let b), .less(let a, let b),
      .equal(let a, let b):
      [a, b]
    case .select(let a, let b, let c): [a, b, c]
    }
  }

  /// The operands that are finite where it is itself.
  var finiteOperands: [Int] {
    switch self {
    case .add, .subtract, .multiply, .logarithm, .squareRoot: operands
    // A finite number divided by an infinite one is nought.
    case .divide(let a, _): [a]
    default: []
    }
  }
}

extension InputProgram.Condition {
  func holds(_ numbers: [Double]) -> Bool {
    switch self {
    case .finite(let place): numbers[place].isFinite
    case .nonzero(let place): numbers[place] != 0
    case .within(let place, let range): range.contains(numbers[place])
    case .whole(let place): numbers[place].rounded() == numbers[place]
    case .below(let a, let b): numbers[a] < numbers[b]
    }
  }
}
