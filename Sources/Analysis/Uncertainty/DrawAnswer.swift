import Diagnostics
import Language
import Quantities
import Simulation

/// What one draw answers to a question: figures of parts over periods, in one unit.
struct DrawAnswer: Sendable {
  /// One of its figures.
  enum Value: Sendable {
    case number(Double)
    case none(String)

    /// The number that it is; nil where it is none, or past all numbers.
    var finite: Double? {
      guard case .number(let number) = self, number.isFinite else { return nil }
      return number
    }
  }

  /// Parts by name, with what belongs to none; one without a name where nothing is divided.
  struct Part: Sendable, Hashable {
    var name: String
    var isRemainder: Bool
  }

  /// Nil where no number says one.
  var unit: Unit?
  /// Whether it is amounts of yuan to the fen.
  var isMoney = false
  var parts: [Part] = [Part(name: "", isRemainder: false)]
  /// By part and period.
  var values: [[Value]]
  /// The periods, where the question has a value for each; nil for one value.
  var periods: [Range<Int>]?
  var remarks: [Sentence] = []

  /// Of figures that were worked out for a table.
  init(_ series: FigureSeries, periods: [Range<Int>]) {
    isMoney = series.series.contains { part in
      part.figures.contains { if case .money = $0 { true } else { false } }
    }
    let hasNumber = series.series.contains { $0.figures.contains { $0.value != nil } }
    unit = hasNumber ? UnitTable.product(series.unit) ?? .one : nil
    parts = series.series.map { Part(name: $0.part, isRemainder: $0.isRemainder) }
    values = series.series.map { part in
      part.figures.map { figure in
        switch figure {
        case .money(let fen): .number(Double(fen) / 100)
        case .number(let value): .number(value)
        case .undefined(let reason): .none(reason.text)
        }
      }
    }
    self.periods = periods
    remarks = series.remarks
  }

  /// Whether it is of one part, and says what the first draw has of some columns, all of whose numbers can be
  /// said.
  func isLike(_ columns: [[Double]]) -> Bool {
    guard parts.count == 1, unit != nil, values.count == 1, values[0].count == columns.count else {
      return false
    }
    return zip(values[0], columns).allSatisfy { value, column in
      value.finite == column.first && column.allSatisfy(\.isFinite)
    }
  }

  /// Of what an expression came to; what is true is 1. Nil for what goes by dates or ages alone.
  init?(_ outcome: Outcome, remarks: [Sentence]) {
    let scalars: [Scalar]
    switch outcome {
    case .scalar(let value): scalars = [value]
    case .series(let series):
      scalars = series.values
      periods = series.periods
    case .schedule: return nil
    }
    var unit: Unit?
    values = [
      scalars.map { scalar in
        switch scalar {
        case .truth(let holds):
          unit = unit ?? .one
          return .number(holds ? 1 : 0)
        case .undefined(let reason): return .none(reason.text)
        case .number(let quantity):
          let own = unit ?? quantity.unit
          unit = own
          guard let value = quantity.value(in: own) else { return .none("it is in another unit") }
          return .number(value)
        }
      }
    ]
    self.unit = unit
    self.remarks = remarks
  }
}
