import Ensembles
import Testing

@Suite("Statistic")
struct StatisticTests {
  @Test(
    "is read and printed",
    arguments: [
      ("mean", "mean"), ("sd", "sd"), ("p5", "p5"), ("p05", "p5"), ("p97.5", "p97.5"),
      ("p0", "p0"), ("p100", "p100"), ("p50.0", "p50"), ("p0.00001", "p0.00001"),
      ("p0.000015", "p0.000015"),
    ])
  func text(typed: String, printed: String) throws {
    let statistic = try #require(Statistic(typed))
    #expect("\(statistic)" == printed)
    #expect(Statistic(printed) == statistic)
  }

  @Test(
    "is not read from anything else",
    arguments: [
      "", "p", "m", "Mean", "median", "p101", "p-5", "p1e1", "p0x5", "pnan", "p.5", "p5.", "p5%",
      "p1.2.3", "q5", "p５",
    ])
  func nonsense(typed: String) {
    #expect(Statistic(typed) == nil)
  }
}
