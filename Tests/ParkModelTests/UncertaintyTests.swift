import Diagnostics
import Language
import ParkModel
import TestSupport
import Testing

/// Which distributions a scenario has, what they are called, and what they come to at a point.
@Suite("uncertainty")
struct UncertaintyTests {
  private static let script = """
    scenario start=2021 end=2031
    city q
    park p city=q area=10ha
    assume slip = 0y to 1.5y
    assume wage = normal(9万元/year, 1万元/year)
    assume unused = uniform(1, 2)
    sector toys output_per_job=500000 value_added=0.3 margin=0.1 wage=wage growth={2021: 1% to 2%, 2025: uniform(2%, 3%)}
    phase p1 park=p area=10ha start=2021 complete=2022 delay=slip overrun=triangular(0, 10%, 50%)
    firm f park=p sector=toys arrives=2022 jobs=100*(1 + uniform(0, 1)) + uniform(0, 20)
    set model discount=5% to 9%
    """

  @Test("every distribution has a name, in the order in which it is met")
  func names() throws {
    let parameters = try scenario(Self.script).uncertainParameters()
    #expect(
      Set(parameters.map(\.name)) == [
        "wage", "toys.growth", "toys.growth#2", "slip", "p1.overrun", "f.jobs", "f.jobs#2",
        "model.discount", "unused",
      ])
    #expect(parameters.count == 9)
    #expect(parameters.first { $0.name == "f.jobs#2" }?.distribution.row.name == "uniform")
  }

  @Test("a point gives each its value, and the others stand in the middle")
  func point() throws {
    let at = try scenario(Self.script).evaluated(at: [
      "slip": 1.25, "f.jobs": 0.5, "f.jobs#2": 4, "toys.growth#2": 0.021,
    ])
    func number(_ name: String, _ attribute: String) throws -> NumberValue {
      try #require(at.entity(named: name)?.attribute(named: attribute)?.number)
    }
    #expect(try number("p1", "delay").values == [15], "months")
    #expect(try number("f", "jobs").values == [154])
    #expect(try number("toys", "growth").values[1] == 0.021)
    #expect(try number("toys", "wage").values == [90_000])
  }

  @Test("what comes out of an attribute's range is taken to the nearest end")
  func range() throws {
    let at = try scenario(Self.script).evaluated(at: ["p1.overrun": -3, "wage": -5])
    #expect(at.entity(named: "p1")?.attribute(named: "overrun")?.number?.values == [-1])
    #expect(at.entity(named: "toys")?.attribute(named: "wage")?.number?.values == [0])
  }
}
