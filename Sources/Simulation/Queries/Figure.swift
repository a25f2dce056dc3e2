public import Diagnostics

/// One value of a metric.
public enum Figure: Sendable, Equatable {
  /// An exact sum of postings.
  case money(fen: Int64)
  /// In the metric's unit.
  case number(Double)
  /// Why there is no value.
  indirect case undefined(Sentence)

  /// The value in the metric's unit, money in yuan; nil where undefined.
  public var value: Double? {
    switch self {
    case .money(let fen): Double(fen) / 100
    case .number(let value): value
    case .undefined: nil
    }
  }
}

/// What a metric is narrowed to: an entity, a tax or a level.
public struct Scope: Sendable, Hashable {
  public let division: Division
  /// Its place among the names of the division.
  let index: Int
  public let name: String
}

/// A metric over time, for the whole scope or for one part of it.
public struct Series: Sendable {
  /// The part; empty for the whole, and for what belongs to no part.
  public let part: String
  /// Whether it is what belongs to no part.
  public let isRemainder: Bool
  /// One for each period.
  public let figures: [Figure]

  public init(part: String, isRemainder: Bool, figures: [Figure]) {
    self.part = part
    self.isRemainder = isRemainder
    self.figures = figures
  }
}
