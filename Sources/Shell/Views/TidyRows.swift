import Analysis
import Diagnostics
import Ensembles
import ParkModel
import Quantities
import Reports
import Simulation

/// A projection as tidy rows for a file, one value each and no totals of what is divided: Language 6.
enum TidyRows {
  static let columns = [
    "scenario", "branch", "scope_kind", "scope", "metric", "period_start", "period_end", "unit",
    "value",
  ]

  /// Fewer are written before a thread has begun.
  private static let manyRows = 20_000

  /// The rows, which are asked of the projection figure by figure as they are written; a figure is a part,
  /// so that several are asked for at once.
  static func source(
    _ request: ViewRequest, _ projection: Projection, scenario: String, branch: String
  ) -> RowSource {
    let rows = FigureRows(request, projection, scenario, branch)
    let figures = request.figures
    let scopes = request.division.map { projection.names(of: $0).count } ?? 1
    let count = figures.count * request.periods.count * scopes
    return RowSource(
      columns: columns.map { Table.Column($0) },
      priceYear: request.basisText.priceYear(request.figures), isLong: count > manyRows,
      parts: figures.count
    ) { (part, batch, take) throws(Diagnostic) in try rows.make(figures[part], &batch, take) }
  }

  /// What makes the rows of a figure.
  private struct FigureRows: Sendable {
    private let request: ViewRequest
    private let projection: Projection
    /// What the scenario is called, and the branch.
    private let (scenario, branch): (String, String)
    /// The first and the last day of each period.
    private let days: [(first: String, last: String)]

    init(
      _ request: ViewRequest, _ projection: Projection, _ scenario: String, _ branch: String
    ) {
      self.request = request
      self.projection = projection
      (self.scenario, self.branch) = (scenario, branch)
      let calendar = projection.calendar
      days = request.periods.map { period in
        (
          calendar.date(ofStep: period.lowerBound).text,
          calendar.date(ofStep: period.upperBound).text
        )
      }
    }

    func make(
      _ figure: FigureRequest, _ batch: inout RowBatch, _ take: RowBatch.Taker
    ) throws(Diagnostic) {
      let title = batch.place(of: scenario)
      let name = batch.place(of: branch)
      let dates = days.map { (batch.place(of: $0.first), batch.place(of: $0.last)) }
      let found = try request.series(figure, projection, by: request.division)
      let bases = request.basisText.bases(figure.basis)
      let unit = batch.place(of: Table.Column("", unit: found.unit, bases: bases).fullUnit)
      let metric = batch.place(of: figure.name)
      let scopes = figure.scopes(in: projection)
      for part in found.series {
        let (kindName, scopeName) = FileTable.scope(of: part, request, scopes)
        let kind = batch.place(of: kindName)
        let scope = batch.place(of: scopeName)
        var places = [title, name, kind, scope, metric, 0, 0, unit]
        for (date, value) in zip(dates, part.figures) {
          (places[5], places[6]) = date
          batch.add(places, value.cell)
          guard batch.endRow(take) else { return }
        }
      }
    }
  }
}
