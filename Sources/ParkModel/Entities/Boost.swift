import Diagnostics
import Quantities

/// What raises or lowers a park's productivity or appeal: a research institute, a better business
/// environment, a mountain zone's handicap. Model 4 and 5.
public enum Boost {
  public static let park = AttributeRow.entity(
    "park", .park, required: true, "the park it acts in")
  public static let sectors = AttributeRow.entities(
    "sectors", .sector, fallback: "all", "the sectors it acts on")
  public static let from = AttributeRow.from("from", "when it begins; always there if not given")
  public static let until = AttributeRow.until("until", "when it ends; never if not given")
  public static let halfLife = AttributeRow.number(
    "half_life", "y", 0...1000, fallback: 0, "years until half of it is felt")
  public static let productivity = AttributeRow.number(
    "productivity", "", -1...100, fallback: 0, "what it adds to output, as a share")
  public static let attraction = AttributeRow.number(
    "attraction", "", -1...100, fallback: 0, "what it adds to arrivals, as a share")

  static let row = EntityRow(
    kind: .boost, summary: "something that raises or lowers a park's productivity or appeal",
    attributes: [park, sectors, from, until, halfLife, productivity, attraction],
    groups: [AttributeGroup("what it adds to", [productivity, attraction])],
    example: "boost research-park park=smart from=2021 productivity=5% half_life=3y")

  static func check(_ boost: Declaration) throws(Diagnostic) {
    guard case .period(let from)? = boost[from]?.value, let last = boost[until],
      case .period(let until) = last.value, until.end <= from.start
    else { return }
    throw Diagnostic(
      "ends-before-start",
      "`\(boost.name)` begins on \(from.start.text), when it has ended already", at: last.location)
  }
}
