/// Sobol' points of one name: a dimension of its own, Owen-scrambled by a key of its own, both
/// made of the name.
///
/// Names that lie together in a dimension would move together; so all but one of them are taken
/// apart: the same points in an order of the name's own, which is as even by itself, and as chance
/// has it against others (Docs/Decisions/0115).
struct SobolPoints: Points {
  private let directions: DirectionNumbers
  private let key: UInt64
  private let isApart: Bool

  /// Which of the dimensions a name has; the same for every seed.
  static func dimension(_ name: String) -> Int {
    let key = StreamKey.key(seed: 0, name: name, .dimension)
    return Int(key % UInt64(DirectionTable.dimensions))
  }

  init(seed: UInt64, name: String, isApart: Bool) {
    directions = DirectionNumbers(dimension: SobolPoints.dimension(name))
    key = StreamKey.key(seed: seed, name: name, .scramble)
    self.isApart = isApart
  }

  func uniforms(_ draws: Range<Int>) -> [Double] {
    var numbers: [Double] = []
    numbers.reserveCapacity(draws.count)
    var start = draws.lowerBound
    // Points have 32 digits: each 2³² draws are a set of their own, with a key of its own.
    while start < draws.upperBound {
      let round = start >> 32
      let end = min(draws.upperBound, (round + 1) << 32)
      append(
        UInt32(truncatingIfNeeded: start), count: end - start,
        round == 0 ? key : Mixing.word(key &+ UInt64(bitPattern: Int64(round))), to: &numbers)
      start = end
    }
    return numbers
  }

  private func append(
    _ first: UInt32, count: Int, _ key: UInt64, to numbers: inout [Double]
  ) {
    let scramble = OwenScramble(key: UInt32(truncatingIfNeeded: key))
    let rest = key >> 32 | 1 << 63
    var number = first
    guard !isApart else {
      let order = OwenScramble(key: UInt32(truncatingIfNeeded: Mixing.word(key)))
      for _ in 0..<count {
        let place = order(number.reversedBits).reversedBits
        numbers.append(SobolPoints.number(scramble(directions.point(place)), rest))
        number &+= 1
      }
      return
    }
    var point = directions.point(first)
    for _ in 0..<count {
      numbers.append(SobolPoints.number(scramble(point), rest))
      number &+= 1
      // Beyond the last, the next round begins.
      point ^= directions.words[number.trailingZeroBitCount & 31]
    }
  }

  /// 32 digits, the first in the lowest bit, and behind them twenty that chance gives to each of
  /// these points, as scrambling would.
  @inline(__always)
  private static func number(_ digits: UInt32, _ key: UInt64) -> Double {
    let upper = UInt64(digits.reversedBits) << 32
    return OpenInterval.number(upper | Mixing.word(upper ^ key) >> 32)
  }
}
