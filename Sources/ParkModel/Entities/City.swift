/// A city: a market, and the place of parks. Model 4, rail.
public enum City {
  public static let gdp = AttributeRow.number(
    "gdp", "yuan/year", 0...1e16, fallback: 0, "gross domestic product")
  public static let population = AttributeRow.number(
    "population", "", 0...1e11, "people who live there")
  public static let internalTime = AttributeRow.number(
    "internal_time", "min", 0...10_000, fallback: 10, "travel time within the city")
  public static let core = AttributeRow.entity(
    "core", .city, "the city whose pull a faster line strengthens")

  static let row = EntityRow(
    kind: .city, summary: "a city with its market",
    attributes: [gdp, population, internalTime, core],
    example: "city quzhou gdp=2125.20亿元/year core=hangzhou")
}
