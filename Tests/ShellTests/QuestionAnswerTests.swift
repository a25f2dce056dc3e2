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
    // A larger plant needs more land than the site has.
    conversation.say("set site area=30ha")
    let announced = conversation.say("print tax.local[2027] in yuan")
    let goal = conversation.say(
      "goal tax.local[2027] == 7M yuan by plant.jobs within 100 to 2000")
    #expect(goal.contains("`tax.local[2027]` is 7M yuan ("), "\(goal)")
    let statement = try #require(
      goal.split(separator: "`").first { $0.hasPrefix("set plant jobs=") }, "\(goal)")
    let runs = try #require(goal.firstMatch(of: #/\((\d+) runs\)/#)).output.1
    #expect(try #require(Int(runs)) < 20)
    // Nothing has changed yet.
    #expect(conversation.say("print tax.local[2027] in yuan") == announced)
    conversation.say(String(statement))
    func yuan() throws -> String {
      let exact = conversation.say("export - tax.local years=2027..2027")
      return String(
        try #require(exact.split(whereSeparator: \.isNewline).first { $0.hasPrefix("2027") })
          .split(separator: ",").last ?? "")
    }
    let reached = try yuan()
    #expect(abs((Double(reached) ?? 0) - 7_000_000) < 0.1, "\(reached)")
    // And back: what the announced size brings is brought by the announced size.
    conversation.say("undo")
    let fen = try yuan()
    let back = conversation.say(
      "goal tax.local[2027] == \(fen) yuan by plant.jobs within 100 to 2000")
    #expect(
      back.contains("`set plant jobs=350`") || back.contains("`set plant jobs=350.0000"), "\(back)")
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
