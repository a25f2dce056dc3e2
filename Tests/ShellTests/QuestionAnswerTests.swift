import Testing

/// Goals and sweeps of the studies at the prompt.
@Suite struct QuestionAnswerTests {
  /// The announcement of the toy plant both ways: 7 m yuan of local tax need a plant of a certain size, and
  /// that size brings 7 m yuan.
  @Test("from 7 m yuan of local tax to a size, and from that size to 7 m yuan")
  func toyPlant() throws {
    let files = try Scripts.all()
    let conversation = Conversation(files: files)
    conversation.say("replay Scenarios/longyou-toy-plant.park")
    let goal = conversation.say(
      "goal tax.local[2027] == 7M yuan by plant.jobs within 100 to 2000")
    #expect(goal.contains("`tax.local[2027]` is 7M yuan (7,000,000"), "\(goal)")
    let statement = try #require(
      goal.split(separator: "`").first { $0.hasPrefix("set plant jobs=") }, "\(goal)")
    let runs = try #require(goal.firstMatch(of: #/\((\d+) runs\)/#)).output.1
    #expect(try #require(Int(runs)) < 20)
    // Nothing has changed yet.
    #expect(conversation.say("print jobs[2027]").contains("350"))
    conversation.say(String(statement))
    let reached = conversation.say("print tax.local[2027]")
    #expect(
      reached.contains("7M yuan (7,000,000.") || reached.contains("(6,999,999.9"), "\(reached)")
    // And back: the size that the other way finds is the announced one.
    let back = conversation.say(
      "goal tax.local[2027] == \(4_218_000) yuan by plant.jobs within 100 to 2000")
    #expect(back.contains("set plant jobs="), "\(back)")
  }

  @Test("a long sweep ends when it is asked to, and changes nothing")
  func stops() {
    let conversation = Conversation(files: [:])
    conversation.say(
      "scenario start=2018 end=2030", "use china", "city q", "park p city=q area=40ha",
      "firm a park=p sector=toys arrives=2019 jobs=100")
    let before = conversation.say("print tax[2025]")
    _ = conversation.say("sweep a.jobs=1..300 step=1 tax[2025]")
    #expect(conversation.say("print tax[2025]") == before)
  }
}
