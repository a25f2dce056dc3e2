import Diagnostics
import Ensembles
import Foundation
import TestSupport
import Testing

/// Boxes beside what EMA Workbench 2.5.3 finds in the same data: Boxes.json is written by
/// Tests/Benchmarks/Decisions/boxes.py, which has the same generator and the same rules.
@Suite struct BoxTests {
  /// A case: how its data are made.
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var seed: UInt64 = 0
    var rows = 0
    var inputs = 0
    /// How many kinds an input that is a category has.
    var kinds: [Int: Int] = [:]
    var rule: @Sendable ([Double], Double) -> Bool = { _, _ in false }
    var testDescription: String { name }

    var data: BoxData {
      get throws {
        if name == "bryant" { return try BoxTests.bryant() }
        var chance = SeededGenerator(seed: seed)
        func uniform() -> Double { Double(chance.next() >> 11) / 9_007_199_254_740_992 }
        var columns = [[Double]](repeating: [], count: inputs)
        var holds: [Bool] = []
        for _ in 0..<rows {
          var row = (0..<inputs).map { _ in uniform() }
          for (input, count) in kinds { row[input] = (row[input] * Double(count)).rounded(.down) }
          if name == "ties" { row = row.map { ($0 * 20).rounded(.down) / 20 } }
          for (input, value) in row.enumerated() { columns[input].append(value) }
          holds.append(rule(row, uniform()))
        }
        return try BoxData(
          columns.enumerated().map { BoxData.Input($1, isCategory: kinds[$0] != nil) },
          holds: holds, stop: StopSignal())
      }
    }
  }

  static let cases = [
    Case(name: "noisy", seed: 16, rows: 10_000, inputs: 8) { x, u in
      x[1] > 0.55 && x[4] < 0.6 ? u < 0.95 : u < 0.006
    },
    Case(name: "slope", seed: 17, rows: 3_000, inputs: 5) { x, u in
      x[0] + x[1] * x[2] + 0.3 * u > 1.3
    },
    Case(name: "kinds", seed: 18, rows: 4_000, inputs: 4, kinds: [2: 4, 3: 3]) { x, u in
      (x[2] == 1 || x[2] == 3) && x[0] < 0.5 ? u < 0.9 : u < 0.05
    },
    Case(name: "two", seed: 19, rows: 5_000, inputs: 4) { x, _ in
      x[0] < 0.25 && x[1] < 0.3 || x[2] > 0.8 && x[3] > 0.6
    },
    Case(name: "ties", seed: 20, rows: 1_000, inputs: 3) { x, _ in x[0] >= 0.7 && x[1] <= 0.5 },
    Case(name: "bryant"),
  ]

  private static func file(_ name: String) throws -> Data {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    return try Data(contentsOf: folder.appendingPathComponent(name))
  }

  /// The biofuel study of Bryant and Lempert (2010), as EMA Workbench hands it out with its examples:
  /// nine inputs, and whether costs are among the highest.
  private static func bryant() throws -> BoxData {
    let text = String(decoding: try file("Bryant.csv"), as: UTF8.self)
    let rows = text.split(separator: "\n").map { $0.split(separator: ",").map { Double($0) ?? 0 } }
    return try BoxData(
      (0..<9).map { input in BoxData.Input(rows.map { $0[input] }) },
      holds: rows.map { $0[9] == 1 }, stop: StopSignal())
  }

  private struct Expected: Decodable {
    struct Step: Decodable {
      var count: Int
      var hits: Int
      var limits: [String: [Double]]
    }
    struct Path: Decodable {
      var steps: [Step]
      var chances: [String: [Double?]]
    }
    var boxes: [Path]
    var leaves: [[Int]]
  }

  private static func expected(_ name: String) throws -> Expected {
    let all = try JSONDecoder().decode([String: Expected].self, from: file("Boxes.json"))
    return try #require(all[name])
  }

  private static func numbers(_ limit: Box.Limit) -> [Double] {
    switch limit {
    case .range(let low, let high): [low, high]
    case .kinds(let kinds): kinds
    }
  }

  @Test(
    "every step of the path has the limits and the draws that EMA Workbench has", arguments: cases)
  func path(_ own: Case) throws {
    let data = try own.data
    var found: [Box] = []
    for path in try BoxTests.expected(own.name).boxes {
      let search = try #require(try BoxSearch(data, beside: found, stop: StopSignal()))
      #expect(search.searched == path.steps.count)
      for (index, (box, step)) in zip(search.path, path.steps).enumerated() {
        let limits = Dictionary(
          uniqueKeysWithValues: box.restricted.map {
            (String($0), BoxTests.numbers(box.limits[$0]))
          })
        #expect(box.count == step.count && box.hits == step.hits, "step \(index)")
        #expect(limits == step.limits, "step \(index)")
      }
      let last = search.path[search.searched - 1]
      for (input, chance) in zip(last.restricted, search.chances(of: last)) {
        let peer = try #require(path.chances[String(input)])
        for (one, two) in zip([chance.lower, chance.upper], peer) {
          #expect((one == nil) == (two == nil))
          guard let one, let two else { continue }
          #expect(abs(one - two) <= 1e-9 * two, "input \(input): \(one), \(two)")
        }
      }
      found.append(last)
    }
  }

  @Test("leaves of a tree have the draws that scikit-learn's have", arguments: cases)
  func tree(_ own: Case) throws {
    let tree = try ClassificationTree(try own.data, stop: StopSignal())
    let leaves = tree.leaves.map { [$0.count, $0.hits] }.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }
    #expect(leaves == (try BoxTests.expected(own.name)).leaves)
    #expect(tree.boxes.allSatisfy { $0.density > 0.5 })
  }

  @Test("coverage and density are balanced where two of eight inputs decide")
  func balanced() throws {
    let data = try BoxTests.cases[0].data
    let search = try #require(try BoxSearch(data, stop: StopSignal()))
    #expect(try search.chosen(stop: StopSignal()) == search.balanced)
    let box = search.path[try search.chosen(stop: StopSignal())]
    #expect(box.restricted == [1, 4])
    #expect(abs(box.coverage(data) - 0.983) < 0.0005 && abs(box.density - 0.932) < 0.0005)
    #expect(
      search.chances(of: box).allSatisfy { ($0.lower ?? 0) < 1e-100 && ($0.upper ?? 0) < 1e-100 })
  }

  @Test("where the best balanced step owes a limit to chance, one without it is taken")
  func chosen() throws {
    let data = try BoxTests.cases[5].data
    let search = try #require(try BoxSearch(data, stop: StopSignal()))
    let box = search.path[try search.chosen(stop: StopSignal())]
    for chance in search.chances(of: box) {
      #expect((chance.lower ?? 0) <= 0.05 && (chance.upper ?? 0) <= 0.05)
    }
    #expect(search.path.count > search.searched)
    #expect(box.balance(data) <= search.path[search.balanced].balance(data))
  }

  @Test("nothing of interest has no box; all of interest has the box of all")
  func extremes() throws {
    let inputs = [BoxData.Input([1, 2, 3, 4]), BoxData.Input([7, 7, 7, 7])]
    let none = try BoxData(inputs, holds: [false, false, false, false], stop: StopSignal())
    #expect(try BoxSearch(none, stop: StopSignal()) == nil)
    let all = try BoxData(inputs, holds: [true, true, true, true], stop: StopSignal())
    let search = try #require(try BoxSearch(all, stop: StopSignal()))
    #expect(search.path.count == 1)
    #expect(search.path[0].restricted.isEmpty)
    let empty = try BoxData([], holds: [], stop: StopSignal())
    #expect(try BoxSearch(empty, stop: StopSignal()) == nil)
  }

  @Test("an interruption ends the search")
  func interrupted() throws {
    let data = try BoxTests.cases[0].data
    let stop = StopSignal()
    stop.ask(.interrupt)
    #expect(throws: Diagnostic.self) { try BoxSearch(data, stop: stop) }
    #expect(throws: Diagnostic.self) { try ClassificationTree(data, stop: stop) }
  }
}
