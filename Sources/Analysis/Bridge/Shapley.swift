/// How much of a difference each of some players makes: the mean of what each adds, over all orders in
/// which they may come (L. S. Shapley, A Value for n-person Games, 1953).
enum Shapley {
  /// Exactly, from what every subset comes to: bit i of its number says that player i is in it.
  static func values(of subsets: [Double], players count: Int) -> [Double] {
    // |S|! (n - |S| - 1)! / n!, by the size of S.
    var weights = [Double](repeating: 1 / Double(max(1, count)), count: max(1, count))
    for size in weights.indices.dropFirst() {
      weights[size] = weights[size - 1] * Double(size) / Double(count - size)
    }
    return (0..<count).map { player in
      var sum = 0.0
      for subset in subsets.indices where subset & (1 << player) == 0 {
        sum += weights[subset.nonzeroBitCount] * (subsets[subset | 1 << player] - subsets[subset])
      }
      return sum
    }
  }

  /// Orders in which they come, each followed by its reverse; the same for a seed.
  static func orders(of count: Int, pairs: Int, seed: UInt64) -> [[Int]] {
    var state = seed
    func next() -> UInt64 {
      // SplitMix64 (G. Steele, D. Lea, C. Flood, 2014).
      state &+= 0x9E37_79B9_7F4A_7C15
      var word = state
      word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
      word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
      return word ^ (word >> 31)
    }
    var orders: [[Int]] = []
    for _ in 0..<pairs {
      var order = Array(0..<count)
      for place in stride(from: count - 1, to: 0, by: -1) {
        order.swapAt(place, Int(next() % UInt64(place + 1)))
      }
      orders += [order, Array(order.reversed())]
    }
    return orders
  }
}
