import Diagnostics
import Language

/// The scalars of the model. Their values, sources and evidence codes are statements of the
/// built-in library `Library/model.park`.
public enum Model {
  public static let agglomeration = AttributeRow.number(
    "agglomeration", "", -1...1, "elasticity of productivity to a park's direct jobs")
  public static let agglomerationCap = AttributeRow.number(
    "agglomeration_cap", "", 1...1000, "the most that agglomeration multiplies output by")
  public static let rampShare = AttributeRow.number(
    "ramp_share", "", 0.01...0.9999, "share of full size that a firm has after the years of `ramp`")
  public static let railElasticity = AttributeRow.number(
    "rail_elasticity", "", -10...10, "output elasticity to market potential")
  public static let railDecay = AttributeRow.number(
    "rail_decay", "min", 0.01...100_000, "travel time at which a market counts half")
  public static let siphon = AttributeRow.number(
    "siphon", "", 0...1, "what a smaller city loses to its core city at most")
  public static let siphonHalfLife = AttributeRow.number(
    "siphon_half_life", "y", 0...1000, "years until half of the siphon is felt")
  public static let siphonNear = AttributeRow.number(
    "siphon_near", "min", 0...100_000, "travel time to the core within which all is drawn away")
  public static let siphonFar = AttributeRow.number(
    "siphon_far", "min", 0...100_000, "travel time to the core from which nothing is drawn away")
  public static let siphonSize = AttributeRow.number(
    "siphon_size", "", 0.001...1000, "a city's part of its core's GDP from which it loses nothing")
  public static let leastTime = AttributeRow.number(
    "least_time", "min", 0...100_000, "travel time below which no line brings two cities")
  public static let constructionJobs = AttributeRow.number(
    "construction_jobs", "1/yuan", 0...1, "job-years that a yuan of construction makes")
  public static let queueDecay = AttributeRow.number(
    "queue_decay", "1/year", 0...1, "share of waiting firms that give up in a year")

  public static let inflation = AttributeRow.number(
    "inflation", "1/year", -0.99...10, "yearly rise of prices, for money in nominal terms")
  public static let discount = AttributeRow.number(
    "discount", "1/year", -0.99...10, "rate at which later money counts less")
  public static let leakage = AttributeRow.number(
    "leakage", "", 0...1, "share of a park's effects that go to others than those it is for")
  public static let displacement = AttributeRow.number(
    "displacement", "", 0...1, "share of a park's effects that others nearby lose")
  public static let substitution = AttributeRow.number(
    "substitution", "", 0...1, "share of a park's effects that firms swap for what they did before")
  public static let multiplier = AttributeRow.number(
    "multiplier", "", 0...100, "what a park's own effects grow to with suppliers and spent wages")
  public static let deadweight = AttributeRow.number(
    "deadweight", "", 0...1, "share of a park's effects that would come without it too")

  static let row = EntityRow(
    kind: .model, summary: "the model's own numbers, changed with `set model`",
    attributes: [
      agglomeration, agglomerationCap, constructionJobs, deadweight, discount, displacement,
      inflation, leakage, leastTime, multiplier, queueDecay, railDecay, railElasticity, rampShare,
      siphon, siphonFar, siphonHalfLife, siphonNear, siphonSize, substitution,
    ],
    example: "set model queue_decay=20%")

  /// Those that a run reads at the scenario's start, whatever their schedules say later.
  static let readOnce = [
    leastTime, railDecay, rampShare, siphonFar, siphonHalfLife, siphonNear, siphonSize,
  ]

  /// What holds where a scenario has taken one of its numbers away: 0 for an effect, and for what shapes
  /// one what the library says.
  public static func number(_ row: AttributeRow, of model: Declaration) -> NumberValue {
    let isShape = row.name == agglomerationCap.name || readOnce.contains { $0.name == row.name }
    return model.number(row) ?? (isShape ? Library.defaults.number(row) : nil) ?? .constant(0)
  }

  /// Refuses a core city that draws from farther away all and from nearer nothing.
  static func check(_ model: Declaration) throws(Diagnostic) {
    guard let near = model.number(siphonNear), let far = model.number(siphonFar),
      near.largest >= far.smallest
    else { return }
    let names = [siphonNear, siphonFar]
    guard let place = names.compactMap({ model[$0] }).first(where: { !$0.isOfLibrary }) else {
      return
    }
    let (other, word) =
      place.name == siphonNear.name ? (siphonFar, "below") : (siphonNear, "above")
    let bound = model[other]?.expression.canonical ?? ""
    throw Diagnostic(
      "conflict", "`\(place.name)` has to be \(word) `\(other.name)`, \(bound)", at: place.location,
      help: ["state both: `set model siphon_near=60min siphon_far=120min`"])
  }
}
