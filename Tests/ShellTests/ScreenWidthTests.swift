import Diagnostics
import Testing

/// What a terminal of some width is shown: no line wider than it, and no number broken.
@Suite struct ScreenWidthTests {
  /// Every command that shows something of a scenario.
  static let lines = [
    "list", "list sector", "list phase", "show smart", "show digital", "show model", "show tenants",
    "show vat", "events", "events smart", "check", "assumptions", "assumptions digital",
    "table", "table tax, jobs, investment every=5y", "table tax by=tax",
    "table tax, jobs, occupancy by=firm", "table tax_per_mu, local_share per=step every=4y",
    "print tax[2030]", "print jobs", "print tax / jobs", "print smart.area",
    "appraise", "appraise terminal=2bn discount=3%", "branches",
    "compare main late", "compare main late tax.local, jobs by=park every=6y",
    "explain tax.local[2030]", "explain jobs[2030] depth=3", "explain missing-unit",
    "help", "help metrics", "help units", "help values", "help table", "help smart", "help rail",
    "help tax_per_mu", "help area",
    "set p2 delay=2y", "undo", "advance 3y", "now", "rewind",
    // Statements that go wrong, with their marks.
    "table taxx", "park smart area=12.35亿元", "firm 新能源汽车零部件配套企业 park=smart sector=digitl jobs=50",
    "show nothing-of-this-name-anywhere-in-the-scenario", "compare main",
  ]

  private static func conversation(width: Int) -> Conversation {
    let conversation = Conversation(
      files: (try? Scripts.all()) ?? [:], width: width)
    conversation.say(
      "replay Scenarios/quzhou-smart-industry-park.park", "branch late", "set p2 delay=2y",
      "switch main",
      "firm 新能源汽车零部件配套企业 \"甲乙丙丁戊己庚辛壬癸有限公司👩‍🔬\" park=smart sector=digital "
        + "arrives=2021 jobs=50")
    return conversation
  }

  @Test("no line is wider than the terminal, whatever is asked", arguments: [20, 40, 80, 200])
  func fits(width: Int) {
    let conversation = Self.conversation(width: width)
    for line in Self.lines {
      let answer = conversation.say(line)
      #expect(!answer.isEmpty, "\(line)")
      for row in answer.split(separator: "\n") {
        // An example of a page is one line, to be copied.
        if line.hasPrefix("help") || line == "explain missing-unit", row.hasPrefix("  ") {
          continue
        }
        // The name of an error stands alone where it is wider.
        let isName = row.hasPrefix("error[") && row.hasSuffix("]:")
        #expect(displayWidth(String(row)) <= width || isName, "\(line): \(row)")
      }
    }
  }

  @Test("the page of units fits, its magnitudes too", arguments: [20, 40, 80])
  func fitsUnits(width: Int) {
    let answer = Conversation(width: width).say("help units")
    #expect(answer.contains("magnitudes:"))
    #expect(answer.split(separator: "\n").allSatisfy { displayWidth(String($0)) <= width })
  }

  @Test(
    "a narrow terminal shows every number that a wide one does", arguments: [20, 27, 40, 63, 80])
  func keepsNumbers(width: Int) {
    let narrow = Self.conversation(width: width)
    let wide = Self.conversation(width: 1000)
    for line in [
      "table", "table tax by=tax", "appraise", "events", "branches", "compare main late",
    ] {
      let shown = Set(Self.numbers(narrow.say(line)))
      let missing = Self.numbers(wide.say(line)).filter { !shown.contains($0) }
      #expect(missing.isEmpty, "\(line)")
    }
  }

  @Test("no text is cut in what is declared and assumed, sources too", arguments: [40, 80, 100])
  func cutsNothing(width: Int) {
    let conversation = Self.conversation(width: width)
    for line in [
      "show digital", "show tenants", "show model", "assumptions", "assumptions digital",
    ] {
      #expect(!conversation.say(line).contains("…"), "\(line)")
    }
    // At 100 columns a source goes on below its beginning.
    guard width == 100 else { return }
    let words = Self.conversation(width: 1000).say("assumptions digital")
      .split(whereSeparator: \.isWhitespace)
    let shown = conversation.say("assumptions digital")
    #expect(words.allSatisfy { shown.contains($0.prefix(8)) })
  }

  /// What looks like a number: digits with commas and one point, and the sign before them.
  private static func numbers(_ text: String) -> [Substring] {
    text.matches(of: #/[+-]?[0-9][0-9,]*(\.[0-9]+)?/#).map(\.output.0)
  }
}
