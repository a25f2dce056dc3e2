import Diagnostics
import Language
import Testing

@testable import Ensembles

/// What is said of correlations among these names; nil where they can be.
private func fault(
  _ correlations: [(String, String, Double)], among names: [String] = ["a", "b", "c", "d"]
) -> Diagnostic? {
  do throws(Diagnostic) {
    _ = try GaussianCopula(
      correlations.enumerated().map { place, pair in
        let source = SourceText(name: "test", text: "0123456789")
        return Correlation(
          pair.0, pair.1, pair.2, at: Location(source, Span(place, place + 1)))
      }, among: names)
    return nil
  } catch {
    return error
  }
}

@Suite("Correlations")
struct CorrelationTests {
  @Test("what cannot be is refused where it is written, with the reason")
  func refused() throws {
    let itself = try #require(fault([("a", "b", 0.5), ("c", "c", 1)]))
    #expect(itself.slug == "bad-correlation")
    #expect(itself.message == "`c` cannot be correlated with itself")
    #expect(itself.location?.span.lower == 1)

    let twice = try #require(fault([("a", "b", 0.5), ("b", "a", 0.5)]))
    #expect(twice.message == "`b` and `a` have a correlation already")
    #expect(twice.location?.span.lower == 1)
    #expect(twice.notes.first?.location?.span.lower == 0)

    for coefficient in [1.0000001, -1.5, .infinity, -.infinity, .nan] {
      let beyond = try #require(fault([("a", "b", coefficient)]))
      #expect(beyond.message == "a correlation is a number from -1 to 1")
    }

    let unknown = try #require(fault([("saving", "savong", 0.5)], among: ["saving", "other"]))
    #expect(unknown.slug == "unknown-name")
    #expect(unknown.help == ["did you mean `saving`?"])
    #expect(try #require(fault([("a", "b", 0)], among: [])).slug == "unknown-name")
  }

  @Test("several that exclude each other are refused with what one of them may be")
  func impossible() throws {
    // 0.9·0.9 ± (1 − 0.81): from 0.62 to 1.
    let missing = try #require(fault([("a", "b", 0.9), ("a", "c", 0.9)]))
    #expect(
      missing.message
        == "with 0.9 and 0.9 to `a`, the correlation of `b` and `c` lies between 0.62 and 1")
    #expect(missing.help == ["`correlate b c 0.62`"])
    #expect(missing.notes.count == 3)
    #expect(missing.location != nil)
    #expect(fault([("a", "b", 0.9), ("a", "c", 0.9), ("b", "c", 0.62)]) == nil)
    #expect(fault([("a", "b", 0.9), ("a", "c", 0.9), ("b", "c", 1)]) == nil)
    let given = try #require(fault([("a", "b", 0.9), ("a", "c", 0.9), ("c", "b", 0.5)]))
    #expect(given.location?.span.lower == 2)
    // Each three can be, all four together cannot: the eigenvalue 1 − 3·0.4 is below 0.
    let all = ["a", "b", "c", "d"]
    var pairs: [(String, String, Double)] = []
    for (place, a) in all.enumerated() {
      for b in all.dropFirst(place + 1) { pairs.append((a, b, -0.4)) }
    }
    #expect(try #require(fault(pairs)).message.contains("exclude each other"))
  }

  @Test("what just can be is taken: 1, -1 and what others determine")
  func edge() {
    #expect(fault([("a", "b", 1)]) == nil)
    #expect(fault([("a", "b", -1), ("b", "c", 1), ("a", "c", -1)]) == nil)
    #expect(fault([("a", "b", 1), ("b", "c", 0.5), ("a", "c", 0.5)]) == nil)
    #expect(fault([("a", "b", 1), ("b", "c", 0.5), ("a", "c", 0.4)]) != nil)
    #expect(fault([("a", "b", 0.6), ("b", "c", 0.8), ("a", "c", 0)]) == nil)
    #expect(fault([("a", "b", -0.5), ("b", "c", -0.5), ("a", "c", -0.5)]) == nil)
    #expect(fault([("a", "b", -0.51), ("b", "c", -0.51), ("a", "c", -0.51)]) != nil)
  }

  @Test(
    "normal scores have the correlation that is asked for, values its consequence",
    arguments: SamplingMethod.allCases)
  func strength(method: SamplingMethod) throws {
    let draws = 20_000
    let parameters = [
      ("a", distribution("normal", 5, 2)), ("b", distribution("uniform", 0, 1)),
      ("c", distribution("normal", 0, 1)), ("free", distribution("pert", 0, 1, 3)),
    ]
    let correlations = [Correlation("c", "a", -0.8), Correlation("b", "c", 0.3)]
    let plain = try Sampler(parameters, method: method, seed: 5, draws: draws)
    let tied = try Sampler(
      parameters, correlations: correlations, method: method, seed: 5, draws: draws)
    let values = parameters.indices.map { tied.values(of: $0, draws: 0..<draws) }
    let error = 4 / Double(draws).squareRoot()
    #expect(abs(correlation(values[0], values[2]) + 0.8) < error)
    #expect(abs(correlation(values[0], values[1])) < error)
    // Of a normal number with a uniform one: r √(3/π).
    #expect(abs(correlation(values[1], values[2]) - 0.3 * 0.977_205) < error)
    #expect(abs(correlation(values[2], values[3])) < error)
    // `c` follows `a` and `b`, whose draws are their own, as is what has nothing to do with them.
    for place in [0, 1, 3] {
      #expect(values[place] == plain.values(of: place, draws: 0..<draws))
    }
    #expect(values[2] != plain.values(of: 2, draws: 0..<draws))
    // Its own distribution stays: the shares below its quartiles.
    for (score, share) in [(-0.674_489_750_196_082, 0.25), (0, 0.5), (1.281_551_565_544_6, 0.9)] {
      let found = Double(values[2].filter { $0 < score }.count) / Double(draws)
      #expect(abs(found - share) < 4 * (share * (1 - share) / Double(draws)).squareRoot())
    }
    // Neither order of parameters nor of statements matters.
    let turned = try Sampler(
      parameters.reversed(),
      correlations: correlations.reversed().map { Correlation($0.b, $0.a, $0.coefficient) },
      method: method, seed: 5, draws: draws)
    for place in 0..<4 {
      #expect(turned.values(of: 3 - place, draws: 0..<draws) == values[place])
    }
  }

  @Test("a correlation of 1 or -1 makes one of the other, one of 0 changes nothing")
  func wholly() throws {
    let parameters = [
      ("a", distribution("uniform", 0, 1)), ("b", distribution("uniform", 10, 20)),
      ("c", distribution("uniform", 0, 1)), ("d", distribution("uniform", 0, 1)),
    ]
    let plain = try Sampler(parameters, method: .sobol, seed: 1, draws: 100)
    let tied = try Sampler(
      parameters,
      correlations: [
        Correlation("b", "a", 1), Correlation("a", "c", -1), Correlation("b", "c", -1),
        Correlation("a", "d", 0),
      ], method: .sobol, seed: 1, draws: 100)
    let values = (0..<4).map { tied.values(of: $0, draws: 0..<100) }
    for draw in 0..<100 {
      #expect(abs(values[1][draw] - 10 - 10 * values[0][draw]) < 1e-13)
      #expect(abs(values[2][draw] - 1 + values[0][draw]) < 1e-14)
    }
    #expect(values[3] == plain.values(of: 3, draws: 0..<100))
  }
}
