import Foundation
import Quantities
import TestSupport
import Testing

/// Values that `numerics.py` worked out: a function, its arguments, the nearest number to the exact
/// value and what is left of it.
private struct Sample {
  let function: String
  let arguments: [Double]
  let nearest: Double
  let rest: Double

  static func all() throws -> [Sample] {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let text = try String(contentsOf: url.appendingPathComponent("Numerics.txt"), encoding: .utf8)
    return text.split(separator: "\n").map { line in
      let words = line.split(separator: " ")
      let numbers = words.dropFirst().map { Double(bitPattern: UInt64($0, radix: 16) ?? 0) }
      return Sample(
        function: String(words[0]), arguments: Array(numbers.dropLast(2)),
        nearest: numbers[numbers.count - 2], rest: numbers[numbers.count - 1])
    }
  }

  /// How far a value is from the exact one, in units of its last digit.
  func error(of value: Double) -> Double {
    ((value - nearest) - rest).magnitude / nearest.ulp
  }
}

private func value(_ function: String, _ x: Double, _ y: Double) -> Double {
  switch function {
  case "exp": Numerics.exponential(x)
  case "log": Numerics.logarithm(x)
  case "log1p": Numerics.logarithm(onePlus: x)
  case "pow": Numerics.power(x, y)
  case "score": Numerics.normalScore(below: x)
  default: Numerics.normalShare(below: x)
  }
}

private func values<V: RealVector>(_ function: String, _ x: V, _ y: V) -> V {
  switch function {
  case "exp": Numerics.exponential(x)
  case "log": Numerics.logarithm(x)
  case "log1p": Numerics.logarithm(onePlus: x)
  case "pow": Numerics.power(x, y)
  case "score": Numerics.normalScore(below: x)
  default: Numerics.normalShare(below: x)
  }
}

@Suite("The transcendental functions")
struct NumericsTests {
  @Test("are within 1 ulp of the exact value", arguments: ["exp", "log", "log1p", "pow"])
  func exact(function: String) throws {
    let samples = try Sample.all().filter { $0.function == function }
    #expect(samples.count == 240)
    for sample in samples {
      let found = value(function, sample.arguments[0], sample.arguments.last ?? 0)
      // Where numbers have all their digits; the others have as many as there are.
      let error = sample.error(of: found)
      #expect(error < 0.9, "\(function) of \(sample.arguments): \(found)")
    }
  }

  @Test("the normal distribution to 1e-15 of itself, in its tails too, there and back")
  func normal() throws {
    for sample in try Sample.all() where sample.function == "share" {
      let x = sample.arguments[0]
      let share = Numerics.normalShare(below: x)
      #expect(((share - sample.nearest) - sample.rest).magnitude < 1e-15 * share, "below \(x)")
      // A share of x's last digit changes the share by x² of its own.
      let back = Numerics.normalScore(below: sample.nearest)
      guard x < 0 else { continue }
      #expect((back - x).magnitude < 1e-15 * max(1, x.magnitude), "\(back) for \(x)")
    }
    #expect(Numerics.normalScore(below: 0.5) == 0)
    #expect(Numerics.normalScore(below: 0) == -.infinity)
    #expect(Numerics.normalScore(below: 1) == .infinity)
    #expect(Numerics.normalShare(below: -.infinity) == 0)
    #expect(Numerics.normalShare(below: .infinity) == 1)
    #expect(Numerics.normalShare(below: 0) == 0.5)
    for outside in [-0.1, 1.1, .nan] { #expect(Numerics.normalScore(below: outside).isNaN) }
    #expect(Numerics.normalShare(below: .nan).isNaN)
  }

  /// What C says of the edges (C23, annex F.10).
  @Test(
    "at the edges they do what C says",
    arguments: [
      ("exp", 0, 0, 1), ("exp", -0.0, 0, 1), ("exp", 710, 0, .infinity), ("exp", -746, 0, 0),
      ("exp", .infinity, 0, .infinity), ("exp", -.infinity, 0, 0), ("exp", .nan, 0, .nan),
      ("exp", 709.782_712_893_384, 0, 0x1.fffffffffff2ap1023),
      ("exp", -745.133_219_101_941_1, 0, .leastNonzeroMagnitude),
      ("log", 1, 0, 0), ("log", 0, 0, -.infinity), ("log", -0.0, 0, -.infinity),
      ("log", -1, 0, .nan), ("log", -.infinity, 0, .nan), ("log", .infinity, 0, .infinity),
      ("log", .nan, 0, .nan), ("log", .leastNonzeroMagnitude, 0, -744.440_071_921_381_2),
      ("log1p", 0, 0, 0), ("log1p", -0.0, 0, -0.0), ("log1p", -1, 0, -.infinity),
      ("log1p", -1.5, 0, .nan), ("log1p", .infinity, 0, .infinity), ("log1p", .nan, 0, .nan),
      ("log1p", .leastNonzeroMagnitude, 0, .leastNonzeroMagnitude), ("log1p", 1e-20, 0, 1e-20),
      ("pow", .nan, 0, 1), ("pow", 1, .nan, 1), ("pow", .nan, 1, .nan), ("pow", 2, .nan, .nan),
      ("pow", 0, 3, 0), ("pow", -0.0, 3, -0.0), ("pow", -0.0, 2, 0), ("pow", -0.0, 0.5, 0),
      ("pow", 0, -1, .infinity), ("pow", -0.0, -3, -.infinity), ("pow", -0.0, -2, .infinity),
      ("pow", -0.0, -.infinity, .infinity), ("pow", -1, .infinity, 1), ("pow", -1, -.infinity, 1),
      ("pow", 0.5, .infinity, 0), ("pow", -0.5, -.infinity, .infinity),
      ("pow", 2, .infinity, .infinity), ("pow", -2, -.infinity, 0),
      ("pow", -.infinity, 3, -.infinity), ("pow", -.infinity, 0.5, .infinity),
      ("pow", -.infinity, -3, -0.0), ("pow", .infinity, -1, 0), ("pow", .infinity, 0.5, .infinity),
      ("pow", -2, 3, -8), ("pow", -2, 2, 4), ("pow", -2, 0.5, .nan), ("pow", -1, 0x1p53, 1),
      ("pow", -1, 0x1.fffffffffffffp52, -1), ("pow", 2, 1023, 0x1p1023),
      ("pow", 2, 1024, .infinity),
      ("pow", 2, -1074, .leastNonzeroMagnitude), ("pow", 2, -1076, 0), ("pow", 10, 22, 1e22),
      ("pow", 1e308, 2, .infinity), ("pow", -1e308, 3, -.infinity), ("pow", 1e-308, 2, 0),
      ("pow", .leastNonzeroMagnitude, 1, .leastNonzeroMagnitude), ("pow", 0.9, 1e308, 0),
      ("pow", 1 + 0x1p-52, 1e308, .infinity),
    ] as [(String, Double, Double, Double)])
  func edges(function: String, x: Double, y: Double, expected: Double) {
    let found = value(function, x, y)
    guard !expected.isNaN else {
      #expect(found.isNaN)
      return
    }
    #expect(found.sign == expected.sign)
    // Zero, ∞ and powers of two exactly.
    let isExact = expected == 0 || expected.isInfinite || expected.significand == 1
    let digits = isExact ? 0 : expected.ulp
    #expect(found == expected || (found - expected).magnitude <= digits, "\(found)")
  }

  @Test("a vector of 2, 4 or 8 has in each lane the bits of one number", arguments: 0..<4)
  func lanes(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let edges: [Double] = [
      0, -0.0, 1, -1, 0.5, .infinity, -.infinity, .nan, .leastNonzeroMagnitude, 1e308, 710, -746,
      0x1p53,
    ]
    func number() -> Double {
      if Int.random(in: 0..<6, using: &random) == 0 {
        return edges.randomElement(using: &random) ?? 0
      }
      let size = Numerics.power(2, Double.random(in: -30..<10, using: &random))
      return Double.random(in: -3..<3, using: &random) * size
    }
    for function in ["exp", "log", "log1p", "pow", "score", "share"] {
      for _ in 0..<500 {
        var (x, y) = (SIMD8<Double>(), SIMD8<Double>())
        for lane in 0..<8 { (x[lane], y[lane]) = (number(), number()) }
        let eight = values(function, x, y)
        let four = values(function, x.lowHalf, y.lowHalf)
        let two = values(function, x.lowHalf.lowHalf, y.lowHalf.lowHalf)
        for lane in 0..<8 {
          let one = value(function, x[lane], y[lane])
          var found = [eight[lane]]
          if lane < 4 { found.append(four[lane]) }
          if lane < 2 { found.append(two[lane]) }
          #expect(
            found.allSatisfy { $0.bitPattern == one.bitPattern || $0.isNaN && one.isNaN },
            "\(function) of \(x[lane]), \(y[lane])")
        }
      }
    }
  }
}
