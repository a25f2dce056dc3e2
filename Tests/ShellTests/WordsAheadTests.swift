import Testing

@testable import Shell

/// What is offered and coloured while a statement is half typed.
@Suite struct WordsAheadTests {
  private func conversation() -> Conversation {
    let conversation = Conversation(files: [
      "firms.csv": "企业名称,就业人数,\"Land (mu)\",sector\nA,30,10,toys\n",
      "other.park": "",
    ])
    conversation.say(
      "scenario start=2018 end=2026", "use china", "city q", "park smart city=q area=40ha",
      "assume slow = 1y to 2y",
      "cohort ten park=smart sector=digital from=2018 until=2024 firms=6 jobs=30")
    return conversation
  }

  private func offered(_ text: String) -> [String] {
    Completion.suggestions(for: text, in: conversation().session).suggestions.map(\.text)
  }

  @Test("Tab offers the file to import, its columns and their headings")
  func columns() {
    #expect(offered("import firms ") == ["firms.csv"])
    #expect(offered("import firms firms.csv jo").contains("jobs"))
    #expect(offered("import firms firms.csv tit") == ["title"])
    #expect(offered("import firms firms.csv jobs=") == ["企业名称", "就业人数", "\"Land (mu)\"", "sector"])
    #expect(offered("import firms firms.csv jobs=就") == ["就业人数"])
    #expect(offered("import firms firms.csv park=").first == "smart")
    #expect(!offered("import firms firms.csv jobs=就业人数 jo").contains("jobs"))
    #expect(offered("import firms none.csv jobs=").isEmpty)
  }

  @Test("options of a file that go with figures only are not offered behind an answer")
  func options() {
    let found = offered("export late.csv compare main late tax --")
    #expect(!found.contains("--branches") && found.contains("--over"), "\(found)")
    #expect(offered("export late.csv tax --").contains("--branches"))
    let message = conversation().say("export late.csv compare main tax --branchs")
    #expect(!message.contains("--branches"), "\(message)")
  }

  @Test(
    "no beginning of a sweep has an error in it",
    arguments: [
      "sweep ten.firms=10..40 step=5 tax[2024]", "sweep smart.area=35..45ha step=5ha tax[2024]",
      "sweep slow=[1y, 2y] tax[2024], npv(net_local)", "print tax[2024] of main - tax[2024]",
    ])
  func sweep(_ text: String) {
    let session = conversation().session
    for end in text.indices {
      let part = String(text[...end])
      let errors = Highlighting.highlights(of: part, in: session).filter { $0.style == .error }
      #expect(errors.isEmpty, "\(part): \(errors)")
    }
  }
}
