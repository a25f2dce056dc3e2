/// Sobol' points of one name, Owen-scrambled by a key that is made of the name and the seed.
///
/// Which dimension they have is chosen by the name too. Names that lie together in one would move
/// together, so each has choices of its own, of which it takes the first that is free
/// (Docs/Decisions/0115). Points that are apart are those of the first dimension in an order of the
/// name's own: as even by themselves, and as chance has it against others.
struct SobolPoints: Points {
  private let directions: DirectionNumbers
  private let key: UInt64
  private let isApart: Bool

  /// Which dimension a name would have by one of its choices; the same for every seed.
  static func dimension(_ name: String, choice: UInt32) -> Int {
    let key = StreamKey.key(seed: 0, name: name, .dimension, choice)
    return Int(key % UInt64(DirectionTable.dimensions))
  }

  /// - Parameter dimension: nil for points that are apart.
  init(seed: UInt64, name: String, dimension: Int?) {
    directions = DirectionNumbers(dimension: dimension ?? 0)
    key = StreamKey.key(seed: seed, name: name, .scramble)
    isApart = dimension == nil
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
