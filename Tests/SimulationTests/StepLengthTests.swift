import Foundation
import TestSupport
import Testing

@testable import Simulation

/// Model 1: how far the total tax of longer steps is from that of monthly ones, over five hundred
/// generated scenarios of two to nine years that pay any, of which `swift test` tries a fifth.
///
/// It prints what it measures; what all five hundred come to stands in Docs/Validation.md, section 5.
@Suite struct StepLengthTests {
  private static let lengths = ["year", "half", "quarter"]

  /// The total tax of one scenario, fen.
  private struct Totals {
    var seed: Int
    /// By length of step.
    var coarse: [Int64]
    /// Of monthly steps, by year.
    var years: [Int64]
    var month: Int64 { years.reduce(0, +) }

    /// How far steps of a length are from monthly ones, as a share of these.
    func difference(_ length: Int) -> Double {
      Double((coarse[length] - month).magnitude) / Double(month.magnitude)
    }

    /// Whether tax is paid in three years or more, and a quarter of it before the last: where all of it
    /// is a firm's first, its credits and losses of those months are as large as the tax itself.
    var isSettled: Bool {
      years.count { $0 != 0 } >= 3
        && Double((years.last ?? 0).magnitude) < 0.75 * Double(month.magnitude)
    }
  }

  /// What a seed comes to; nil where nobody pays anything.
  private static func totals(_ seed: Int) throws -> Totals? {
    let script = GeneratedScript(seed)
    func years(_ step: String) throws -> [Int64]? {
      let span = script.head[0].split(separator: " ").map {
        $0.hasPrefix("step=") ? "step=" + step : String($0)
      }
      let head = [span.joined(separator: " ")] + script.head.dropFirst()
      guard
        let result = try? run((head + script.free + script.ordered).joined(separator: "\n"))
      else { return nil }
      return try result.fen("tax", over: result.calendar.years)
    }
    guard let month = try years("month"), month.reduce(0, +) != 0 else { return nil }
    var coarse: [Int64] = []
    for step in lengths {
      // What runs in months runs in years.
      coarse.append(try #require(try years(step), "seed \(seed), \(step)").reduce(0, +))
    }
    return Totals(seed: seed, coarse: coarse, years: month)
  }

  /// The first five hundred that pay tax, or of the sample those among them.
  private static func scenarios() throws -> [Totals] {
    Array(try Sample.every(5, of: 0..<800).compactMap { try totals($0) }.prefix(500))
  }

  /// Differences of one length of step, from the smallest on.
  private struct Spread {
    var sorted: [(difference: Double, seed: Int)]

    init(_ scenarios: [Totals], _ length: Int) {
      sorted = scenarios.map { ($0.difference(length), $0.seed) }.sorted { $0.0 < $1.0 }
    }

    var median: Double { sorted[sorted.count / 2].difference }
    var nineInTen: Double { sorted[sorted.count * 9 / 10].difference }
    var worst: Double { sorted[sorted.count - 1].difference }

    /// A row of the page's table.
    func row(_ name: String) -> String {
      let shares = [median, nineInTen, worst].map { String(format: "%.2f", $0 * 100) }
      return "| \(name) | \(sorted.count) | " + shares.joined(separator: " | ") + " |"
    }
  }

  @Test("yearly totals of tax are near monthly ones, and nearer the shorter the steps are")
  func spread() throws {
    let scenarios = try Self.scenarios()
    let settled = scenarios.filter(\.isSettled)
    #expect(scenarios.count == (Sample.isWhole ? 500 : 96))
    let all = Self.lengths.indices.map { Spread(scenarios, $0) }
    let some = Self.lengths.indices.map { Spread(settled, $0) }
    var rows: [String] = []
    for (index, length) in Self.lengths.enumerated() {
      rows.append(all[index].row("\(length), all"))
      rows.append(some[index].row("\(length), settled"))
    }
    print(rows.joined(separator: "\n"))
    print("worst: seed \(all[0].sorted.last?.seed ?? 0), settled \(some[0].sorted.last?.seed ?? 0)")

    // A rule of the first order errs in proportion to its step, h months. Against monthly steps, which
    // err too, that is h - 1: 11, 5 and 2 for years, halves and quarters.
    #expect(all[1].median <= all[0].median * 5 / 11)
    #expect(all[2].median <= all[0].median * 2 / 11)
    // What all of them came to, and a third more.
    #expect(all[0].median < 0.02 && all[0].nineInTen < 0.19)
    #expect(some[0].median < 0.014 && some[0].nineInTen < 0.11 && some[0].worst < 0.32)
    #expect(all[0].worst < 1.6)
    if Sample.isWhole {
      let page = try String(
        contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
          .deletingLastPathComponent().deletingLastPathComponent()
          .appendingPathComponent("Docs/Validation.md"), encoding: .utf8)
      for row in rows where !page.contains(row) { Issue.record("Docs/Validation.md lacks \(row)") }
    }
  }
}
