import Diagnostics
import Language
import Testing

@testable import Simulation

/// What screens, links, enclaves and incentives cannot say: refused before the run, at its place.
@Suite("rules that cannot hold")
struct RuleErrorTests {
  private static let start = """
    scenario start=2020 end=2021
    city hill
    city coast
    sector plain output_per_job=1万元/year
    park a city=hill
    park b city=coast
    tax levy base=output rate=10% local=100%

    """

  @Test(
    "each mistake has its slug and its place",
    arguments: [
      // A screen.
      ("screen gate park=a", "missing-attribute", "gate"),
      ("screen gate park=a sectors=all", "missing-attribute", "gate"),
      ("screen gate park=a sectors=[]", "empty-list", "[]"),
      ("screen gate park=a sectors=[toys]", "unknown-name", "toys"),
      ("screen gate park=mars sectors=[plain]", "unknown-name", "mars"),
      ("screen gate park=a max_energy=-1 tce/万元", "out-of-range", "-1 tce/万元"),
      ("screen gate park=a max_energy=5", "missing-unit", "5"),
      ("screen gate park=a min_tax=5ha", "wrong-dimension", "5ha"),
      ("screen gate park=a max_emissions={0y: 5 t}", "wrong-kind", "{0y: 5 t}"),
      // The model.
      ("set model siphon_near=120min", "conflict", "120min"),
      ("set model siphon_far=20min", "conflict", "20min"),
      ("set model ramp_share=100%", "out-of-range", "100%"),
      ("set model agglomeration_cap=0.9", "out-of-range", "0.9"),
      (
        "set model ramp_share=50%; firm f park=a sector=plain arrives=2020 jobs=1 first=50%",
        "conflict", "50%"
      ),
      // A firm and a cohort.
      (
        "firm f park=a sector=plain arrives=2020 total_tax=2M yuan/year local_tax=1M yuan/year",
        "conflict", "1M yuan/year"
      ),
      (
        "cohort c park=a sector=plain from=2020 until=2021 firms=2 output=1M yuan/year "
          + "local_tax=1M yuan/year total_tax=2M yuan/year", "conflict", "2M yuan/year"
      ),
      (
        "firm f park=a sector=plain arrives=2020 output=0 yuan/year total_tax=2M yuan/year",
        "no-size", "2M yuan/year"
      ),
      // A link.
      ("link l between=[a, mars] complementarity=1", "unknown-name", "mars"),
      ("link l between=[a, a] complementarity=1", "twice", "a"),
      ("link l between=a complementarity=1", "conflict", "a"),
      ("link l between=[a, b, mars] complementarity=1", "conflict", "mars"),
      ("link l between=[a, hill] complementarity=1", "wrong-kind", "hill"),
      ("link l between=[a, b]", "missing-attribute", "l"),
      ("link l between=[a, b] complementarity=2", "out-of-range", "2"),
      // An enclave.
      ("enclave e park=a host=coast home=coast share=50%", "conflict", "coast"),
      ("enclave e park=a host=coast home=mars share=50%", "unknown-name", "mars"),
      ("enclave e park=a host=coast home=hill", "missing-attribute", "e"),
      ("enclave e park=a host=coast home=hill share={0y: 50%}", "wrong-kind", "{0y: 50%}"),
      ("enclave e park=a host=coast home=hill share=1 honour={1y: 0}", "wrong-kind", "{1y: 0}"),
      (
        "set a jurisdiction=hill\nenclave e park=a host=coast home=hill share=1", "conflict",
        "coast"
      ),
      (
        "enclave e park=a host=coast home=hill share=1\n"
          + "enclave d park=a host=hill home=coast share=1", "conflict", "hill"
      ),
      (
        "city far\nenclave e park=a host=coast home=hill share=60%\n"
          + "enclave d park=a host=coast home=far share={2020: 30%, 2021: 50%}",
        "shares-do-not-add-up", "{2020: 30%, 2021: 50%}"
      ),
      // An incentive.
      (
        "incentive i park=a type=holiday tax=cit schedule={0y: 1}", "unknown-name", "cit"
      ),
      ("incentive i park=a type=gift", "unknown-choice", "gift"),
      ("incentive i park=a schedule={0y: 1}", "missing-attribute", "i"),
      ("incentive i park=a type=holiday schedule={0y: 1}", "missing-attribute", "i"),
      ("incentive i park=a type=holiday tax=levy", "missing-attribute", "i"),
      ("incentive i park=a type=rebate", "missing-attribute", "i"),
      ("incentive i park=a type=capex", "missing-attribute", "i"),
      ("incentive i park=a type=rebate schedule={2020: 1}", "wrong-kind", "{2020: 1}"),
      ("incentive i park=a type=capex share={0y: 1}", "wrong-kind", "{0y: 1}"),
      ("incentive i park=a type=rebate schedule={0y: 1} share=5%", "conflict", "5%"),
      ("incentive i park=a type=capex share=5% schedule={0y: 1}", "conflict", "{0y: 1}"),
      (
        "incentive i park=a type=holiday tax=levy schedule={0y: 1} agreements_until=2024",
        "conflict", "2024"
      ),
      ("incentive i park=a type=rebate schedule={0y: 101%}", "out-of-range", "101%"),
      ("incentive i park=a type=rebate schedule={0y: 1} counts=months", "unknown-choice", "months"),
      ("incentive i park=a type=capex share=5% counts=years", "conflict", "years"),
      // Shares of a tax and surtaxes in a circle.
      ("tax part base=output rate=1% central=50% local=40%", "shares-do-not-add-up", "50%"),
      (
        "tax one base=tax:two rate=1% local=1\ntax two base=tax:one rate=1% local=1",
        "circular-tax",
        "tax:two"
      ),
      // What belongs to a tax on vat or on profit.
      ("tax own base=output rate=1% local=1 carry_losses=5y", "conflict", "5y"),
      ("tax own base=vat rate=1% local=1 research_deduction=100%", "conflict", "100%"),
      ("tax own base=profit rate=1% local=1 carry_losses={2020: 5y}", "wrong-kind", "{2020: 5y}"),
      ("tax own base=profit rate=1% local=1 carry_losses=5", "missing-unit", "5"),
      ("tax own base=profit rate=1% local=1 carry_losses=-1y", "out-of-range", "-1y"),
      ("tax own base=profit rate=1% local=1 input_equipment=13%", "conflict", "13%"),
      ("tax own base=tax:levy rate=1% local=1 input_buildings=9%", "conflict", "9%"),
      ("tax own base=vat rate=1% local=1 refund=50%", "conflict", "50%"),
      ("tax own base=vat rate=1% local=1 input_equipment=13% refund_local=50%", "conflict", "50%"),
      ("tax own base=vat rate=1% local=1 input_equipment=13% refund=101%", "out-of-range", "101%"),
      // Amounts of the park.
      ("set a land_price=5ha", "wrong-dimension", "5ha"),
      ("set a land_price={0y: 5 yuan/m2}", "wrong-kind", "{0y: 5 yuan/m2}"),
      ("set a opex=-1%", "out-of-range", "-1%"),
    ] as [(String, String, String)])
  func mistakes(script: String, slug: String, piece: String) throws {
    do throws(Diagnostic) {
      _ = try run(Self.start + script)
      Issue.record("it runs")
    } catch {
      #expect(error.slug == slug, "\(error.message)")
      let place = try #require(error.location)
      let text = String(
        decoding: place.source.utf8[place.span.lower..<place.span.upper], as: UTF8.self)
      #expect(text == piece)
    }
  }

  @Test("a screen where there is no sector has nobody to screen")
  func noSectors() {
    #expect(
      refusal("scenario start=2020 end=2021\npark a\nscreen gate park=a max_energy=1 tce/万元")
        == "no-sectors")
  }

  @Test("shares of an enclave may be worked out, and are checked once they are")
  func formulas() {
    let script =
      Self.start + "city far\nassume part = 30%\n"
      + "enclave e park=a host=coast home=hill share=part * 2\n"
    #expect(refusal(script) == nil)
    #expect(
      refusal(script + "enclave d park=a host=coast home=far share=part * 1.5")
        == "shares-do-not-add-up")
    #expect(refusal(script + "set e home=coast") == "conflict")
  }
}
