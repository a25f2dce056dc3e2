import Language
import ParkModel
import TestSupport
import Testing

/// What the program of a scenario's inputs says beside what `OpenScenario.values(at:)` does.
struct ProgramAgreement {
  /// Points at which both have values, the same to the last bit.
  var agreed = 0
  /// Points at which neither has.
  var refused = 0
  /// Points at which a condition does not hold and there are values all the same.
  var apart = 0

  /// Tries some points. Records an issue where values differ, or where only the program has any.
  init(_ open: OpenScenario, points: Int, seed: UInt64, isWild: Bool = true, _ name: String = "")
    throws
  {
    let program = try #require(open.program, "\(name) has no program")
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<points {
      let values = open.parameters.map { parameter in
        Self.value(parameter, isWild, &generator)
      }
      let point = Dictionary(
        uniqueKeysWithValues: zip(open.parameters.map(\.name), values))
      let own = try? open.values(at: point).map(\.values)
      switch (own, program.values(of: values)) {
      case (let own?, let mine?):
        agreed += 1
        #expect(
          own.map { $0.map(\.bitPattern) } == mine.map { $0.map(\.bitPattern) }, "\(name) \(point)")
      case (nil, nil): refused += 1
      case (_?, nil): apart += 1
      case (nil, _?): Issue.record("\(name) has a program's value at \(point), and no value")
      }
    }
  }

  /// A value that a draw may have, or one at an edge.
  private static func value(
    _ parameter: UncertainParameter, _ isWild: Bool, _ generator: inout SeededGenerator
  ) -> Double {
    let share = Double.random(in: 0.0001..<0.9999, using: &generator)
    let usual = parameter.distribution.quantile(share)
    guard isWild else { return usual }
    switch Int.random(in: 0..<24, using: &generator) {
    case 0: return 0
    case 1: return -usual
    case 2: return usual * 1e3
    case 3: return -usual * 1e6
    case 4: return 1e300 * share
    case 5: return -1e-300 * share
    case 6: return usual.rounded()
    case 7: return 1
    default: return usual
    }
  }
}
