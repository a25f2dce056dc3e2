/// A figure that is known from a sample, and an interval in which it lies with 95 % of all samples.
public struct Estimate: Equatable, Sendable {
  public var value: Double
  public var low: Double
  public var high: Double

  public init(value: Double, low: Double, high: Double) {
    self.value = value
    self.low = low
    self.high = high
  }
}
