import Testing

@testable import Simulation

/// Model 1: totals come ever closer as steps become shorter.
@Suite("convergence")
struct ConvergenceTests {
  /// A park with two phases, firms that wait, cohorts that queue, closures, growth, a line and
  /// agglomeration.
  static func park(_ step: String) -> String {
    """
    scenario start=2020 end=2031 step=\(step)
    city home gdp=2000亿元/year core=centre
    city centre gdp=20000亿元/year
    travel road from=home to=centre time=75min
    rail line from=home to=[centre] opens=2024-03 time=45min employment=3%
    sector plant output_per_job=70万元/year value_added=25% margin=8% wage=7万元/year \\
      jobs_per_area=110/ha vat=13% cit=25% ramp=5y first=14% break_even=40% build=10 months \\
      hazard={0y: 3%, 1y: 8%, 4y: 5%} growth=4% attraction_elasticity=0.4
    tax vat base=vat rate=sector.vat central=50% local=50%
    tax cit base=profit rate=sector.cit central=60% local=40%
    park a city=home reference_jobs=300
    phase one park=a area=12ha investment=1bn start=2019 complete=2021-05
    phase two park=a area=9ha investment=1bn start=2021 complete=2024-08
    boost institute park=a from=2023-02 productivity=10% attraction=30% half_life=2y
    cohort c park=a sector=plant jobs=60 firms=40 pattern=bass p=0.06 q=0.5 from=2020-04 until=2030
    cohort d park=a sector=plant jobs=25 firms=30 from=2021-02 until=2028
    firm early park=a sector=plant jobs=300 arrives=2020-02
    firm late park=a sector=plant jobs=500 arrives=2022-09
    """
  }

  private func total(_ metric: String, _ step: String) throws -> Double {
    let result = try run(Self.park(step))
    return Double(try result.fen(metric).reduce(0, +))
  }

  @Test(
    "each refinement is closer to the months' total",
    arguments: [
      "tax", "tax.local", "output", "payroll", "profit",
    ])
  func refinement(metric: String) throws {
    let month = try total(metric, "month")
    let distances = try ["year", "half", "quarter"].map { abs(try total(metric, $0) - month) }
    #expect(distances[0] > distances[1] && distances[1] > distances[2], "\(distances)")
    // Of the first order: the quarter's error is a good part smaller than the year's.
    #expect(distances[0] < 0.1 * month)
    #expect(distances[2] < 0.35 * distances[0])
  }

  @Test(
    "what has a closed form is the same in every step", arguments: ["half", "quarter", "month"])
  func exact(step: String) throws {
    let yearly = try run(Self.park("year"))
    let finer = try run(Self.park(step))
    let metric = "investment.public"
    #expect(
      try finer.fen(metric, over: finer.calendar.years)
        == yearly.fen(metric, over: yearly.calendar.years))
  }
}
