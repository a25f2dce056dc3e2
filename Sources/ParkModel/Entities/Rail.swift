import Diagnostics

/// A high-speed line and what it does to travel times. Model 4, rail.
public enum Rail {
  public static let from = AttributeRow.entity("from", .city, required: true, "one end")
  public static let to = AttributeRow.entities(
    "to", .city, required: true, "the cities it brings nearer")
  public static let opens = AttributeRow.from("opens", required: true, "when it is to open")
  public static let delay = AttributeRow.number(
    "delay", "month", 0...1200, fallback: 0, "how much later it opens")
  public static let saves = AttributeRow.number(
    "saves", "min", 0...10_000, "the time it saves on each travel time")
  public static let time = AttributeRow.number(
    "time", "min", 0...10_000, "the travel time with it, where it has one end city")
  public static let employment = AttributeRow.number(
    "employment", "", -1...100, fallback: 0, "what it adds to jobs in the cities at its ends")
  public static let halfLife = AttributeRow.number(
    "half_life", "y", 0...1000, fallback: 4, "years until half of the effect is felt")

  static let row = EntityRow(
    kind: .rail, summary: "a high-speed line and what it does to travel times",
    attributes: [from, to, opens, delay, saves, time, employment, halfLife],
    groups: [AttributeGroup("what it does", [saves, time])],
    example: "rail hangzhou-quzhou from=quzhou to=[hangzhou] opens=2025-12-26 time=73min")

  static func check(_ rail: Declaration) throws(Diagnostic) {
    if case .names(let cities)? = rail[to]?.value, let home = rail.reference(from),
      let index = cities.firstIndex(of: home)
    {
      throw Diagnostic(
        "conflict", "`\(rail.name)` runs from `\(home)` to `\(home)`",
        at: rail[to]?.location(ofItem: index) ?? rail.location)
    }
    guard let time = rail[time] else { return }
    if rail[saves] != nil {
      throw .conflict("`\(rail.name)` says both `saves` and `time`", at: time.location)
    }
    if case .names(let cities)? = rail[to]?.value, cities.count > 1 {
      throw Diagnostic(
        "conflict", "`time` is the time to one city, but `\(rail.name)` names \(cities.count)",
        at: time.location,
        help: ["say how many minutes it `saves`, or declare one rail for each city"])
    }
  }
}
