import Analysis
import Diagnostics
import Language
import ParkModel
import ProofVerifier
import TestSupport
import Testing

@testable import Simulation

/// Every figure of every generated scenario has a proof that holds, and the proof's figure is the one
/// that tables show.
@Suite("proofs of generated scenarios")
struct ProofTests {
  @Test("every metric, whole and in a scope, is proved", arguments: Sample.every(3, of: 0..<40))
  func everyMetric(seed: Int) throws {
    let text = GeneratedScript(seed).text
    guard let result = try? run(text) else { return }
    let scenario = try scenario(text)
    // The later a year, the more there is to it.
    let year = try #require(result.calendar.years.suffix(1 + seed % 2).first)
    let label = result.calendar.label(year)
    for name in MetricTable.names(taxes: result.taxes) {
      let metric = try #require(MetricTable.metric(name, taxes: result.taxes))
      // The whole, and one scope after another from seed to seed.
      let parts = metric.row.divisions.sorted { $0.rawValue < $1.rawValue }
      let division = parts[seed % parts.count]
      for scope in [""] + result.names(of: division).suffix(1) {
        let inside = (scope.isEmpty ? "" : "\(scope), ") + label
        let verdict = try ProofVerifier.verify(proof("\(name)[\(inside)]", scenario, result))
        guard case .holds(_, _, let figure, _, _) = verdict else {
          Issue.record("\(name)[\(inside)], seed \(seed): \(verdict)")
          continue
        }
        let places = scope.isEmpty ? [] : [try #require(result.scope(scope))]
        switch result.series(metric, in: places, over: [year])[0].figures[0] {
        case .money(let fen): #expect(figure == "\(fen) fen", "\(name)[\(inside)], seed \(seed)")
        case .number(let value):
          let shown = try #require(Double(figure))
          #expect(isClose(shown, value), "\(name)[\(inside)], seed \(seed)")
        case .undefined: #expect(figure == "no value", "\(name)[\(inside)], seed \(seed)")
        }
      }
    }
  }

  @Test("what is worked out from metrics is proved", arguments: Sample.every(3, of: 0..<20))
  func expressions(seed: Int) throws {
    let text = GeneratedScript(seed).text
    guard let result = try? run(text) else { return }
    let scenario = try scenario(text)
    let first = result.calendar.label(result.calendar.years[0])
    let last = result.calendar.label(result.calendar.years[result.calendar.years.count - 1])
    for expression in [
      "tax[\(last)] / jobs[\(last)]", "tax[\(last)] - tax[\(first)]",
      "-(output[\(last)]) + 3bn yuan", "tax[\(last)] * 2 / 3 in 万元",
      "sum(tax[\(first)..\(last)]) - 5M yuan", "mean(jobs[\(first)..\(last)])",
      "npv(net_local, 8%)", "at(cumulative(tax), \(last))", "max(jobs)",
      "min(tax[\(first)], tax[\(last)])", "if(jobs[\(last)] > 1, profit[\(last)], 0)",
    ] {
      let verdict = try ProofVerifier.verify(proof(expression, scenario, result))
      guard case .holds = verdict else {
        Issue.record("\(expression), seed \(seed): \(verdict)")
        continue
      }
    }
  }

  private func proof(
    _ text: String, _ scenario: Scenario, _ result: Projection
  ) throws -> [UInt8] {
    let source = SourceText(name: "question", text: text)
    var reader = ArgumentReader(Script(source).statements[0])
    let proof = try ProofWriter.write(
      Explanation(try reader.expression(), source, scenario, result))
    // An amount without its factors would hold by itself.
    #expect(!String(decoding: proof, as: UTF8.self).contains("factors are not known"), "\(text)")
    return proof
  }
}
