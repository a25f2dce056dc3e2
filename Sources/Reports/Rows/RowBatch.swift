/// Some rows on their way into a file: the values of cells, row by row, and the texts that they name and
/// no batch before did.
public struct RowBatch: ~Copyable {
  /// What a cell holds.
  public enum Value: Sendable, Equatable {
    /// A text, by its place among all that were named so far.
    case text(Int)
    /// Yuan, exact.
    case money(fen: Int64)
    case number(Double)
    case undefined
  }

  /// Takes a batch; false where no more are wanted.
  public typealias Taker = (borrowing RowBatch) -> Bool

  /// A batch is handed on with so many values or a few more.
  private static let size = 1 << 13
  private var storage: UnsafeMutablePointer<Value>
  private var capacity = RowBatch.size + 64
  private var count = 0
  /// Those of the batch, row by row.
  public var values: UnsafeBufferPointer<Value> {
    UnsafeBufferPointer(start: storage, count: count)
  }
  public private(set) var newTexts: [String] = []
  private var places: [String: Int] = [:]

  init() { storage = .allocate(capacity: capacity) }

  deinit { storage.deallocate() }

  /// The place of a text.
  public mutating func place(of text: String) -> Int {
    if let place = places[text] { return place }
    let place = places.count
    places[text] = place
    newTexts.append(text)
    return place
  }

  public mutating func add(_ value: Value) {
    makeRoom(for: 1)
    put(value)
  }

  private mutating func makeRoom(for more: Int) {
    guard count + more > capacity else { return }
    let new = UnsafeMutablePointer<Value>.allocate(capacity: 2 * (count + more))
    new.moveInitialize(from: storage, count: count)
    storage.deallocate()
    (storage, capacity) = (new, 2 * (count + more))
  }

  /// A value where there is room.
  @inline(__always)
  private mutating func put(_ value: Value) {
    (storage + count).initialize(to: value)
    count += 1
  }

  /// A cell; what is beyond all numbers is undefined.
  public mutating func add(_ cell: Table.Cell) {
    makeRoom(for: 1)
    put(value(of: cell))
  }

  /// A row of texts, by their places, and a cell behind them.
  public mutating func add(_ places: [Int], _ cell: Table.Cell) {
    makeRoom(for: places.count + 1)
    for place in places { put(.text(place)) }
    put(value(of: cell))
  }

  @inline(__always)
  private mutating func value(of cell: Table.Cell) -> Value {
    switch cell {
    case .text(let text, _): .text(place(of: text))
    case .money(let fen): .money(fen: fen)
    case .number(let value): value.isFinite ? .number(value) : .undefined
    case .measured(let figure):
      figure.fen.map { .money(fen: $0) }
        ?? (figure.value.isFinite ? .number(figure.value) : .undefined)
    case .undefined: .undefined
    }
  }

  /// Ends a row: hands on those that there are where they are many. False where no more are wanted.
  public mutating func endRow(_ take: Taker) -> Bool {
    count < RowBatch.size || handOn(take)
  }

  mutating func handOn(_ take: Taker) -> Bool {
    let isWanted = take(self)
    count = 0
    newTexts.removeAll(keepingCapacity: true)
    return isWanted
  }
}
