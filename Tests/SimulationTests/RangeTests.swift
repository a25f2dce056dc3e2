import Language
import ParkModel
import Testing

@testable import Simulation

/// A plain run takes the central value of a range, which is the library's point value: with
/// `china-ranges` behind `china` nothing moves, to the fen.
@Suite struct RangeTests {
  private static let sectors = [
    "toys", "paper", "electronics", "medicine", "materials", "equipment", "digital", "platform",
    "logistics", "institute",
  ]

  private func script(_ sector: String, ranges: Bool) -> String {
    """
    scenario start=2020 end=2034 step=half
    use china
    \(ranges ? "use china-ranges" : "")
    city near gdp=20bn core=far
    city far gdp=500bn
    travel way from=near to=far time=90min
    rail line from=near to=[far] opens=2022-05 saves=40min
    park p city=near urban=no reference_jobs=100
    phase one park=p area=40ha investment=400M public=60% start=2018 complete=2021
    firm f park=p sector=\(sector) jobs=200 arrives=2021-03
    cohort c park=p sector=\(sector) from=2020 until=2030 firms=12 jobs=80 replace=50%
    """
  }

  @Test("every figure of every kind of firm is the same with ranges", arguments: sectors)
  func plain(sector: String) throws {
    let point = try run(script(sector, ranges: false))
    let ranged = try run(script(sector, ranges: true))
    #expect(try ranged.values("jobs").last.flatMap { $0 } ?? 0 > 100)
    let names = MetricTable.names(taxes: point.taxes)
    #expect(names.count > 30)
    for name in names {
      let first = try point.figures(name)
      #expect(try ranged.figures(name) == first, "\(name)")
    }
  }

  @Test("what is drawn is not the central value: the ranges are there")
  func drawn() throws {
    let ranged = try scenario(script("toys", ranges: true))
    let attribute = try #require(ranged.entity(named: "toys")?.attribute(named: "exports"))
    #expect(attribute.expression.canonical == "triangular(40%, 60%, 80%)")
  }
}
