import Diagnostics
import Language
import Quantities
import Simulation

extension MetricRow {
  /// What it measures.
  var dimension: Dimension { (UnitTable.product(unit) ?? .one).dimension }
}

extension Figure {
  /// The figure as a value of an expression: money in fen, so that sums of it stay exact.
  func scalar(of row: MetricRow) -> Scalar {
    switch self {
    case .money(let fen): .number(Quantity(Double(fen), UnitTable.known("fen")))
    case .number(let value): .number(Quantity(value, UnitTable.product(row.unit) ?? .one))
    case .undefined(let reason): .undefined(reason)
    }
  }
}
