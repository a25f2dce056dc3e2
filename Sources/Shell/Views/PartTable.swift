import Diagnostics
import Ensembles
import Quantities
import Reports

/// What a part of an ensemble says, or all of it.
enum PartTable {
  /// For a person: a row a figure and year.
  static func shown(_ part: EnsemblePart) -> Table {
    let statistics = Statistic.usual
    var table = Table(
      columns: [Table.Column("figure"), Table.Column("period")]
        + statistics.map { Table.Column("\($0)", isNumeric: true, family: "statistics") },
      keys: 2)
    for (column, draws) in zip(part.header.columns, part.columns) {
      let unit = unit(of: column)
      table.rows.append(
        [.text(column.label), .text(period(column.period))]
          + draws.values(of: statistics).map { value in
            value.map { .measured(Table.Measured($0, unit)) } ?? .undefined
          })
    }
    table.priceYear = part.header.columns.lazy.compactMap(priceYear).first
    table.notes = notes(part).map { Table.Note($0) }
    return table
  }

  /// For a file: one value a row.
  static func tidy(_ part: EnsemblePart) -> Table {
    let statistics = FileTable.statistics
    var table = Table(
      columns: ["metric", "period_start", "period_end", "unit", "statistic", "value"].map {
        Table.Column($0)
      })
    for (column, draws) in zip(part.header.columns, part.columns) {
      let ends = ends(column.period)
      for (statistic, value) in zip(statistics, draws.values(of: statistics)) {
        table.rows.append([
          .text(column.label), .text(ends.start), .text(ends.end), .text(column.unit),
          .text("\(statistic)"), cell(value, isMoney: unit(of: column) == "yuan"),
        ])
      }
    }
    return table
  }

  // MARK: Notes

  private static func notes(_ part: EnsemblePart) -> [Sentence] {
    let header = part.header
    var notes: [Sentence] = [
      "\(count(header.range.count)) draws, seed \(header.seed), \(header.method)"
    ]
    if !header.isWhole {
      notes.append("only a part: there are \(count(header.draws)) draws in all")
    }
    if let column = part.columns.max(by: { $0.missing < $1.missing }),
      let first = column.firstMissing
    {
      notes.append(
        column.missing == 1
          ? "1 draw has no value: draw \(first.draw), \(said: first.reason)"
          : "\(count(column.missing)) draws have no value; the first, draw \(first.draw): \(said: first.reason)"
      )
    }
    let error = part.columns.map(\.rankError).max() ?? 0
    if error > 0 {
      let percent = NumberFormat.significant(error * 100, digits: 2)
      notes.append("quantiles are those of a rank that is off by at most \(percent) % of all draws")
    }
    return notes + humps(part)
  }

  /// The last year of each figure that has two humps: what one mean says badly.
  private static func humps(_ part: EnsemblePart) -> [Sentence] {
    var found: [String: Sentence] = [:]
    var labels: [String] = []
    for (column, draws) in zip(part.header.columns, part.columns) {
      guard let humps = Humps(of: draws) else { continue }
      let style = FigureStyle()
      func said(_ hump: Humps.Hump) -> Sentence {
        let value = style.text(Table.Measured(hump.median, unit(of: column), digits: 3))
        return "\(style.percent(hump.share, digits: 2)) of all draws lie around \(value)"
      }
      if found[column.label] == nil { labels.append(column.label) }
      found[column.label] =
        "\(column.label) \(period(column.period)) has two humps: \(said(humps.lower)), \(said(humps.upper))"
    }
    return labels.compactMap { found[$0] }
  }

  private static func count(_ number: Int) -> String {
    NumberFormat.grouped(Double(number), decimals: 0)
  }

  // MARK: Columns

  /// The unit before what it says of prices.
  private static func unit(of column: PartHeader.Column) -> String {
    String(column.unit.prefix { $0 != "," })
  }

  private static func priceYear(of column: PartHeader.Column) -> Int? {
    unit(of: column) == column.unit ? nil : Int(column.unit.suffix(4))
  }

  private static func ends(_ period: String) -> (start: String, end: String) {
    let ends = period.split(separator: "..").map(String.init)
    return ends.count == 2 ? (ends[0], ends[1]) : (period, "")
  }

  /// `2030` where it is that year, else its ends.
  private static func period(_ period: String) -> String {
    let (start, end) = ends(period)
    guard let year = Int(start.prefix(4)), start == "\(year)-01-01", end == "\(year + 1)-01-01"
    else { return period }
    return "\(year)"
  }

  private static func cell(_ value: Double?, isMoney: Bool) -> Table.Cell {
    guard let value else { return .undefined }
    let fen = (value * 100).rounded(.toNearestOrEven)
    guard isMoney, let fen = Int64(exactly: fen) else { return .number(value) }
    return .money(fen: fen)
  }
}
