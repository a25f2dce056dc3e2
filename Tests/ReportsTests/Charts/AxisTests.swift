import Diagnostics
import TestSupport
import Testing

@testable import Reports

struct AxisTests {
  private func axis(_ low: Double, _ high: Double, most: Int = 6, unit: String = "") -> Axis {
    Axis(low...high, most: most, unit: unit, FigureStyle())
  }

  @Test(
    "ticks are round, ascending and reach around what is drawn",
    arguments: Sample.every(4, of: 0..<2000))
  func ticks(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let sizes: [Double] = [.leastNonzeroMagnitude, 1e-300, 1e-9, 0.3, 1, 350, 1e6, 1e16, 1e300]
    let size = sizes[seed % 9]
    let a = Double.random(in: -1...1, using: &random) * size
    let b = seed % 4 == 0 ? a * (1 + 1e-12) : Double.random(in: -1...1, using: &random) * size
    let most = Int.random(in: 2...20, using: &random)
    let unit = ["", "share", "yuan"][seed % 3]
    let axis = axis(min(a, b), max(a, b), most: most, unit: unit)
    #expect(axis.ticks.count >= 2 && axis.ticks.count <= most + 2, "seed \(seed)")
    #expect(
      axis.ticks[0] <= min(a, b) && axis.ticks[axis.ticks.count - 1] >= max(a, b), "seed \(seed)")
    let isAscending = zip(axis.ticks, axis.ticks.dropFirst()).allSatisfy { $0 < $1 }
    #expect(isAscending, "seed \(seed)")
    #expect(Set(axis.labels).count == axis.labels.count, "seed \(seed): \(axis.labels)")
    // A step is round but for the last bits of the ticks that it lies between.
    var digits = axis.ticks[1] - axis.ticks[0]
    while digits >= 9.9999 { digits /= 10 }
    while digits < 0.99999 { digits *= 10 }
    let isRound = [1, 2, 2.5, 5].contains { (digits - $0).magnitude < 1e-6 }
    #expect(isRound, "seed \(seed): \(axis.ticks)")
  }

  @Test(
    "an axis says its numbers in one magnitude",
    arguments: [
      (0, 4.2e8, "yuan", ["0", "100", "200", "300", "400", "500"], "M yuan"),
      (0, 0.3, "share", ["0", "10", "20", "30"], "%"),
      (0, 1e300, "yuan", ["0", "2e+299", "4e+299", "6e+299", "8e+299", "1e+300"], "yuan"),
      (0, 5e-9, "t", ["0", "1e-9", "2e-9", "3e-9", "4e-9", "5e-9"], "t"),
      (
        1e9, 1e9, "",
        ["0", "200,000,000", "400,000,000", "600,000,000", "800,000,000", "1,000,000,000"], ""
      ),
      (-3, -1, "", ["-3", "-2", "-1", "0"], ""),
      (0, 0, "", ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"], ""),
    ] as [(Double, Double, String, [String], String)])
  func words(low: Double, high: Double, unit: String, labels: [String], name: String) {
    let axis = axis(low, high, unit: unit)
    #expect(axis.labels == labels)
    #expect(axis.unit == name)
  }

  @Test(
    "beside a mark stands a digit more, whole counts stay whole, and little is not nothing",
    arguments: [
      (0, 500, "jobs", 350, "350"), (0, 500, "jobs", 350.25, "350.2"),
      (0, 5e8, "yuan", 1.234e8, "123.4"),
      (0, 5e8, "yuan", 2e4, "0.02"), (0, 5e8, "yuan", 1e-7, "0.0"),
      (0, 1e300, "", .leastNonzeroMagnitude, "0"),
      (0, 1e300, "", -1.5e299, "-1.5e+299"), (0, 0.3, "share", 0.1234, "12.3"),
    ] as [(Double, Double, String, Double, String)])
  func besideMarks(low: Double, high: Double, unit: String, value: Double, text: String) {
    #expect(axis(low, high, unit: unit).text(value) == text)
  }

  @Test("a tick of a finest axis still differs from the next", arguments: [1e3, 1e9, 1e15])
  func fine(base: Double) {
    let axis = axis(base, base.nextUp)
    #expect(Set(axis.labels).count == axis.ticks.count)
    #expect(axis.place(of: base) >= 0 && axis.place(of: base.nextUp) <= 1)
  }
}
