import TestSupport
import Testing

@testable import Simulation

/// What is made of numbers in ranges lies in the range that follows.
@Suite("ranges of numbers")
struct NumberRangeTests {
  private static func range(_ generator: inout SeededGenerator) -> NumberRange {
    let scales: [Double] = [1e-9, 1, 1e7]
    let scale = scales[Int.random(in: 0..<3, using: &generator)]
    let a = Double.random(in: -1...1, using: &generator) * scale
    let b = Double.random(in: -1...1, using: &generator) * scale
    switch Int.random(in: 0..<5, using: &generator) {
    case 0: return NumberRange(a)
    case 1: return NumberRange(0, b.magnitude)
    case 2: return NumberRange(a.magnitude, a.magnitude + b.magnitude)
    default: return NumberRange(min(a, b), max(a, b))
    }
  }

  private static func number(
    in range: NumberRange, _ generator: inout SeededGenerator
  ) -> Double {
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: range.low
    case 1: range.high
    default: Double.random(in: range.low...range.high, using: &generator)
    }
  }

  @Test func holds() {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<20_000 {
      let (a, b) = (
        NumberRangeTests.range(&generator), NumberRangeTests.range(&generator)
      )
      let x = NumberRangeTests.number(in: a, &generator)
      let y = NumberRangeTests.number(in: b, &generator)
      let made: [(Double, NumberRange?)] = [
        (x + y, a + b), (x - y, a - b), (x * y, a * b), (x / y, a / b), (max(0, x), a.positive),
        (x, a.roomy), (y, a.with(b)),
      ]
      for (value, range) in made {
        guard let range else { continue }
        #expect(range.low <= value && value <= range.high)
      }
    }
  }

  @Test("room is on both sides, without another sign")
  func room() {
    #expect(NumberRange(2, 3).roomy == NumberRange(2.0 / 1024, 48))
    #expect(NumberRange(-3, 2).roomy == NumberRange(-48, 32))
    #expect(NumberRange(-3, -2).roomy == NumberRange(-48, -2.0 / 1024))
    #expect(NumberRange(1e-9, 3).roomy == NumberRange(0, 48))
    #expect(NumberRange(0).roomy == NumberRange(0))
  }

  @Test("what may be infinite, or no number, has no range")
  func unknown() {
    let most = NumberRange(-.greatestFiniteMagnitude, .greatestFiniteMagnitude)
    #expect(most + most == nil)
    #expect(most * NumberRange(2) == nil)
    #expect(NumberRange(1) / NumberRange(-1, 1) == nil)
    #expect(NumberRange(0, .infinity) * NumberRange(0) == nil)
  }
}
