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

  public static let spending = AttributeRow.number(
    "spending", "yuan/year", 0...1e13,
    "what is spent a year, by date, instead of `investment` and `profile`")

  static let row = EntityRow(
    kind: .phase, summary: "a phase of a park's construction",
    attributes: [
      park, area, floor, investment, publicShare, start, complete, delay, overrun, profile,
      spending,
    ],
    groups: [
      AttributeGroup("what it costs", [investment, spending]),
      AttributeGroup("what it makes ready", [area, floor]),
    ],
    example: "phase p1 park=smart area=20ha investment=5.2bn start=2018 complete=2019")

  /// What says what it costs and when: `spending`, or the others.
  private static let costs = [investment.name, profile.name, spending.name]

  /// Whether the phase's `spending` says what the row would.
  public static func isReplaced(_ row: AttributeRow, in phase: Declaration) -> Bool {
    phase.kind == .phase && phase[spending] != nil
      && [investment.name, profile.name].contains(row.name)
  }

  static func check(_ phase: Declaration) throws(Diagnostic) {
    let costs = phase.attributes.filter { Phase.costs.contains($0.name) }
    if let last = costs.last, phase[spending] != nil, costs.count > 1 {
      let first = costs.first { $0.name == spending.name && last.name != spending.name } ?? costs[0]
      let isOnePlace = first.location.place == last.location.place
      throw Diagnostic(
        "conflict",
        "`\(first.name)` says what `\(phase.name)` costs and when, and `\(last.name)` says so too",
        at: last.location,
        notes: [Diagnostic.Note("`\(first.name)` is here", at: first.location)],
        help: [
          isOnePlace
            ? "keep one of them"
            : "take the other away first: `unset \(phase.name) \(first.name)`"
        ])
    }
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
