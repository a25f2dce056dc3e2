import Analysis
import Diagnostics
import ParkModel
import Quantities
import Reports
import Simulation

/// A projection as wide rows for a file: one a period (and part), with a column for each metric and its unit
/// in the heading. Where parts have titles, a column says them beside the names. Language 6.
///
/// Figures are asked for as the rows are written, some periods at a time; only what is worked out is held
/// for all of them.
struct WideRows {
  private let request: ViewRequest
  private let projection: Projection
  /// The parts of each row; nil for what belongs to none.
  private let parts: [String?]
  private let titles: [String: String]
  /// Of each figure its series over all periods; nil where they are asked for bit by bit.
  private let held: [[Series]?]
  /// Of each figure, whether it has something that belongs to no part.
  private let hasRemainder: [Bool]
  private let columns: [Table.Column]

  /// So many figures are asked for at once, or a few more.
  private static let most = 1 << 17

  static func source(
    _ request: ViewRequest, _ projection: Projection, _ scenario: Scenario
  ) throws(Diagnostic) -> RowSource {
    let rows = try WideRows(request, projection, scenario)
    return RowSource(
      columns: rows.columns, priceYear: request.basisText.priceYear(request.figures)
    ) { (batch, take) throws(Diagnostic) in try rows.make(&batch, take) }
  }

  private init(
    _ request: ViewRequest, _ projection: Projection, _ scenario: Scenario
  ) throws(Diagnostic) {
    self.request = request
    self.projection = projection
    var columns = [Table.Column("period_start"), Table.Column("period_end")]
    if request.division != nil { columns.append(Table.Column("scope")) }
    titles = request.division.map { FileTable.titles(of: $0, projection, scenario) } ?? [:]
    if !titles.isEmpty { columns.append(Table.Column("scope_title")) }
    var held: [[Series]?] = []
    var hasRemainder: [Bool] = []
    for figure in request.figures {
      // One after the other, so that one is held at most.
      let found = try request.series(figure, projection, by: request.division)
      columns.append(
        Table.Column(
          figure.label, unit: found.unit, isNumeric: true,
          bases: request.basisText.bases(figure.basis)))
      let isPlain = try request.piece(figure, projection, over: []) != nil
      held.append(isPlain ? nil : found.series)
      hasRemainder.append(found.series.contains(where: \.isRemainder))
    }
    self.columns = columns
    self.held = held
    self.hasRemainder = hasRemainder
    let names: [String?] = request.division.map { projection.names(of: $0) } ?? [""]
    parts =
      names + (request.division != nil && hasRemainder.contains(true) ? [nil] : [])
  }

  private func make(
    _ batch: inout RowBatch, _ take: RowBatch.Taker
  ) throws(Diagnostic) {
    let length = max(1, WideRows.most / max(1, parts.count * held.count))
    let periods = request.periods
    for start in stride(from: 0, to: periods.count, by: length) {
      let some = start..<min(start + length, periods.count)
      var series: [[Series]] = []
      for (figure, held) in zip(request.figures, held) {
        if let held {
          series.append(held)
        } else {
          let piece = try request.piece(figure, projection, over: Array(periods[some]))
          series.append(piece ?? [])
        }
      }
      let places = series.indices.map { self.places(in: series[$0], of: $0) }
      for index in some {
        let ends = FileTable.ends(periods[index], projection.calendar)
        for (place, part) in parts.enumerated() {
          for end in ends { batch.add(end) }
          if request.division != nil { batch.add(.text(part ?? FileTable.remainder)) }
          if !titles.isEmpty { batch.add(.text(part.flatMap { titles[$0] } ?? "")) }
          for (column, found) in series.enumerated() {
            let period = held[column] == nil ? index - start : index
            batch.add(places[column][place].map { found[$0].figures[period].cell } ?? .undefined)
          }
          guard batch.endRow(take) else { return }
        }
      }
    }
  }

  /// Where each part of the rows is among the series of a figure.
  private func places(in series: [Series], of figure: Int) -> [Int?] {
    var known: [String: Int] = [:]
    for (index, one) in series.enumerated() where !one.isRemainder { known[one.part] = index }
    let rest = hasRemainder[figure] ? series.firstIndex(where: \.isRemainder) : nil
    return parts.map { $0.map { known[$0] } ?? rest }
  }
}
