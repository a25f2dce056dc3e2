import Analysis
import Diagnostics
import Foundation
import Testing

/// The page that lists every doubt.
private enum DoubtsPage {
  static let url = Scripts.root.appendingPathComponent("Docs/Doubts.md")

  static var text: String {
    let rows = DoubtTable.rows.map { row in
      let usual = row.usual.isEmpty ? "–" : row.usual
      let evidence = row.evidence.isEmpty ? "–" : row.evidence
      let place: String
      switch row.reach {
      case .everywhere: place = ""
      case .library(let name): place = "`\(name)`"
      case .boundElsewhere(let name): place = "`\(name)`, the bound everywhere"
      }
      return
        "| `\(row.name)` | \(row.condition) | \(usual) | \(row.source) | \(evidence) | \(place) | "
        + (row.isSaidAtOnce ? "at once" : "`check`") + " |\n"
    }
    return """
      # Doubts

      What is legal and yet hardly meant. `check` and `parkline check` say each with the number found, at the attribute that causes it, and
      with what is usual; a prompt says what is new right after the statement that brought it (*at once*), unless what usually comes next
      puts it right. A doubt changes no figure and no exit code. This page is written by the tests from the table itself,
      `Sources/Analysis/Doubts`. Evidence as in [Assumptions.md](Assumptions.md); none where the model itself says so.

      *Usual in*: the library whose country a usual range is drawn from. It is held against scenarios that use that library, and those that
      use none; where another country's is in use, it is not said, or the bound alone is.

      | name | doubted when | usual | source | evidence | usual in | said |
      |---|---|---|---|---|---|---|
      \(rows.joined())
      """
  }
}

/// How doubts reach a reader.
@Suite struct DoubtsTests {
  @Test("Docs/Doubts.md is what the table says; RECORD=1 writes it")
  func page() throws {
    let text = DoubtsPage.text
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try text.write(to: DoubtsPage.url, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: DoubtsPage.url, encoding: .utf8) == text)
  }

  private static let frame = [
    "scenario start=2020 end=2030", "use china", "city c gdp=200bn", "park p city=c area=100ha",
  ]

  @Test(
    "a prompt says a doubt right after the statement that brought it, once and without its usual")
  func atOnce() {
    let conversation = Conversation()
    #expect(!conversation.say(DoubtsTests.frame).contains("doubtful"))
    let answer = conversation.say(
      "firm f park=p sector=equipment arrives=2020 output=95亿元/year")
    #expect(
      answer.contains(
        "warning[doubtful]: `f` waits for ever: it needs 121.8 ha of land, and `p` has 100 ha"))
    #expect(answer.contains("help: for more land: `set p area=122ha`"))
    #expect(!conversation.say("city d gdp=100bn").contains("doubtful"))
    #expect(!conversation.say("set p area=122ha").contains("doubtful"))
    #expect(conversation.say("set p area=99ha").contains("`p` has 99 ha"))
    let small = conversation.say("city e gdp=3000")
    #expect(small.contains("`gdp` of `e` is 3,000 yuan a year"))
    #expect(small.contains("did you mean `set e gdp=3000亿元`?") && !small.contains("usual:"))
  }

  @Test("what usually comes next puts right is left to `check`")
  func later() {
    let conversation = Conversation()
    conversation.say(DoubtsTests.frame)
    #expect(!conversation.say("boost b park=p productivity=5%").contains("doubtful"))
    #expect(conversation.say("check").contains("`b` is for nobody"))
  }

  @Test("`check` with doubts alone counts them and ends well, and does not say that all is well")
  func check() {
    let conversation = Conversation()
    #expect(
      conversation.say(DoubtsTests.frame + ["check"]).hasSuffix("the scenario is consistent\n"))
    conversation.say("city e gdp=3000")
    #expect(conversation.say("check").hasSuffix("\nconsistent, with 1 doubt\n"))
    #expect(conversation.exit == .done)
    conversation.say("set model discount=8")
    let answer = conversation.say("check")
    #expect(answer.hasSuffix("\nconsistent, with 2 doubts\n"))
    #expect(answer.contains("note: usual: 6 to 8 % a year"))
  }

  @Test("many new doubts are three messages")
  func many() {
    let conversation = Conversation(files: [
      "a.park": DoubtsTests.frame.joined(separator: "\n")
        + "\ncity e gdp=1\ncity f gdp=2\ncity g2 gdp=3\ncity h2 gdp=4\n"
    ])
    let answer = conversation.say("open a.park")
    #expect(answer.ranges(of: "warning[doubtful]").count == 3)
    #expect(answer.contains("2 more doubts came with this\nhelp: `check` lists them"))
  }

  @Test("an appraisal at more than 50 % a year is doubted")
  func appraisal() {
    let conversation = Conversation()
    conversation.say(DoubtsTests.frame)
    #expect(conversation.say("appraise discount=8").contains("`discount` is 800 %"))
    #expect(!conversation.say("appraise discount=8%").contains("doubtful"))
  }
}
