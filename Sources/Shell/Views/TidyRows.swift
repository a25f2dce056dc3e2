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

  /// The rows, which are asked of the projection figure by figure as they are written.
  static func source(
    _ request: ViewRequest, _ projection: Projection, scenario: String, branch: String
  ) -> RowSource {
    let calendar = projection.calendar
    let ends = request.periods.map { period in
      (calendar.date(ofStep: period.lowerBound).text, calendar.date(ofStep: period.upperBound).text)
    }
    return RowSource(
      columns: columns.map { Table.Column($0) },
      priceYear: request.basisText.priceYear(request.figures)
    ) { (batch, take) throws(Diagnostic) in
      let title = batch.place(of: scenario)
      let name = batch.place(of: branch)
      let dates = ends.map { (batch.place(of: $0.0), batch.place(of: $0.1)) }
      for figure in request.figures {
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
}
