import Analysis
import Diagnostics
import Reports
import Simulation

/// Figures of several branches side by side: each branch's, then for each but the first what it is
/// more than the first, and that as a percentage.
enum ComparisonTable {
  /// One of many figures.
  struct Row {
    var figure: FigureRequest
    var bases: [Table.Basis]
    var comparison: Comparison
  }

  /// One figure over periods, with its parts below each other.
  static func table(
    _ comparison: Comparison, _ figure: FigureRequest, _ names: [String], periods: [Table.Cell],
    isDivided: Bool, bases: [Table.Basis] = []
  ) -> Table {
    var table = Table(columns: [
      Table.Column(figure.label, chinese: ChinesePart.heading(of: figure))
    ])
    if isDivided {
      table.columns.append(Table.Column("scope", chinese: "范围"))
      table.keys = 2
    }
    let parts = comparison.parts.indices.filter { !isDivided || !comparison.isNothing($0) }
    var rows: [(part: Int, period: Int)] = []
    for period in periods.indices {
      for part in parts {
        rows.append((part, period))
        table.rows.append(
          [periods[period]] + (isDivided ? [.text(comparison.parts[part])] : []))
      }
    }
    func add(
      _ heading: String, chinese: String = "", _ unit: String, _ family: String, _ figures: [Figure]
    ) {
      table.columns.append(
        Table.Column(
          heading, chinese: chinese, unit: unit, isNumeric: true, family: family, bases: bases))
      for index in rows.indices { table.rows[index].append(figures[index].cell) }
    }
    let figures = names.indices.map { name in
      rows.map { comparison.figures(name, $0.part)[$0.period] }
    }
    table.remark(comparison.remarks.map { Table.Note($0) })
    for (index, name) in names.enumerated() {
      add(name, comparison.unit, "figures", figures[index])
      note(figures[index], Sentence(typed: name), &table)
    }
    for (index, name) in names.enumerated().dropFirst() {
      let differences = zip(figures[index], figures[0]).map {
        Comparison.difference($0, from: $1)
      }
      let changes = zip(figures[index], figures[0]).map {
        Comparison.change($0, from: $1, named: names[0]).inPercent
      }
      // Shares differ by percentage points, often by less than one.
      let isShare = comparison.unit == "share"
      add(
        "\(name) - \(names[0])", isShare ? "%" : comparison.unit, "differences",
        isShare ? differences.map(\.inPercent) : differences)
      let share = share(of: name, names)
      add(share.heading, chinese: share.chinese, "%", "change of \(name)", changes)
      // A figure that is undefined has said why.
      let known = zip(changes, differences).filter { $1.value != nil }.map(\.0)
      note(known, "\(name), of \(names[0])", &table)
    }
    return table
  }

  /// Many figures in one period, a row for each.
  static func summary(
    _ comparisons: [Row], _ names: [String],
    period: (own: String, chinese: String)
  ) -> Table {
    var unit = Table.Column("unit")
    unit.isForFiles = true
    var table = Table(columns: [Table.Column(period.own, chinese: period.chinese), unit])
    for name in names { table.columns.append(Table.Column(name, isNumeric: true)) }
    for name in names.dropFirst() {
      table.columns.append(Table.Column("\(name) - \(names[0])", isNumeric: true))
      let share = share(of: name, names)
      table.columns.append(Table.Column(share.heading, chinese: share.chinese, isNumeric: true))
    }
    for line in comparisons {
      let comparison = line.comparison
      let figures = names.indices.map { comparison.figures($0, 0)[0] }
      let label = line.figure.label
      let unit = Table.Column("", unit: comparison.unit, bases: line.bases).fullUnit
      let heading = ChinesePart.heading(of: line.figure)
      var row: [Table.Cell] = [
        .text(
          labelled(label, line.bases.map(\.word)),
          chinese: heading.isEmpty ? "" : labelled(heading, line.bases.map(\.chinese))),
        .text(unit),
      ]
      for (index, figure) in figures.enumerated() {
        row.append(measured(figure, comparison.unit))
        note([figure], "\(label), \(names[index])", &table)
      }
      for (index, figure) in figures.enumerated().dropFirst() {
        let difference = Comparison.difference(figure, from: figures[0])
        let change = Comparison.change(figure, from: figures[0], named: names[0])
        row.append(measured(difference, comparison.unit, isSigned: true))
        row.append(measured(change, "share", isSigned: true))
        if figure.value != nil {
          note([change], "\(label), \(names[index]), of \(names[0])", &table)
        }
      }
      table.rows.append(row)
      table.remark(comparison.remarks.map { Table.Note($0) })
    }
    return table
  }

  /// A figure and what it is: `tax (nominal)`.
  private static func labelled(_ label: String, _ words: [String]) -> String {
    words.isEmpty ? label : "\(label) (\(words.joined(separator: ", ")))"
  }

  /// A figure in a cell of its own unit.
  private static func measured(
    _ figure: Figure, _ unit: String, isSigned: Bool = false
  ) -> Table.Cell {
    guard let value = figure.value else { return .undefined }
    return .measured(
      Table.Measured(value, unit, isSigned: isSigned, digits: unit == "share" ? 3 : nil))
  }

  /// The heading of a branch's percentages: with its name where there are several, since columns
  /// that do not fit are folded away from each other.
  private static func share(
    of name: String, _ names: [String]
  ) -> (heading: String, chinese: String) {
    names.count == 2
      ? ("of \(names[0])", "比 \(names[0]) 增减")
      : ("\(name) of \(names[0])", "\(name) 比 \(names[0]) 增减")
  }

  /// Says below the table why a figure is undefined.
  private static func note(_ figures: [Figure], _ heading: Sentence, _ table: inout Table) {
    for case .undefined(let reason) in figures {
      let note = Table.Note("– \(heading): \(reason)")
      if !table.notes.contains(note) { table.notes.append(note) }
    }
  }
}

extension Figure {
  /// A share as a number of percent.
  fileprivate var inPercent: Figure {
    if case .number(let share) = self { return .number(share * 100) }
    return self
  }
}
