import Testing

@testable import Shell

/// Questions are not asked again when a session is brought back, so they must leave nothing behind.
@Suite struct QuestionTests {
  static let examples: [String] = CommandTable.rows.filter { $0.trace == .question }
    .flatMap(\.examples)

  @Test("a question changes nothing that a later statement could see", arguments: examples)
  func changesNothing(_ example: String) {
    let conversation = Conversation(files: ["stage.park": CommandTests.stage])
    conversation.run("stage.park")
    conversation.say("branch other", "advance 3y", "format units=万")
    // Some examples begin with what they ask about.
    let parts = example.split(separator: "; ").map(String.init)
    for part in parts.dropLast() { conversation.say(part) }
    let state = ["save -", "branches", "format", "now", "events"]
    let before = state.map { conversation.say($0) }
    conversation.say(parts.last ?? "")
    #expect(state.map { conversation.say($0) } == before)
  }

  @Test("there are questions") func thereAre() {
    #expect(QuestionTests.examples.count > 20)
  }
}
