import Testing

@testable import Shell

/// Figures of other branches in expressions: `tax[2030] of late`.
@Suite struct BranchFigureTests {
  private static let study = [
    "scenario \"T\" start=2018 end=2030", "use china", "city q",
    "park smart city=q area=40ha land_price=30万元/亩",
    "cohort ten park=smart sector=digital from=2018 until=2026 firms=60 jobs=30",
    "assume slow = 1y to 3y",
    "phase p2 park=smart area=20ha investment=1bn start=2018 complete=2019 delay=slow",
    "branch late", "set ten firms=50 from=2019", "switch main",
  ]

  private func conversation() -> Conversation {
    let conversation = Conversation()
    conversation.say(BranchFigureTests.study)
    return conversation
  }

  @Test("a figure of another branch is what it is there")
  func isWhatItIsThere() {
    let conversation = conversation()
    for figure in ["tax[2028]", "npv(net_local)", "mean(jobs[2024..2028])", "ten.firms"] {
      let asked = conversation.say("print \(figure) of late")
      conversation.say("switch late")
      #expect(conversation.say("print \(figure)") == asked, "\(figure)")
      conversation.say("switch main")
    }
  }

  @Test("draws are the same draws as those of `compare`")
  func draws() {
    let conversation = conversation()
    conversation.say("ensemble draws=200 seed=7", "switch late", "ensemble draws=200 seed=7")
    conversation.say("switch main")
    // The mean of a difference in each draw, to the fen: `-5.157M yuan (-5,156,963.21)`.
    let asked = conversation.say("print expected(tax[2024] of late - tax[2024])")
    let exact = asked.split(separator: "(")[1].prefix { $0 != ")" }.filter { $0 != "," }
    let file = conversation.say("export - compare main late tax years=2024..2024 layout=tidy")
    #expect(file.contains(",\(exact)"), "\(asked) in \(file)")
    // What is the same in each draw differs nowhere.
    conversation.say("switch late", "undo 1", "switch main", "branch same", "switch main")
    #expect(conversation.say("print quantile(tax[2024] of same - tax[2024], 95%)").hasPrefix("0"))
  }

  @Test("what is known of a draw goes when the other branch changes")
  func forgets() {
    let conversation = conversation()
    conversation.say("ensemble draws=50")
    let first = conversation.say("print expected(tax[2028] of late)")
    conversation.say("switch late", "set ten firms=10", "switch main")
    #expect(conversation.say("print expected(tax[2028] of late)") != first)
  }

  @Test("periods are found by their dates where calendars differ")
  func calendars() {
    let conversation = conversation()
    conversation.say("switch late", "set scenario start=2016 end=2028", "switch main")
    let asked = conversation.say("print tax[2024] of late")
    conversation.say("switch late")
    #expect(conversation.say("print tax[2024]") == asked)
    conversation.say("switch main")
    let mean = conversation.say("print mean(tax[2020..2024] of late)")
    #expect(mean == conversation.say("print mean(tax[2020..2024]) of late"), "\(mean)")
    let table = conversation.say("table tax of late, tax years=2018..2030")
    #expect(table.contains("`late` has no such period") || table.contains("–"), "\(table)")
  }

  @Test("Tab offers branches behind `of`")
  func tab() {
    let session = conversation().session
    for text in ["print tax[2030] of ", "expect tax[2030] > tax[2030] of la"] {
      let found = Completion.suggestions(for: text, in: session).suggestions.map(\.text)
      #expect(found.contains("late"), "\(text): \(found)")
      #expect(!found.contains("smart"), "\(text): \(found)")
    }
  }
}
