import Testing

/// The id of a scenario: what changes it, and what does not.
@Suite struct ScenarioIDTests {
  private static let script = """
    scenario "Test" start=2020 end=2024
    use china
    park p area=9ha
    firm f park=p sector=toys arrives=2021 jobs=30
    """

  /// The id that `show scenario` says: 64 hexadecimal digits.
  static func id(_ conversation: Conversation) throws -> String {
    let line = try #require(
      conversation.say("show scenario").split(separator: "\n").first { $0.hasPrefix("id  ") })
    let id = String(line.dropFirst(4))
    #expect(id.wholeMatch(of: /[0-9a-f]{64}/) != nil)
    return id
  }

  private func id(of script: String, at path: String = "a.park") throws -> String {
    let conversation = Conversation(files: [path: script])
    let said = conversation.run(path)
    #expect(!said.contains("error"), "\(said)")
    return try ScenarioIDTests.id(conversation)
  }

  @Test(
    "comments, blanks, line breaks, the order of attributes and the file's name do not change it")
  func same() throws {
    let id = try id(of: ScenarioIDTests.script)
    let others = [
      ScenarioIDTests.script + "\n# the end\n",
      "# what for\n\n" + ScenarioIDTests.script.replacing("park p", with: "\n# why\npark   p"),
      ScenarioIDTests.script.replacing("jobs=30", with: "jobs=30 # many"),
      ScenarioIDTests.script.replacing("jobs=30", with: "jobs=３０"),
      ScenarioIDTests.script.replacing(
        "park=p sector=toys arrives=2021 jobs=30",
        with: "jobs=30 \\\n  sector=toys park=p arrives=2021"),
      ScenarioIDTests.script.replacing("\n", with: "; "),
      ScenarioIDTests.script + "\nset f jobs=40\nset f jobs=30",
      ScenarioIDTests.script + "\ntable tax\nformat headings=zh",
    ]
    for other in others { #expect(try self.id(of: other) == id, "\(other)") }
    #expect(try self.id(of: ScenarioIDTests.script, at: "library x.park") == id)
    #expect(try self.id(of: ScenarioIDTests.script, at: "园/甲.park") == id)
  }

  @Test(
    "a number, a title, a source, a library, a seed and a name change it",
    arguments: [
      ("jobs=30", "jobs=31"), ("\"Test\"", "\"Tset\""), ("park p area=9ha", "park p area=9.0001ha"),
      ("use china", "use china\nset toys wage=8万元/year"),
      ("use china", "use china\nuse china-ranges"),
      ("use china", "use china\ncite toys.wage \"mine\""),
      ("use china", "use china\nensemble seed=1"),
      ("use china", "use china\nset model discount=6%"),
    ])
  func other(_ text: String, _ new: String) throws {
    let changed = ScenarioIDTests.script.replacing(text, with: new)
    #expect(try id(of: changed) != id(of: ScenarioIDTests.script))
  }

  @Test("seeds tell ensembles apart")
  func seeds() throws {
    let ids = try [1, 2, 3].map {
      try id(of: ScenarioIDTests.script + "\nensemble draws=10 seed=\($0)")
    }
    #expect(Set(ids).count == 3)
  }

  @Test("a saved script has the id of what was saved, and `undo` brings the old one back")
  func laws() throws {
    let conversation = Conversation(files: ["a.park": ScenarioIDTests.script])
    conversation.run("a.park")
    var ids = [try ScenarioIDTests.id(conversation)]
    let changes = [
      "set f jobs=31", "firm g park=p sector=toys arrives=2022 jobs=5", "rename g other",
      "remove other",
      "set f \"衢州\"", "set scenario end=2030",
    ]
    for (index, change) in changes.enumerated() {
      #expect(!conversation.say(change).contains("error["))
      let id = try ScenarioIDTests.id(conversation)
      #expect(id != ids.last, "\(change)")
      ids.append(id)
      conversation.say("save \(index).park")
      let other = Conversation(files: ["s.park": conversation.file("\(index).park") ?? ""])
      other.run("s.park")
      #expect(try ScenarioIDTests.id(other) == id)
    }
    for id in ids.dropLast().reversed() {
      conversation.say("undo")
      #expect(try ScenarioIDTests.id(conversation) == id)
    }
  }

  @Test("`branches` says the first twelve digits, the same for branches that say the same")
  func branches() throws {
    let conversation = Conversation(files: ["a.park": ScenarioIDTests.script])
    conversation.run("a.park")
    let id = try ScenarioIDTests.id(conversation).prefix(12)
    conversation.say("branch late")
    var rows = conversation.say("branches").split(separator: "\n")
    #expect(rows.filter { $0.contains(id) }.count == 2)
    conversation.say("set f jobs=31")
    rows = conversation.say("branches").split(separator: "\n")
    #expect(rows.filter { $0.contains(id) }.count == 1)
  }

  @Test("an empty scenario has an id too")
  func empty() {
    #expect(Conversation().say("branches").contains(/main .*[0-9a-f]{12}/))
  }
}
