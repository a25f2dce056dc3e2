import Diagnostics

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

  static func check(_ travel: Declaration) throws(Diagnostic) {
    guard let city = travel.reference(from), city == travel.reference(to) else { return }
    throw Diagnostic(
      "conflict", "both ends of `\(travel.name)` are `\(city)`",
      at: travel[to]?.location ?? travel.location,
      help: ["the time within a city is its `internal_time`"])
  }
}
