import Diagnostics
import Language

/// What a park forgoes or pays to bring firms in. Model 6, incentives.
public enum Incentive {
  /// What it does.
  public enum Form: String, Sendable, CaseIterable {
    /// Lowers a tax by a share.
    case holiday
    /// Pays back a share of the local tax.
    case rebate
    /// Pays a share of the firm's own investment.
    case capex
  }

  /// What the ages of its schedule are counted from, and in what.
  public enum Counting: String, Sendable, CaseIterable {
    /// From the opening, to the day.
    case age
    /// In whole calendar years; that of the opening is 0.
    case years
    /// In whole calendar years; 0 is the first in which the taxable profit is more than nothing.
    case profit
  }

  public static let park = AttributeRow.entity(
    "park", .park, required: true, "the park that gives it")
  public static let sectors = AttributeRow.entities(
    "sectors", .sector, fallback: "all", "the sectors that get it")
  public static let type = AttributeRow.special(
    "type", .choice(Form.allCases.map(\.rawValue)), required: true,
    "holiday lowers a tax, rebate pays local tax back, capex pays a part of the investment")
  public static let tax = AttributeRow.entity(
    "tax", .tax, "the tax that a holiday lowers; a rebate without one is of all")
  public static let schedule = AttributeRow.number(
    "schedule", "", 0...1, "the share by the age of the firm, of a holiday or a rebate")
  public static let counts = AttributeRow.choice(
    "counts", Counting.allCases.map(\.rawValue),
    "how its schedule counts: age from the opening, calendar years from that of the opening, or "
      + "from the first with a profit")
  public static let agreementsUntil = AttributeRow.until(
    "agreements_until", "a rebate is for firms that come before its end; for all if not given")
  public static let share = AttributeRow.number(
    "share", "", 0...1, "the share of its own investment that a firm is paid, of capex")

  static let row = EntityRow(
    kind: .incentive, summary: "what a park forgoes or pays to bring firms in",
    attributes: [park, sectors, type, tax, schedule, counts, agreementsUntil, share],
    groups: [AttributeGroup("how much", [schedule, share])],
    example:
      "incentive two-free park=smart type=holiday tax=cit schedule={0y: 100%, 2y: 50%, 5y: 0%}")

  /// What it does.
  public static func form(of incentive: Declaration) -> Form? {
    Form(rawValue: incentive.choice(type))
  }

  /// What its ages are.
  public static func counting(of incentive: Declaration) -> Counting {
    Counting(rawValue: incentive.choice(counts)) ?? .age
  }

  static func check(_ incentive: Declaration) throws(Diagnostic) {
    guard let form = form(of: incentive) else { return }
    let needed: [AttributeRow]
    let idle: [AttributeRow]
    switch form {
    case .holiday: (needed, idle) = ([tax, schedule], [agreementsUntil, share])
    case .rebate: (needed, idle) = ([schedule], [share])
    case .capex: (needed, idle) = ([share], [tax, schedule, counts, agreementsUntil])
    }
    for row in needed where incentive[row] == nil {
      throw .missingAttribute(row, of: incentive)
    }
    for row in idle {
      guard let attribute = incentive[row] else { continue }
      throw Diagnostic(
        "conflict", "`\(row.name)` means nothing for `type=\(form.rawValue)`",
        at: attribute.location,
        notes: [
          Diagnostic.Note("it takes " + needed.map(\.name).joined(separator: " and "))
        ], help: ["leave it out, or choose another `type`"])
    }
    try checkKeys(incentive)
  }

  /// Holidays and rebates go by age; a firm that is still building has none, so grants go by date.
  private static func checkKeys(_ incentive: Declaration) throws(Diagnostic) {
    if let attribute = incentive[schedule], case .schedule(let keys)? = attribute.number,
      !keys.isByAge
    {
      throw Diagnostic(
        "wrong-kind", "`schedule` of an incentive goes by the age of the firm, not by dates",
        at: attribute.location, help: ["write for example `schedule={0y: 100%, 3y: 50%, 5y: 0%}`"])
    }
    if let attribute = incentive[share], case .schedule(let keys)? = attribute.number,
      keys.isByAge
    {
      throw Diagnostic(
        "wrong-kind", "`share` of an incentive goes by dates, not by the age of the firm",
        at: attribute.location, help: ["write for example `share={2021: 10%, 2024: 5%}`"])
    }
  }
}
