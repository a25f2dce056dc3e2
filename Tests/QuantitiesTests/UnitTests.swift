import Quantities
import Testing

/// What a quantity is in base units: yuan, m², months, tce, tonnes.
private func base(_ value: Double, _ unit: Unit) -> Double {
  value * unit.numerator / unit.denominator
}

/// A spelling of a unit and what one of it is in base units, from the SI brochure, the State
/// Council's order on units (1 mu = 1/15 ha) and Language 2.
private let sizes: [(String, Dimension, Double)] = [
  ("yuan", .money, 1), ("CNY", .money, 1), ("RMB", .money, 1), ("元", .money, 1),
  ("fen", .money, 0.01), ("分", .money, 0.01),
  ("m2", .area, 1), ("平方米", .area, 1), ("平米", .area, 1), ("ha", .area, 10_000),
  ("hectare", .area, 10_000), ("hectares", .area, 10_000),
  ("公顷", .area, 10_000), ("km2", .area, 1_000_000), ("平方公里", .area, 1_000_000),
  ("平方千米", .area, 1_000_000), ("mu", .area, 10_000.0 / 15), ("亩", .area, 10_000.0 / 15),
  ("month", .time, 1), ("months", .time, 1), ("月", .time, 1), ("个月", .time, 1),
  ("y", .time, 12), ("year", .time, 12), ("years", .time, 12), ("年", .time, 12),
  ("day", .time, 12 / 365.25), ("days", .time, 12 / 365.25), ("天", .time, 12 / 365.25),
  ("h", .time, 12 / 8766), ("hour", .time, 12 / 8766), ("hours", .time, 12 / 8766),
  ("小时", .time, 12 / 8766), ("min", .time, 12 / 525_960), ("minute", .time, 12 / 525_960),
  ("minutes", .time, 12 / 525_960), ("分钟", .time, 12 / 525_960),
  ("job-years", Dimension(work: 1), 1), ("job-year", Dimension(work: 1), 1),
  ("人年", Dimension(work: 1), 1),
  ("jobs", .number, 1), ("job", .number, 1), ("people", .number, 1), ("人", .number, 1),
  ("个", .number, 1), ("家", .number, 1), ("元人民币", .money, 1),
  ("t", Dimension(mass: 1), 1), ("吨", Dimension(mass: 1), 1), ("tCO2", Dimension(mass: 1), 1),
  ("吨二氧化碳", Dimension(mass: 1), 1), ("tce", Dimension(energy: 1), 1),
  ("吨标煤", Dimension(energy: 1), 1), ("吨标准煤", Dimension(energy: 1), 1),
]

@Test("every unit has its size", arguments: sizes)
func unitSizes(name: String, dimension: Dimension, size: Double) throws {
  let unit = try #require(UnitTable.plainUnit(named: name))
  #expect(unit.dimension == dimension)
  #expect(abs(base(1, unit) - size) <= size * 1e-15)
  #expect(unit.text == name)
}

@Test("no spelling of the table is left out above, and none stands for two units")
func everySpelling() {
  #expect(Set(UnitTable.names) == Set(sizes.map(\.0)))
  #expect(Set(UnitTable.names).count == UnitTable.names.count)
  #expect(UnitTable.rows.allSatisfy { !$0.summary.isEmpty && $0.unit.text == $0.names[0] })
}

@Test(
  "every magnitude has its power of ten",
  arguments: [
    ("k", 1e3), ("M", 1e6), ("bn", 1e9), ("tn", 1e12), ("千", 1e3), ("万", 1e4), ("百万", 1e6),
    ("千万", 1e7), ("十亿", 1e9), ("千亿", 1e11),
    ("亿", 1e8), ("万亿", 1e12), ("million", 1e6), ("billion", 1e9),
  ] as [(String, Double)])
func magnitudes(word: String, size: Double) throws {
  let row = try #require(Magnitude.named(word))
  let scaled = UnitTable.scaled(try #require(UnitTable.plainUnit(named: "元")), by: row)
  #expect(base(1, scaled) == size)
  #expect(UnitTable.unit(named: word + "元")?.numerator == size)
  #expect(UnitTable.unit(named: word + "元")?.text == word + "元")
}

@Test("every magnitude is tried")
func everyMagnitude() {
  #expect(Magnitude.rows.count == 14)
}

@Test(
  "units are case-sensitive", arguments: ["HA", "Mu", "Yuan", "m", "Min", "KM2", "元元", "k", ""])
func unknownUnits(name: String) {
  #expect(UnitTable.unit(named: name) == nil)
}

@Test(
  "equal amounts are equal to the last bit, whatever their unit",
  arguments: [
    (622.5, "mu", "ha", 41.5), (622.5, "亩", "m2", 415_000), (41.5, "ha", "亩", 622.5),
    (1, "h", "min", 60), (1.5, "h", "分钟", 90), (18, "months", "y", 1.5), (3, "y", "month", 36),
    (1, "year", "day", 365.25), (20, "ha", "mu", 300), (2, "km2", "ha", 200),
    (12.35, "亿元", "万元", 123_500), (30, "万元", "元", 300_000),
  ] as [(Double, String, String, Double)])
func exactConversions(value: Double, from: String, to: String, expected: Double) throws {
  let unit = try #require(UnitTable.unit(named: from))
  let other = try #require(UnitTable.unit(named: to))
  #expect(Quantity(value, unit).value(in: other) == expected)
}

@Test("a conversion between dimensions is refused")
func noConversion() throws {
  let money = Quantity(1, UnitTable.known("yuan"))
  #expect(money.value(in: UnitTable.known("ha")) == nil)
  #expect(money.adding(Quantity(1, UnitTable.known("ha"))) == nil)
  #expect(money.adding(Quantity(1, UnitTable.known("元")))?.value == 2)
}

@Test("money per area joins and parts without losing a digit")
func compoundUnits() throws {
  let perMu = UnitTable.known("yuan/mu")
  let price = Quantity(300_000, perMu)
  #expect(price.value(in: UnitTable.known("yuan/m2")) == 450)
  let paid = try #require(price.multiplied(by: Quantity(41.5, UnitTable.known("ha"))))
  #expect(paid.value(in: UnitTable.known("yuan")) == 186_750_000)
  let share = try #require(paid.multiplied(by: paid, power: -1))
  #expect(share.dimension == .number && share.value == 1)
}

@Test("a unit that leaves every range is refused, not wrapped")
func rangeOfUnits() throws {
  var unit = UnitTable.known("ha")
  var steps = 0
  while let next = unit.multiplied(by: UnitTable.known("ha"), power: 1, text: "x"), steps < 500 {
    unit = next
    steps += 1
  }
  #expect(steps < 100)
  #expect(unit.numerator.isFinite)
}

@Test(
  "a dimension has a name in words",
  arguments: [
    ("ha", "an area"), ("yuan", "money"), ("yuan/year", "money per year"),
    ("yuan/mu", "money per area"), ("1/ha", "a number per area"), ("y", "a time"),
    ("tce/yuan", "energy per money"), ("jobs", "a number"),
    ("yuan/m2/year", "money per area and year"), ("1/yuan/ha", "a number per money per area"),
  ])
func phrases(unit: String, phrase: String) {
  #expect("\(UnitTable.known(unit).dimension.phrase)" == phrase)
}
