public import Diagnostics
import Language
import ParkModel

/// Figures over a grid of other values: a run for each cell.
public struct Sweep: Sendable {
  public let axes: [SweepAxis]
  /// Which value of each axis a cell has; the last axis moves first.
  public let cells: [[Int]]
  /// By figure, in the order of the cells.
  public let columns: [FigureColumn]

  public init(_ axes: [SweepAxis], _ runs: VariedRuns) throws(Diagnostic) {
    self.axes = axes
    var cells: [[Int]] = [[]]
    for axis in axes {
      cells = cells.flatMap { cell in axis.labels.indices.map { cell + [$0] } }
    }
    self.cells = cells
    let values = try runs.values(axes.map(\.axis), at: cells)
    columns = runs.figures.indices.map { figure in FigureColumn(values.map { $0[figure] }) }
  }
}
