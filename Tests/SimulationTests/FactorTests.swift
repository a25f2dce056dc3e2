import Diagnostics
import TestSupport
import Testing

@testable import Simulation

/// What a figure is made of adds up to it: to the fen, and in every bit of a count.
@Suite("factors")
struct FactorTests {
  /// Metrics that are something in some scenario, so that it is known what was checked. Transfers come
  /// to nothing in the whole: those of a city are in the proofs of ProofVerifierTests.
  private static let expected: Set<String> = [
    "displaced", "emissions", "energy", "firms", "firms.rejected", "firms.waiting",
    "floor.occupied",
    "floor.vacant", "grants", "handover", "investment", "investment.private", "investment.public",
    "jobs",
    "jobs.construction", "jobs.indirect", "jobs.induced", "jobs.net", "land.occupied",
    "land.vacant", "land_income", "net_local", "net_local.additional", "opex", "output", "payroll",
    "profit",
    "rail_uplift", "rebates", "set_aside", "tax.central", "tax.local", "tax.province", "tax_per_mu",
    "value_added",
  ]

  @Test("what a city gains and loses by enclaves comes out of its factors")
  func ofCities() throws {
    var telling: Set<String> = []
    for seed in Sample.every(5, of: 0..<250) {
      guard let result = try? run(GeneratedScript(seed).text), !result.plan.enclaves.isEmpty else {
        continue
      }
      for city in result.names(of: .jurisdiction) {
        let scope = try #require(result.scope(city))
        for name in ["transfers", "contributions", "net_local"] {
          let metric = try #require(MetricTable.metric(name, taxes: result.taxes))
          for year in result.calendar.years {
            let factor = result.factors(of: metric, in: [scope], over: year, titles: [:])
            let figure = result.series(metric, in: [scope], over: [year])[0].figures[0]
            if let value = figure.value, value != 0 { telling.insert(name) }
            guard case .money(let fen) = figure else { continue }
            #expect(factor.value == .fen(fen), "\(name) of \(city), seed \(seed)")
            Self.check(factor, "\(name) of \(city), step \(year.lowerBound), seed \(seed)")
          }
        }
      }
    }
    #expect(telling.count == 3, "only \(telling)")
  }

  @Test("every metric of every year comes out of its factors")
  func everyMetric() throws {
    var telling: Set<String> = []
    for seed in Sample.every(5, of: 0..<250) {
      guard let result = try? run(GeneratedScript(seed).text) else { continue }
      for name in MetricTable.names(taxes: result.taxes) {
        let metric = try #require(MetricTable.metric(name, taxes: result.taxes))
        for year in result.calendar.years {
          let factor = result.factors(of: metric, over: year, titles: [:])
          let figure = result.series(metric, over: [year])[0].figures[0]
          if let value = figure.value, value != 0 { telling.insert(name) }
          switch (figure, factor.value) {
          case (.money(let a), .fen(let b)): #expect(a == b, "\(name), seed \(seed)")
          case (.number(let a), .number(let b)):
            #expect(a == b || isClose(a, b), "\(name): \(a) and \(b), seed \(seed)")
          case (.undefined(let a), .undefined(let b)): #expect(a == b, "\(name), seed \(seed)")
          default: Issue.record("\(name): \(figure) and \(factor.value), seed \(seed)")
          }
          Self.check(factor, "\(name) of step \(year.lowerBound), seed \(seed)")
        }
      }
    }
    #expect(
      telling.isSuperset(of: FactorTests.expected),
      "nothing of \(FactorTests.expected.subtracting(telling))")
  }

  /// Adds a node up again, and those below it.
  static func check(_ factor: Factor, _ place: String) {
    let parts = factor.parts
    let here = place + " / " + factor.label.text
    if let value = FactorSum.value(of: factor, parts) {
      let isSame: Bool
      switch (value, factor.value) {
      case (.number(let a), .number(let b)): isSame = a == b
      default: isSame = value == factor.value
      }
      #expect(isSame, "\(here): \(value) for \(factor.value) of kind \(factor.kind)")
      if !isSame { return }
    }
    if factor.label == "posted" { Issue.record("\(here): \(factor.note)") }
    if factor.label == "as recorded" {
      Issue.record("\(here): \(factor.value), \(parts.map(\.value))")
    }
    for part in parts { check(part, here) }
  }
}

/// What the arithmetic kinds come to, written once more.
enum FactorSum {
  static func value(of factor: Factor, _ parts: [Factor]) -> Factor.Value? {
    let numbers = parts.map { part -> Double in
      switch part.value {
      case .fen(let fen): Double(fen)
      case .number(let number): number
      case .undefined: .nan
      }
    }
    let fen = parts.map { part -> Int64 in
      if case .fen(let fen) = part.value { return fen }
      return 0
    }
    var isMoney = false
    if case .fen = factor.value { isMoney = true }
    switch factor.kind {
    case .sum where isMoney: return .fen(fen.reduce(0, +))
    case .sum: return .number(numbers.reduce(0, +))
    case .product: return .number(numbers.dropFirst().reduce(numbers.first ?? 1, *))
    case .rounding(let scale):
      return .fen(Int64((numbers[0] * scale).rounded(.toNearestOrEven)))
    case .runningTotals: return .fen(fen[0] - fen[1])
    case .difference where isMoney: return .fen(fen[0] - fen[1])
    case .difference: return .number(numbers[0] - numbers[1])
    case .negation where isMoney: return .fen(-fen[0])
    case .negation: return .number(-numbers[0])
    case .quotient(let times, let over):
      return .number(parts[0].value.size / parts[1].value.size * times / over)
    case .conversion(let a, let b): return .number(numbers[0] * a / b)
    default: return nil
    }
  }
}
