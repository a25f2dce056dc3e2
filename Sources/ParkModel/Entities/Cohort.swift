import Diagnostics
import Quantities

/// A stream of alike firms. Model 5.
public enum Cohort {
  public static let from = AttributeRow.from("from", required: true, "when the first can come")
  public static let until = AttributeRow.until("until", required: true, "when the last have come")
  public static let firms = AttributeRow.number(
    "firms", "", 0...1e9, required: true, "how many want to come in all")
  public static let pattern = AttributeRow.choice(
    "pattern", ["even", "bass"], "how they spread over time: evenly, or as word spreads")
  public static let innovation = AttributeRow.number(
    "p", "1/year", 0...100, fallback: 0.03, "Bass: come of their own accord, per year")
  public static let imitation = AttributeRow.number(
    "q", "1/year", 0...100, fallback: 0.38, "Bass: come because others did, per year")
  public static let replace = AttributeRow.number(
    "replace", "", 0...1, fallback: 0, "share of those that closed a year before that others follow"
  )

  static let row = EntityRow(
    kind: .cohort, summary: "a stream of alike firms",
    attributes: [
      Firm.park, Firm.phase, Firm.sector, from, until, firms, pattern, innovation, imitation,
      replace,
    ] + Firm.sizes + Firm.relocation + Sector.profile, groups: [Firm.sizing],
    example: "cohort tenants park=smart sector=digital from=2020 until=2030 firms=80 jobs=60")

  static func check(_ cohort: Declaration) throws(Diagnostic) {
    try Firm.check(cohort)
    if case .period(let from)? = cohort[from]?.value, let last = cohort[until],
      case .period(let until) = last.value, until.end <= from.start
    {
      throw Diagnostic(
        "ends-before-start",
        "`\(cohort.name)` begins on \(from.start.text), when it has ended already",
        at: last.location)
    }
    guard case .choice("bass")? = cohort[pattern]?.value, let p = cohort[innovation],
      case .number(let number) = p.value, number.smallest < 1e-9
    else { return }
    throw Diagnostic(
      "out-of-range", "a `bass` pattern never begins where `p` is nearly 0", at: p.location,
      help: ["write `p` above 0; 0.03 is usual"])
  }
}
