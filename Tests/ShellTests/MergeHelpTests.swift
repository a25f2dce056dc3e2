import Testing

/// What a merge that does not go through says can be typed.
@Suite struct MergeHelpTests {
  @Test("the help for a reported fact is a statement that settles it")
  func observation() throws {
    let conversation = Conversation()
    conversation.say(
      "scenario T start=2020 end=2030", "observe jobs[2026] value=40", "branch late",
      "set observe jobs[2026] value=33", "switch main", "set observe jobs[2026] value=44")
    let answer = conversation.say("merge late")
    #expect(answer.contains("error[merge-conflict]"))
    let help = try #require(answer.firstRange(of: "for example `"))
    let statement = answer[help.upperBound...].prefix { $0 != "`" }
    #expect(statement == "set observe jobs[2026] value=33")
    conversation.say(String(statement))
    #expect(conversation.say("merge late").hasPrefix("`late` has nothing"))
    #expect(conversation.say("merge late keep=ours keep=theirs").contains("error[twice]"))
  }
}
