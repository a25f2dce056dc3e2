import Analysis
import Diagnostics
import Language
import ParkModel
import ProofVerifier
import Simulation

/// A small park with everything that a proof can be made of.
enum Stage {
  static let text = """
    scenario "Stage" start=2020 end=2024
    use china
    assume g = 3%
    set model deadweight=10% displacement=20%
    city hill gdp=200bn core=coast
    city coast gdp=2tn
    travel over from=hill to=coast time=90min
    rail line from=hill to=coast opens=2021-07 saves=20min employment=2%
    park smart city=hill area=40ha reference_jobs=60 land_price=20万元/亩 land_set_aside=20% opex=2%
    park far city=coast area=5ha
    phase p1 park=smart area=20ha floor=20000m2 investment=100M start=2019-04 complete=2020-05 public=37% overrun=5%
    firm plant park=smart sector=toys arrives=2020-03 jobs=130 growth=g*1.2
    firm office park=smart sector=digital arrives=2021-02 total_tax=30M floor=900m2
    cohort tenants park=smart sector=digital from=2020-11 until=2021-01 firms=12 jobs=15 pattern=bass
    cohort small park=far sector=platform from=2020-05 until=2020-06 firms=7 jobs=9
    boost spill park=smart sectors=[digital] from=2021 productivity=4% half_life=2y
    incentive holiday park=smart type=holiday tax=cit schedule={0y: 100%, 2y: 50%, 5y: 0%}
    incentive back park=smart type=rebate schedule={0y: 30%, 2y: 0%} agreements_until=2022
    incentive subsidy park=smart type=capex share=10%
    incentive less park=far type=rebate tax=vat schedule={0y: 50%, 2y: 0%} agreements_until=2022
    enclave fly park=far host=coast home=hill share=40% net=yes fixed=1M yuan/year honour=90% contribution=20M
    phase q1 park=far area=5ha investment=30M start=2019-10 complete=2020-04 public=80%
    link joint between=[smart, far] from=2021 complementarity=50% attraction=20% multiplier=10%
    set vat refund=30%
    """

  static let expressions = [
    "tax.local[2022]", "net_local[2022]", "net_local[hill, 2023]", "investment[2020..2021]",
    "investment.cumulative[2021]", "jobs[2023]", "jobs.net[2022]", "jobs.total[2022]",
    "land.vacant[2022]", "occupancy[2022]", "tax_per_mu[2022]", "tax[2023] / jobs[2023]",
    "npv(net_local, 6%)", "rail_uplift[hill, 2023]", "market_potential[hill, 2023]",
    "agglomeration[smart, 2023]", "emissions.cumulative[2023]", "jobs.construction[2020]",
    "tax[2023] - tax[2022] + 5M yuan", "at(growth(tax), 2023)", "mean(jobs[2021..2023])",
    "transfers[hill, 2022]", "rebates[2022]", "refunds[2021]", "tax.cit[2024]",
    "grants[2020..2022]", "land_income[2020..2022]",
    "opex[2022]", "floor.occupied[2022]", "set_aside[2020..2022]", "contributions[hill, 2020]",
    "contributions[coast, 2020]", "transfers[coast, 2021]",
  ]

  /// Those whose proofs are short enough to be changed in many places.
  static let short = [
    "tax.local[plant, 2022]", "net_local[plant, 2022]", "investment[p1, 2020]",
    "investment.cumulative[plant, 2021]", "jobs[2023]", "jobs.net[plant, 2022]",
    "jobs.total[plant, 2022]", "land.vacant[2022]", "occupancy[2022]", "tax_per_mu[plant, 2022]",
    "tax.vat[plant, 2023] / jobs[plant, 2023]", "npv(opex, 6%)", "rail_uplift[hill, 2023]",
    "market_potential[hill, 2023]", "agglomeration[smart, 2023]", "jobs.construction[plant, 2020]",
    "tax.vat[plant, 2023] - tax.cit[plant, 2022] + 5M yuan", "at(growth(opex), 2023)",
    "mean(jobs[plant, 2021..2023])", "transfers[small, hill, 2022]", "rebates[plant, 2022]",
    "refunds.local[plant, 2021]",
    "grants[plant, 2020..2022]", "land_income[plant, 2020..2022]", "opex[2022]",
    "tax.stamp[plant, 2023]", "set_aside[plant, 2020..2022]", "contributions[hill, 2020]",
  ]

  static let scenario: Scenario = {
    var scenario = Scenario()
    for statement in Script(SourceText(name: "stage.park", text: text)).statements {
      do throws(Diagnostic) {
        guard let edit = try StatementReader.edit(statement, in: scenario) else { continue }
        try edit.apply(to: &scenario)
      } catch {
        preconditionFailure(DiagnosticRenderer().render(error))
      }
    }
    return scenario
  }()

  /// What the scenario comes to; it is run once.
  static let result: Projection = {
    do throws(Diagnostic) {
      return try Simulation.project(scenario)
    } catch {
      preconditionFailure(DiagnosticRenderer().render(error))
    }
  }()

  /// The proof of an expression.
  static func proof(_ text: String) throws(Diagnostic) -> [UInt8] {
    let source = SourceText(name: "question", text: text)
    var reader = ArgumentReader(Script(source).statements[0])
    return try ProofWriter.write(
      Explanation(try reader.expression(), source, scenario, result))
  }
}
