import Diagnostics

/// A firm that comes to a park. Model 4.
public enum Firm {
  public static let park = AttributeRow.entity("park", .park, required: true, "where it comes")
  public static let phase = AttributeRow.entity("phase", .phase, "the phase it must be in")
  public static let sector = AttributeRow.entity("sector", .sector, required: true, "its profile")
  public static let arrives = AttributeRow.from("arrives", required: true, "when it comes")

  public static let origin = AttributeRow.entity(
    "origin", .city, "the city that it leaves, and that loses its local tax")
  public static let moved = AttributeRow.number(
    "moved", "", 0...1, fallback: 1, "share of its local tax that `origin` loses")

  public static let jobs = AttributeRow.number("jobs", "", 0...1e9, "jobs at full size")
  public static let output = AttributeRow.number(
    "output", "yuan/year", 0...1e15, "output at full size")
  public static let localTax = AttributeRow.number(
    "local_tax", "yuan/year", 0...1e15,
    "local tax at full operation: sets its output, or f beside one")
  public static let totalTax = AttributeRow.number(
    "total_tax", "yuan/year", 0...1e15,
    "total tax at full operation: sets its output, or f beside one")
  public static let investment = AttributeRow.number(
    "investment", "yuan", 0...1e15, "its own investment")
  public static let land = AttributeRow.number("land", "m2", 0...1e12, "land it takes")
  public static let floor = AttributeRow.number("floor", "m2", 0...1e12, "floor space it takes")

  /// Whence it comes.
  static let relocation = [origin, moved]

  /// What states the size of a firm, or of each firm of a cohort.
  public static let sizes = [jobs, output, localTax, totalTax, investment, land, floor]

  /// Each of these settles how large it is. Model 4, size.
  static let sizing = AttributeGroup("a size", [jobs, output, localTax, totalTax, land])

  static let row = EntityRow(
    kind: .firm, summary: "a firm that comes to a park",
    attributes: [park, phase, sector, arrives] + sizes + relocation + Sector.profile,
    groups: [sizing],
    example: "firm plant park=smart sector=toys arrives=2022 jobs=350")

  /// A firm, or the firms of a cohort, can pledge one of the two taxes; and only what comes from
  /// somewhere can have moved.
  static func check(_ tenant: Declaration) throws(Diagnostic) {
    if let moved = tenant[moved], tenant[origin] == nil {
      throw Diagnostic(
        "conflict", "`moved` means nothing without an `origin`", at: moved.location,
        help: ["name the city that loses the tax with `origin`, or leave `moved` out"])
    }
    // The one that was stated last is the one too many.
    let pledges = tenant.attributes.filter { [localTax.name, totalTax.name].contains($0.name) }
    guard pledges.count == 2 else { return }
    throw .conflict(
      "`\(tenant.name)` pledges both `local_tax` and `total_tax`, and one settles the other",
      at: pledges[1].location)
  }
}
