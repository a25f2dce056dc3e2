import Shell
import Testing

/// What every row of the command table promises.
@Suite struct CommandTests {
  /// A scenario in which every example works.
  static let stage = """
    scenario "Test" start=2018 end=2035
    use china
    city quzhou gdp=2125.20亿元/year
    city hangzhou gdp=20059亿元/year
    park smart city=quzhou area=41.5ha
    phase p2 park=smart area=20ha investment=5.2bn start=2018 complete=2019 delay=1y
    firm returnee park=smart sector=digital arrives=2020 jobs=120
    """

  static let examples: [String] = CommandTable.rows.flatMap(\.examples).filter {
    !["quit", "use china", "undo", "undo 2", "redo", "redo 2", "tour"].contains($0)
  }

  @Test("an example of a command works", arguments: examples)
  func works(_ example: String) {
    let conversation = Conversation(files: ["stage.park": CommandTests.stage])
    conversation.run("stage.park")
    let answer = conversation.say(example)
    // `explain` shows errors on purpose, behind what it says of them.
    #expect(!answer.hasPrefix("error["), "\(example): \(answer)")
  }

  @Test("an example of a kind works", arguments: CommandTable.declarations.flatMap(\.examples))
  func declares(_ example: String) {
    let conversation = Conversation()
    let answer = conversation.say("use china", example)
    #expect(!answer.contains("error["), "\(example): \(answer)")
  }

  @Test("every command has a page of help that names it", arguments: CommandTable.names)
  func helps(_ name: String) {
    let answer = Conversation().say("help \(name)")
    #expect(answer.contains(name))
    #expect(!answer.contains("error["))
  }

  @Test("rows are in order of their names")
  func inOrder() {
    let names = CommandTable.rows.map(\.name)
    #expect(names == names.sorted())
  }
}
