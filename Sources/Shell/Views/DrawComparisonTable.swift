import Analysis
import Diagnostics
import Ensembles
import Quantities
import Reports
import Simulation

/// Branches held against each other draw by draw: what each has in the mean, then for each but the first
/// what its draws say of the difference, and how often it is more. Language 5.
enum DrawComparisonTable {
  /// One figure over periods, with its parts below each other.
  static func table(
    _ comparison: DrawComparison, _ figure: FigureRequest, _ names: [String],
    periods: [Table.Cell], isDivided: Bool, statistics: [Statistic], bases: [Table.Basis]
  ) -> Table {
    var table = Table(columns: [
      Table.Column(figure.label, chinese: ChinesePart.heading(of: figure))
    ])
    if isDivided {
      table.columns.append(Table.Column("scope", chinese: "范围"))
      table.keys = 2
    }
    let unit = comparison.unit?.text ?? ""
    func column(_ heading: String, _ chinese: String, _ unit: String, _ family: String) {
      table.columns.append(
        Table.Column(
          heading, chinese: chinese, unit: unit, isNumeric: true, family: family, bases: bases))
    }
    for name in names { column("\(name) mean", "\(name) 均值", unit, "figures") }
    for name in names.dropFirst() {
      let less = "\(name) - \(names[0])"
      for statistic in statistics {
        column("\(less) \(statistic)", "\(less) \(statistic.chinese)", unit, "differences")
      }
      table.columns.append(
        Table.Column(
          "chance \(name) > \(names[0])", chinese: "\(name) > \(names[0]) 的概率", unit: "%",
          isNumeric: true, family: "chance of \(name)"))
    }
    for (period, label) in periods.enumerated() {
      for (part, cells) in zip(comparison.parts, comparison.cells) {
        let cell = cells[period]
        let isNothing = cell.own.allSatisfy {
          ($0.lowest?.value ?? 0) == 0 && ($0.highest?.value ?? 0) == 0
        }
        if isDivided, isNothing { continue }
        let figures =
          cell.own.map { comparison.figure($0.mean) }
          + cell.difference.indices.flatMap { index in
            statistics.map { comparison.figure(cell.difference[index].value(of: $0)) }
              + [
                cell.chanceOfMore[index].map { .number($0 * 100) }
                  ?? .undefined("no draw has both")
              ]
          }
        table.rows.append(
          [label] + (isDivided ? [.text(part)] : []) + figures.map(\.cell))
      }
    }
    table.remark(comparison.remarks.map { Table.Note($0) })
    return table
  }

  /// Many figures in one period, a row for each.
  static func summary(
    _ comparisons: [(figure: FigureRequest, bases: [Table.Basis], comparison: DrawComparison)],
    _ names: [String], statistics: [Statistic], period: (own: String, chinese: String)
  ) -> Table {
    var unit = Table.Column("unit")
    unit.isForFiles = true
    var table = Table(columns: [Table.Column(period.own, chinese: period.chinese), unit])
    func column(_ heading: String, _ chinese: String) {
      table.columns.append(Table.Column(heading, chinese: chinese, isNumeric: true))
    }
    for name in names { column("\(name) mean", "\(name) 均值") }
    for name in names.dropFirst() {
      let less = "\(name) - \(names[0])"
      for statistic in statistics { column("\(less) \(statistic)", "\(less) \(statistic.chinese)") }
      column("chance \(name) > \(names[0])", "\(name) > \(names[0]) 的概率")
    }
    for line in comparisons {
      guard let cell = line.comparison.cells.first?.first else { continue }
      let unit = line.comparison.unit?.text ?? ""
      let heading = ChinesePart.heading(of: line.figure)
      let words = line.bases.map(\.word)
      let label =
        words.isEmpty
        ? line.figure.label : "\(line.figure.label) (\(words.joined(separator: ", ")))"
      func measured(_ value: Double?, isSigned: Bool = false) -> Table.Cell {
        value.map { .measured(Table.Measured($0, unit, isSigned: isSigned)) } ?? .undefined
      }
      var row: [Table.Cell] = [
        .text(label, chinese: words.isEmpty ? heading : ""),
        .text(Table.Column("", unit: unit, bases: line.bases).fullUnit),
      ]
      row += cell.own.map { measured($0.mean) }
      for index in cell.difference.indices {
        row += statistics.map { statistic in
          measured(cell.difference[index].value(of: statistic), isSigned: statistic != .sd)
        }
        row.append(
          cell.chanceOfMore[index].map { .measured(Table.Measured($0, "share", digits: 3)) }
            ?? .undefined)
      }
      table.rows.append(row)
      table.remark(line.comparison.remarks.map { Table.Note($0) })
    }
    return table
  }
}
