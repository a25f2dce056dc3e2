public import Diagnostics

/// Part I of K of an ensemble's draws: `3/8`.
public struct Shard: Hashable, Sendable, CustomStringConvertible {
  /// From 1 to `count`.
  public let index: Int
  public let count: Int

  /// All draws in one part.
  public static let whole = Shard(1, of: 1)

  /// More parts than this have no draw each in any ensemble.
  static let most = 100_000_000
  /// How many draws that follow each other are never divided.
  static let block = 16

  private init(_ index: Int, of count: Int) {
    self.index = index
    self.count = count
  }

  /// Reads `I/K`; throws what names no part, in words for who typed `shown`.
  public init(_ text: String, shown: String = "--shard") throws(Diagnostic) {
    let numbers = text.split(separator: "/", omittingEmptySubsequences: false).map { part in
      part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil
    }
    guard numbers.count == 2, let index = numbers[0], let count = numbers[1] else {
      throw Diagnostic(
        "bad-shard", "`\(text)` names no part of the draws",
        help: ["`\(shown) 3/8` is the third of eight parts"])
    }
    guard count >= 1, count <= Shard.most else {
      throw Diagnostic(
        "bad-shard", "\(count) parts are \(count < 1 ? "none" : "more than there can be")",
        help: ["`\(shown) 3/8` is the third of eight parts"])
    }
    guard index >= 1, index <= count else {
      throw Diagnostic(
        "bad-shard", "there is no part \(index) of \(count): parts are counted from 1 to \(count)",
        help: ["`\(shown) \(min(max(index, 1), count))/\(count)`"])
    }
    self.init(index, of: count)
  }

  /// The draws of this part, of so many in all: whole blocks of 16, as many in each part as in every
  /// other, or one more. Parts of all indices together are all draws, each once.
  public func draws(of all: Int) -> Range<Int> {
    let blocks = (all + Shard.block - 1) / Shard.block
    func start(_ part: Int) -> Int {
      // In full width, for blocks times parts may be more than a number holds.
      let product = blocks.multipliedFullWidth(by: part)
      return min(all, count.dividingFullWidth(product).quotient * Shard.block)
    }
    return start(index - 1)..<start(index)
  }

  public var description: String { "\(index)/\(count)" }
}
