import Diagnostics
import ParkModel
import Quantities
import Testing

private let stage = """
  scenario start=2020 end=2040
  assume opening = 2026-06
  assume base-year = 2023
  assume slip = 18 months
  assume later = opening + slip
  city c
  park east city=c area=20ha
  phase one park=east area=5ha investment=1bn start=2021 complete=2024-03

  """

@Suite("dates that are worked out") struct DateExpressionTests {
  @Test(
    "a date may be an assumption, another thing's date, and these with a span",
    arguments: [
      ("opening", "2026-06-01", "2026-07-01"),
      ("(opening)", "2026-06-01", "2026-07-01"),
      ("base-year", "2023-01-01", "2024-01-01"),
      ("later", "2027-12-01", "2028-01-01"),
      ("later - slip", "2026-06-01", "2026-07-01"),
      ("2023 + 6 months", "2023-07-01", "2024-07-01"),
      // A `+` needs no blanks.
      ("2023+6 months", "2023-07-01", "2024-07-01"), ("2023+slip", "2024-07-01", "2025-07-01"),
      ("2023年+slip", "2024-07-01", "2025-07-01"), ("2023H1+slip", "2024-07-01", "2025-01-01"),
      ("opening+slip", "2027-12-01", "2028-01-01"),
      ("2023-06-15 + 1y", "2024-06-15", "2024-06-16"),
      ("2024Q4 - 3 months", "2024-07-01", "2024-10-01"),
      // The day on which something is over is a moment: it begins and ends there.
      ("one.complete", "2024-04-01", "2024-04-01"),
      ("one.complete + slip", "2025-10-01", "2025-10-01"),
      ("one.start", "2021-01-01", "2021-01-01"),
      // Days keep their part of the month.
      ("2024-01-31 + 1 month", "2024-02-29", "2024-03-01"),
    ])
  func dates(text: String, begin: String, end: String) throws {
    let made = try scenario(
      stage + "boost b park=east from=\(text)\nboost e park=east until=\(text)")
    let done = try made.evaluated()
    func period(_ name: String, _ row: AttributeRow) throws -> (String, String) {
      let attribute = try #require(done.entity(named: name)?[row])
      guard case .period(let period) = attribute.value else { throw Missing() }
      return (period.start.text, period.end.text)
    }
    #expect(try period("b", Boost.from) == (begin, end))
    #expect(try period("e", Boost.until) == (begin, end))
    // What is saved says it as it was said, and reads back.
    #expect(try scenario(made.script).script == made.script)
  }

  struct Missing: Error {}

  @Test(
    "what is no date is refused where it stands",
    arguments: [
      ("arrives=slip", "wrong-kind"), ("arrives=2026 - 1", "wrong-kind"),
      ("arrives=2026+1", "wrong-kind"), ("arrives=2026-slip", "wrong-kind"),
      ("arrives=opening + 1", "wrong-kind"), ("arrives=opening + 3ha", "wrong-dimension"),
      ("arrives=nothing", "unknown-name"), ("arrives=east.area", "wrong-kind"),
      ("arrives=f.arrives", "circular"), ("arrives=opening + 400y", "out-of-range"),
      ("arrives=opening * 2", "wrong-kind"), ("arrives=one.delay", "wrong-kind"),
      ("arrives=2026 jobs=opening", "wrong-kind"), ("arrives=c", "wrong-kind"),
      ("arrives=[opening]", "wrong-kind"), ("arrives=one.end", "unknown-attribute"),
    ])
  func refused(attributes: String, slug: String) throws {
    let text =
      stage + "sector s output_per_job=1M yuan/year\nfirm f park=east sector=s \(attributes)"
    let slugs: [String]
    do throws(Diagnostic) {
      slugs = try scenario(text).problems().map(\.slug)
    } catch {
      slugs = [error.slug]
    }
    #expect(slugs.contains(slug), "\(slugs)")
  }

  @Test("the scenario's own dates are written out")
  func header() {
    #expect(throws: Diagnostic.self) {
      try scenario("assume opening = 2026\nscenario start=opening end=2040")
    }
  }

  @Test("what ends before it begins is found when its dates are worked out")
  func order() throws {
    let made = try scenario(stage + "phase two park=east investment=1M start=opening complete=2025")
    #expect(made.problems().map(\.slug) == ["ends-before-start"])
    var moved = made
    try run("set opening value=2024-02", in: &moved)
    #expect(moved.problems().isEmpty)
  }

  @Test("assumptions that are dates are renamed and kept where they are used")
  func names() throws {
    var made = try scenario(stage + "boost b park=east from=opening + slip")
    #expect(throws: Diagnostic.self) { try run("remove opening", in: &made) }
    try run("rename opening go-live", in: &made)
    #expect(made.script.contains("from=go-live + slip"))
    #expect(made.script.contains("= go-live + slip"))
    #expect(made.problems().isEmpty)
    #expect(made.dateAssumptions.map(\.name) == ["go-live", "later"])
  }

  @Test("dates in a circle are found, and a long chain of them is worked out")
  func circles() throws {
    let circle = try scenario(
      stage + "assume a = b + 1y\nassume b = a + 1y\nboost x park=east from=a")
    #expect(!circle.problems().isEmpty)
    let chain = (1...400).map { "assume d\($0) = d\($0 - 1) + 1 month\n" }.joined()
    let long = try scenario(stage + "assume d0 = 2020-01\n" + chain + "boost x park=east from=d400")
    #expect(long.problems().isEmpty)
    #expect(long.dateAssumptions.filter { $0.name.hasPrefix("d") }.count == 401)
    // 400 months are 33 years and four months.
    let begin = try #require(long.entity(named: "x"))
    #expect(long.workedOutPeriod(Boost.from, of: begin)?.start == CalendarPeriod("2053-05")?.start)
    let ring = (1...400).map { "assume d\($0) = d\($0 - 1) + 1 month\n" }.joined()
    let round = try scenario(
      stage + "assume d0 = d400 + 1 month\n" + ring + "boost x park=east from=d400")
    #expect(!round.problems().isEmpty)
  }
}
