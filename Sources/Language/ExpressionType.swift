public import Diagnostics
public import Quantities

/// What an expression is, known before it is worked out: what it measures, and whether it is one
/// value, one that changes, an uncertain one or one for each period.
public struct ExpressionType: Sendable, Equatable {
  public enum Content: Sendable, Equatable {
    case number(Dimension)
    case truth
  }

  /// How many values there are, and of what sort.
  public struct Traits: OptionSet, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// It changes by date.
    public static let byDate = Traits(rawValue: 1)
    /// It changes with the age of a firm or of a boost.
    public static let byAge = Traits(rawValue: 2)
    /// A distribution is in it.
    public static let uncertain = Traits(rawValue: 4)
    /// One value for each period of a run.
    public static let series = Traits(rawValue: 8)
    /// It comes out of a run, and may be undefined.
    public static let projected = Traits(rawValue: 16)
  }

  public var content: Content
  public var traits: Traits = []
  /// Whether it is made of numbers without units: counts, years, or money where money is expected.
  public var isBare = false
  /// Whether it is made of percentages alone, or of sums of them and bare numbers: what a bare number
  /// may be multiplied by and stay one, as in `(1 - 15%) * 200000`.
  var isShare = false
  /// Whether it is written as nought, which is of every dimension.
  public internal(set) var isNought = false

  public init(_ content: Content, _ traits: Traits = [], isBare: Bool = false) {
    self.content = content
    self.traits = traits
    self.isBare = isBare
  }

  public static func number(_ dimension: Dimension, _ traits: Traits = []) -> ExpressionType {
    ExpressionType(.number(dimension), traits)
  }

  public static let truth = ExpressionType(.truth)

  /// What it measures; nil for what is true or false.
  public var dimension: Dimension? {
    if case .number(let dimension) = content { return dimension }
    return nil
  }

  public var isSchedule: Bool { !traits.isDisjoint(with: [.byDate, .byAge]) }

  /// What it is in words: `money`, `an area over time`, `a number for each period`.
  public var phrase: Sentence {
    let what: Sentence = dimension?.phrase ?? "true or false"
    if traits.contains(.series) { return "\(what) for each period" }
    if traits.contains(.byAge) { return "\(what) by age" }
    return traits.contains(.byDate) ? "\(what) over time" : what
  }

  /// The kind by its common name: `scalar`, `schedule`, `distribution` or `series`.
  public var kind: String {
    if traits.contains(.series) { return "series" }
    if isSchedule { return "schedule" }
    return traits.contains(.uncertain) ? "distribution" : "scalar"
  }

  /// The dimension that two values share where they are added or compared; nil where they share
  /// none. A bare number is money beside money and job-years beside job-years, and nought is anything.
  func shared(with other: ExpressionType) -> Dimension? {
    guard let mine = dimension, let theirs = other.dimension else { return nil }
    if mine == theirs { return mine }
    if isNought || (isBare && ExpressionType.isOfBareNumbers(theirs)) { return theirs }
    if other.isNought || (other.isBare && ExpressionType.isOfBareNumbers(mine)) { return mine }
    return nil
  }

  /// Whether a number without a unit may stand for it: money in the scenario's currency, and a count
  /// of job-years as one of jobs. Language 3.
  public static func isOfBareNumbers(_ dimension: Dimension) -> Bool {
    dimension == .money || dimension == Dimension(work: 1)
  }

  /// The same, bare if what it is made of is: numbers without units, and percentages of them.
  func made(
    of a: ExpressionType, _ b: ExpressionType, asProduct: Bool = false
  ) -> ExpressionType {
    var result = self
    let arePlain = (a.isBare || a.isShare) && (b.isBare || b.isShare)
    result.isBare = arePlain && (asProduct ? a.isBare || b.isBare : a.isBare && b.isBare)
    result.isShare = arePlain && !result.isBare
    return result
  }
}
