import Analysis
import Diagnostics
import Language
import ParkModel
import Quantities
import Simulation
import Testing

/// One firm that makes 100 yuan a year from 2020 on, of which a tax takes a tenth, half of it for the
/// city; five years. It costs 15 yuan in 2020, spent at once, and has 20 jobs on 2 ha.
private let study = """
  scenario "Pencil" start=2018 end=2022
  city q gdp=1bn
  park p city=q area=4ha
  tax levy base=output rate=10% central=50% local=50%
  sector glass output_per_job=5
  firm f park=p sector=glass arrives=2020 output=100 jobs=20 land=2ha investment=15
  assume g = {2018: 1, 2021: 3}
  assume low = 2ha
  metric tax-per-job = tax / jobs
  metric twice = tax-per-job * 2
  metric rise = growth(cumulative(tax))
  metric above = tax - g * 1 yuan
  unit crown = 2 yuan
  """

private func request(
  _ text: String, _ scenario: Scenario
) throws(Diagnostic) -> (Expression, SourceText, FigureRequest) {
  let source = SourceText(name: "question", text: text)
  var reader = ArgumentReader(Script(source).statements[0], units: scenario.units)
  let expression = try reader.expression()
  try reader.end()
  return (expression, source, try FigureRequest(expression, source, scenario))
}

/// What an expression comes to: its numbers, money in yuan; `–` where there is none.
private func answer(_ text: String) throws(Diagnostic) -> String {
  let scenario = try scenario(of: study)
  let (expression, source, _) = try request(text, scenario)
  let projection = try Simulation.project(scenario)
  let context = FigureContext(scenario, projection, perStep: false)
  func picture(_ value: Scalar) -> String {
    switch value {
    case .undefined: return "–"
    case .truth(let truth): return "\(truth)"
    case .number(let quantity):
      let shown = quantity.inYuan
      return NumberFormat.significant(shown.value, digits: 8) + shown.unit.text
    }
  }
  switch try Evaluator(source: source, context: context).outcome(expression) {
  case .scalar(let value): return picture(value)
  case .schedule: return "schedule"
  case .series(let series): return series.values.map(picture).joined(separator: " ")
  }
}

@Test(
  "figures and what is worked out from them",
  arguments: [
    ("tax", "0yuan 0yuan 10yuan 10yuan 10yuan"), ("tax[2020]", "10yuan"),
    ("tax[2019..2021]", "20yuan"), ("jobs[2019..2021]", "20jobs"), ("tax.local[2020]", "5yuan"),
    ("tax[local, 2020]", "5yuan"), ("tax.levy[p, 2020]", "10yuan"),
    ("tax[2020] / jobs[2020]", "0.5yuan/job"),
    ("tax / jobs", "– – 0.5yuan/job 0.5yuan/job 0.5yuan/job"),
    ("tax[2020] / p.area in yuan/ha", "2.5yuan/ha"), ("tax[2020] in 元", "10元"),
    ("tax[2020] in crown", "5crown"), ("tax[2020] > 9", "true"),
    ("tax == tax.central + tax.local", "true true true true true"),
    ("tax * g", "0yuan 0yuan 10yuan 30yuan 30yuan"), ("tax[2020] + 5", "15yuan"),
    ("land.occupied[2020] / low", "1"), ("jobs[2020] * 2 + 1", "41"),
    // Own metrics, narrowed like any other.
    ("tax-per-job[2021]", "0.5yuan/job"), ("twice[2021]", "1yuan/job"),
    ("twice[f, 2021]", "1yuan/job"), ("tax-per-job[2020..2021]", "1yuan/job"),
    ("tax-per-job", "– – 0.5yuan/job 0.5yuan/job 0.5yuan/job"),
    ("rise[2021]", "100%"), ("rise[2019..2022]", "50%"), ("above[2021]", "7yuan"),
    ("at(g, 2022)", "3"),
    // Functions of series.
    ("sum(tax)", "30yuan"), ("mean(tax)", "6yuan"), ("max(tax)", "10yuan"), ("min(tax)", "0yuan"),
    ("mean(tax[2020..2022])", "10yuan"), ("mean(jobs[2019..2020])", "10jobs"),
    ("cumulative(tax)", "0yuan 0yuan 10yuan 20yuan 30yuan"),
    ("growth(cumulative(tax))", "– – – 100% 50%"), ("at(tax, 2021)", "10yuan"),
    ("sum(tax) / sum(jobs)", "0.5yuan/job"), ("mean(tax / jobs)", "–"),
    ("mean(tax-per-job[2020..2022])", "0.5yuan/job"), ("max(tax[2020], 30 yuan)", "30yuan"),
    // 10·(1.1^-2.5 + 1.1^-3.5 + 1.1^-4.5) = 21.556 yuan, cash at mid-step. Model 10.
    ("npv(tax, 10%)", "21.555639yuan"),
    // -5 in 2020, then 10 and 10: 5·x² = 10·x + 10 for x = 1 + r, so x = 1 + √3.
    ("irr(tax - investment)", "173.20508%"), ("irr(tax)", "–"),
    ("if(jobs > 10, tax, 1 yuan)", "1yuan 1yuan 10yuan 10yuan 10yuan"),
    ("not jobs > 10", "true true false false false"),
  ])
func figures(text: String, expected: String) throws {
  #expect(try answer(text) == expected)
}

@Test(
  "what does not fit is said before anything runs",
  arguments: [
    ("tax + jobs", "wrong-dimension"), ("tax[nobody]", "unknown-name"),
    ("jobs[levy]", "not-divided"), ("tax[p, p]", "twice"), ("tax[2020, 2021]", "twice"),
    ("tax[g]", "wrong-kind"), ("tax[1]", "wrong-kind"), ("taks", "unknown-metric"),
    ("tax.nothing", "unknown-metric"), ("mean(5)", "wrong-kind"),

    ("at(tax)", "wrong-count"), ("at(tax, jobs)", "wrong-kind"), ("npv(tax, 1ha)", "wrong-kind"),
    ("p.city", "wrong-kind"), ("p.nothing", "unknown-attribute"), ("q.population", "not-set"),
    ("p", "wrong-kind"), ("growth(tax, 1)", "wrong-count"), ("g[2020]", "wrong-kind"),
    ("mean(tax)[2020]", "syntax"),
  ])
func refused(text: String, slug: String) throws {
  let scenario = try scenario(of: study)
  do throws(Diagnostic) {
    _ = try request(text, scenario)
    Issue.record("\(text) was taken")
  } catch {
    #expect(error.slug == slug, "\(text): \(error.message)")
  }
}

@Test("metrics that are made of each other are found, with the circle")
func circle() throws {
  let scenario = try scenario(of: "metric a = b + 1\nmetric b = c * 2\nmetric c = a")
  let problem = try #require(FigureContext.problems(of: scenario).first)
  #expect(problem.slug == "circular")
  #expect(problem.message.hasSuffix("a → b → c → a"))
}

@Test("the parts of a computed figure are those of its metrics")
func parts() throws {
  let scenario = try scenario(
    of:
      study + "\nfirm second park=p sector=glass arrives=2018 output=40 jobs=5 land=0ha")
  let (_, _, request) = try request("tax / jobs", scenario)
  let projection = try Simulation.project(scenario)
  let found = try request.series(
    scenario, projection, by: .firm, over: [4..<5], perStep: false)
  #expect(found.unit == "yuan/job")
  #expect(found.series.map(\.part) == ["f", "second"])
  #expect(found.series.compactMap { $0.figures[0].value } == [0.5, 0.8])
  #expect(request.divisions == [.firm, .jurisdiction, .park, .phase, .sector])
}
