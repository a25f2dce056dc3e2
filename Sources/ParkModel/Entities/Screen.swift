import Diagnostics

/// What a park asks of a firm before it lets it in. Model 5, screen.
public enum Screen {
  public static let park = AttributeRow.entity(
    "park", .park, required: true, "the park that it guards")
  public static let sectors = AttributeRow.entities(
    "sectors", .sector, fallback: "all", "the sectors that the park is meant for")
  public static let maximumEnergy = AttributeRow.number(
    "max_energy", "tce/yuan", 0...1, "the most energy for a unit of value added")
  public static let minimumTax = AttributeRow.number(
    "min_tax", "yuan/m2/year", 0...1e9, "the least total tax of a year on a unit of land")
  public static let minimumInvestment = AttributeRow.number(
    "min_investment", "yuan/m2", 0...1e9, "the least own investment on a unit of land")
  public static let maximumEmissions = AttributeRow.number(
    "max_emissions", "t/year", 0...1e12, "the most carbon dioxide of a firm in a year")

  /// What it can ask for.
  static let tests = [
    sectors, maximumEnergy, minimumTax, minimumInvestment, maximumEmissions,
  ]

  static let row = EntityRow(
    kind: .screen, summary: "what a park asks of a firm before it lets it in",
    attributes: [park] + tests, groups: [AttributeGroup("what it asks for", tests)],
    example: "screen gate park=smart sectors=[toys, digital] max_energy=0.52tce/万元")

  static func check(_ screen: Declaration) throws(Diagnostic) {
    let asks = tests.contains { row in
      guard let test = screen[row] else { return false }
      if case .choice = test.value { return false }
      return true
    }
    guard !asks else { return }
    throw Diagnostic(
      "missing-attribute", "`\(screen.name)` lets everyone in", at: screen.location,
      notes: [Diagnostic.Note("it can ask for \(attributes: tests.map(\.name))")],
      help: ["for example `\(row.example)`"])
  }
}

extension Scenario {
  /// A screen where there is no sector that a firm could be of.
  func screenProblems() -> [Diagnostic] {
    guard let screen = entities(.screen).first, entities(.sector).isEmpty else { return [] }
    return [
      Diagnostic(
        "no-sectors", "`\(screen.name)` has nobody to screen: the scenario has no sectors",
        at: screen.location, help: ["take up those of a library with `use china`"])
    ]
  }
}
