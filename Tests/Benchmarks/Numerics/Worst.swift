import Glibc

// Glibc's functions of 64 binary digits, as the measure of those of 53: within 1/1,000 ulp.
@_silgen_name("expl") private func wideExp(_ x: Float80) -> Float80
@_silgen_name("logl") private func wideLog(_ x: Float80) -> Float80
@_silgen_name("log1pl") private func wideLog1p(_ x: Float80) -> Float80
@_silgen_name("powl") private func widePow(_ x: Float80, _ y: Float80) -> Float80

/// The largest error over many arguments, in units of the last digit (`Tests/QuantitiesTests` has a
/// sample whose values are mpmath's).
struct Worst {
  let count: Int

  func printAll() {
    print("| | largest error, ulp | at |")
    print("|---|---|---|")
    row(
      "exp, all", of: { (.random(in: -708...709.7, using: &$0), 0) },
      { x, _ in (Numerics.exponential(x), wideExp(Float80(x))) })
    row(
      "exp, from −1 to 1", of: { (.random(in: -1...1, using: &$0), 0) },
      { x, _ in (Numerics.exponential(x), wideExp(Float80(x))) })
    row(
      "exp, of few digits", of: { (.random(in: -745...(-708), using: &$0), 0) },
      { x, _ in (Numerics.exponential(x), wideExp(Float80(x))) })
    row(
      "ln, all", of: { (Worst.any(&$0), 0) },
      { x, _ in (Numerics.logarithm(x), wideLog(Float80(x))) })
    row(
      "ln, from ¼ to 4", of: { (.random(in: 0.25...4, using: &$0), 0) },
      { x, _ in (Numerics.logarithm(x), wideLog(Float80(x))) })
    row(
      "ln, near 1", of: { (1 + Worst.small(&$0), 0) },
      { x, _ in (Numerics.logarithm(x), wideLog(Float80(x))) })
    row(
      "ln(1 + x), from −1 to 3", of: { (.random(in: -0.999...3, using: &$0), 0) },
      { x, _ in (Numerics.logarithm(onePlus: x), wideLog1p(Float80(x))) })
    row(
      "ln(1 + x), near 0", of: { (Worst.small(&$0), 0) },
      { x, _ in (Numerics.logarithm(onePlus: x), wideLog1p(Float80(x))) })
    row(
      "power, all",
      of: {
        let x = Worst.any(&$0)
        return (x, .random(in: -708...709, using: &$0) / Glibc.log(x))
      }, { x, y in (Numerics.power(x, y), widePow(Float80(x), Float80(y))) })
    row(
      "power, ½ to 2 by −50 to 50",
      of: {
        (.random(in: 0.5...2, using: &$0), .random(in: -50...50, using: &$0))
      }, { x, y in (Numerics.power(x, y), widePow(Float80(x), Float80(y))) })
    row(
      "power, near 1",
      of: {
        let x = 1 + Worst.small(&$0)
        return (x, .random(in: -700...700, using: &$0) / Glibc.log1p(x - 1))
      }, { x, y in (Numerics.power(x, y), widePow(Float80(x), Float80(y))) })
  }

  private func row(
    _ name: String, of draw: (inout Generator) -> (Double, Double),
    _ values: (Double, Double) -> (Double, Float80)
  ) {
    var generator = Generator(state: 1)
    var (worst, place) = (0.0, (0.0, 0.0))
    for _ in 0..<count {
      let arguments = draw(&generator)
      let (found, exact) = values(arguments.0, arguments.1)
      guard found.isFinite, Double(exact).isFinite, exact != 0 else { continue }
      let error = Double((Float80(found) - exact).magnitude / Float80(Double(exact).ulp))
      if error > worst { (worst, place) = (error, arguments) }
    }
    print("| \(name) | \((worst * 1000).rounded() / 1000) | \(place.0), \(place.1) |")
  }

  /// A positive number, every exponent as likely.
  private static func any(_ generator: inout Generator) -> Double {
    Double(bitPattern: .random(in: 1..<0x7FF0_0000_0000_0000, using: &generator))
  }

  private static func small(_ generator: inout Generator) -> Double {
    .random(in: -1...1, using: &generator) * Glibc.exp2(.random(in: -40...(-1), using: &generator))
  }
}

/// SplitMix64.
struct Generator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var x = state
    x = (x ^ x >> 30) &* 0xBF58_476D_1CE4_E5B9
    x = (x ^ x >> 27) &* 0x94D0_49BB_1331_11EB
    return x ^ x >> 31
  }
}
