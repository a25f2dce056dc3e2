import Quantities

/// The profile of a kind of firm. Model 4.
///
/// The order of `profile` is the order of a tenant's numbers in a plan.
public enum Sector {
  /// A number of a profile, by its place in `profile`.
  public enum Number: Int, Sendable, CaseIterable {
    case outputPerJob, valueAdded, margin, wage, jobsPerArea, floorPerJob, investmentPerArea
    case exports, buildingShare, growth, jobGrowth, build, ramp, first, hazard, survivalScale,
      breakEven
    case creditable, research
    case energy, emissions, railElasticity, attractionElasticity, indirect, induced, vat, cit, pit

    public var row: AttributeRow { Sector.profile[rawValue] }

    /// Whether it is a share, and not money, a time or a count.
    var isShare: Bool {
      guard case .number(let unit, let range) = row.form else { return false }
      return unit == .one && range.upperBound <= 1
    }
  }

  public static let profile: [AttributeRow] = [
    .number("output_per_job", "yuan/year", 0...1e12, "output a job makes in a year"),
    .number("value_added", "", 0...1, fallback: 0, "value added, as a share of output"),
    .number("margin", "", -10...1, fallback: 0, "profit, as a share of output"),
    .number("wage", "yuan/year", 0...1e9, fallback: 0, "pay of a job in a year"),
    .number("jobs_per_area", "1/m2", 0...1e4, "jobs on a unit of land; none: it uses no land"),
    .number("floor_per_job", "m2", 0...1e6, fallback: 0, "floor space a job takes"),
    .number(
      "investment_per_area", "yuan/m2", 0...1e9, fallback: 0, "its own investment on its land"),
    .number("exports", "", 0...1, fallback: 0, "exports, as a share of output"),
    .number(
      "building_share", "", 0...1, fallback: 0, "buildings, as a share of its own investment"),
    .number(
      "growth", "1/year", -0.99...10, fallback: 0, "yearly growth of output per job and of wages"),
    .number(
      "job_growth", "1/year", -0.99...10, fallback: 0,
      "yearly growth of a firm's jobs from its opening on"),
    .number("build", "month", 0...1200, fallback: 0, "time from admission to opening"),
    .number(
      "ramp", "y", 0...1000, fallback: 0,
      "years from opening to 90 % of full size (`model.ramp_share`)"),
    .number("first", "", 0...(0.9).nextDown, fallback: 0, "share of full size on the opening day"),
    .number("hazard", "1/year", 0...100, fallback: 0, "closures a year, by age"),
    .number("survival_scale", "", 0...100, fallback: 1, "multiplies the hazard"),
    .number(
      "break_even", "", 0...(1.0).nextDown, fallback: 0,
      "ramp share at which profit is zero; a loss below"),
    .number(
      "creditable", "", 0...1, fallback: 0.9, "the share of purchases that carries deductible VAT"),
    .number("research", "", 0...1, fallback: 0, "spending on research, as a share of output"),
    .number("energy", "tce/yuan", 0...1, fallback: 0, "energy for a unit of value added"),
    .number("emissions", "tCO2/tce", 0...100, fallback: 0, "carbon dioxide for a unit of energy"),
    .number(
      "rail_elasticity", "", -10...10, "output elasticity to market potential; else the model's"),
    .number(
      "attraction_elasticity", "", -10...10, fallback: 0,
      "arrivals' elasticity to market potential"),
    .number("indirect", "", 0...100, fallback: 0, "jobs at suppliers for each direct job"),
    .number(
      "induced", "", -1...100, fallback: 0, "jobs that spent wages make, for each direct job"),
    .number("vat", "", 0...1, fallback: 0, "value-added tax rate"),
    .number("cit", "", 0...1, fallback: 0, "corporate income tax rate"),
    .number("pit", "", 0...1, fallback: 0, "personal income tax, as a share of pay"),
  ]

  static let row = EntityRow(
    kind: .sector, summary: "the profile of a kind of firm", attributes: profile,
    example: "sector toys-plus output_per_job=70万元/year jobs_per_area=110/ha value_added=25%")

  /// The profile number of this name.
  public static func number(named name: String) -> Number? {
    numbers[name]
  }

  private static let numbers = Dictionary(
    uniqueKeysWithValues: zip(profile.map(\.name), Number.allCases))
}
