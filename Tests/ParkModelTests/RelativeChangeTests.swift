import Diagnostics
import Language
import ParkModel
import Testing

/// Values that `set` says by how they differ from what is written. Decisions/0148.
@Suite struct RelativeChangeTests {
  private static let stage = """
    scenario "T" start=2018 end=2030
    city q
    park smart city=q area=40ha land_price=30万元/亩
    sector glass output_per_job=5
    firm a park=smart sector=glass arrives=2019-07 jobs=60 wage=9万元 growth=3%
    cohort ten park=smart sector=glass from=2018 until=2026 firms=60 jobs=30
    phase p2 park=smart area=20ha investment=6亿3800万元 start=2018 complete=2019 delay=1y
    tax levy base=output rate=13% local=100%
    assume wage = 9万元
    assume part = {2018: 10%, 2025: 20%}
    """

  /// What is written of an attribute after a statement, or the slug of what stands in its way.
  private func after(_ statement: String, _ name: String, _ attribute: String) -> String {
    var scenario = Scenario()
    do throws(Diagnostic) {
      let text = RelativeChangeTests.stage + "\n" + statement
      for statement in Script(SourceText(name: "test", text: text)).statements {
        try StatementReader.edit(statement, in: scenario)?.apply(to: &scenario)
      }
    } catch {
      return error.slug
    }
    let found = scenario.entity(named: name)?.attribute(named: attribute)
    return found?.expression.canonical ?? "–"
  }

  @Test(
    "a value that is said by how it differs is the value that it comes to",
    arguments: [
      ("set a jobs=+10%", "a", "jobs", "66"), ("set a jobs=-10%", "a", "jobs", "54"),
      ("set a jobs=+5", "a", "jobs", "65"), ("set a jobs=-5", "a", "jobs", "55"),
      ("set a jobs=+10 jobs", "a", "jobs", "70"),
      ("set a wage=+1万元", "a", "wage", "10万元"),
      ("set a wage=+1万元/year", "a", "wage", "10万元"),
      ("set smart land_price=+10%", "smart", "land_price", "33万元/亩"),
      ("set smart land_price=+150 yuan/m2", "smart", "land_price", "40万元/亩"),
      ("set smart area=-15亩", "smart", "area", "39ha"),
      ("set p2 delay=+6 months", "p2", "delay", "1.5y"),
      ("set p2 delay=-6 months", "p2", "delay", "0.5y"),
      ("set p2 investment=+1亿元", "p2", "investment", "738000000元"),
      ("set levy rate=+10%", "levy", "rate", "14.3%"),
      ("set levy rate=-10%", "levy", "rate", "11.7%"),
      ("set a arrives=+6 months", "a", "arrives", "2020"),
      ("set ten from=+1y", "ten", "from", "2019"),
      ("set ten until=+6 months", "ten", "until", "2027-06"),
      ("set ten until=-1y", "ten", "until", "2025"),
      ("set wage = +10%", "wage", "value", "9.9万元"),
      ("set part = +10%", "part", "value", "{2018: 11%, 2025: 22%}"),
      // A minus that is legal stays the sign of the value, and so it is where nothing is written.
      ("set a growth=-2%", "a", "growth", "-2%"),
      ("set a growth=+50%", "a", "growth", "4.5%"),
      ("set wage = -9万元", "wage", "value", "-9万元"),
    ])
  func comesTo(_ statement: String, _ name: String, _ attribute: String, _ value: String) {
    #expect(after(statement, name, attribute) == value, "\(statement)")
  }

  @Test(
    "what cannot be changed so is refused",
    arguments: [
      ("set a exports=+10%", "not-set"), ("set a exports=-10%", "out-of-range"),
      ("set a jobs=-100", "out-of-range"), ("set a jobs=+1ha", "wrong-dimension"),
      ("set a arrives=+10%", "wrong-dimension"), ("set a sector=+1", "wrong-kind"),
      ("set a jobs=+wage", "wrong-kind"), ("firm b park=smart sector=glass jobs=+1", "syntax"),
      ("set a wage=wage * 2; set a wage=+10%", "wrong-kind"),
    ])
  func refused(_ statement: String, _ slug: String) {
    #expect(after(statement, "a", "jobs") == slug, "\(statement)")
  }
}
