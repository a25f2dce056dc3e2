/// A Latin hypercube: as many strata as draws, in each of which one draw lies, in an order of the
/// name's own. Draws beyond begin another such set.
struct LatinPoints: Points {
  private let draws: Int
  private let permutation: Philox
  private let jitter: RandomPoints
  private let width: UInt64
  private let half: UInt64

  init(seed: UInt64, name: String, draws: Int) {
    self.draws = max(draws, 1)
    permutation = Philox(key: StreamKey.key(seed: seed, name: name, .permutation))
    jitter = RandomPoints(key: StreamKey.key(seed: seed, name: name, .jitter))
    // The least even number of bits that holds every place.
    let bits = UInt64(max(2, 64 - UInt64(max(draws, 1) - 1).leadingZeroBitCount))
    half = (bits + 1) / 2
    width = 1 << half
  }

  func uniforms(_ draws: Range<Int>) -> [Double] {
    var numbers = jitter.uniforms(draws)
    let count = Double(self.draws)
    for (place, draw) in draws.enumerated() {
      let (round, index) = UInt64(bitPattern: Int64(draw)).quotientAndRemainder(
        dividingBy: UInt64(self.draws))
      let stratum = Double(self.stratum(of: index, round: round))
      // Rounding stays inside of the stratum, whose upper end is not part of it.
      var number = (stratum + numbers[place]) / count
      while number * count >= stratum + 1 || number >= 1 { number = number.nextDown }
      numbers[place] = number
    }
    return numbers
  }

  /// A permutation of 0 ..< draws: Feistel's network of four rounds over both halves of the bits,
  /// walked until it is back inside (J. Black, P. Rogaway, "Ciphers with arbitrary finite domains",
  /// 2002).
  private func stratum(of index: UInt64, round: UInt64) -> UInt64 {
    var value = index
    repeat {
      var left = value >> half
      var right = value & (width - 1)
      for step in UInt32(0)..<4 {
        let words = permutation.words(
          SIMD4(
            UInt32(truncatingIfNeeded: right), step, UInt32(truncatingIfNeeded: round),
            UInt32(truncatingIfNeeded: round >> 32)))
        (left, right) = (right, left ^ (UInt64(words.x) & (width - 1)))
      }
      value = left << half | right
    } while value >= UInt64(draws)
    return value
  }
}
