import Analysis
import Diagnostics
import Language
import ParkModel
import Quantities
import Simulation
import Testing

/// One firm that makes 100 M yuan a year from 2020 on, of which a tax takes a tenth: 10 M yuan a year. No
/// firm closes. Millions, because figures are whole fen, and slopes are measured over a ten-thousandth.
private let study = """
  scenario "Pencil" start=2018 end=2022
  city q
  park p city=q area=4ha
  tax levy base=output rate=10% central=50% local=50%
  sector glass output_per_job=5
  firm f park=p sector=glass arrives=2020 output=100M land=1ha investment=0

  """

private func days(_ text: String) throws -> (start: CalendarDate, end: CalendarDate) {
  let period = try #require(CalendarPeriod(text))
  return (period.start, period.end)
}

private func number(_ name: String, _ range: String, _ scenario: Scenario) throws
  -> CalibratedNumber
{
  var reader = ArgumentReader(Script(SourceText(name: "test", text: range)).statements[0])
  let expression = try reader.expression()
  return try CalibratedNumber(
    path: name.split(separator: ".").map(String.init), at: reader.start, range: expression,
    reader.source, in: scenario)
}

private let start = Location(SourceText(name: "test", text: ""), Span(0, 0))

@Suite struct BacktestTests {
  @Test("the year before is what was reported over one and its growth")
  func earlier() throws {
    // 10 / (1 + 106.41 %) = 4.844727 亿, by hand: 1,000,000,000 / 2.0641.
    let observation = try #require(
      scenario(of: study + "observe tax[2021] value=10亿元 yoy=106.41%").entities(.observe).first)
    let before = try #require(Observation.earlier(observation))
    #expect(before.figure == "tax[2020]")
    let yuan = try #require(before.value.value(in: UnitTable.known("yuan")))
    #expect((yuan - 484_472_651.5).magnitude < 0.1)
  }

  @Test("errors are shares of what was reported, by hand")
  func errors() throws {
    // The run has 10 M yuan in 2020, 2021 and 2022. Reported: 8 (25 % too much), 12.5 (20 % too little), and
    // of the year before 12.5 / 1.25 = 10 (met).
    let scenario = try scenario(
      of: study + """
        observe tax[2020] value=8M yuan
        observe tax[2022] value=12.5M yuan yoy=25%
        observe jobs[2019] value=5
        observe tax[2030] value=5M yuan
        """)
    let backtest = try Backtest(
      scenario, try Simulation.project(scenario), holdout: days("2022"))
    #expect(
      backtest.rows.map(\.fact.label) == [
        "tax[2020]", "tax[2022]", "tax[2021]", "jobs[2019]", "tax[2030]",
      ])
    #expect(backtest.rows.map(\.isHeldOut) == [false, true, false, false, false])
    #expect(backtest.rows.map(\.fact.isImplied) == [false, false, true, false, false])
    let shares = backtest.rows.map { $0.error.map { ($0 * 1e6).rounded() / 1e6 } }
    #expect(shares == [0.25, -0.2, 0, -1, nil])
    #expect(backtest.rows[4].model == nil && backtest.rows[4].reason != nil)
    let tax = try #require(backtest.errors.first)
    #expect(tax.metric == "tax" && tax.count == 2 && !tax.isHeldOut)
    #expect((tax.size - 0.125).magnitude < 1e-9 && (tax.bias - 0.125).magnitude < 1e-9)
    let held = try #require(backtest.errors.last)
    #expect(held.isHeldOut && (held.size - 0.2).magnitude < 1e-9)
    #expect((held.bias + 0.2).magnitude < 1e-9)
  }

  @Test("a number that a fact settles is found, and what it was not fitted to is foretold")
  func found() throws {
    // A fifth of 100 M yuan is 20 M: the rate has to double.
    let scenario = try scenario(
      of: study + "observe tax[2021] value=20M yuan\nobserve tax[2022] value=25M yuan")
    let found = try Calibration(
      [try number("levy.rate", "1% to 50%", scenario)], scenario, holdout: days("2022"), at: start,
      stop: StopSignal())
    #expect(found.numbers[0].statement(found.values[0]) == "set levy rate=20%")
    #expect(found.after < 1e-6 && found.blind.isEmpty && found.factCount == 1)
    // A tenth lower is 18 M yuan for 20.
    let lower = try #require(found.lower[0])
    #expect((lower - 0.1).magnitude < 1e-6)
    let held = try #require(found.backtest.rows.last)
    let missed = try #require(held.error)
    #expect(held.isHeldOut && (missed + 0.2).magnitude < 1e-6)
  }

  @Test("numbers that facts do not tell apart are named, and one that moves nothing too")
  func blind() throws {
    // Tax is rate times output: only the product is seen, and what the firm itself invests is taxed nowhere.
    let scenario = try scenario(
      of: study
        + "observe tax[2021] value=20M yuan\nobserve tax[2022] value=20M yuan\nobserve tax[2020] value=20M yuan"
    )
    let numbers = [
      try number("levy.rate", "1% to 50%", scenario),
      try number("f.output", "50M to 500M", scenario),
      try number("f.investment", "1M to 9M", scenario),
    ]
    let found = try Calibration(numbers, scenario, holdout: nil, at: start, stop: StopSignal())
    #expect(found.after < 1e-5)
    #expect(Set(found.blind.flatMap(\.names)) == ["levy.rate", "f.output", "f.investment"])
    #expect(found.blind.contains { $0.names == ["f.investment"] })
    #expect(found.blind.contains { Set($0.names) == ["levy.rate", "f.output"] })
  }

  @Test("more numbers than facts are refused, and ranges that are none")
  func refused() throws {
    let scenario = try scenario(of: study + "observe tax[2021] value=20M yuan")
    let two = [
      try number("levy.rate", "1% to 50%", scenario),
      try number("f.output", "50M to 500M", scenario),
    ]
    #expect(throws: Diagnostic.self) {
      try Calibration(two, scenario, holdout: nil, at: start, stop: StopSignal())
    }
    for (name, range) in [
      ("levy.rate", "50% to 1%"), ("levy.rate", "10%"), ("levy.base", "1 to 2"), ("f", "1 to 2"),
      ("f.output", "1ha to 2ha"), ("nobody.jobs", "1 to 2"), ("levy.rate", "0% to 200%"),
    ] {
      #expect(throws: Diagnostic.self, "\(name) in \(range)") { try number(name, range, scenario) }
    }
  }

  @Test("whoever asks it to stop is heard")
  func stops() throws {
    let scenario = try scenario(of: study + "observe tax[2021] value=20M yuan")
    let stop = StopSignal()
    stop.ask(.interrupt, afterLooks: 20)
    let numbers = [try number("levy.rate", "1% to 50%", scenario)]
    #expect(throws: Diagnostic.self) {
      try Calibration(numbers, scenario, holdout: nil, at: start, stop: stop)
    }
  }
}
