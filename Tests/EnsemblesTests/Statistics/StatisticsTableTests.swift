import Ensembles
import Foundation
import Testing

/// Held to numpy's quantiles and to means and standard deviations in fractions: `Statistics.txt`, which
/// `statistics_table.py` beside it writes.
@Suite("Statistics against numpy")
struct StatisticsTableTests {
  struct Column: Sendable, CustomTestStringConvertible {
    var name: String
    var values: [Double]
    var mean: Double
    var sd: Double?
    var quantiles: [Double]
    var testDescription: String { name }
  }

  static let table: (probabilities: [Double], columns: [Column]) = {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Statistics.txt")
    let text = try? String(contentsOf: path, encoding: .utf8)
    let lines = (text ?? "").split(separator: "\n").map { line in
      line.split(separator: " ").map(String.init)
    }
    func numbers(_ words: some Sequence<String>) -> [Double] { words.compactMap { Double($0) } }
    var columns: [Column] = []
    for start in stride(from: 1, to: lines.count - 4, by: 5) {
      columns.append(
        Column(
          name: lines[start][1], values: numbers(lines[start + 1]),
          mean: numbers(lines[start + 2])[0], sd: numbers(lines[start + 3]).first,
          quantiles: numbers(lines[start + 4])))
    }
    return (numbers(lines.first?.dropFirst() ?? []), columns)
  }()

  @Test("the table is there")
  func size() {
    #expect(Self.table.columns.count == 13)
    #expect(Self.table.probabilities.count == 12)
  }

  @Test("mean, standard deviation and quantiles are those of the table", arguments: table.columns)
  func agrees(column: Column) throws {
    var statistics = ColumnStatistics()
    statistics.add(column.values, firstDraw: 0)
    let mean = try #require(statistics.mean)
    #expect(abs(mean - column.mean) <= column.mean.ulp)
    #expect((statistics.standardDeviation == nil) == (column.sd == nil))
    if let sd = statistics.standardDeviation, let expected = column.sd {
      #expect(abs(sd - expected) <= 2 * expected.ulp)
    }
    let found = statistics.quantiles(Self.table.probabilities)
    for (found, expected) in zip(found, column.quantiles) {
      let found = try #require(found)
      // One rounding of the place between the two values beside the rank.
      let width = max(abs(expected), expected.ulp)
      #expect(abs(found - expected) <= width * 4e-16, "\(found) is not \(expected)")
    }
    #expect(found == Self.table.probabilities.map { statistics.quantile($0) })
  }
}
