import Diagnostics
import Testing

@testable import Simulation

/// What a projection answers when it is asked for a part, a ratio or the events.
@Suite("questions to a projection")
struct QueryTests {
  static let script = """
    scenario start=2020 end=2021
    sector plain output_per_job=10万元/year jobs_per_area=100/ha
    sector office output_per_job=10万元/year
    city hill gdp=100亿元/year
    city coast gdp=300亿元/year
    park east city=hill area=4ha
    park west city=hill jurisdiction=coast
    phase one park=west area=2ha investment=10M start=2020 complete=2020-06
    firm f park=east sector=plain jobs=100 arrives=2020
    firm g park=west sector=plain jobs=50 arrives=2020
    firm i park=west sector=office jobs=25 arrives=2021
    tax levy base=output rate=10% central=30% local=70%

    """

  private func parts(_ name: String, by division: Division) throws -> [String: [Figure]] {
    let result = try run(Self.script)
    let metric = try #require(MetricTable.metric(name, taxes: result.taxes))
    var parts: [String: [Figure]] = [:]
    for part in result.series(metric, by: division, over: result.calendar.steps) {
      parts[part.isRemainder ? "rest" : part.part] = part.figures
    }
    return parts
  }

  @Test("a division has every part, and what belongs to none as the rest")
  func rest() throws {
    // The office takes no land: it is in no phase, and neither is the firm of a park without any.
    let jobs = try parts("jobs", by: .phase)
    #expect(jobs == ["one": [.number(50), .number(50)], "rest": [.number(100), .number(125)]])
    #expect(
      try parts("jobs", by: .park)
        == ["east": [.number(100), .number(100)], "west": [.number(50), .number(75)]])
  }

  @Test("local taxes belong to the jurisdiction of the park")
  func jurisdiction() throws {
    // 10 % of 10 m; of half a year of 5 m, then of 5 m and 2.5 m.
    #expect(
      try parts("tax", by: .jurisdiction) == [
        "hill": [.money(fen: 1_000_000_00), .money(fen: 1_000_000_00)],
        "coast": [.money(fen: 250_000_00), .money(fen: 750_000_00)],
      ])
    #expect(
      try parts("tax", by: .level) == [
        "central": [.money(fen: 375_000_00), .money(fen: 525_000_00)],
        "province": [.money(fen: 0), .money(fen: 0)],
        "local": [.money(fen: 875_000_00), .money(fen: 1_225_000_00)],
      ])
  }

  @Test(
    "a ratio over nothing is undefined",
    arguments: [
      "occupancy", "local_share", "tax_per_mu", "jobs_per_ha", "investment_per_mu",
      "tax_per_serviced_mu", "jobs_per_serviced_ha",
    ])
  func undefined(name: String) throws {
    let result = try run("scenario start=2020 end=2020\npark bare")
    #expect(try result.values(name) == [nil])
  }

  @Test("a factor of one city or park asks for a name where there are several")
  func factors() throws {
    let result = try run(Self.script)
    // Both parks lie in one city, and nothing leads to the other: 10 bn ten minutes away, 2^(-1/3).
    #expect(isClose(try result.values("market_potential")[0], 1e10 * 0.7937005259840998))
    #expect(try result.values("agglomeration", in: "east") == [1, 1])
    #expect(
      try result.figures("agglomeration")[0] == .undefined("it differs between parks: name one"))
  }

  @Test("land and floor that nobody took are vacant")
  func vacant() throws {
    let result = try run(Self.script)
    #expect(try result.values("land.vacant") == [4.5, 4.5])
    #expect(try result.values("occupancy", in: "west") == [0.25, 0.25])
  }

  @Test("events come in order of time, and only those of the span")
  func events() throws {
    let result = try run(Self.script + "rail line from=hill to=[coast] opens=2030 time=20min")
    let instants = result.events.map(\.instant)
    #expect(instants == instants.sorted())
    #expect(result.instant(.serviced, "one") == 6)
    #expect(result.instant(.opens, "g") == 6)
    #expect(result.instant(.opens, "i") == 12)
    #expect(result.instant(.rail, "line") == nil)
  }

  @Test("a scope is found by name among levels, places, firms, sectors and taxes")
  func names() throws {
    let result = try run(Self.script)
    let found: [(String, Division)] = [
      ("local", .level), ("east", .park), ("one", .phase), ("g", .firm), ("office", .sector),
      ("coast", .jurisdiction), ("levy", .tax),
    ]
    for (name, division) in found { #expect(result.scope(name)?.division == division) }
    #expect(result.scope("nobody")?.name == nil)
    #expect(MetricTable.metric("tax.levy", taxes: result.taxes)?.name == "tax.levy")
    #expect(MetricTable.metric("tax.nobody", taxes: result.taxes)?.name == nil)
  }
}
