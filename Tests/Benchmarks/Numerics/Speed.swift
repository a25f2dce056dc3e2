import Glibc

/// Nanoseconds of processor time a value, the least of many runs over 4,096 arguments.
struct Speed {
  private static let count = 4096
  private let x = Speed.spread(7919, 0.3, 2.8)
  private let y = Speed.spread(104_729, -20, 20)
  private let shares = Speed.spread(7907, 0, 1)

  private let results = UnsafeMutableRawPointer.allocate(byteCount: count * 8, alignment: 64)

  func printAll() {
    print("| | Glibc, one | own, one | 2 | 4 | 8 |")
    print("|---|---|---|---|---|---|")
    row(
      "exp", least { loop1(y) { Glibc.exp($0) } },
      least { loop1(y) { Numerics.exponential($0) } },
      least { loop2(y) { Numerics.exponential($0) } },
      least { loop4(y) { Numerics.exponential($0) } },
      least { loop8(y) { Numerics.exponential($0) } })
    row(
      "ln", least { loop1(x) { Glibc.log($0) } },
      least { loop1(x) { Numerics.logarithm($0) } }, least { loop2(x) { Numerics.logarithm($0) } },
      least { loop4(x) { Numerics.logarithm($0) } }, least { loop8(x) { Numerics.logarithm($0) } })
    row(
      "ln(1 + x)", least { loop1(x) { Glibc.log1p($0) } },
      least { loop1(x) { Numerics.logarithm(onePlus: $0) } },
      least { loop2(x) { Numerics.logarithm(onePlus: $0) } },
      least { loop4(x) { Numerics.logarithm(onePlus: $0) } },
      least { loop8(x) { Numerics.logarithm(onePlus: $0) } })
    row(
      "x to the power of 1.7", least { loop1(x) { Glibc.pow($0, 1.7) } },
      least { loop1(x) { Numerics.power($0, 1.7) } },
      least { loop2(x) { Numerics.power($0, SIMD2(repeating: 1.7)) } },
      least { loop4(x) { Numerics.power($0, SIMD4(repeating: 1.7)) } },
      least { loop8(x) { Numerics.power($0, SIMD8(repeating: 1.7)) } })
    row(
      "normal share below", least { loop1(y) { 0.5 * Glibc.erfc(-0.7071067811865476 * $0) } },
      least { loop1(y) { Numerics.normalShare(below: $0) } },
      least { loop2(y) { Numerics.normalShare(below: $0) } },
      least { loop4(y) { Numerics.normalShare(below: $0) } },
      least { loop8(y) { Numerics.normalShare(below: $0) } })
    row(
      "normal score below", nil,
      least { loop1(shares) { Numerics.normalScore(below: $0) } },
      least { loop2(shares) { Numerics.normalScore(below: $0) } },
      least { loop4(shares) { Numerics.normalScore(below: $0) } },
      least { loop8(shares) { Numerics.normalScore(below: $0) } })
  }

  private func row(_ name: String, _ times: Double?...) {
    let cells = times.map { $0.map { "\(($0 * 10).rounded() / 10)" } ?? "" }
    print("| \(name) | \(cells.joined(separator: " | ")) |")
  }

  private static func spread(_ factor: Int, _ low: Double, _ high: Double) -> [Double] {
    (0..<count).map { low + (high - low) * (Double(($0 * factor) % count) + 0.5) / Double(count) }
  }

  private func least(_ body: () -> Double) -> Double {
    var least = Double.infinity
    var kept = 0.0
    for _ in 0..<200 {
      let start = clock()
      for _ in 0..<4 { kept += body() }
      least = min(
        least, Double(clock() - start) * 1e9 / Double(CLOCKS_PER_SEC) / 4 / Double(Speed.count))
    }
    return kept.isNaN ? .nan : least
  }

  // One loop for each width: a closure over vectors of any width would not be put in place.

  @inline(__always)
  private func loop1(_ values: [Double], _ function: (Double) -> Double) -> Double {
    for place in values.indices {
      results.storeBytes(of: function(values[place]), toByteOffset: place * 8, as: Double.self)
    }
    return results.load(as: Double.self)
  }

  @inline(__always)
  private func loop2(_ values: [Double], _ function: (SIMD2<Double>) -> SIMD2<Double>) -> Double {
    values.withUnsafeBytes { bytes in
      for place in stride(from: 0, to: bytes.count, by: 16) {
        let value = function(bytes.loadUnaligned(fromByteOffset: place, as: SIMD2<Double>.self))
        results.storeBytes(of: value, toByteOffset: place, as: SIMD2<Double>.self)
      }
    }
    return results.load(as: Double.self)
  }

  @inline(__always)
  private func loop4(_ values: [Double], _ function: (SIMD4<Double>) -> SIMD4<Double>) -> Double {
    values.withUnsafeBytes { bytes in
      for place in stride(from: 0, to: bytes.count, by: 32) {
        let value = function(bytes.loadUnaligned(fromByteOffset: place, as: SIMD4<Double>.self))
        results.storeBytes(of: value, toByteOffset: place, as: SIMD4<Double>.self)
      }
    }
    return results.load(as: Double.self)
  }

  @inline(__always)
  private func loop8(_ values: [Double], _ function: (SIMD8<Double>) -> SIMD8<Double>) -> Double {
    values.withUnsafeBytes { bytes in
      for place in stride(from: 0, to: bytes.count, by: 64) {
        let value = function(bytes.loadUnaligned(fromByteOffset: place, as: SIMD8<Double>.self))
        results.storeBytes(of: value, toByteOffset: place, as: SIMD8<Double>.self)
      }
    }
    return results.load(as: Double.self)
  }
}
