import Diagnostics
import Quantities

/// A phase of a park's construction. Model 3.
public enum Phase {
  public static let park = AttributeRow.entity("park", .park, required: true, "its park")
  public static let area = AttributeRow.number(
    "area", "m2", 0...1e12, fallback: 0, "land it makes ready")
  public static let floor = AttributeRow.number(
    "floor", "m2", 0...1e12, fallback: 0, "floor space it makes ready")
  public static let investment = AttributeRow.number(
    "investment", "yuan", 0...1e15, fallback: 0, "its budget")
  public static let publicShare = AttributeRow.number(
    "public", "", 0...1, fallback: 1, "the share of the budget that is public money")
  public static let start = AttributeRow.from("start", required: true, "when building begins")
  public static let complete = AttributeRow.until(
    "complete", required: true, "when it is to be complete")
  public static let delay = AttributeRow.number(
    "delay", "month", 0...1200, fallback: 0, "how much later it is complete")
  public static let overrun = AttributeRow.number(
    "overrun", "", -1...100, fallback: 0, "what it costs beyond its budget, as a share")
  public static let profile = AttributeRow.choice(
    "profile", ["s-curve", "linear"], "how the spending runs over time")

  static let row = EntityRow(
    kind: .phase, summary: "a phase of a park's construction",
    attributes: [
      park, area, floor, investment, publicShare, start, complete, delay, overrun, profile,
    ],
    example: "phase p1 park=smart area=20ha investment=5.2bn start=2018 complete=2019")

  static func check(_ phase: Declaration) throws(Diagnostic) {
    guard case .period(let start)? = phase[start]?.value,
      let end = phase[complete], case .period(let complete) = end.value,
      complete.end <= start.start
    else { return }
    throw Diagnostic(
      "ends-before-start",
      "`\(phase.name)` starts on \(start.start.text), when it is complete already",

      at: end.location)
  }
}
