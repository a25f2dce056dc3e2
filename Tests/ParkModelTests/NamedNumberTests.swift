import Diagnostics
import Language
import ParkModel
import Quantities
import Testing

/// What names stand for in expressions: rates of taxes, and long chains of names.
@Suite("named numbers")
struct NamedNumberTests {
  private static let start = """
    scenario start=2021 end=2031
    use china
    city q
    park p city=q area=10ha
    firm f park=p sector=toys arrives=2022 jobs=100

    """

  /// A name's value, and its unit's dimension.
  private func outcome(_ name: String, _ text: String) throws -> Outcome {
    let made = try scenario(Self.start + text)
    let use = NameUse(
      parts: name.split(separator: ".").map(String.init), arguments: nil,
      location: Location(SourceText(name: "test", text: name), Span(0, 1)))
    let context = ScenarioContext(made)
    let type = try context.type(of: use)
    let outcome = try context.value(of: use)
    let values: [Scalar] =
      switch outcome {
      case .scalar(let value): [value]
      case .schedule(let schedule): schedule.values
      case .series: []
      }
    for case .number(let quantity) in values { #expect(quantity.dimension == type.dimension) }
    return outcome
  }

  private func number(_ name: String, _ unit: String, _ text: String) throws -> Double {
    guard case .scalar(.number(let quantity)) = try outcome(name, text) else { return .nan }
    return try #require(quantity.value(in: unit.isEmpty ? .one : UnitTable.known(unit)))
  }

  /// Rates as they are written, and what they are in the unit of a tax on land or as a share.
  static let rates: [(text: String, name: String, unit: String, value: Double)] = [
    ("set cit rate=20%", "cit.rate", "", 0.2),
    ("set cit rate=0.2", "cit.rate", "", 0.2),
    ("set cit rate=0", "cit.rate", "", 0),
    ("set cit rate=100%", "cit.rate", "", 1),
    ("set cit rate=12% + 3%", "cit.rate", "", 0.15),
    ("assume base = 12%\nset cit rate=base + 3%", "cit.rate", "", 0.15),
    ("assume base = 12%\nset cit county_rate=base", "cit.county_rate", "", 0.12),
    ("set cit rate=15% county_rate=cit.rate / 2", "cit.county_rate", "", 0.075),
    ("", "land-use.rate", "yuan/m2/year", 4),
    ("set land-use rate=2001 yuan/mu/year", "land-use.rate", "yuan/m2/year", 3.0015),
    ("set land-use rate=0", "land-use.rate", "yuan/m2/year", 0),
    ("set land-use rate=2 yuan/m2/year * 3", "land-use.rate", "yuan/m2/year", 6),
    ("set land-use county_rate=land-use.rate / 2", "land-use.county_rate", "yuan/m2/year", 2),
    ("assume 税率 = 2元/m2/year\nset land-use rate=税率*2", "land-use.rate", "yuan/m2/year", 4),
    ("assume none = 0\nset land-use rate=none", "land-use.rate", "yuan/m2/year", 0),
  ]

  @Test("the rate of a tax is its number with its unit", arguments: rates)
  func rate(_ rate: (text: String, name: String, unit: String, value: Double)) throws {
    let found = try number(rate.name, rate.unit, rate.text)
    #expect(abs(found - rate.value) < 1e-12, "\(rate.name) of \(rate.text)")
    // In an assumption it is the same.
    let named = try number("named", rate.unit, rate.text + "\nassume named = \(rate.name) * 1")
    #expect(abs(named - rate.value) < 1e-12, "\(rate.name) of \(rate.text)")
  }

  @Test("a rate that changes has its numbers, written or worked out")
  func schedules() throws {
    for text in ["12%", "base"] {
      let schedule = try outcome(
        "cit.rate", "assume base = 12%\nset cit rate={2021: 20%, 2025: \(text)}")
      guard case .schedule(let found) = schedule else { throw Missing() }
      #expect(
        found.values == [.number(Quantity(0.2, .one)), .number(Quantity(0.12, .one))])
    }
    guard
      case .schedule(let ramp) = try outcome(
        "land-use.rate", "set land-use rate=ramp(2021: 2 yuan/m2/year, 2025: 4 yuan/m2/year)")
    else { throw Missing() }
    #expect(ramp.isStraight)
    #expect(
      ramp.values == [2, 4].map { .number(Quantity($0, UnitTable.known("yuan/m2/year"))) })
  }

  struct Missing: Error {}

  @Test("a rate that is no number, or none that can be, is refused where it stands")
  func refused() {
    #expect(problem(Self.start + "assume w = vat.rate")?.slug == "wrong-kind")
    #expect(problem(Self.start + "assume w = cit.county_rate")?.slug == "not-set")
    let land = problem(
      Self.start + "assume w = cit.rate\nassume a = 4 yuan/m2/year\nset cit rate=a * 1")
    #expect(land?.slug == "wrong-dimension" && land?.location?.address.hasPrefix("test:8") == true)
    #expect(
      problem(Self.start + "assume w = land-use.rate\nset land-use rate=w / w * 5%")?.slug
        == "circular")
  }

  // MARK: Chains

  /// Each assumption is made of the one before it; those that others are made of are declared last.
  private func chain(_ length: Int, from first: String, reversed: Bool = false) -> String {
    let links = (1...length).map { "assume x\($0) = x\($0 - 1) + 1" }
    return ((reversed ? links.reversed() : links) + ["assume x0 = \(first)"])
      .joined(separator: "\n")
  }

  @Test("a long chain is worked out by itself and in an attribute", arguments: [75, 1000])
  func longChains(_ length: Int) throws {
    for isReversed in [false, true] {
      let text =
        Self.start + chain(length, from: "uniform(0, 2)", reversed: isReversed)
        + "\nset f jobs=x\(length)"
      let made = try scenario(text)
      #expect(made.problems().isEmpty)
      #expect(
        try made.evaluated().entity(named: "f")?.attribute(named: "jobs")?.number?.values
          == [Double(length + 1)])
      let open = try OpenScenario(made)
      #expect(open.parameters.map(\.name) == ["x0"] && open.inputCount == 1)
      #expect(try open.values(at: ["x0": 0.5]).map(\.values) == [[Double(length) + 0.5]])
      #expect(open.program?.values(of: [0.5]) == [[Double(length) + 0.5]])
      #expect(try made.evaluated(at: ["x0": 2]).entity(named: "f") != nil)
    }
  }

  @Test("attributes in a long chain, numbers and dates, are worked out")
  func attributeChains() throws {
    let phases = (1...400).map {
      "phase p\($0) park=p area=1m2 start=2021 complete=2022 delay=p\($0 - 1).delay + 0.1 months"
    }
    let first = "phase p0 park=p area=1m2 start=2021 complete=2022 delay=1 month"
    let made = try scenario(Self.start + (phases.reversed() + [first]).joined(separator: "\n"))
    let delay = try made.evaluated().entity(named: "p400")?.attribute(named: "delay")?.number
    #expect(abs((delay?.values.first ?? 0) - 41) < 1e-9)
    let starts = (1...250).map {
      "phase p\($0) park=p area=1m2 start=p\($0 - 1).start + 1 month complete=2060"
    }
    let begin = "phase p0 park=p area=1m2 start=2021 complete=2060"
    let built = try scenario(Self.start + (starts.reversed() + [begin]).joined(separator: "\n"))
    guard
      case .period(let last)? = try built.evaluated().entity(named: "p250")?
        .attribute(named: "start")?.value
    else { throw Missing() }
    // 250 months are twenty years and ten months.
    #expect(last.start == CalendarPeriod("2041-11")?.start)
  }

  @Test("what a long chain lacks is said of what lacks it")
  func brokenChains() throws {
    let without = try scenario(Self.start + chain(500, from: "absent * 2") + "\nset f jobs=x500")
    #expect(without.problems().map(\.slug) == ["unknown-name"])
    let divided = Self.start + chain(500, from: "1 / (nought - 0)") + "\nset f jobs=x500"
    let refused = problem(divided + "\nassume nought = 0")
    #expect(refused.map { !["too-deep", "circular"].contains($0.slug) } == true, "\(refused)")
    #expect(
      problem(Self.start + chain(500, from: "x500 * 1") + "\nset f jobs=x3")?.slug == "circular")
    // Nobody asks for the value of what is not chosen.
    let chosen = try scenario(
      Self.start + "assume low = 0 - 1\n" + chain(500, from: "ln(low)")
        + "\nset f jobs=if(low < 0, 3, x500)")
    #expect(
      try chosen.evaluated().entity(named: "f")?.attribute(named: "jobs")?.number?.values == [3])
    let asked = try scenario(chosen.script + "\nset f jobs=x500").problems()
    #expect(!asked.isEmpty && asked.allSatisfy { $0.slug != "too-deep" }, "\(asked)")
  }

  @Test("deep brackets are worked out in a chain")
  func deepChains() throws {
    let deep = (1...5).map { link in
      "assume x\(link) = " + String(repeating: "(", count: 190) + "x\(link - 1) + 1"
        + String(repeating: ")", count: 190)
    }
    let made = try scenario(
      Self.start + "assume x0 = 2\n" + deep.joined(separator: "\n") + "\nset f jobs=x5")
    #expect(
      try made.evaluated().entity(named: "f")?.attribute(named: "jobs")?.number?.values == [7])
  }

  // MARK: Sectors

  @Test("what a firm does not say is its sector's parameter")
  func sectors() throws {
    let made = try scenario(
      Self.start + """
        set toys margin=uniform(0.1, 0.3)
        firm g park=p sector=toys arrives=2022 jobs=1000 * f.margin
        firm named park=p sector=toys arrives=2022 jobs=1000 * toys.margin
        cohort c park=p sector=toys from=2021 until=2025 firms=10 jobs=20
        firm ii park=p sector=toys arrives=2022 jobs=1000 * c.margin
        firm jj park=p sector=toys arrives=2022 jobs=1000 * jj.margin margin=uniform(0, 1)
        firm kk park=p sector=toys arrives=2022 jobs=1000 * jj.margin
        """)
    let open = try OpenScenario(made)
    #expect(Set(open.parameters.map(\.name)) == ["toys.margin", "jj.margin"])
    let at = try made.evaluated(at: ["toys.margin": 0.125, "jj.margin": 0.5])
    for (name, jobs) in [("g", 125.0), ("named", 125), ("ii", 125), ("jj", 500), ("kk", 500)] {
      #expect(
        at.entity(named: name)?.attribute(named: "jobs")?.number?.values == [jobs], "\(name)")
    }
    let point = open.parameters.map { $0.name == "jj.margin" ? 0.5 : 0.125 }
    let own = try open.values(at: ["toys.margin": 0.125, "jj.margin": 0.5]).map(\.values)
    #expect(open.program?.values(of: point) == own)
  }

  @Test("a sector that is made of itself through its firm runs in a circle")
  func sectorCircle() {
    #expect(problem(Self.start + "set toys margin=f.margin / 2")?.slug == "circular")
  }
}
