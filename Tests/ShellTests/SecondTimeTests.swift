import Testing

/// What is said a second time is answered by the statement that was meant.
@Suite struct SecondTimeTests {
  @Test("a script that begins a scenario is opened where there is one already")
  func replayed() {
    let script = "scenario start=2025 end=2030\ncity q\n"
    let conversation = Conversation(files: ["a.park": script, "b.park": "city q\n"])
    conversation.say(["scenario start=2020 end=2022", "city r"])
    let answer = conversation.say("replay a.park")
    #expect(answer.contains("help: `open a.park` reads it in the place of what is here"))
    #expect(!answer.contains("set scenario"))
    // What is declared twice otherwise has a help of its own.
    conversation.say("city q gdp=1bn yuan")
    #expect(!conversation.say("replay b.park").contains("open b.park"))
    #expect(!conversation.say("open a.park").contains("error["))
    #expect(conversation.say("show scenario").contains("2025"))
  }

  @Test("the same city in brackets is no change")
  func brackets() {
    let conversation = Conversation()
    conversation.say([
      "city a gdp=1bn", "city b gdp=9bn", "travel t from=a to=b time=60min",
      "rail r from=a to=b opens=2030 saves=6min", "city c gdp=1bn",
    ])
    let answer = conversation.say("rail r from=a to=[b] opens=2030 saves=6min employment=3%")
    #expect(answer.contains("`set r employment=3%`"))
    let other = conversation.say("rail r from=a to=[b, a] opens=2030 saves=6min")
    #expect(other.contains("to=[b, a]"))
  }
}
