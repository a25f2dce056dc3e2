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

  public init(row: DistributionRow, parameters: [Double], probabilities: [Double], unit: Unit) {
    self.row = row
    self.parameters = parameters
    self.probabilities = probabilities
    self.unit = unit
  }

  /// The value that a plain run takes, in `unit`. Model 9.
  public var central: Double { row.central(self) }

  /// The inverse transform: the value below which a share of all values lies, in `unit`, for shares
  /// strictly between 0 and 1. What it needs of the parameters is worked out once, here.
  ///
  /// It grows with the share, or stays. It is finite: what is larger than any number that can be
  /// stored is the largest.
  public var inverse: @Sendable (_ share: Double) -> Double {
    let inverse = row.inverse(self)
    return { share in
      let value = inverse(share)
      let most = Double.greatestFiniteMagnitude
      return value > most ? most : value < -most ? -most : value
    }
  }

  /// The value below which a share of all values lies: `inverse` of one share.
  public func quantile(_ share: Double) -> Double { inverse(share) }
}

/// A kind of distribution: the row that checking, plain runs, draws, help and completion
/// read.
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
  /// Makes the inverse transform of given parameters, which have no fault.
  let inverse: @Sendable (Distribution) -> @Sendable (_ share: Double) -> Double

  init(
    _ name: String, _ parameters: [Parameter], _ summary: String, example: String,
    fault: @escaping @Sendable (Distribution) -> String?,
    central: @escaping @Sendable (Distribution) -> Double,
    inverse: @escaping @Sendable (Distribution) -> @Sendable (_ share: Double) -> Double
  ) {
    self.name = name
    self.parameters = parameters
    self.summary = summary
    self.example = example
    self.fault = fault
    self.central = central
    self.inverse = inverse
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
