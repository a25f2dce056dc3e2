import Diagnostics
import Language
import Testing

@Test(
  "a number in groups is refused inside brackets, where a comma separates",
  arguments: [
    ("max(1,200, 900)", "1,200", "1200"), ("min(12,000 yuan, 3 yuan)", "12,000", "12000"),
    ("max(1,200,900)", "1,200,900", "1200900"), ("max(１，２００, 900)", "１，２００", "1200"),
    ("{2021: 100,000, 2022: 5}", "100,000", "100000"), ("max(3, 5,200万元)", "5,200", "5200"),
    ("max(1,200.5, 3)", "1,200.5", "1200.5"), ("(2 + (1,000))", "1,000", "1000"),
    ("max(-1,200, 3)", "1,200", "1200"),
  ])
func groupsInBrackets(_ text: String, _ culprit: String, _ meant: String) {
  let error = problem(text)
  #expect(error?.slug == "grouped-number")
  #expect(error?.help.first?.contains("`\(meant)`") == true, "\(error?.help ?? [])")
  #expect(error?.location.map { $0.source.text(in: $0.span) } == culprit)
}

@Test(
  "what is no number in groups stands inside brackets as ever",
  arguments: [
    "max(1,20)", "max(1, 200, 900)", "max(1,2000)", "max(1200,300)", "max(1.5,200)",
    "{2021:100,2022: 5}", "max(5%,200)", "max(1,(200))", "max(2ha,300ha)",
  ])
func otherCommas(_ text: String) {
  #expect(problem(text) == nil)
}

@Test("outside brackets a number may have groups")
func groupsOutside() {
  #expect(problem("1,200 + 12,345,678.5") == nil)
}
