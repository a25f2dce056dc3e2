import TestSupport
import Testing

@testable import Reports

struct EndNamesTests {
  @Test(
    "names that are in each other's way are put around their middle",
    arguments: [
      ([], 5, []), ([2.2], 5, [2]), ([0, 4], 5, [0, 4]), ([2, 2, 2], 5, [1, 2, 3]),
      ([0, 0, 0], 5, [0, 1, 2]), ([4, 4], 5, [3, 4]), ([1, 1, 3], 9, [1, 2, 3]),
      ([0, 0.1, 4, 4.2, 4.4], 5, [0, 1, 2, 3, 4]), ([7, 8], 2, [0, 1]),
    ] as [([Double], Int, [Int])])
  func apart(places: [Double], rows: Int, expected: [Int]) {
    #expect(EndNames.apart(places, rows: rows) == expected)
  }

  @Test("names never share a row, keep their order and stay in the picture", arguments: 0..<100)
  func neverTogether(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let rows = Int.random(in: 1...40, using: &random)
    let count = Int.random(in: 1...rows, using: &random)
    let places = (0..<count).map { _ in Double.random(in: -2...Double(rows) + 2, using: &random) }
      .sorted()
    let found = EndNames.apart(places, rows: rows)
    let isAscending = zip(found, found.dropFirst()).allSatisfy { $0 < $1 }
    #expect(isAscending, "seed \(seed): \(found)")
    #expect(
      found.count == count && found[0] >= 0 && found[count - 1] < rows, "seed \(seed): \(found)")
  }
}
