import Analysis
import Diagnostics
import Ensembles
import ParkModel
import Quantities
import Reports
import Simulation

/// A projection as a table for a file: Language 6.
enum FileTable {
  // MARK: Draws

  /// What files say of the draws of an ensemble where nobody chose. Language 6.
  static let statistics: [Statistic] = [
    .mean, .percentile(5), .percentile(25), .percentile(50), .percentile(75), .percentile(95),
  ]

  /// Wide, of an ensemble: a row for each statistic too, named in a column of its own.
  static func wide(
    _ request: ViewRequest, _ projection: Projection, _ scenario: Scenario, _ draws: DrawAccess
  ) throws(Diagnostic) -> Table {
    let answers = try EnsembleAnswers(request, projection, draws)
    let statistics = request.statistics(draws.ensemble.run.settings, usual: Self.statistics)
    var tables: [Table] = []
    for statistic in statistics {
      var table = Table(columns: [Table.Column("period_start"), Table.Column("period_end")])
      if request.division != nil { table.columns.append(Table.Column("scope")) }
      let titles = request.division.map { Self.titles(of: $0, projection, scenario) } ?? [:]
      if !titles.isEmpty { table.columns.append(Table.Column("scope_title")) }
      table.columns.append(Table.Column("statistic"))
      let columns = answers.series(statistic)
      for (figure, found) in columns {
        table.columns.append(
          Table.Column(
            figure.label, unit: found.unit, isNumeric: true,
            bases: request.basisText.bases(figure.basis)))
      }
      let series = columns.map(\.series.series)
      for (index, period) in request.periods.enumerated() {
        for part in parts(of: series, request, projection) {
          var row = ends(period, projection)
          if request.division != nil { row.append(.text(part ?? remainder)) }
          if !titles.isEmpty { row.append(.text(part.flatMap { titles[$0] } ?? "")) }
          row.append(.text("\(statistic)"))
          for series in series {
            let match = series.first { $0.isRemainder ? part == nil : $0.part == part ?? "" }
            row.append(match?.figures[index].cell ?? .undefined)
          }
          table.rows.append(row)
        }
      }
      tables.append(table)
    }
    var whole = tables[0]
    // All statistics of a period and part follow each other.
    whole.rows = whole.rows.indices.flatMap { index in tables.map { $0.rows[index] } }
    whole.priceYear = request.basisText.priceYear(request.figures)
    whole.remark(answers.notes)
    return whole
  }

  /// Tidy, of an ensemble: a row for each statistic; of what is worked out over all draws it is empty.
  static func tidy(
    _ request: ViewRequest, _ projection: Projection, scenario: String, branch: String,
    _ draws: DrawAccess
  ) throws(Diagnostic) -> Table {
    let answers = try EnsembleAnswers(request, projection, draws)
    let statistics = request.statistics(draws.ensemble.run.settings, usual: Self.statistics)
    var table = Table(
      columns: [
        "scenario", "branch", "scope_kind", "scope", "metric", "period_start", "period_end",
        "statistic", "unit", "value",
      ].map { Table.Column($0) })
    table.priceYear = request.basisText.priceYear(request.figures)
    for (figure, answer) in answers.figures {
      let bases = request.basisText.bases(figure.basis)
      let scopes = figure.scopes(in: projection)
      let named: [(statistic: String, series: FigureSeries)]
      switch answer {
      case .ofAll(let series): named = [("", series)]
      case .ofDraws(let columns): named = statistics.map { ("\($0)", columns.series($0)) }
      }
      guard let first = named.first?.series else { continue }
      let unit = Table.Column("", unit: first.unit, bases: bases).fullUnit
      for (place, part) in first.series.enumerated() {
        let (kind, scope) = scope(of: part, request, scopes)
        for (index, period) in request.periods.enumerated() {
          for (statistic, series) in named {
            table.rows.append(
              [.text(scenario), .text(branch), .text(kind), .text(scope), .text(figure.name)]
                + ends(period, projection)
                + [.text(statistic), .text(unit), series.series[place].figures[index].cell])
          }
        }
      }
    }
    table.remark(answers.notes)
    return table
  }

  /// The kind and the name of what a part of a figure is about; both are empty for everything. `scopes`
  /// are those that the figure is narrowed to.
  static func scope(
    of part: Series, _ request: ViewRequest, _ scopes: [Scope]
  ) -> (kind: String, name: String) {
    guard let division = request.division else {
      return (
        scopes.first?.division.rawValue ?? "", scopes.map(\.name).joined(separator: " ")
      )
    }
    return (division.rawValue, part.isRemainder ? remainder : part.part)
  }

  /// The titles of the parts that have one, by name. Levels are no declarations.
  static func titles(
    of division: Division, _ projection: Projection, _ scenario: Scenario
  ) -> [String: String] {
    guard division != .level else { return [:] }
    var titles: [String: String] = [:]
    for name in projection.names(of: division) {
      titles[name] = scenario.entity(named: name)?.title
    }
    return titles
  }

  /// What stands for everything that belongs to no part.
  static let remainder = "(none)"

  /// The first day of a period and the day after its last.
  static func ends(_ period: Range<Int>, _ calendar: StepCalendar) -> [Table.Cell] {
    [
      .text(calendar.date(ofStep: period.lowerBound).text),
      .text(calendar.date(ofStep: period.upperBound).text),
    ]
  }

  private static func ends(_ period: Range<Int>, _ projection: Projection) -> [Table.Cell] {
    ends(period, projection.calendar)
  }

  /// The parts that any metric has, in order; nil for the remainder.
  static func parts(
    of columns: [[Series]], _ request: ViewRequest, _ projection: Projection
  ) -> [String?] {
    guard let division = request.division else { return [""] }
    let hasRemainder = columns.contains { $0.contains { $0.isRemainder } }
    return projection.names(of: division) + (hasRemainder ? [nil] : [])
  }
}
