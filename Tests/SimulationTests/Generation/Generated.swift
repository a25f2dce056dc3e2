import TestSupport
import Testing

@testable import Simulation

/// The generated scenarios that laws are checked on: two thousand, in blocks of fifty, of which
/// `swift test` tries every fifth.
enum Generated {
  static let blocks = Sample.every(5, of: 0..<40)

  /// Runs a check on each scenario of a block that has an answer; most have.
  static func each(
    _ block: Int, _ check: (_ seed: Int, _ script: GeneratedScript, Projection) throws -> Void
  ) throws {
    var count = 0
    for seed in block * 50..<block * 50 + 50 {
      let script = GeneratedScript(seed)
      guard let result = try? run(script.text) else { continue }
      count += 1
      try check(seed, script, result)
    }
    #expect(count > 35, "only \(count) of block \(block) run")
  }
}
