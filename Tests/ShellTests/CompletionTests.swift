import Shell
import Testing

@Suite struct CompletionTests {
  private func suggestions(_ text: String) -> [String] {
    let conversation = Conversation(
      files: ["stage.park": CommandTests.stage, "Scenarios/x.park": ""])
    conversation.run("stage.park")
    return Completion.suggestions(for: text, in: conversation.session).suggestions.map(\.text)
  }

  @Test(
    "Tab offers what may stand there",
    arguments: [
      ("pa", ["park"]), ("tabl", ["table"]), ("park b ar", ["area"]),
      ("firm f park=", ["smart"]), ("firm f park=smart sector=dig", ["digital"]),
      ("park b urban=", ["yes", "no"]), ("phase x park=smart profile=l", ["linear"]),
      ("table tax.lo", ["tax.local"]), ("table tax by=se", ["sector"]),
      ("show ret", ["returnee"]), ("set p2 del", ["delay"]), ("use ", ["china"]),
      ("rail r from=quzhou to=[ha", ["hangzhou"]), ("export out.csv tax la", ["layout"]),
      ("park b area=1ha; sho", ["show"]), ("help metr", ["metrics"]),
      ("tax x base=va", ["value_added", "vat"]), ("zzz", []), ("nothing here", []),
    ])
  func offers(_ text: String, _ expected: [String]) {
    let found = suggestions(text)
    #expect(expected.allSatisfy(found.contains), "\(text): \(found)")
    if expected.isEmpty { #expect(found.isEmpty) }
  }

  @Test(
    "Tab offers branches where one may stand",
    arguments: [
      ("switch ", ["main", "late"]), ("switch la", ["late"]), ("compare ", ["main", "late"]),
      ("compare main ", ["late"]), ("compare main late ", ["tax", "years"]),
      ("compare main late ye", ["years"]),
      ("compare main late tax by=se", ["sector"]), ("appraise ", ["against", "of", "terminal"]),
      ("appraise against ", ["late", "main"]), ("appraise of ", ["hangzhou", "quzhou"]),
      ("appraise against late ", ["of", "discount"]),
    ])
  func offersBranches(_ text: String, _ expected: [String]) {
    let conversation = Conversation(files: ["stage.park": CommandTests.stage])
    conversation.run("stage.park")
    conversation.say("branch late")
    let found = Completion.suggestions(for: text, in: conversation.session).suggestions.map(\.text)
    #expect(expected.allSatisfy(found.contains), "\(text): \(found)")
  }

  @Test("an attribute that is there already is not offered again")
  func onlyOnce() {
    #expect(!suggestions("park b area=1ha ").contains("area"))
    #expect(suggestions("park b area=1ha ").contains("city"))
  }

  @Test("a suggestion replaces just the letters before the cursor")
  func replaces() {
    let conversation = Conversation()
    #expect(Completion.suggestions(for: "park b ar", in: conversation.session).replacing == 2)
    #expect(Completion.suggestions(for: "park b ", in: conversation.session).replacing == 0)
  }
}
