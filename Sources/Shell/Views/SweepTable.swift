import Analysis
import Diagnostics
import ParkModel
import Quantities
import Reports

/// A sweep as a table: a row for each cell, or one input down and the other across.
struct SweepTable {
  private let sweep: Sweep
  private let figures: [FigureRequest]
  private let basis: BasisText

  init(_ sweep: Sweep, _ figures: [FigureRequest], _ basis: BasisText) {
    self.sweep = sweep
    self.figures = figures
    self.basis = basis
  }

  func table(_ layout: ExportLayout, isForFiles: Bool) -> Table {
    var table = layout == .wide && sweep.axes.count > 1 ? wide(isForFiles) : tidy(isForFiles)
    table.keys = layout == .wide && sweep.axes.count > 1 ? sweep.axes.count - 1 : sweep.axes.count
    table.priceYear = basis.priceYear(figures)
    table.remark(basis.notes(figures))
    table.remark(failures)
    if !isForFiles, EnsembleNote.hasUncertain(basis.scenario) {
      table.remark([EnsembleNote.central])
    }
    return table
  }

  // MARK: Tidy

  private func tidy(_ isForFiles: Bool) -> Table {
    var table = Table(columns: sweep.axes.map { column($0, isForFiles) })
    let shown = figures.indices.map { FigureCell(sweep.columns[$0].unit, figures[$0]) }
    for (index, figure) in figures.enumerated() {
      table.columns.append(heading(figure, shown[index], figure.label))
    }
    for (place, cell) in sweep.cells.enumerated() {
      table.rows.append(
        zip(sweep.axes, cell).map { key($0, $1, isForFiles) }
          + figures.indices.map { shown[$0].cell(sweep.columns[$0].values[place]) })
    }
    return table
  }

  // MARK: Wide

  /// The last input goes across, by figure.
  private func wide(_ isForFiles: Bool) -> Table {
    let down = sweep.axes.dropLast()
    guard let across = sweep.axes.last else { return tidy(isForFiles) }
    var table = Table(columns: down.map { column($0, isForFiles) })
    let shown = figures.indices.map { FigureCell(sweep.columns[$0].unit, figures[$0]) }
    for (index, figure) in figures.enumerated() {
      for label in across.labels {
        var name = "\(across.input.name)=\(label)"
        if figures.count > 1 || isForFiles { name = "\(figure.label) \(name)" }
        table.columns.append(heading(figure, shown[index], name))
      }
    }
    let width = across.labels.count
    for row in 0..<sweep.cells.count / max(1, width) {
      let cell = sweep.cells[row * width]
      var cells = zip(down, cell).map { key($0, $1, isForFiles) }
      for index in figures.indices {
        cells += (0..<width).map {
          shown[index].cell(sweep.columns[index].values[row * width + $0])
        }
      }
      table.rows.append(cells)
    }
    if figures.count == 1, !isForFiles { table.notes.append(Table.Note("`\(figures[0].label)`")) }
    return table
  }

  // MARK: Parts

  private func heading(
    _ figure: FigureRequest, _ shown: FigureCell, _ name: String
  ) -> Table.Column {
    Table.Column(
      name, unit: shown.heading, isNumeric: true, family: figure.label,
      bases: basis.bases(figure.basis))
  }

  /// In files a number in front of its unit; for people as it is typed.
  private func column(_ axis: SweepAxis, _ isForFiles: Bool) -> Table.Column {
    isForFiles && axis.numbers != nil
      ? Table.Column(axis.input.name, unit: axis.ending.trimmed, isNumeric: true)
      : Table.Column(axis.input.name)
  }

  private func key(_ axis: SweepAxis, _ place: Int, _ isForFiles: Bool) -> Table.Cell {
    if isForFiles, let numbers = axis.numbers { return .number(numbers[place]) }
    return .text(axis.labels[place])
  }

  /// The cells without a value, and why.
  private var failures: [Table.Note] {
    zip(figures, sweep.columns).flatMap { figure, column in
      column.reasons.prefix(3).map { reason in
        Table.Note(
          "\(reason.count) of \(sweep.cells.count) cells have no `\(figure.label)`: \(said: reason.text)"
        )
      }
    }
  }
}

extension String {
  fileprivate var trimmed: String { String(drop { $0 == " " }) }
}
