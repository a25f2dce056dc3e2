import Testing

/// How many runs `goal` takes where roots lie at an edge, near one, and where a figure is bent.
@Suite struct GoalRunTests {
  private static let study = [
    "scenario \"T\" start=2018 end=2030", "use china", "city q",
    "park smart city=q area=40ha land_price=30万元/亩",
    "cohort ten park=smart sector=digital from=2018 until=2026 firms=60 jobs=30",
    "phase p2 park=smart area=20ha investment=1bn start=2018 complete=2019",
  ]

  @Test(
    "a goal takes fewer than 20 runs wherever in its range it is met",
    arguments: [
      ("tax[2028]", "ten.jobs", "10", "10 to 500"), ("tax[2028]", "ten.jobs", "10.01", "10 to 500"),
      ("tax[2028]", "ten.jobs", "34.0690609", "5 to 60"),
      ("tax[2028]", "ten.jobs", "499.9", "10 to 500"),
      ("tax[2028]", "ten.jobs", "500", "10 to 500"),
      ("jobs[2028]", "ten.firms", "11", "10 to 100000"),
      ("tax[2028]", "ten.firms", "20", "10 to 100000"),
      ("investment[2018]", "p2.delay", "0.3y", "0y to 5y"),
      ("npv(net_local)", "p2.delay", "4.9y", "0y to 5y"),
      ("npv(net_local)", "smart.land_price", "11万元/亩", "10万元/亩 to 4000万元/亩"),
      ("tax[2030] / jobs[2030]", "ten.jobs", "3", "1 to 900"),
    ])
  func runs(_ figure: String, _ input: String, _ value: String, _ range: String) throws {
    let conversation = Conversation()
    conversation.say(GoalRunTests.study)
    let parts = input.split(separator: ".")
    conversation.say("set \(parts[0]) \(parts[1])=\(value)")
    let there = conversation.say("print \(figure)")
    conversation.say("undo")
    // `60.44M yuan (60,442,320.40)`, `909.2`, `-3 yuan/job`
    let exact = there.split(separator: "(").count > 1
    let number = (exact ? there.split(separator: "(")[1].prefix { $0 != ")" } : there[...])
      .filter { $0.isNumber || $0 == "." || $0 == "-" }
    guard exact else { return }
    let answer = conversation.say("goal \(figure) == \(number) yuan by \(input) within \(range)")
    guard let end = answer.firstRange(of: " runs)") else {
      Issue.record("\(answer)")
      return
    }
    let count = answer[..<end.lowerBound].split(separator: "(").last.flatMap { Int($0) }
    #expect(try #require(count) < 20, "\(answer)")
  }

  @Test("what a figure lies between is what it was, however far off the goal is")
  func farGoal() {
    let conversation = Conversation()
    conversation.say(GoalRunTests.study)
    let near = conversation.say("goal tax[2028] == 900bn yuan by ten.jobs within 10 to 500")
    let far = conversation.say("goal tax[2028] == 1e300 by ten.jobs within 10 to 500")
    #expect(near.hasPrefix("no solution in 10 to 500: it is between ") && near == far)
  }

  @Test("what one sees at hand is found, however narrow it is")
  func atHand() {
    let conversation = Conversation()
    conversation.say(GoalRunTests.study)
    conversation.say("set ten jobs=33.7")
    let question =
      "goal if(ten.jobs > 33.6 and ten.jobs < 33.8, 5, 1) == 5 by ten.jobs within 10 to 500"
    #expect(conversation.say(question).contains("is 5 where `ten.jobs` is `33.7`"))
  }
}
