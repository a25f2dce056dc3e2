import Testing

/// Words that are no topics and yet are asked for.
@Suite struct HelpSearchTests {
  @Test(
    "help on a word that summaries have names the topics that speak of it, and they have pages",
    arguments: ["credits", "losses", "Purchases", "rebates paid"])
  func found(_ word: String) throws {
    let conversation = Conversation()
    let answer = conversation.say("help \(word)")
    guard word != "rebates paid" else {
      // Two words are no word of a summary.
      #expect(answer.contains("help: `help` lists what there is"))
      return
    }
    let help = try #require(answer.split(separator: "\n").first { $0.hasPrefix("help: see ") })
    let topics = help.split(separator: "`").filter { $0.hasPrefix("help ") }
    #expect((1...3).contains(topics.count))
    for topic in topics { #expect(!conversation.say(String(topic)).contains("error[")) }
  }

  @Test("a word that no summary has, or a short one, finds nothing")
  func none() {
    let conversation = Conversation()
    for word in ["xylophone", "of", "s"] {
      #expect(!conversation.say("help \(word)").contains("help: see "))
    }
  }
}
