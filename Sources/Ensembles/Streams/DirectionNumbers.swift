/// The direction numbers of one dimension of Sobol' points in base 2, 32 of them: the point with
/// the number n is the exclusive or of those at the bits of n's Gray code (I. M. Sobol', 1967;
/// I. A. Antonov, V. M. Saleev, 1979).
///
/// Each is turned around: its lowest bit is the first binary digit of the point.
struct DirectionNumbers: Sendable {
  /// 32 words.
  let words: [UInt32]

  /// - Parameter dimension: From 0 up to `DirectionTable.dimensions`, which is excluded.
  init(dimension: Int) {
    // Of the initial numbers m, the first of each dimension is 1.
    var numbers: [UInt64] = []
    if dimension == 0 {
      numbers = [UInt64](repeating: 1, count: 32)
    } else {
      var reader = DirectionReader(dimension)
      let degree = reader.degree
      let coefficients = reader.bits(degree - 1)
      for place in 0..<degree { numbers.append(reader.bits(place) << 1 | 1) }
      for place in degree..<32 {
        var next = numbers[place - degree] ^ numbers[place - degree] << UInt64(degree)
        for step in 1..<max(degree, 1) where coefficients >> UInt64(degree - 1 - step) & 1 == 1 {
          next ^= numbers[place - step] << UInt64(step)
        }
        numbers.append(next)
      }
    }
    words = numbers.enumerated().map { place, number in
      UInt32(truncatingIfNeeded: number << UInt64(31 - place)).reversedBits
    }
  }

  /// The point of a number, turned around.
  func point(_ number: UInt32) -> UInt32 {
    var point: UInt32 = 0
    var gray = number ^ number >> 1
    while gray != 0 {
      point ^= words[gray.trailingZeroBitCount]
      gray &= gray - 1
    }
    return point
  }
}

/// Reads what `DirectionTable` says of one dimension.
private struct DirectionReader {
  let degree: Int
  private var character: Int
  private var bit = 0

  init(_ dimension: Int) {
    // How many primitive polynomials there are of each degree from 1 on.
    let counts = [1, 1, 2, 2, 6, 6, 18, 16, 48, 60, 176, 144, 630]
    var rest = dimension - 1
    var degree = 1
    var character = 0
    for count in counts {
      let length = (degree - 1 + degree * (degree - 1) / 2 + 5) / 6
      guard rest >= count else {
        character += rest * length
        break
      }
      character += count * length
      rest -= count
      degree += 1
    }
    self.degree = degree
    self.character = character
  }

  /// The next so many bits, the highest first.
  mutating func bits(_ count: Int) -> UInt64 {
    var value: UInt64 = 0
    for _ in 0..<count {
      // Every line ends with one character more.
      let place = character + character / DirectionTable.width
      let six = UInt64(DirectionTable.text.utf8Start[place] - 48)
      value = value << 1 | six >> UInt64(5 - bit) & 1
      bit += 1
      if bit == 6 { (character, bit) = (character + 1, 0) }
    }
    return value
  }
}

extension UInt32 {
  /// The lowest bit first.
  @inline(__always)
  var reversedBits: UInt32 {
    var x = self
    x = (x & 0x5555_5555) << 1 | (x >> 1) & 0x5555_5555
    x = (x & 0x3333_3333) << 2 | (x >> 2) & 0x3333_3333
    x = (x & 0x0F0F_0F0F) << 4 | (x >> 4) & 0x0F0F_0F0F
    return x.byteSwapped
  }
}
