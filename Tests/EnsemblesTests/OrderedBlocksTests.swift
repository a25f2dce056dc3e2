import Synchronization
import Testing

@testable import Ensembles

/// What several threads finish in any order is taken in its own.
@Suite struct OrderedBlocksTests {
  private final class Taken: Sendable {
    let all = Mutex<[Int]>([])
    var values: [Int] { all.withLock { $0 } }
  }

  @Test("a block is taken once those before it are there")
  func order() {
    let taken = Taken()
    let blocks = OrderedBlocks<Int> { values in taken.all.withLock { $0 += values } }
    blocks.hand([4, 5], at: 2)
    blocks.hand([2, 3], at: 1)
    #expect(taken.values.isEmpty)
    blocks.hand([1], at: 0)
    #expect(taken.values == [1, 2, 3, 4, 5])
    blocks.hand([6], at: 3)
    #expect(taken.values == [1, 2, 3, 4, 5, 6])
  }

  @Test("nobody goes far ahead, and nobody waits for what will never come")
  func ahead() {
    let (taken, waited) = (Taken(), Taken())
    let blocks = OrderedBlocks<Int> { values in taken.all.withLock { $0 += values } }
    blocks.wait(for: 3, ahead: 4)
    WorkerThreads.run(2) {
      let isFirst = waited.all.withLock { waited in
        waited.append(-1)
        return waited.count == 1
      }
      if isFirst {
        blocks.wait(for: 4, ahead: 4)
        waited.all.withLock { $0.append(taken.values.count) }
      } else {
        blocks.hand([7], at: 0)
      }
    }
    // The one that waited saw that the block was taken.
    #expect(waited.values == [-1, -1, 1])
    blocks.end()
    blocks.wait(for: 100, ahead: 1)
    #expect(taken.values == [7])
  }
}
