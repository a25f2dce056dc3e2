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
    // Where the range is 180 times the root, the scan says little of it.
    #expect(found.evaluations < (one.high > 100 ? 24 : 20), "\(found.evaluations) evaluations")
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
