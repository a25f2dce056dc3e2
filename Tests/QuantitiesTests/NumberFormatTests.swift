import Quantities
import TestSupport
import Testing

@Test(
  "the shortest text of a number has no needless digit",
  arguments: [
    (0, "0"), (-0.0, "0"), (1, "1"), (-5, "-5"), (0.1, "0.1"), (1234, "1234"), (12.35, "12.35"),
    (1e15, "1000000000000000"), (1.0 / 3, "0.3333333333333333"), (1e300, "1e+300"),
    (.leastNonzeroMagnitude, "5e-324"),
  ] as [(Double, String)])
func shortest(value: Double, text: String) {
  #expect(NumberFormat.shortest(value) == text)
}

@Test("the shortest text reads back to the same number", arguments: [UInt64(1), 2, 3, 4])
func shortestReadsBack(seed: UInt64) {
  var generator = SeededGenerator(seed: seed)
  for _ in 0..<2000 {
    let value = Double(bitPattern: generator.next())
    guard value.isFinite else { continue }
    #expect(Double(NumberFormat.shortest(value)) == value)
  }
}

@Test(
  "thousands are grouped and decimals kept",
  arguments: [
    (1234.5, 2, "1,234.50"), (0, 0, "0"), (999, 0, "999"), (1000, 0, "1,000"),
    (1_234_567, 0, "1,234,567"), (-1234.5, 1, "-1,234.5"), (0.05, 2, "0.05"), (-0.001, 2, "0.00"),
    (999.999, 2, "1,000.00"), (0.5, 0, "0"), (1.5, 0, "2"), (1e20, 2, "1e+20"),
    (0.000001, 6, "0.000001"),
  ] as [(Double, Int, String)])
func grouped(value: Double, decimals: Int, text: String) {
  #expect(NumberFormat.grouped(value, decimals: decimals) == text)
}

@Test(
  "fen are yuan with two decimals, exact at every size",
  arguments: [
    (0, "0.00", "0.00"), (5, "0.05", "0.05"), (-5, "-0.05", "-0.05"), (100, "1.00", "1.00"),
    (123_456_789, "1234567.89", "1,234,567.89"), (-12_345, "-123.45", "-123.45"),
    (Int64.max, "92233720368547758.07", "92,233,720,368,547,758.07"),
    (Int64.min, "-92233720368547758.08", "-92,233,720,368,547,758.08"),
  ] as [(Int64, String, String)])
func fen(fen: Int64, plain: String, grouped: String) {
  #expect(NumberFormat.yuan(fen: fen) == plain)
  #expect(NumberFormat.groupedYuan(fen: fen) == grouped)
}

@Test(
  "a number for a sentence has about four digits and no needless zeros",
  arguments: [
    (0, "0"), (1, "1"), (0.25, "0.25"), (12.3456, "12.35"), (1234.56, "1,235"),
    (1_000_000, "1,000,000"), (0.000123, "0.000123"), (1e-9, "1e-09"), (0.899999, "0.9"),
    (-2.5, "-2.5"), (100, "100"), (1e17, "1e+17"),
  ] as [(Double, String)])
func significant(value: Double, text: String) {
  #expect(NumberFormat.significant(value) == text)
}

@Test(
  "a number without its fraction stays within what fits",
  arguments: [(1.9, 1), (-1.9, -1), (.nan, 0), (1e300, 9_000_000_000_000_000_000), (0.5, 0)]
    as [(Double, Int)])
func whole(value: Double, expected: Int) {
  #expect(NumberFormat.whole(value) == expected)
}
