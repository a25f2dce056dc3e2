/// A sketch of many values that depends on which values they are, and on nothing else: neither their
/// order nor how they were split (Docs/Decisions/0120).
///
/// A cell is all values that share their first bits. Its lowest and highest value and their number are
/// kept, exactly. Where there would be more cells than memory, each value loses one more bit, and cells
/// join: how many bits are left follows from the set of values alone, for a part of them never has more
/// cells than the whole.
struct ValueCells: Equatable, Sendable {
  struct Cell: Equatable, Sendable {
    var low: Double
    var high: Double
    /// Nought in an empty slot.
    var count: UInt64
  }

  /// How many cells there may be.
  let limit: Int
  /// How many of the last bits are dropped, 0 to 64.
  private(set) var dropped: Int = 0
  /// A hash table with open slots; a power of two of them.
  private var slots: [Cell]
  private var occupied = 0

  private static let empty = Cell(low: 0, high: 0, count: 0)

  /// - Parameter memory: bytes, of which each slot takes 24; at least 16 slots there are.
  init(memory: Int) {
    let room = max(16, memory / MemoryLayout<Cell>.stride)
    let slots = 1 << (Int.bitWidth - 1 - room.leadingZeroBitCount)
    limit = slots / 4 * 3
    self.slots = [Cell](repeating: ValueCells.empty, count: slots)
  }

  /// Adds finite values.
  mutating func add(_ values: UnsafeBufferPointer<Double>) {
    for value in values { add(Cell(low: value + 0, high: value + 0, count: 1)) }
  }

  /// Adds what another sketch of the same size holds.
  mutating func merge(_ other: ValueCells) {
    while dropped < other.dropped { drop() }
    for cell in other.slots where cell.count > 0 { add(cell) }
  }

  /// The cells by value.
  var cells: [Cell] {
    slots.filter { $0.count > 0 }.sorted { $0.low < $1.low }
  }

  static func == (left: ValueCells, right: ValueCells) -> Bool {
    left.limit == right.limit && left.dropped == right.dropped && left.cells == right.cells
  }

  /// Adds a cell, whose values share the bits that are left.
  @inline(__always) private mutating func add(_ cell: Cell) {
    let isNew = slots.withUnsafeMutableBufferPointer { [dropped] slots in
      ValueCells.put(cell, dropped, slots)
    }
    guard isNew else { return }
    occupied += 1
    while occupied > limit { drop() }
  }

  /// Drops one more bit of each value.
  private mutating func drop() {
    let old = slots
    dropped += 1
    slots = [Cell](repeating: ValueCells.empty, count: old.count)
    occupied = slots.withUnsafeMutableBufferPointer { [dropped] slots in
      var count = 0
      for cell in old where cell.count > 0 && ValueCells.put(cell, dropped, slots) { count += 1 }
      return count
    }
  }

  /// Puts a cell into its slot; true where that was empty.
  @inline(__always) private static func put(
    _ cell: Cell, _ dropped: Int, _ slots: UnsafeMutableBufferPointer<Cell>
  ) -> Bool {
    let key = OrderedBits.of(cell.low) >> dropped
    let mask = slots.count - 1
    // Fibonacci hashing: neighbours are spread.
    var place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 20) & mask
    while slots[place].count > 0 {
      if OrderedBits.of(slots[place].low) >> dropped == key {
        slots[place].count += cell.count
        if cell.low < slots[place].low { slots[place].low = cell.low }
        if cell.high > slots[place].high { slots[place].high = cell.high }
        return false
      }
      place = (place + 1) & mask
    }
    slots[place] = cell
    return true
  }
}

extension ValueCells {
  /// What a part file says of it; nil where that is no sketch of this size.
  init?(memory: Int, dropped: Int, cells: [Cell]) {
    self.init(memory: memory)
    guard (0...64).contains(dropped), cells.count <= limit else { return nil }
    self.dropped = dropped
    for cell in cells {
      guard cell.count > 0, cell.low.isFinite, cell.high.isFinite, cell.low <= cell.high,
        OrderedBits.of(cell.low) >> dropped == OrderedBits.of(cell.high) >> dropped
      else { return nil }
      add(cell)
    }
    guard occupied == cells.count, self.dropped == dropped else { return nil }
  }
}
