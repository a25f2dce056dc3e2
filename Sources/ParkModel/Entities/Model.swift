/// The scalars of the model. Their values, sources and evidence codes are statements of the
/// built-in library `Library/model.park`.
public enum Model {
  public static let agglomeration = AttributeRow.number(
    "agglomeration", "", -1...1, "elasticity of productivity to a park's direct jobs")
  public static let railElasticity = AttributeRow.number(
    "rail_elasticity", "", -10...10, "output elasticity to market potential")
  public static let railDecay = AttributeRow.number(
    "rail_decay", "min", 0.01...100_000, "travel time at which a market counts half")
  public static let siphon = AttributeRow.number(
    "siphon", "", 0...1, "what a smaller city loses to its core city at most")
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
      agglomeration, constructionJobs, deadweight, discount, displacement, inflation, leakage,
      multiplier,
      queueDecay, railDecay, railElasticity, siphon, substitution,
    ],
    example: "set model queue_decay=20%")
}
