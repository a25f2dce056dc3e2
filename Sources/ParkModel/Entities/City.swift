import Diagnostics

/// A city: a market, and the place of parks. Model 4, rail.
public enum City {
  public static let gdp = AttributeRow.number(
    "gdp", "yuan/year", 0...1e16, fallback: 0, "gross domestic product")
  public static let population = AttributeRow.number(
    "population", "", 0...1e11, "people who live there, for figures a head; no run reads it")
  public static let internalTime = AttributeRow.number(
    "internal_time", "min", 0...10_000, fallback: 10, "travel time within the city")
  public static let core = AttributeRow.entity(
    "core", .city, "the city whose pull a faster line strengthens")
  public static let handover = AttributeRow.number(
    "handover", "", 0...1, fallback: 0,
    "share of its local tax above handover_base that goes to the level above")
  public static let handoverBase = AttributeRow.number(
    "handover_base", "yuan/year", 0...1e16, fallback: 0,
    "local tax of a calendar year of which nothing is handed over")

  static let row = EntityRow(
    kind: .city, summary: "a city with its market",
    attributes: [gdp, population, internalTime, core, handover, handoverBase],
    example: "city quzhou gdp=2125.20亿元/year core=hangzhou")

  /// What is handed over is settled for a year, so that its share does not change within one.
  static func check(_ city: Declaration) throws(Diagnostic) {
    guard let share = city[handover], case .schedule? = share.number else { return }
    throw Diagnostic(
      "wrong-kind", "`handover` is one number, and not a schedule", at: share.location,
      help: ["write for example `handover=20%`; `handover_base` may change over time"])
  }
}
