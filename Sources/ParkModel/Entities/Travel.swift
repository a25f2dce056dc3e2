/// The travel time between two cities before any new line; the same both ways.
public enum Travel {
  public static let from = AttributeRow.entity("from", .city, required: true, "one end")
  public static let to = AttributeRow.entity("to", .city, required: true, "the other end")
  public static let time = AttributeRow.number(
    "time", "min", 0...100_000, required: true, "how long it takes")

  static let row = EntityRow(
    kind: .travel, summary: "the travel time between two cities before any new line",
    attributes: [from, to, time],
    example: "travel quzhou-hangzhou from=quzhou to=hangzhou time=75min")
}
