import Foundation
import Testing

@testable import Ensembles

/// Points of scipy, as `sobol.py` wrote them: words of 32 bits, by draw and dimension.
private struct Table {
  let dimensions: [Int]
  let rows: [(draw: UInt32, words: [UInt32])]

  init() throws {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let text = try String(contentsOf: url.appendingPathComponent("Sobol.txt"), encoding: .utf8)
    let lines = text.split(separator: "\n").map { $0.split(separator: " ").dropFirst(0) }
    dimensions = lines[0].dropFirst().compactMap { Int($0) }
    rows = lines.dropFirst().map { line in
      (UInt32(line[0]) ?? 0, line.dropFirst().compactMap { UInt32($0, radix: 16) })
    }
  }
}

@Suite("Sobol' points")
struct SobolTests {
  @Test("without scrambling they are scipy's")
  func unscrambled() throws {
    let table = try Table()
    #expect(table.rows.count == 26)
    for (place, dimension) in table.dimensions.enumerated() {
      let directions = DirectionNumbers(dimension: dimension)
      for row in table.rows {
        #expect(
          directions.point(row.draw).reversedBits == row.words[place],
          "draw \(row.draw) of dimension \(dimension)")
      }
    }
  }

  @Test(
    "one point in each of 2^m strata, wherever a block of them begins", arguments: [0, 1, 5, 10])
  func strata(bits: Int) {
    let count = 1 << bits
    for name in ["saving", "p2.delay", "投资", "x"] {
      for dimension in [nil, 0, 5, 1023] {
        let points = SobolPoints(seed: 7, name: name, dimension: dimension)
        for start in [0, 3 * count, 1 << 32, 10 * count + (5 << 32)] {
          let strata = points.uniforms(start..<start + count).map { Int($0 * Double(count)) }
          #expect(Set(strata) == Set(0..<count), "\(name) from \(start)")
        }
      }
    }
  }

  @Test("the first two dimensions together: one point in each box of 2^m, of any shape")
  func boxes() {
    let (first, second) = (DirectionNumbers(dimension: 0), DirectionNumbers(dimension: 1))
    let scrambles = (OwenScramble(key: 0x1234_5678), OwenScramble(key: 0x9ABC_DEF1))
    for split in 0...8 {
      var boxes: Set<UInt32> = []
      for number in UInt32(0)..<256 {
        let x = scrambles.0(first.point(number)).reversedBits
        let y = scrambles.1(second.point(number)).reversedBits
        let column = split == 0 ? 0 : x >> UInt32(32 - split)
        let row = split == 8 ? 0 : y >> UInt32(24 + split)
        boxes.insert(column << UInt32(8 - split) | row)
      }
      #expect(boxes.count == 256, "\(split) digits of the first")
    }
  }

  @Test("a name whose dimension another has takes its next choice, and the other stays as it was")
  func collision() throws {
    let names = (0..<5000).map { "x\($0)" }
    let first = names[0]
    let wanted = SobolPoints.dimension(first, choice: 0)
    let twin = try #require(
      names.dropFirst().first { SobolPoints.dimension($0, choice: 0) == wanted })
    let source = PointSource(method: .sobol, seed: 1, draws: 0)
    func numbers(_ names: [String]) -> [[Double]] {
      source.points(names).map { $0.uniforms(0..<1024) }
    }
    let both = numbers([first, twin])
    #expect(both[0] == numbers([first])[0])
    #expect(abs(correlation(both[0], both[1])) < 4 / 32)
    #expect(
      abs(correlation(both[0], numbers([twin])[0])) > 0.1, "otherwise they would move together")
    // The one that is declared first keeps its own.
    #expect(numbers([twin, first])[0] == numbers([twin])[0])
  }

  @Test("more names than dimensions: all have points of their own, none moves with another")
  func many() {
    let names = (0..<1500).map { "firm\($0)" }
    let source = PointSource(method: .sobol, seed: 1, draws: 0)
    let columns = source.points(names).map { $0.uniforms(0..<256) }
    #expect(Set(columns.map { $0[0] }).count == 1500)
    #expect(columns.allSatisfy { Set($0.map { Int($0 * 256) }).count == 256 })
  }
}

/// The correlation coefficient of two columns.
func correlation(_ a: [Double], _ b: [Double]) -> Double {
  let count = Double(a.count)
  let (p, q) = (a.reduce(0, +) / count, b.reduce(0, +) / count)
  var (ab, aa, bb) = (0.0, 0.0, 0.0)
  for (x, y) in zip(a, b) {
    ab += (x - p) * (y - q)
    aa += (x - p) * (x - p)
    bb += (y - q) * (y - q)
  }
  return ab / (aa * bb).squareRoot()
}
