public import Diagnostics

/// What two uncertain parameters have to do with each other: the correlation of their normal
/// scores (a Gaussian copula), whatever their distributions are.
public struct Correlation: Sendable {
  /// The names of two parameters.
  public var a: String
  public var b: String
  /// From −1 to 1.
  public var coefficient: Double
  /// Where it is written.
  public var location: Location?

  public init(_ a: String, _ b: String, _ coefficient: Double, at location: Location? = nil) {
    self.a = a
    self.b = b
    self.coefficient = coefficient
    self.location = location
  }
}
