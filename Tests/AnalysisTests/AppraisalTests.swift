import Analysis
import Diagnostics
import Language
import ParkModel
import Simulation
import Testing

/// A scenario and its run, from a script.
private func alternative(_ text: String, named name: String = "main") throws -> Alternative {
  var scenario = Scenario()
  for statement in Script(SourceText(name: "test", text: text)).statements {
    try #require(try StatementReader.edit(statement, in: scenario)).apply(to: &scenario)
  }
  return Alternative(
    name: name, scenario: scenario, projection: try Simulation.project(scenario))
}

/// 100 M yuan are laid out in 2020; 12 M come in each year from 2021 to 2035.
private let plain = """
  scenario start=2020 end=2035
  city a
  park p city=a
  phase f park=p start=2020 complete=2020 investment=100M profile=linear
  tax levy base=output rate=1.2% local=100%
  sector shops output_per_job=1M value_added=50% margin=5% wage=1 vat=0% cit=0% pit=0%
  firm x park=p sector=shops arrives=2021 jobs=1000

  """

/// Two cities, an enclave between them, and every account of the budget.
private let whole = """
  scenario start=2020 end=2029
  use china
  set vat refund=30%
  city a handover=20% handover_base=1M yuan/year
  city b
  park p city=a land_price=30万元/亩 land_set_aside=20% opex=2%
  park q city=b area=10ha
  phase f park=p area=20ha start=2018 complete=2021 investment=400M public=60%
  firm x park=p sector=toys arrives=2021 jobs=350
  firm second park=q sector=electronics arrives=2022 jobs=200 origin=a moved=50%
  cohort z park=p sector=medicine from=2021 until=2026 firms=5 jobs=40
  incentive back park=p type=rebate schedule={0y: 50%, 3y: 25%, 5y: 0%}
  incentive aid park=p type=capex share=10%
  enclave e park=p host=a home=b share=40% net=yes fixed=2M yuan/year contribution=90M

  """

@Suite struct AppraisalTests {
  private func sole(_ appraisals: [Appraisal]) throws -> Appraisal {
    #expect(appraisals.count == 1)
    return try #require(appraisals.first)
  }

  /// v = 1/1.08: v^½·(-100 + 12·(1 - v^15)/0.08) = 0.9622504·(-100 + 12·8.5594787) = 2.611302.
  @Test("one outlay and fifteen equal returns, by pencil")
  func pencil() throws {
    let appraisal = try sole(try Appraisal.all(of: try alternative(plain), rate: 0.08))
    #expect(abs(appraisal.netPresentValue - 2_611_302) < 1)
    #expect(abs(appraisal.costs - 96_225_045) < 1)
    #expect(abs(appraisal.benefits - 98_836_347) < 1)
    #expect(appraisal.sum == 80_000_000)
    // 100/12 years after the year of the outlay.
    guard case .after(let years, let step) = appraisal.payback else {
      Issue.record("not paid back")
      return
    }
    #expect(abs(years - (1 + 100 / 12.0)) < 1e-9)
    #expect(step == 9)
    #expect(appraisal.breakEvenYear.map { appraisal.calendar.label($0) } == "2029")
    #expect(abs(try #require(appraisal.ratio) - 98_836_347 / 96_225_045.0) < 1e-7)
    #expect(appraisal.flows.jobs == 1000)
    #expect(abs(try #require(appraisal.costPerJob) - 96_225.045) < 1e-3)
  }

  /// numpy-financial 1.0.0: irr([-100] + [12] * 15) = 0.08441797984932298.
  @Test("its internal rate is numpy-financial's")
  func rate() throws {
    let appraisal = try sole(try Appraisal.all(of: try alternative(plain), rate: 0.08))
    guard case .one(let rate) = appraisal.internalRate,
      case .one(let dated) = appraisal.datedRate
    else {
      Issue.record("no single rate")
      return
    }
    #expect(abs(rate - 0.08441797984932298) < 1e-9)
    // By days there are 365.25 to a year, which makes a rate a little lower.
    #expect(abs(dated - rate) < 1e-4 && dated < rate)
    #expect(
      abs(
        try #require(
          netPresentValue(
            of: CashFlow.midStep(appraisal.flows.net.map(Double.init), step: 1),
            at: DiscountRate(rate)))) < 1)
  }

  /// 50 M after 16 years at 8 %: 50·1.08^-16 = 14.594523.
  @Test("a terminal value counts at the end, and pays nothing back")
  func terminal() throws {
    let plainly = try sole(try Appraisal.all(of: try alternative(plain), rate: 0.08))
    let more = try sole(
      try Appraisal.all(of: try alternative(plain), rate: 0.08, terminal: 50_000_000))
    #expect(abs(more.netPresentValue - plainly.netPresentValue - 14_594_523) < 1)
    #expect(abs(more.benefits - plainly.benefits - 14_594_523) < 1)
    #expect(more.payback == plainly.payback)
    #expect(more.sum == plainly.sum + 50_000_000)
  }

  @Test("what was spent before the start is sunk, and beside the flows")
  func sunk() throws {
    let text = plain.replacing("start=2020 complete=2020", with: "start=2018 complete=2021")
    let appraisal = try sole(try Appraisal.all(of: try alternative(text), rate: 0.08))
    // Half of a straight line over four years lies before 2020.
    #expect(appraisal.flows.sunk == 5_000_000_000)
    let place = try #require(BudgetAccount.rows.firstIndex { $0.metric == "investment.public" })
    #expect(appraisal.flows.amounts[place].reduce(0, +) == -5_000_000_000)
  }

  /// Half of 100 M is spent before 2020; the rest, and what comes in, from then on.
  @Test("counting what is sunk, all figures are of the same flows after it, laid out at the start")
  func countingSunk() throws {
    let text = plain.replacing("start=2020 complete=2020", with: "start=2018 complete=2021")
    let without = try sole(try Appraisal.all(of: try alternative(text), rate: 0.08))
    let with = without.countingSunk
    #expect(abs(with.netPresentValue - (without.netPresentValue - 50_000_000)) < 1)
    #expect(abs(with.costs - (without.costs + 50_000_000)) < 1)
    #expect(with.benefits == without.benefits)
    #expect(abs(with.sum - (without.sum - 50_000_000)) < 1)
    let flows =
      [CashFlow(-5_000_000_000, at: 0)]
      + CashFlow.midStep(without.flows.net.map(Double.init), step: 1)
    #expect(with.internalRate == InternalRate(of: flows))
    if case .one(let rate) = with.internalRate {
      #expect(abs(try #require(netPresentValue(of: flows, at: DiscountRate(rate)))) < 1)
    }
    #expect(with.internalRate != without.internalRate)
    #expect(with.ratio == benefitCostRatio(benefits: with.benefits, costs: with.costs))
    // Where nothing is sunk, the two are one.
    let plainly = try sole(try Appraisal.all(of: try alternative(plain), rate: 0.08))
    #expect(plainly.countingSunk.internalRate == plainly.internalRate)
    #expect(plainly.countingSunk.datedRate == plainly.datedRate)
    #expect(plainly.countingSunk.payback == plainly.payback)
  }

  @Test("the accounts of each city add up to its net local flow, to the fen, in every step")
  func addsUp() throws {
    let alternative = try alternative(whole)
    let projection = alternative.projection
    let appraisals = try Appraisal.all(of: alternative, rate: 0.08)
    #expect(appraisals.map(\.flows.name) == ["a", "b", "total"])
    let metric = try #require(MetricTable.metric("net_local", taxes: projection.taxes))
    let steps = projection.calendar.steps
    let parts = projection.series(metric, by: .jurisdiction, over: steps)
    let total = projection.series(metric, over: steps)[0]
    for (appraisal, series) in zip(appraisals, parts + [total]) {
      let expected = series.figures.map { figure -> Int64 in
        if case .money(let fen) = figure { fen } else { 0 }
      }
      #expect(appraisal.flows.net == expected, "\(appraisal.flows.name)")
      #expect(abs(appraisal.benefits - appraisal.costs - appraisal.netPresentValue) < 0.01)
    }
    // Every account has something in it, or this test would say little of it.
    for (index, row) in BudgetAccount.rows.enumerated() {
      #expect(appraisals.contains { $0.flows.amounts[index].contains { $0 != 0 } }, "\(row.label)")
    }
    // What the host passes on is what the home receives.
    let place = try #require(BudgetAccount.rows.firstIndex { $0.metric == "transfers" })
    #expect(appraisals[2].flows.amounts[place].allSatisfy { $0 == 0 })
  }

  /// 12 M a year, of which 1 − 0.8·0.9 = 28 % would come anyway or go elsewhere: 8.64 M are left.
  /// v^½·(-100 + 8.64·8.5594787) = 0.9622504·(-26.0461041) = -25.0628754.
  @Test("an additional appraisal counts local tax and land income at A, by pencil")
  func additional() throws {
    let stated = plain + "set model deadweight=20% displacement=10% multiplier=1.4\n"
    let appraisal = try sole(
      try Appraisal.all(of: try alternative(stated), rate: 0.08, additional: true))
    #expect(abs(appraisal.netPresentValue + 25_062_875) < 1)
    #expect(abs(appraisal.costs - 96_225_045) < 1)
    #expect(appraisal.sum == -100_000_000 + 15 * 8_640_000)
    // What is stated is all there is.
    let same = try sole(try Appraisal.all(of: try alternative(plain), rate: 0.08, additional: true))
    let plainly = try sole(try Appraisal.all(of: try alternative(plain), rate: 0.08))
    #expect(same.flows.net == plainly.flows.net)
    // A terminal value is what it is said to be.
    let more = try sole(
      try Appraisal.all(
        of: try alternative(stated), rate: 0.08, terminal: 50_000_000, additional: true))
    #expect(abs(more.netPresentValue - appraisal.netPresentValue - 14_594_523) < 1)
  }

  @Test(
    "its flows are net_local.additional in every step, and its lines add up over the cities",
    arguments: ["year", "month"])
  func additionalFlows(_ step: String) throws {
    let shares = "set model leakage={2020: 13.7%, 2024: 50%} substitution=7.1% deadweight=33.3%\n"
    let script = whole.replacing("end=2029", with: "end=2029 step=\(step)") + shares
    let alternative = try alternative(script)
    let projection = alternative.projection
    let appraisals = try Appraisal.all(of: alternative, rate: 0.08, additional: true)
    #expect(appraisals.map(\.flows.name) == ["a", "b", "total"])
    let metric = try #require(MetricTable.metric("net_local.additional", taxes: projection.taxes))
    let steps = projection.calendar.steps
    func figures(_ series: Series) -> [Int64] {
      series.figures.map { if case .money(let fen) = $0 { fen } else { 0 } }
    }
    #expect(appraisals[2].flows.net == figures(projection.series(metric, over: steps)[0]))
    for account in BudgetAccount.rows.indices {
      let parts = zip(appraisals[0].flows.amounts[account], appraisals[1].flows.amounts[account])
      #expect(parts.map(+) == appraisals[2].flows.amounts[account])
    }
    for (place, series) in projection.series(metric, by: .jurisdiction, over: steps).enumerated() {
      let alone = try sole(
        try Appraisal.all(of: alternative, in: series.part, rate: 0.08, additional: true))
      #expect(alone.flows.net == figures(series), "\(series.part)")
      // In the table of all it is that, or the next fen.
      let beside = zip(alone.flows.net, appraisals[place].flows.net)
      #expect(beside.allSatisfy { abs($0 - $1) <= 2 }, "\(series.part)")
    }
    let rounded = RoundedAppraisal.all(of: appraisals)
    for (shown, appraisal) in zip(rounded, appraisals) {
      #expect(shown.benefits - shown.costs == shown.netPresentValue)
      #expect(abs(Double(shown.netPresentValue) / 100 - appraisal.netPresentValue) < 0.02)
    }
    for account in BudgetAccount.rows.indices {
      #expect(
        rounded[0].accounts[account] + rounded[1].accounts[account] == rounded[2].accounts[account])
    }
  }

  @Test("against another branch, each side counts at its own A")
  func additionalAgainst() throws {
    let with = try alternative(plain + "set model deadweight=20%\n")
    let without = try alternative(plain + "set model deadweight=50%\n", named: "without")
    let appraisal = try sole(
      try Appraisal.all(of: with, against: without, rate: 0.08, additional: true))
    #expect(appraisal.flows.net == [0] + Array(repeating: 3_600_000_00, count: 15))
  }

  /// Of 100 M that the park costs, the home pays 60 M in 2020, and gets half of 12 M a year:
  /// v^½·(-60 + 6·8.5594787) = -8.3168537; irr([-60] + [6] * 15) = 0.0555650.
  @Test("a home city has an investment, a return and a payback")
  func deal() throws {
    let script =
      plain + """
        city b
        enclave e park=p host=a home=b share=50% contribution=60M

        """
    let appraisals = try Appraisal.all(of: try alternative(script), rate: 0.08)
    #expect(appraisals.map(\.flows.name) == ["a", "b", "total"])
    let home = appraisals[1]
    #expect(abs(home.costs - 57_735_027) < 1)
    #expect(abs(home.netPresentValue + 8_316_854) < 1)
    guard case .one(let rate) = home.internalRate, case .after(let years, _) = home.payback else {
      Issue.record("no rate or payback")
      return
    }
    // 6·(1 - 1.0555648^-15)/0.0555650 = 59.9999.
    #expect(abs(rate - 0.0555650) < 1e-6)
    #expect(abs(years - 11) < 1e-9)
    // The host is left with 40 M of costs and the other half.
    #expect(abs(appraisals[0].costs - 38_490_018) < 1)
    #expect(abs(appraisals[0].costs + home.costs - appraisals[2].costs) < 0.01)
    let alone = try Appraisal.all(of: try alternative(plain), rate: 0.08)[0]
    #expect(appraisals[2].flows.net == alone.flows.net)
    #expect(appraisals[2].ratio == alone.ratio)
  }

  @Test("the cities' present values add up to the total's")
  func total() throws {
    let appraisals = try Appraisal.all(of: try alternative(whole), rate: 0.05)
    let sum = appraisals[0].netPresentValue + appraisals[1].netPresentValue
    #expect(abs(sum - appraisals[2].netPresentValue) < 0.01)
    #expect(appraisals[0].flows.sunk + appraisals[1].flows.sunk == appraisals[2].flows.sunk)
  }

  @Test("flows of one city are those of all, and without a city there is only the total")
  func names() throws {
    #expect(try Appraisal.all(of: try alternative(plain), rate: 0.08).map(\.flows.name) == ["a"])
    let nowhere = plain.replacing("park p city=a", with: "park p")
    #expect(
      try Appraisal.all(of: try alternative(nowhere), rate: 0.08).map(\.flows.name) == ["total"])
  }

  @Test("against another branch the flows are the difference")
  func against() throws {
    let with = try alternative(whole + "firm w park=q sector=toys arrives=2024 jobs=90\n")
    let without = try alternative(whole, named: "without")
    let mine = try Appraisal.all(of: with, rate: 0.06)
    let theirs = try Appraisal.all(of: without, rate: 0.06)
    let difference = try Appraisal.all(of: with, against: without, in: "b", rate: 0.06)[0]
    #expect(
      abs(
        difference.netPresentValue
          - (mine[1].netPresentValue - theirs[1].netPresentValue)) < 0.01)
    #expect(difference.netPresentValue > 0)
    #expect(difference.ratio == nil)
    #expect(difference.flows.sunk == 0)
    let itself = try Appraisal.all(of: with, against: with, rate: 0.06)
    #expect(itself.count == 1)
    #expect(itself[0].internalRate == .none(.noFlows))
    #expect(itself[0].payback == .nothingToRecover)
    #expect(itself[0].costPerJob == nil)
  }

  @Test("branches of different years are not held against each other")
  func spans() throws {
    let longer = try alternative(plain.replacing("end=2035", with: "end=2040"), named: "longer")
    #expect(throws: Diagnostic.self) {
      _ = try Appraisal.all(of: try alternative(plain), against: longer, rate: 0.08)
    }
  }

  @Test("the rate is the model's: a number, an assumption, or one rate after another")
  func discount() throws {
    #expect(try discountRate(of: try alternative(plain).scenario) == 0.08)
    let stated = plain + "assume r = 6%\nset model discount=r / 2\n"
    #expect(abs(try discountRate(of: try alternative(stated).scenario).largest - 0.03) < 1e-15)
    for text in ["{2019: 7%, 2025: 5%}", "{0y: 7%, 5y: 5%}", "r"] {
      let script = plain + "assume r = {2020: 7%, 2025: 5%}\nset model discount=\(text)\n"
      let rate = try discountRate(of: try alternative(script).scenario)
      // 1.07^-2 and 1.07^-5 · 1.05^-3.
      #expect(abs(rate.factor(after: 2) - 0.8734387) < 5e-8)
      #expect(abs(rate.factor(after: 8) - 0.7129862 * 0.8638376) < 1e-7)
    }
  }
}

@Suite struct ComparisonTests {
  @Test("a difference of money is exact, and a change goes by the size of the first")
  func figures() {
    let big = Figure.money(fen: 9_007_199_254_740_993)
    #expect(Comparison.difference(big, from: .money(fen: 1)) == .money(fen: 9_007_199_254_740_992))
    #expect(Comparison.difference(.number(3), from: .number(5)) == .number(-2))
    #expect(Comparison.difference(.undefined("x"), from: .number(5)) == .undefined("x"))
    #expect(Comparison.difference(.money(fen: .max), from: .money(fen: -1)).value == nil)
    #expect(Comparison.change(.number(3), from: .number(4), named: "a") == .number(-0.25))
    #expect(Comparison.change(.number(-3), from: .number(-4), named: "a") == .number(0.25))
    #expect(Comparison.change(.number(3), from: .number(0), named: "a").value == nil)
    #expect(Comparison.change(.number(0), from: .undefined("x"), named: "a") == .undefined("x"))
  }

  @Test("each alternative is asked for the same dates, and what it does not cover is undefined")
  func periods() throws {
    let yearly = try alternative(plain)
    let half = try alternative(
      plain.replacing("start=2020 end=2035", with: "start=2021 end=2023 step=half"), named: "half")
    let request = try FigureRequest(named: "tax", yearly.scenario)
    let calendar = yearly.projection.calendar
    let comparison = Comparison(
      request, of: [yearly, half], over: calendar.years, of: calendar, perStep: false)
    #expect(comparison.unit == "yuan")
    #expect(comparison.figures(0, 0)[1] == .money(fen: 1_200_000_000))
    #expect(comparison.figures(1, 0)[1] == .money(fen: 1_200_000_000))
    #expect(comparison.figures(1, 0)[0].value == nil)
    #expect(comparison.figures(1, 0)[4].value == nil)
  }

  @Test("a part that only one alternative has is nothing in the other, and a metric is undefined")
  func parts() throws {
    let first = try alternative(plain)
    let second = try alternative(
      plain
        + "firm second park=p sector=shops arrives=2021 jobs=10\ntax extra base=output rate=1% local=100%\n",
      named: "second")
    let calendar = first.projection.calendar
    let years = Array(calendar.years.prefix(2))
    let byFirm = Comparison(
      try FigureRequest(named: "tax.levy", first.scenario), of: [first, second], by: .firm,
      over: years, of: calendar, perStep: false)
    #expect(byFirm.parts == ["x", "second"])
    #expect(byFirm.figures(0, 1)[1] == .money(fen: 0))
    #expect(byFirm.figures(1, 1)[1] == .money(fen: 12_000_000))
    let extra = Comparison(
      try FigureRequest(named: "tax.extra", second.scenario), of: [first, second], over: years,
      of: calendar, perStep: false)
    #expect(extra.figures(0, 0)[1].value == nil)
    #expect(extra.figures(1, 0)[1] == .money(fen: 1_010_000_000))
  }
}
