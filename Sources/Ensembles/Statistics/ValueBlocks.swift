/// The values of a column: each of them while memory holds them, then summaries of blocks of draws
/// (Docs/Decisions/0120).
///
/// A block is a fixed range of draws. Once all its draws are known it becomes a summary, and two summaries
/// that are neighbours in the binary tree over all blocks become one. What there is in the end follows
/// from which draws are known and what their values are, and from nothing else.
struct ValueBlocks: Equatable, Sendable {
  /// A node of the tree: 2^level blocks from `index` 2^level on.
  struct Node: Hashable, Comparable, Sendable {
    var level: Int
    var index: Int

    static func < (left: Node, right: Node) -> Bool {
      (left.level, left.index) < (right.level, right.index)
    }
  }

  /// The values of those draws of a block that are known, in any order.
  struct Block: Equatable, Sendable {
    var values: [Double] = []
    /// How many draws are known, also those without a value.
    var draws = 0

    static func == (left: Block, right: Block) -> Bool {
      left.draws == right.draws && left.sorted == right.sorted
    }

    var sorted: [Double] { OrderedBits.sorted(values) }
  }

  /// How many values are kept as they are.
  let capacity: Int
  /// How many points a summary has.
  let points: Int
  /// How many draws a block has.
  let size: Int
  var blocks: [Int: Block] = [:]
  var summaries: [Node: RankSummary] = [:]
  /// Whether there are more values than memory holds, so that full blocks are summed up.
  private(set) var isFull = false
  /// How many values there are.
  private(set) var count = 0

  /// - Parameter memory: bytes for all of it.
  init(memory: Int) {
    capacity = max(64, memory / MemoryLayout<Double>.stride)
    // Eight to one: one block as it is, and one summary a level of the tree.
    let room = max(8, memory / 200)
    points = 1 << (Int.bitWidth - 1 - room.leadingZeroBitCount)
    size = points * 8
  }

  /// Adds finite values of draws that follow each other.
  mutating func add(_ values: UnsafeBufferPointer<Double>, firstDraw: Int) {
    count += values.count
    if count > capacity { fill() }
    var start = 0
    while start < values.count {
      let index = (firstDraw + start) / size
      let end = min(values.count, (index + 1) * size - firstDraw)
      let part = UnsafeBufferPointer(rebasing: values[start..<end])
      change(index) { block in
        let first = block.values.count
        block.values.append(contentsOf: part)
        // Nought has one sign.
        block.values.withUnsafeMutableBufferPointer { values in
          for i in first..<values.count { values[i] += 0 }
        }
        block.draws += part.count
      }
      start = end
    }
  }

  /// Notes that a draw has no value.
  mutating func addMissing(draw: Int) {
    change(draw / size) { $0.draws += 1 }
  }

  /// Adds other draws.
  mutating func merge(_ other: ValueBlocks) {
    count += other.count
    if count > capacity { fill() }
    for (node, summary) in other.summaries { put(summary, at: node) }
    for (index, added) in other.blocks {
      change(index) { block in
        if block.values.isEmpty {
          block.values = added.values
        } else {
          block.values.append(contentsOf: added.values)
        }
        block.draws += added.draws
      }
    }
  }

  private mutating func change(_ index: Int, _ body: (inout Block) -> Void) {
    body(&blocks[index, default: Block()])
    if isFull { close(index) }
  }

  /// Begins to sum up, where that has not begun.
  private mutating func fill() {
    guard !isFull else { return }
    isFull = true
    for index in Array(blocks.keys) { close(index) }
  }

  /// Sums a block up whose draws are all known.
  private mutating func close(_ index: Int) {
    guard let block = blocks[index], block.draws >= size else { return }
    blocks[index] = nil
    put(RankSummary(sorted: block.sorted, limit: points), at: Node(level: 0, index: index))
  }

  private mutating func put(_ summary: RankSummary, at node: Node) {
    let neighbour = Node(level: node.level, index: node.index ^ 1)
    guard let other = summaries.removeValue(forKey: neighbour) else {
      summaries[node] = summary
      return
    }
    let (first, second) = node.index & 1 == 0 ? (summary, other) : (other, summary)
    put(
      RankSummary(first, second, limit: points),
      at: Node(level: node.level + 1, index: node.index >> 1))
  }
}

extension ValueBlocks {
  /// What a part file says of it.
  init(memory: Int, count: Int, blocks: [Int: Block], summaries: [Node: RankSummary]) {
    self.init(memory: memory)
    self.count = count
    isFull = count > capacity
    self.blocks = blocks
    self.summaries = summaries
  }
}
