import Reports
import Simulation

/// A projection as a table for the terminal: periods down, metrics or parts across.
enum PeriodTable {
  /// As many parts of one metric stand side by side; more go below each other.
  private static let widest = 8

  static func table(_ request: ViewRequest, _ projection: Projection) -> Table {
    guard let division = request.division else { return plain(request, projection) }
    if request.metrics.count == 1 {
      let metric = request.metrics[0]
      let series = projection.series(
        metric.metric, in: metric.scopes, by: division, over: request.periods)
      // Parts with nothing in any period would only take room.
      let parts = series.filter { part in part.figures.contains { ($0.value ?? 0) != 0 } }
      if parts.count <= widest { return crossed(request, metric, parts, projection) }
    }
    return long(request, division, projection)
  }

  private static func plain(_ request: ViewRequest, _ projection: Projection) -> Table {
    var table = Table(columns: [Table.Column("period")])
    table.rows = request.periods.map { [.text(projection.calendar.label($0))] }
    for metric in request.metrics {
      let series = projection.series(metric.metric, in: metric.scopes, over: request.periods)
      add(series[0].figures, heading: metric.label, metric.metric, to: &table)
    }
    return table
  }

  /// One metric, a column for each part and one for the sum where parts have one.
  private static func crossed(
    _ request: ViewRequest, _ metric: MetricRequest, _ series: [Series],
    _ projection: Projection
  ) -> Table {
    var table = Table(columns: [Table.Column("period")])
    table.rows = request.periods.map { [.text(projection.calendar.label($0))] }
    for part in series {
      add(part.figures, heading: part.isRemainder ? "(none)" : part.part, metric.metric, to: &table)
    }
    if metric.metric.row.addsUp, series.count != 1 {
      let whole = projection.series(metric.metric, in: metric.scopes, over: request.periods)
      add(whole[0].figures, heading: metric.label, metric.metric, to: &table)
    }
    return table
  }

  /// Periods and parts down, metrics across; parts with nothing in a period are left out.
  private static func long(
    _ request: ViewRequest, _ division: Division, _ projection: Projection
  ) -> Table {
    var table = Table(
      columns: [Table.Column("period"), Table.Column("scope")], keys: 2)
    let columns = request.metrics.map { metric in
      let series = projection.series(
        metric.metric, in: metric.scopes, by: division, over: request.periods)
      table.columns.append(column(metric.label, metric.metric))
      return Dictionary(uniqueKeysWithValues: series.map { ($0.isRemainder ? "" : $0.part, $0) })
    }
    for (index, period) in request.periods.enumerated() {
      for part in projection.names(of: division) + [""] {
        let figures = columns.map { $0[part]?.figures[index] ?? .number(0) }
        guard figures.contains(where: { ($0.value ?? 0) != 0 }) else { continue }
        table.rows.append(
          [
            .text(projection.calendar.label(period)), .text(part.isEmpty ? "(none)" : part),
          ] + figures.map(\.cell))
      }
    }
    return table
  }

  /// A column of a metric; `tax` and `tax.local` are of one family.
  private static func column(_ heading: String, _ metric: Metric) -> Table.Column {
    let family = String(metric.name.prefix { $0 != "." })
    return Table.Column(heading, unit: metric.row.unit, isNumeric: true, family: family)
  }

  private static func add(
    _ figures: [Figure], heading: String, _ metric: Metric, to table: inout Table
  ) {
    table.columns.append(column(heading, metric))
    var reason: String?
    for (index, figure) in figures.enumerated() {
      table.rows[index].append(figure.cell)
      if case .undefined(let why) = figure { reason = why }
    }
    if let reason { table.notes.append("– \(heading): \(reason)") }
  }
}

extension Figure {
  /// The figure as a cell of a table.
  var cell: Table.Cell {
    switch self {
    case .money(let fen): .money(fen: fen)
    case .number(let value): .number(value)
    case .undefined: .undefined
    }
  }
}
