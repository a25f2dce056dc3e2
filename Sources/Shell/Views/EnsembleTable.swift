import Analysis
import Diagnostics
import Ensembles
import ParkModel
import Reports
import Simulation

/// What the draws of an ensemble say of figures, as a table for the terminal: periods (and parts) down,
/// the statistics of each figure across. Language 5.
enum EnsembleTable {
  /// One column: a figure with one of its statistics, or one that is worked out over all draws.
  private struct Column {
    var figure: FigureRequest
    var statistic: Statistic?
    var series: FigureSeries
  }

  static func table(
    _ request: ViewRequest, _ projection: Projection, _ draws: DrawAccess
  ) throws(Diagnostic) -> Table {
    let found = try answers(request, projection, draws)
    var table = Table(
      columns: [Table.Column("period", chinese: "期间")])
    if request.division != nil {
      table.columns.append(Table.Column("scope", chinese: "范围"))
      table.keys = 2
    }
    for column in found.columns {
      table.columns.append(
        Table.Column(
          heading(column), chinese: heading(column, isChinese: true), unit: column.series.unit,
          isNumeric: true, family: column.figure.family,
          bases: request.basisText.bases(column.figure.basis)))
      table.remark(column.series.remarks.map { Table.Note($0) })
    }
    rows(found.columns, request, projection, to: &table)
    for column in found.columns { table.remark(undefined(column).map { Table.Note($0) }) }
    table.remark(request.basisText.notes(request.figures))
    table.priceYear = request.basisText.priceYear(request.figures)
    if PeriodTable.hasExpectedFirms(request, projection) { table.remark([BasisText.expected]) }
    table.remark(found.notes)
    return table
  }

  // MARK: Answers

  /// What the draws answer to each figure of a request.
  private static func answers(
    _ request: ViewRequest, _ projection: Projection, _ draws: DrawAccess
  ) throws(Diagnostic) -> (columns: [Column], notes: [Table.Note]) {
    let answered = try EnsembleAnswers(request, projection, draws)
    var columns: [Column] = []
    for figure in answered.figures {
      switch figure.answer {
      case .ofAll(let series):
        columns.append(Column(figure: figure.request, statistic: nil, series: series))
      case .ofDraws(let drawn):
        for statistic in request.statistics(draws.ensemble.run.settings) {
          columns.append(
            Column(
              figure: figure.request, statistic: statistic, series: drawn.series(statistic)))
        }
      }
    }
    return (columns, answered.notes)
  }

  // MARK: Rows

  private static func rows(
    _ columns: [Column], _ request: ViewRequest, _ projection: Projection, to table: inout Table
  ) {
    for (index, period) in request.periods.enumerated() {
      let cell = request.cell(of: period, projection.calendar)
      guard let division = request.division else {
        table.rows.append([cell] + columns.map { $0.series.series[0].figures[index].cell })
        continue
      }
      for part in projection.names(of: division) + [""] {
        let figures = columns.map { column in
          column.series.series.first { $0.isRemainder ? part.isEmpty : $0.part == part }?
            .figures[index] ?? .number(0)
        }
        // Parts with nothing in a period would only take room.
        guard figures.contains(where: { ($0.value ?? 0) != 0 }) else { continue }
        table.rows.append(
          [
            cell,
            part.isEmpty
              ? .text("(none)", chinese: "（无）")
              : .text(part, chinese: ChinesePart.name(part, of: division)),
          ] + figures.map(\.cell))
      }
    }
  }

  private static func heading(_ column: Column, isChinese: Bool = false) -> String {
    guard isChinese else {
      return column.figure.label + (column.statistic.map { " \($0)" } ?? "")
    }
    let own = ChinesePart.heading(of: column.figure)
    let name = own.isEmpty ? column.figure.label : own
    return name + (column.statistic.map { " " + $0.chinese } ?? "")
  }

  private static func undefined(_ column: Column) -> [Sentence] {
    var notes: [Sentence] = []
    for series in column.series.series {
      for case .undefined(let reason) in series.figures {
        let note: Sentence = "– \(heading(column)): \(reason)"
        if !notes.contains(note) { notes.append(note) }
      }
    }
    return notes
  }
}

extension Statistic {
  /// What Chinese headings call it.
  var chinese: String {
    switch self {
    case .mean: "均值"
    case .sd: "标准差"
    case .percentile(50): "中位数"
    case .percentile: String("\(self)".dropFirst()) + "%分位"
    }
  }
}
