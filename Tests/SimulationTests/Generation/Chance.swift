/// Random numbers that depend on a seed alone (SplitMix64), so that a seed names a scenario.
struct Chance {
  private var state: UInt64

  init(_ seed: Int) {
    state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678_9ABC_DEF1
  }

  private mutating func bits() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// At least 0 and below 1.
  mutating func share() -> Double { Double(bits() >> 11) / 9_007_199_254_740_992 }

  mutating func happens(_ probability: Double) -> Bool { share() < probability }

  mutating func number(_ range: ClosedRange<Double>) -> Double {
    range.lowerBound + (range.upperBound - range.lowerBound) * share()
  }

  mutating func whole(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(bits() % UInt64(range.count))
  }

  mutating func pick<Item>(_ items: [Item]) -> Item { items[whole(0...items.count - 1)] }

  mutating func shuffled<Item>(_ items: [Item]) -> [Item] {
    var result = items
    for index in result.indices.dropFirst() { result.swapAt(index, whole(0...index)) }
    return result
  }
}
