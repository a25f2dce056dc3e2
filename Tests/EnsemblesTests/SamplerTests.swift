import Diagnostics
import Language
import Quantities
import Testing

@testable import Ensembles

/// A distribution of plain numbers.
func distribution(_ name: String, _ parameters: Double...) -> Distribution {
  let row = name == "to" ? DistributionTable.interval : DistributionTable.row(named: name)
  return Distribution(
    row: row ?? DistributionTable.interval, parameters: parameters, probabilities: [], unit: .one)
}

@Suite("A sampler")
struct SamplerTests {
  private let three: [(name: String, distribution: Distribution)] = [
    ("saving", distribution("to", 2, 34)), ("p2.delay", distribution("triangular", 0, 1, 4)),
    ("投资", distribution("pert", 1, 2, 5)),
  ]

  @Test(
    "another parameter, another order and another split of the draws change no value",
    arguments: SamplingMethod.allCases)
  func untouched(method: SamplingMethod) throws {
    let draws = 300
    let few = try Sampler(three, method: method, seed: 20, draws: draws)
    let more = try Sampler(
      [("new", distribution("normal", 0, 1))] + three.reversed() + [
        ("other", distribution("uniform", 0, 1))
      ], method: method, seed: 20, draws: draws)
    for (place, other) in [(0, 3), (1, 2), (2, 1)] {
      let whole = few.values(of: place, draws: 0..<draws)
      #expect(more.values(of: other, draws: 0..<draws) == whole)
      let parts = [0..<1, 1..<17, 17..<256, 256..<draws].flatMap {
        few.values(of: place, draws: $0)
      }
      #expect(parts == whole)
      #expect(few.values(of: place, draws: 5..<5) == [])
    }
  }

  @Test("another seed and another name give other values", arguments: SamplingMethod.allCases)
  func different(method: SamplingMethod) throws {
    let parameters = ["a", "b", "ab", "ba"].map { ($0, distribution("uniform", 0, 1)) }
    var seen: Set<Double> = []
    for seed: UInt64 in [0, 1, 1 << 32, .max] {
      let sampler = try Sampler(parameters, method: method, seed: seed, draws: 50)
      for place in parameters.indices { seen.formUnion(sampler.values(of: place, draws: 0..<50)) }
    }
    #expect(seen.count == 4 * 4 * 50)
  }

  @Test("no number is 0 or 1, up to the 10^12-th draw", arguments: SamplingMethod.allCases)
  func open(method: SamplingMethod) throws {
    for draws in [0, 1, 2, 1_000_000_000_000] {
      let sampler = try Sampler([], method: method, seed: 3, draws: draws)
      for start in [0, 4_294_967_290, 999_999_999_990] {
        let numbers = sampler.uniforms(named: "firm", draws: start..<start + 10)
        #expect(numbers.count == 10)
        #expect(numbers.allSatisfy { $0 > 0 && $0 < 1 }, "\(numbers)")
        #expect(draws > 0 && draws < 3 || Set(numbers).count == 10)
      }
    }
  }

  @Test("a Latin hypercube has one draw in each stratum", arguments: [1, 2, 3, 7, 64, 1000])
  func latin(draws: Int) {
    for name in ["a", "b"] {
      let points = LatinPoints(seed: 1, name: name, draws: draws)
      for round in 0..<3 {
        let numbers = points.uniforms(round * draws..<(round + 1) * draws)
        let strata = numbers.map { Int(($0 * Double(draws)).rounded(.down)) }
        #expect(Set(strata) == Set(0..<draws))
      }
    }
    if draws == 1000 {
      let both = ["a", "b"].map {
        LatinPoints(seed: 1, name: $0, draws: draws).uniforms(0..<draws)
      }
      #expect(abs(correlation(both[0], both[1])) < 4 / 1000.0.squareRoot())
    }
  }
}
