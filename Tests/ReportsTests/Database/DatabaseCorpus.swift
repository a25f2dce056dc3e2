import Diagnostics
import Foundation
import Reports
import TestSupport

/// Runs whose texts are everything that SQL may stumble over, and what has to be read of them.
struct DatabaseCorpus {
  private(set) var runs: [[String]] = []
  private(set) var rows: [[Any]] = []

  private static let pieces = [
    "=1+1", "'", "''", "\"", "`", "; DROP TABLE runs; --", "?1", ":a", "%", "_", "\\", "\n", "\r\n",
    "\t", "\u{0}", "a\u{0}b", "\u{1B}[31m", "\u{7F}", "\u{FFFE}", "\u{FEFF}", "\u{202E}", "שלום",
    "مرحبا", "衢州", "e\u{301}", "é", "👨‍👩‍👧‍👦", "🇨🇳", "𠮷", "NULL", "0", "1e5", "x'00'", " ", "a", "A",
    String(repeating: "园 '\"", count: 2500),
  ]

  /// Writes runs of a seed, and keeps what was written.
  init(seed: UInt64, to database: RunDatabase) throws(DatabaseFailure) {
    var random = SeededGenerator(seed: seed)
    for number in 1...3 {
      func text() -> String {
        (0...Int.random(in: 0...3, using: &random)).map { _ in
          Self.pieces.randomElement(using: &random) ?? ""
        }.joined()
      }
      var run = RunRecord(
        sha256: "\(seed) \(number)", scenario: text(), branch: text(), engine: "0",
        closures: "expected", script: text())
      run.notes = [text(), text()]
      run.periods = (2021..<2027).map { ("\($0)-01-01", "\($0 + 1)-01-01") }
      run.statistics = number == 2 ? ["", "mean", "p5"] : [""]
      let rows = try database.begin(run)
      runs.append([run.scenario, run.branch, run.notes.joined(separator: "\n"), run.script])
      // Each text once, so that no row stands twice.
      let names = Set(Self.pieces + (0..<20).map { _ in text() })
      for (place, name) in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        .enumerated()
      {
        let (label, title, unit) = (text(), text(), text())
        let metric = try rows.metric("m", label: label, unit: unit, basis: "")
        let scope = try rows.scope("firm \(place)", name, title: title)
        for (period, days) in run.periods.enumerated() {
          for (statistic, word) in run.statistics.enumerated() {
            let cell = Self.cell(&random)
            try rows.add(
              metric: metric, scope: scope, period: period, statistic: statistic, cell)
            let values = Self.values(of: cell)
            self.rows.append(
              [number, "firm \(place)", name, title, label, unit, days.start, days.end]
                + [word.isEmpty ? NSNull() : word, values.value, values.fen])
          }
        }
      }
    }
  }

  private static func cell(_ random: inout SeededGenerator) -> Table.Cell {
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return .undefined
    case 1: return .number(Double(bitPattern: UInt64.random(in: 0...UInt64.max, using: &random)))
    case 2:
      return .number(
        [0, -0.0, .infinity, .nan, Double.leastNonzeroMagnitude, 1e308, 0.1][
          Int.random(in: 0..<7, using: &random)])
    default:
      let digits = Int.random(in: 0...13, using: &random)
      return .money(
        fen: Int64.random(in: -9...9, using: &random) * Int64(pow(10, Double(digits))) + 7)
    }
  }

  /// What is to be read.
  private static func values(of cell: Table.Cell) -> (value: Any, fen: Any) {
    switch cell {
    case .money(let fen): (Double(fen) / 100, fen)
    case .number(let value) where value.isFinite: (value, NSNull())
    default: (NSNull(), NSNull())
    }
  }
}
