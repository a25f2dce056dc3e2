import Analysis
import Diagnostics
import Reports
import Simulation

/// A projection as a table for the terminal: periods down, metrics or parts across.
enum PeriodTable {
  /// As many parts of one metric stand side by side; more go below each other.
  private static let widest = 8
  private static let period = Table.Column("period", chinese: "期间")
  /// What belongs to no part.
  private static let none = (own: "(none)", chinese: "（无）")

  static func table(
    _ request: ViewRequest, _ projection: Projection
  ) throws(Diagnostic) -> Table {
    var table = try figures(request, projection)
    table.remark(request.basisText.notes(request.figures))
    table.priceYear = request.basisText.priceYear(request.figures)
    if hasExpectedFirms(request, projection) { table.remark([BasisText.expected]) }
    return table
  }

  /// Whether it shows a named firm that may have closed, and figures that are less for it.
  static func hasExpectedFirms(_ request: ViewRequest, _ projection: Projection) -> Bool {
    guard request.view.closures == .expected, let last = request.periods.last else { return false }
    let all = request.division == .firm ? projection.names(of: .firm) : []
    return request.figures.contains { isExpected($0, by: last, otherwise: all, projection) }
  }

  /// Whether a figure is of named firms, by itself or as parts of all, that may have closed by the end
  /// of a period, and is less for it.
  static func isExpected(
    _ figure: FigureRequest, by period: Range<Int>, otherwise all: [String] = [],
    _ projection: Projection
  ) -> Bool {
    guard figure.basis.isExpected else { return false }
    let named = figure.scopes(in: projection).filter { $0.division == .firm }.map(\.name)
    return (named.isEmpty ? all : named).contains {
      projection.mayHaveClosed($0, by: period.upperBound - 1)
    }
  }

  private static func figures(
    _ request: ViewRequest, _ projection: Projection
  ) throws(Diagnostic) -> Table {
    guard let division = request.division else { return try plain(request, projection) }
    if request.figures.count == 1 {
      let figure = request.figures[0]
      let found = try request.series(figure, projection, by: division)
      // Parts with nothing in any period would only take room.
      let parts = found.series.filter { part in part.figures.contains { ($0.value ?? 0) != 0 } }
      if parts.count <= widest {
        var table = try crossed(request, division, figure, parts, found.unit, projection)
        table.remark(found.remarks.map { Table.Note($0) })
        return table
      }
    }
    return try long(request, division, projection)
  }

  private static func plain(
    _ request: ViewRequest, _ projection: Projection
  ) throws(Diagnostic) -> Table {
    var table = Table(columns: [period])
    table.rows = request.periods.map { [request.cell(of: $0, projection.calendar)] }
    for figure in request.figures {
      let found = try request.series(figure, projection)
      add(found.series[0].figures, column(figure.label, figure, found.unit, request), to: &table)
      table.remark(found.remarks.map { Table.Note($0) })
    }
    return table
  }

  /// One metric, a column for each part and one for the sum where parts have one.
  private static func crossed(
    _ request: ViewRequest, _ division: Division, _ figure: FigureRequest, _ series: [Series],
    _ unit: String, _ projection: Projection
  ) throws(Diagnostic) -> Table {
    var table = Table(columns: [period])
    table.rows = request.periods.map { [request.cell(of: $0, projection.calendar)] }
    for part in series {
      var shown = column(
        part.isRemainder ? none.own : part.part, figure, unit, request)
      shown.chinese = part.isRemainder ? none.chinese : ChinesePart.name(part.part, of: division)
      add(part.figures, shown, to: &table)
    }
    if figure.addsUp, series.count != 1 {
      let whole = try request.series(figure, projection)
      var sum = column(figure.label, figure, unit, request)
      // What was rounded for itself would not add up as it is printed.
      sum.parts = 1..<table.columns.count
      add(whole.series[0].figures, sum, to: &table)
    }
    return table
  }

  /// Periods and parts down, metrics across; parts with nothing in a period are left out.
  private static func long(
    _ request: ViewRequest, _ division: Division, _ projection: Projection
  ) throws(Diagnostic) -> Table {
    var table = Table(
      columns: [period, Table.Column("scope", chinese: "范围")], keys: 2)
    var columns: [[String: Series]] = []
    for figure in request.figures {
      let found = try request.series(figure, projection, by: division)
      table.columns.append(column(figure.label, figure, found.unit, request))
      table.remark(found.remarks.map { Table.Note($0) })
      columns.append(
        Dictionary(uniqueKeysWithValues: found.series.map { ($0.isRemainder ? "" : $0.part, $0) }))
    }
    for (index, period) in request.periods.enumerated() {
      for part in projection.names(of: division) + [""] {
        let figures = columns.map { $0[part]?.figures[index] ?? .number(0) }
        guard figures.contains(where: { ($0.value ?? 0) != 0 }) else { continue }
        table.rows.append(
          [
            request.cell(of: period, projection.calendar),
            part.isEmpty
              ? .text(none.own, chinese: none.chinese)
              : .text(part, chinese: ChinesePart.name(part, of: division)),
          ] + figures.map(\.cell))
      }
    }
    return table
  }

  /// A column of a figure; `tax` and `tax.local` are of one family.
  private static func column(
    _ heading: String, _ figure: FigureRequest, _ unit: String, _ request: ViewRequest
  ) -> Table.Column {
    Table.Column(
      heading, chinese: ChinesePart.heading(of: figure), unit: unit,
      isNumeric: true, family: figure.family, bases: request.basisText.bases(figure.basis))
  }

  private static func add(
    _ figures: [Figure], _ column: Table.Column, to table: inout Table
  ) {
    table.columns.append(column)
    for (index, figure) in figures.enumerated() {
      table.rows[index].append(figure.cell)
      if case .undefined(let reason) = figure {
        table.remark([Table.Note("– \(column.heading): \(reason)")])
      }
    }
  }
}

extension Table {
  /// Says something below the table, once.
  mutating func remark(_ remarks: [Note]) {
    for remark in remarks where !notes.contains(remark) { notes.append(remark) }
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
