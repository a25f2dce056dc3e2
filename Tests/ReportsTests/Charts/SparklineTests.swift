import Reports
import Testing

struct SparklineTests {
  @Test(
    "a sparkline has a character for each value",
    arguments: [
      ([], "", ""), ([nil, nil], "  ", "  "), ([0, 1, 2, 3, 4, 5, 6, 7], "▁▂▃▄▅▆▇█", "_.:-=+*#"),
      ([0, nil, 7], "▁ █", "_ #"), ([5, 5], "▄▄", "--"), ([0, 0], "▁▁", "__"),
      ([-7, 0], "▁█", "_#"), ([100, 101], "▁█", "_#"), ([1, 3], "▃█", ":#"),
      ([.nan, 1, .infinity], " ▄ ", " - "),
      ([-1.7e308, 0, 1.7e308], "▁▅█", "_=#"), ([0, .leastNonzeroMagnitude], "▁▄", "_-"),
      ([-5, -1], "▁▇", "_*"),
    ] as [([Double?], String, String)])
  func sparkline(values: [Double?], braille: String, ascii: String) {
    #expect(TextChart.sparkline(values, glyphs: .braille) == braille)
    #expect(TextChart.sparkline(values, glyphs: .ascii) == ascii)
  }
}
