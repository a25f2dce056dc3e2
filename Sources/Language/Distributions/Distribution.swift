public import Quantities

/// An uncertain value: a kind of distribution with its parameters.
public struct Distribution: Sendable {
  public let row: DistributionRow
  /// In the order of the row, those that measure something in `unit`; for `discrete`, its values.
  public let parameters: [Double]
  /// The probability of each value, for `discrete` alone.
  public let probabilities: [Double]
  /// What values are measured in.
  public let unit: Unit

  /// The value that a plain run takes, in `unit`. Model 9.
  public var central: Double { row.central(self) }
}

/// A kind of distribution: the row that checking, plain runs, help and completion read.
public struct DistributionRow: Sendable {
  /// What a parameter is.
  public enum Parameter: Sendable {
    /// A value of the distribution's own dimension.
    case value(String)
    /// A plain number.
    case plain(String)
    /// Values with their probabilities, any number of them.
    case weighted

    var name: String {
      switch self {
      case .value(let name), .plain(let name): name
      case .weighted: "VALUE: PROBABILITY"
      }
    }
  }

  public let name: String
  public let parameters: [Parameter]
  /// One line without a full stop.
  public let summary: String
  /// A statement that uses it; run by the tests.
  public let example: String
  /// What is wrong with parameters, in a sentence; nil where nothing is.
  let fault: @Sendable (Distribution) -> String?
  let central: @Sendable (Distribution) -> Double

  init(
    _ name: String, _ parameters: [Parameter], _ summary: String, example: String,
    fault: @escaping @Sendable (Distribution) -> String?,
    central: @escaping @Sendable (Distribution) -> Double
  ) {
    self.name = name
    self.parameters = parameters
    self.summary = summary
    self.example = example
    self.fault = fault
    self.central = central
  }

  /// How it is written: `normal(MEAN, SD)`.
  public var usage: String {
    if name == "to" { return "LOW to HIGH" }
    if case .weighted? = parameters.first {
      return "\(name)(VALUE: PROBABILITY, VALUE: PROBABILITY)"
    }
    return "\(name)(\(parameters.map(\.name).joined(separator: ", ")))"
  }
}
