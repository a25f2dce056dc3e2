import Diagnostics

/// Blocks that several threads finish in any order, and that are taken in theirs, one at a time.
final class OrderedBlocks<Value: Sendable>: @unchecked Sendable {
  // All of it is looked at and changed within the gate.
  private let gate = Gate()
  private var early: [Int: [Value]] = [:]
  private var next = 0
  private var isOver = false
  private let take: @Sendable ([Value]) -> Void

  init(_ take: @escaping @Sendable ([Value]) -> Void) {
    self.take = take
  }

  /// Hands a block over; it is taken, with those that waited for it, unless one before it is missing.
  func hand(_ values: [Value], at index: Int) {
    gate.hold {
      early[index] = values
      while let block = early.removeValue(forKey: next) {
        take(block)
        next += 1
      }
    }
  }

  /// Waits until a block is less than so many ahead of the one that is to be taken next: what is finished
  /// early is held, and there shall not be much of it.
  func wait(for index: Int, ahead most: Int) {
    gate.hold(once: { isOver || index < next + most }, {})
  }

  /// Says that some blocks will never come, so that nobody waits for them.
  func end() {
    gate.hold { isOver = true }
  }
}
