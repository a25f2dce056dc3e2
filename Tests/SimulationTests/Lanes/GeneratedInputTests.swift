import Language
import ParkModel
import TestSupport
import Testing

/// The program of the inputs of generated scenarios.
@Suite("programs of generated inputs")
struct GeneratedInputTests {
  @Test(
    "every generated scenario has a program, and its values are those of expressions",
    arguments: Sample.every(4, of: 0..<8, from: 1))
  func agreement(block: Int) throws {
    var compared = 0
    for seed in block * 12..<block * 12 + 12 {
      let scenario = try DrawBlockTests().uncertain(seed)
      guard let open = try? OpenScenario(scenario) else { continue }
      let program = try #require(open.program, "seed \(seed)")
      for draw in 0..<60 {
        var chance = Chance(seed * 1000 + draw)
        let values = open.parameters.map { parameter in
          chance.happens(0.1)
            ? chance.number(-1000...1000)
            : parameter.distribution.quantile(0.001 + 0.998 * chance.share())
        }
        let own = try? open.values(
          at: Dictionary(uniqueKeysWithValues: zip(open.parameters.map(\.name), values)))
        let mine = program.values(of: values)
        #expect(
          own?.map { $0.values.map(\.bitPattern) } == mine?.map { $0.map(\.bitPattern) },
          "seed \(seed), draw \(draw)")
        if own != nil { compared += 1 }
      }
    }
    #expect(compared > 200, "\(compared)")
  }
}
