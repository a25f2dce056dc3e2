import Analysis
import Diagnostics
import Ensembles
import ParkModel
import Quantities
import Reports
import Simulation

/// Branches side by side as a file has them, and why there is no value where there is none: Language 8.
struct ComparisonFile {
  private let question: Compare.Question
  private let drawn: Compare.Drawn?
  private let comparisons: [(figure: FigureRequest, comparison: Comparison)]
  /// Of the scenario at hand, whose titles are taken.
  private let scenario: Scenario

  init(_ question: Compare.Question, _ drawn: Compare.Drawn?, _ scenario: Scenario) {
    self.question = question
    self.drawn = drawn
    self.scenario = scenario
    comparisons = question.figures.map { ($0, question.comparison($0)) }
  }

  private var request: ViewRequest { question.request }
  private var names: [String] { question.names }

  func table(_ layout: ExportLayout) -> Table {
    var table = layout == .tidy ? tidy() : wide()
    let figures = question.figures + (drawn?.figures ?? [])
    table.priceYear = question.priceYear(figures)
    table.remark(drawn?.notes ?? question.remarks(figures))
    table.remark(comparisons.flatMap { $0.comparison.remarks.map { Table.Note($0) } })
    table.remark((drawn?.lines ?? []).flatMap { $0.comparison.remarks.map { Table.Note($0) } })
    return table
  }

  // MARK: Wide

  /// A column of figures: what it holds of a part in a period.
  private typealias Column = (column: Table.Column, figure: (String, Int) -> Figure)

  /// A row a period and part; of each figure a column for each branch, then for each but the first what it
  /// is more than the first, and that as a share of the first's size.
  private func wide() -> Table {
    let columns = (drawn?.lines ?? []).flatMap(columns) + comparisons.flatMap(columns)
    var table = Table(columns: [Table.Column("period_start"), Table.Column("period_end")])
    let titles = titles
    if request.division != nil { table.columns.append(Table.Column("scope")) }
    if !titles.isEmpty { table.columns.append(Table.Column("scope_title")) }
    table.keys = table.columns.count
    table.columns += columns.map(\.column)
    for (index, period) in question.periods.enumerated() {
      for part in parts {
        var row = FileTable.ends(period, question.calendar)
        if request.division != nil { row.append(.text(part)) }
        if !titles.isEmpty { row.append(.text(titles[part] ?? "")) }
        for column in columns {
          let figure = column.figure(part, index)
          row.append(figure.cell)
          guard case .undefined(let reason) = figure else { continue }
          table.remark([Table.Note("– \(column.column.heading): \(reason)")])
        }
        table.rows.append(row)
      }
    }
    return table
  }

  private func columns(_ figure: FigureRequest, _ comparison: Comparison) -> [Column] {
    let bases = request.basisText.bases(figure.basis)
    func column(
      _ what: String, _ unit: String, _ family: String, _ figure: FigureRequest,
      _ cell: @escaping (String, Int) -> Figure
    ) -> Column {
      (
        ComparisonFile.column(figure, what, unit, family, bases),
        cell
      )
    }
    func value(_ branch: Int) -> (String, Int) -> Figure {
      { part, period in ComparisonFile.figure(comparison, branch, part, period) }
    }
    let own = names.indices.map { branch in
      column(names[branch], comparison.unit, "figures", figure, value(branch))
    }
    let others = names.indices.dropFirst().flatMap { branch in
      [
        column("\(names[branch]) - \(names[0])", comparison.unit, "differences", figure) {
          Comparison.difference(value(branch)($0, $1), from: value(0)($0, $1))
        },
        column("\(names[branch]) change", "share", "changes", figure) {
          Comparison.change(value(branch)($0, $1), from: value(0)($0, $1), named: names[0])
        },
      ]
    }
    return own + others
  }

  /// The same draw by draw: means, statistics of the differences, and how often there is more.
  private func columns(_ line: Compare.Drawn.Line) -> [Column] {
    let comparison = line.comparison
    let unit = comparison.unit?.text ?? ""
    func column(
      _ what: String, _ unit: String, _ family: String,
      _ cell: @escaping (DrawComparison.Cell) -> Figure
    ) -> Column {
      (
        ComparisonFile.column(line.figure, what, unit, family, line.bases),
        { part, period in
          ComparisonFile.cell(comparison, part, period).map(cell)
            ?? .undefined("it has no such part")
        }
      )
    }
    let own = names.indices.map { branch in
      column("\(names[branch]) mean", unit, "figures") {
        comparison.figure($0.own[branch].value(of: .mean))
      }
    }
    let others = names.indices.dropFirst().flatMap { branch in
      (drawn?.statistics ?? []).map { statistic in
        column("\(names[branch]) - \(names[0]) \(statistic)", unit, "differences") {
          comparison.figure($0.difference[branch - 1].value(of: statistic))
        }
      } + [
        column("chance \(names[branch]) > \(names[0])", "share", "chances") {
          $0.chanceOfMore[branch - 1].map { .number($0) } ?? .undefined("no draw has both")
        }
      ]
    }
    return own + others
  }

  private static func column(
    _ figure: FigureRequest, _ what: String, _ unit: String, _ family: String,
    _ bases: [Table.Basis]
  ) -> Table.Column {
    let chinese = ChinesePart.heading(of: figure)
    return Table.Column(
      "\(figure.label) \(what)", chinese: chinese.isEmpty ? "" : "\(chinese) \(what)",
      unit: unit, isNumeric: true, family: "\(figure.label) \(family)",
      bases: unit == "share" && family != "figures" ? [] : bases)
  }

  // MARK: Tidy

  /// A row for each figure, part, period and branch: its value, and against which branch what it is more.
  private func tidy() -> Table {
    var names = [
      "scenario", "branch", "against", "scope_kind", "scope", "metric", "period_start",
      "period_end",
    ]
    if drawn != nil { names.append("statistic") }
    names.append("unit")
    var table = Table(columns: names.map { Table.Column($0) })
    table.keys = table.columns.count
    table.columns += ["value", "difference", drawn == nil ? "change" : "chance_more"].map {
      Table.Column($0, isNumeric: true)
    }
    table.columns.append(Table.Column("note"))
    for line in drawn?.lines ?? [] { table.rows += rows(line) }
    for (figure, comparison) in comparisons { table.rows += rows(figure, comparison) }
    return table
  }

  /// What a row is about.
  private func key(
    _ figure: FigureRequest, _ branch: Int, _ part: String, _ period: Int
  ) -> [Table.Cell] {
    let own = question.alternatives[branch]
    // A branch may lack what others are asked for.
    let scopes =
      question.alternatives.lazy.map { figure.scopes(in: $0.projection) }.first { !$0.isEmpty }
      ?? []
    let kind = request.division?.rawValue ?? scopes.first?.division.rawValue ?? ""
    let scope = request.division == nil ? scopes.map(\.name).joined(separator: " ") : part
    return [
      .text(own.scenario.title), .text(names[branch]), .text(branch == 0 ? "" : names[0]),
      .text(kind), .text(scope), .text(figure.name),
    ] + FileTable.ends(question.periods[period], question.calendar)
  }

  private func unit(_ unit: String, _ bases: [Table.Basis]) -> Table.Cell {
    .text(Table.Column("", unit: unit, bases: bases).fullUnit)
  }

  private func rows(_ figure: FigureRequest, _ comparison: Comparison) -> [[Table.Cell]] {
    let unit = unit(comparison.unit, request.basisText.bases(figure.basis))
    return comparison.parts.flatMap { part in
      question.periods.indices.flatMap { period in
        names.indices.map { branch in
          let value = ComparisonFile.figure(comparison, branch, part, period)
          let first = ComparisonFile.figure(comparison, 0, part, period)
          let isFirst = branch == 0
          var figures = [value]
          if !isFirst { figures.append(Comparison.difference(value, from: first)) }
          if !isFirst, drawn == nil {
            figures.append(Comparison.change(value, from: first, named: names[0]))
          }
          return key(figure, branch, part, period) + (drawn == nil ? [] : [.text("")]) + [unit]
            + ComparisonFile.cells(figures)
        }
      }
    }
  }

  private func rows(_ line: Compare.Drawn.Line) -> [[Table.Cell]] {
    let comparison = line.comparison
    let unit = unit(comparison.unit?.text ?? "", line.bases)
    return comparison.parts.flatMap { part in
      question.periods.indices.flatMap { period in
        names.indices.flatMap { branch -> [[Table.Cell]] in
          guard let cell = ComparisonFile.cell(comparison, part, period) else { return [] }
          let chance = branch == 0 ? nil : cell.chanceOfMore[branch - 1]
          return (drawn?.statistics ?? []).map { statistic in
            var figures = [comparison.figure(cell.own[branch].value(of: statistic))]
            if branch > 0 {
              let less = cell.difference[branch - 1].value(of: statistic)
              figures += [
                comparison.figure(less),
                chance.map { .number($0) } ?? .undefined("no draw has both"),
              ]
            }
            return key(line.figure, branch, part, period) + [.text("\(statistic)"), unit]
              + ComparisonFile.cells(figures)
          }
        }
      }
    }
  }

  /// A value, what it is more and how much that is, as far as they are asked for, and why the first of them
  /// that is undefined is.
  private static func cells(_ figures: [Figure]) -> [Table.Cell] {
    let missing = [Table.Cell](repeating: .undefined, count: 3 - figures.count)
    let reason = figures.lazy.compactMap { figure -> String? in
      if case .undefined(let reason) = figure { reason.text } else { nil }
    }.first
    return figures.map(\.cell) + missing + [.text(reason ?? "")]
  }

  // MARK: Parts

  private static func figure(
    _ comparison: Comparison, _ branch: Int, _ part: String, _ period: Int
  ) -> Figure {
    guard let place = comparison.parts.firstIndex(of: part) else {
      return .undefined("it has no such part")
    }
    return comparison.figures(branch, place)[period]
  }

  private static func cell(
    _ comparison: DrawComparison, _ part: String, _ period: Int
  ) -> DrawComparison.Cell? {
    comparison.parts.firstIndex(of: part).map { comparison.cells[$0][period] }
  }

  /// The parts that any figure has, in order.
  private var parts: [String] {
    var parts: [String] = []
    let all =
      comparisons.flatMap(\.comparison.parts) + (drawn?.lines ?? []).flatMap(\.comparison.parts)
    for part in all where !parts.contains(part) { parts.append(part) }
    return parts.filter { $0 != Comparison.remainder }
      + parts.filter { $0 == Comparison.remainder }
  }

  /// The titles of the parts that have one in any branch, by name.
  private var titles: [String: String] {
    guard let division = request.division else { return [:] }
    var titles: [String: String] = [:]
    for alternative in question.alternatives {
      let own = FileTable.titles(of: division, alternative.projection, alternative.scenario)
      titles.merge(own) { first, _ in first }
    }
    return titles
  }
}
