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
  /// How many parts they have. Parts stand in their order, and none hangs on what another did.
  let parts: Range<Int>
  /// Whether there are so many rows that several threads make them sooner.
  let isLong: Bool
  private let make: PartMaker

  /// Makes the rows of a part, as a `Maker` does.
  public typealias PartMaker =
    @Sendable (Int, inout RowBatch, RowBatch.Taker) throws(Diagnostic) -> Void

  public init(columns: [Table.Column], priceYear: Int? = nil, make: @escaping Maker) {
    self.init(columns: columns, priceYear: priceYear, isLong: false, parts: 1) {
      (_, batch, take) throws(Diagnostic) in try make(&batch, take)
    }
  }

  /// Rows in several parts, which threads may make side by side where there are many.
  public init(
    columns: [Table.Column], priceYear: Int?, isLong: Bool, parts: Int,
    make: @escaping PartMaker
  ) {
    self.columns = columns
    self.priceYear = priceYear
    self.isLong = isLong
    self.parts = 0..<parts
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
    try rows(of: parts, take)
  }

  /// Those of some parts.
  func rows(of parts: Range<Int>, _ take: RowBatch.Taker) throws(Diagnostic) {
    var batch = RowBatch()
    var isWanted = true
    for part in parts where isWanted {
      try make(part, &batch) { some in
        isWanted = take(some)
        return isWanted
      }
    }
    if isWanted { _ = batch.handOn(take) }
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
