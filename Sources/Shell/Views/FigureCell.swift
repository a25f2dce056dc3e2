import Analysis
import Quantities
import Reports
import Simulation

/// What a question's figures are shown in: cells of one unit, fen as exact yuan.
struct FigureCell {
  private let unit: Unit?
  /// The unit of the metric that the figure is as such; nil for what is worked out.
  private let metric: String?

  init(_ unit: Unit?, _ request: FigureRequest) {
    self.unit = unit
    metric = request.metric?.unit
  }

  /// As headings say it.
  var heading: String {
    let own = unit.map { isInFen ? "yuan" : Quantity(1, $0).inYuan.unit.text } ?? ""
    return own.isEmpty ? metric ?? "" : own
  }

  private var isInFen: Bool { unit == UnitTable.known("fen") }

  func cell(_ value: Double?) -> Table.Cell {
    guard let value else { return .undefined }
    guard isInFen else {
      return .number(unit.map { Quantity(value, $0).inYuan.value } ?? value)
    }
    let fen = value.rounded(.toNearestOrEven)
    return fen.magnitude < 9e18 ? .money(fen: Int64(fen)) : .number(value / 100)
  }
}
