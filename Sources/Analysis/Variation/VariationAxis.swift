import Diagnostics
public import ParkModel
public import Quantities

/// One thing in which the runs of a question differ, and what each of its alternatives changes.
public struct VariationAxis: Sendable {
  /// A change, and when it is made among those of all axes.
  public struct Change: Sendable {
    public var rank: Int
    public var edit: ScenarioEdit

    public init(rank: Int, _ edit: ScenarioEdit) {
      self.rank = rank
      self.edit = edit
    }
  }

  /// An input whose alternatives differ in a number and nothing else.
  public struct Numbers: Sendable {
    public var input: NamedInput
    /// By alternative, in one unit.
    public var values: [Double]
    public var unit: Unit

    public init(_ input: NamedInput, _ values: [Double], _ unit: Unit) {
      self.input = input
      self.values = values
      self.unit = unit
    }
  }

  /// By alternative.
  public let changes: [[Change]]
  /// The same as numbers that fill one plan; nil where alternatives differ in more.
  public let numbers: [Numbers]?

  public init(changes: [[Change]], numbers: [Numbers]? = nil) {
    self.changes = changes
    self.numbers = numbers
  }
}
