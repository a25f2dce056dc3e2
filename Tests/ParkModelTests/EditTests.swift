import Diagnostics
import Language
import ParkModel
import Quantities
import Testing

private let park = """
  city quzhou
  park smart city=quzhou area=41.5ha
  phase p1 park=smart area=20ha start=2018 complete=2019

  """

@Test("`set` changes in place and adds behind, `unset` takes away")
func setAndUnset() throws {
  var made = try scenario(park)
  try run("set smart \"Smart\" area=622.5亩 urban=no\nset p1 delay=6 months", in: &made)
  #expect(
    made.script == """
      city quzhou
      park smart "Smart" city=quzhou area=622.5亩 urban=no
      phase p1 park=smart area=20ha start=2018 complete=2019 delay=6 months

      """)
  #expect(made.entity(named: "smart")?.number(Park.area)?.largest == 415_000)
  try run("unset smart area, urban\nunset p1 delay", in: &made)
  #expect(made.entity(named: "smart")?.canonical == "park smart \"Smart\" city=quzhou")
  #expect(made.entity(named: "smart")?.number(Park.area)?.largest == 0)
}

@Test("`set` of the header and of the model goes by their kinds")
func setHeaderAndModel() throws {
  let made = try scenario(
    "scenario \"A\" start=2018 end=2035\nset scenario \"B\" end=2040\nset model siphon=5%")
  #expect(made.header?.canonical == "scenario \"B\" start=2018 end=2040")
  #expect(made.title == "B")
  #expect(made.script == "scenario \"B\" start=2018 end=2040\nset model siphon=5%\n")
}

@Test("what is referred to is removed only together with what refers to it")
func removal() throws {
  var made = try scenario(park)
  #expect(throws: Diagnostic.self) { try run("remove quzhou", in: &made) }
  #expect(made.all.map(\.name) == ["quzhou", "smart", "p1"])
  try run("remove p1", in: &made)
  #expect(made.all.map(\.name) == ["quzhou", "smart"])
  try run("remove quzhou --cascade", in: &made)
  #expect(made.all.map(\.name).isEmpty)
}

@Test(
  "a statement that fails changes nothing",
  arguments: [
    "set smart area=1m2 urban=maybe", "set smart area=1ha area=2ha",
    "unset smart city, area, population",
    "set p1 complete=2017", "unset p1 start", "remove quzhou", "city smart", "use mars",
    "cite smart.x \"s\"",
    "cite smart \"s\" kind=a kind=b", "cite smart.area", "remove smart --all", "set smart",
    "set nothing area=1ha", "city",
    "city x gdp", "city x y", "scenario start=2018 end=2017", "remove scenario", "remove model",
    "unset smart",
  ])
func failureChangesNothing(statement: String) throws {
  var made = try scenario(park)
  let before = picture(made) + made.script
  #expect(throws: Diagnostic.self) { try run(statement, in: &made) }
  #expect(picture(made) + made.script == before)
}

@Test("a unit that no longer fits where it is named stays what it was")
func unitStays() throws {
  var made = try scenario(
    "unit chip = 6 yuan\nassume price = 2chip\n" + park + "\nset p1 investment=5chip")
  let before = picture(made) + made.script
  #expect(throws: Diagnostic.self) { try run("set chip value=3ha", in: &made) }
  #expect(picture(made) + made.script == before)
  // What is read next is read with it.
  try run("set p1 investment=7chip", in: &made)
  #expect(made.script.contains("investment=7 chip"))
  #expect(made.units.unit(named: "chip")?.dimension == .money)
}

@Test("a name may be used before it is declared, and is missed only at the end")
func forwardReferences() throws {
  var made = try scenario("park smart city=quzhou")
  #expect(made.problems().map(\.slug) == ["unknown-name"])
  try run("city quzhou", in: &made)
  #expect(made.problems().isEmpty)
}

@Test("sources belong to what they speak of, and go with the attribute")
func citations() throws {
  var made = try scenario(
    park
      + "cite smart.area \"China Daily\" kind=reported evidence=S checked=2021-07-16\ncite smart \"map\""
  )
  let sources = try #require(made.entity(named: "smart")).citations
  #expect(sources.map(\.attribute) == ["area", nil])
  #expect(sources.map(\.source) == ["China Daily", "map"])
  #expect(sources.map(\.evidence) == ["S", nil])
  try run("unset smart area", in: &made)
  #expect(made.entity(named: "smart")?.citations.map(\.source) == ["map"])
}

@Test("what refers to an entity is found in names, lists and surtaxes")
func referrers() throws {
  let made = try scenario(
    """
    city a
    city b core=a
    rail r from=b to=[a] opens=2020
    tax vat base=vat rate=5% local=100%
    tax extra base=tax:vat rate=5% local=100%
    """)
  #expect(made.referrers(to: "a").map(\.name) == ["b", "r"])
  #expect(made.referrers(to: "vat").map(\.name) == ["extra"])
  #expect(made.referrers(to: "r").isEmpty)
}

@Test(
  "a value is read in the unit of its attribute",
  arguments: [
    ("area=41.5ha", 415_000), ("area=622.5亩", 415_000), ("area=622.5mu", 415_000),
    ("area=(10 + 31.5) * 1ha", 415_000), ("area=20ha + 21.5ha", 415_000),
    ("area=0.415 km2", 415_000),
    ("reference_jobs=350人", 350), ("reference_jobs=3.5e2", 350), ("reference_jobs=0.35k", 350),
  ] as [(String, Double)])
func values(text: String, expected: Double) throws {
  let made = try scenario("park p \(text)")
  let attribute = try #require(made.entity(named: "p")?.attributes.first)
  guard case .number(.constant(let value)) = attribute.value else {
    Issue.record("no number")
    return
  }
  #expect(value == expected)
}

@Test(
  "the same money is the same number, however it is written",
  arguments: [
    "12.35亿元", "１２．３５亿元", "1,235,000,000", "1.235e9", "1.235bn", "1235M yuan", "123500万元", "12.35亿",
    "1.235bn yuan", "1.2千亿 - 118765M",
  ])
func moneys(text: String) throws {
  let made = try scenario("phase p park=x start=2018 complete=2019 investment=\(text)")
  #expect(made.entity(named: "p")?.number(Phase.investment)?.largest == 1_235_000_000)
}

@Test("2125.20亿元/year is 212,520,000,000 yuan a year to the last bit")
func gdp() throws {
  let made = try scenario("city quzhou gdp=2125.20亿元/year")
  #expect(made.entity(named: "quzhou")?.number(City.gdp)?.largest == 212_520_000_000)
}
