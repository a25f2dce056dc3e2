import Foundation
import Testing

@testable import Analysis

/// Goals: the search for a root between two numbers.
@Suite struct RootSearchTests {
  private func search(
    _ low: Double, _ high: Double, tolerance: Double = 0, _ f: (Double) -> Double?
  ) -> RootSearch {
    RootSearch(from: low, to: high, tolerance: tolerance) { $0.map(f) }
  }

  /// A function, its bracket, and the root by `scipy.optimize.brentq` 1.x with `xtol=1e-15` and the smallest
  /// `rtol` that it takes.
  struct Case: Sendable, CustomStringConvertible {
    let name: String
    let low: Double
    let high: Double
    let root: Double
    let f: @Sendable (Double) -> Double

    var description: String { name }
  }

  static let cases = [
    Case(name: "x² - 2", low: 0, high: 2, root: 1.414213562373095) { $0 * $0 - 2 },
    Case(name: "cos x - x", low: 0, high: 1, root: 0.7390851332151607) { cos($0) - $0 },
    Case(name: "eˣ - 5x", low: 1, high: 4, root: 2.5426413577735265) { exp($0) - 5 * $0 },
    Case(name: "x³ - 2x - 5", low: 2, high: 3, root: 2.094551481542327) {
      $0 * $0 * $0 - 2 * $0 - 5
    },
    Case(name: "ln x - 1", low: 1, high: 500, root: 2.7182818284590455) { log($0) - 1 },
  ]

  @Test("a smooth function takes fewer than 20 evaluations, to where brentq gets", arguments: cases)
  func smooth(_ one: Case) {
    let found = search(one.low, one.high, one.f)
    guard case .root(let root) = found.result else {
      Issue.record("\(found.result)")
      return
    }
    #expect(abs(root - one.root) <= 1e-12 * one.root, "\(root) and \(one.root)")
    #expect(found.evaluations < 20, "\(found.evaluations) evaluations")
  }

  /// Shapes that figures have: steep at an end, level and then rising, bent, saturated. Roots by hand.
  static let shapes = [
    Case(name: "1/x, at the edge", low: 0.01, high: 1000, root: 0.02) { 1 / $0 - 50 },
    Case(name: "1/x, near the edge", low: 10, high: 500, root: 11.3) { 1 / $0 - 1 / 11.3 },
    Case(name: "a pole behind the end", low: 0, high: 1, root: 0.999) { 1 / (1.001 - $0) - 500 },
    Case(name: "x², a hair from the low end", low: 10, high: 500, root: 100.001.squareRoot()) {
      $0 * $0 - 100.001
    },
    Case(name: "x², a hair from the high end", low: 10, high: 500, root: 249_999.99.squareRoot()) {
      $0 * $0 - 249_999.99
    },
    Case(name: "√x, near the low end", low: 0, high: 500, root: 0.01) { $0.squareRoot() - 0.1 },
    Case(name: "level, then rising", low: 0, high: 10, root: 6.5) { max(0, $0 - 6.3) * 5 - 1 },
    Case(name: "rising, then level", low: 0, high: 10, root: 2.999) { min($0, 3) - 2.999 },
    Case(name: "level up to the root", low: 0, high: 100, root: 20.5) { max($0, 20) - 20.5 },
    Case(name: "bent at the root", low: 0, high: 10, root: 4.321) {
      ($0 - 4.321) * ($0 < 4.321 ? 1 : 100)
    },
    Case(name: "saturated", low: 0, high: 100, root: 9.210340371976184) {
      1 - exp(-$0) - 0.9999
    },
    Case(name: "at the edge, exactly", low: 10, high: 500, root: 10) { $0 * $0 - 100 },
    Case(name: "the rate of return of 110 for 100", low: 0, high: 0.5, root: 0.1) {
      -100 + 110 / (1 + $0)
    },
  ]

  @Test("whatever the shape, a root takes fewer than 19 evaluations", arguments: shapes)
  func shape(_ one: Case) {
    let most = max(one.f(one.low).magnitude, one.f(one.high).magnitude)
    let found = search(one.low, one.high, tolerance: most * 1e-13, one.f)
    guard case .root(let root) = found.result else {
      Issue.record("\(found.result)")
      return
    }
    #expect(one.f(root).magnitude <= most * 1e-13, "\(one.f(root)) at \(root)")
    #expect(abs(root - one.root) <= 1e-9 * one.root, "\(root) and \(one.root)")
    #expect(found.evaluations < 19, "\(found.evaluations) evaluations")
  }

  @Test("where there is none, it takes fewer than 20 to say so")
  func countOfNone() {
    #expect(search(-2, 2) { $0 * $0 + 1 }.evaluations < 20)
    #expect(search(0, 10) { 5 - $0 / 100 }.evaluations < 20)
    #expect(search(0, 10) { _ in 7 }.evaluations < 20)
  }

  @Test("a line takes the scan and hardly more")
  func line() {
    let found = search(10, 500) { 3 * $0 - 600 }
    #expect(found.result == .root(200))
    #expect(found.evaluations <= 12)
  }

  @Test("a step is a jump from one number to the next")
  func jump() {
    let found = search(0, 10) { $0 < 6.3 ? -1 : 4 }
    guard case .jump(let place, let from, let to) = found.result else {
      Issue.record("\(found.result)")
      return
    }
    #expect(abs(place - 6.3) <= 1e-11)
    #expect(from == -1 && to == 4)
  }

  @Test("what changes its sign three times has three brackets, each with its root")
  func several() {
    let found = search(0, 10) { ($0 - 1.5) * ($0 - 4.2) * ($0 - 8.1) }
    guard case .several(let brackets) = found.result else {
      Issue.record("\(found.result)")
      return
    }
    #expect(brackets.count == 3)
    for (bracket, root) in zip(brackets, [1.5, 4.2, 8.1]) { #expect(bracket.contains(root)) }
  }

  @Test("where there is none it says between what the function lies")
  func none() {
    let found = search(-2, 2) { $0 * $0 + 1 }
    #expect(found.result == .none(1...5))
  }

  @Test("two roots between two places of the scan are found around what comes nearest")
  func narrow() {
    // Roots at 4.9 and 5.1; the scan has 5 in it, so take a shifted one.
    let found = search(0, 10.7) { ($0 - 4.9) * ($0 - 5.1) }
    guard case .several(let brackets) = found.result else {
      Issue.record("\(found.result)")
      return
    }
    #expect(brackets.count == 2)
  }

  @Test("nought everywhere is everywhere, and no value is undefined")
  func degenerate() {
    #expect(search(0, 1, tolerance: 0.5) { _ in 0.25 }.result == .everywhere)
    #expect(search(0, 1) { _ in nil }.result == .undefined)
    #expect(search(0, 1) { _ in .nan }.result == .undefined)
    #expect(search(0, 1) { _ in 7 }.result == .none(7...7))
  }

  @Test("a root at an end is the end")
  func ends() {
    #expect(search(0, 8) { $0 }.result == .root(0))
    #expect(search(0, 8) { $0 - 8 }.result == .root(8))
  }
}
