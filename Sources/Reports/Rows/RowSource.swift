public import Diagnostics

/// Rows that are made while they are written, a batch at a time: so many that a table of them would take
/// more memory than what they are made of.
public struct RowSource: Sendable {
  /// Adds rows to a batch, in order, each with as many values as there are columns, and ends each.
  public typealias Maker =
    @Sendable (inout RowBatch, RowBatch.Taker) throws(Diagnostic) -> Void

  public let columns: [Table.Column]
  /// In prices of which year its money is; nil where there is none.
  public let priceYear: Int?
  private let make: Maker

  public init(columns: [Table.Column], priceYear: Int? = nil, make: @escaping Maker) {
    self.columns = columns
    self.priceYear = priceYear
    self.make = make
  }

  /// The rows of a table.
  init(_ table: Table) {
    self.init(columns: table.columns, priceYear: table.priceYear) { (batch, take) in
      for row in table.rows {
        for cell in row { batch.add(cell) }
        guard batch.endRow(take) else { return }
      }
    }
  }

  /// Gives all rows to a taker, in order, until it wants no more. Throws what keeps them from being made.
  public func rows(_ take: RowBatch.Taker) throws(Diagnostic) {
    var batch = RowBatch()
    try make(&batch, take)
    _ = batch.handOn(take)
  }

  /// All rows at once, for what looks at them more than once.
  public func table() throws(Diagnostic) -> Table {
    var table = Table(columns: columns)
    table.priceYear = priceYear
    var texts: [String] = []
    try rows { batch in
      texts += batch.newTexts
      for start in stride(from: 0, to: batch.values.count, by: columns.count) {
        let row = batch.values[start..<start + columns.count]
        table.rows.append(
          row.map { value in
            switch value {
            case .text(let place): .text(texts[place])
            case .money(let fen): .money(fen: fen)
            case .number(let number): .number(number)
            case .undefined: .undefined
            }
          })
      }
      return true
    }
    return table
  }
}
