import Testing

/// Whatever was done, taking it back gives the very script of before, and making it again that of
/// behind it.
@Suite struct UndoLawTests {
  private static let statements = [
    "scenario \"A\" start=2020 end=2030", "# About the library\nuse china", "unit USD = 6.5 yuan",
    "city c gdp=10bn USD/year", "city d gdp=2bn yuan/year", "park p city=c area=90ha",
    "# The first phase\nphase p1 park=p area=9ha investment=3bn USD start=2020 complete=2021",
    "cite p.area \"a paper\" kind=reported", "assume size = 30",
    "firm f park=p sector=toys arrives=2021 jobs=size  # many",
    "cohort k-1 park=p sector=toys "
      + "from=2021 until=2025 firms=4 jobs=size", "# Why\nset f jobs=size*2", "unset f jobs",
    "set f jobs=70", "set f \"A title\"", "set USD = 7 yuan", "rename size how-many",
    "rename USD dollar", "rename p east", "set toys growth=4%", "# No more of it\nremove d",
    "set scenario end=2035", "set model discount=6%", "cite toys.growth \"a letter\"",
    "unset toys growth", "rename p1 first", "remove how-many --cascade", "metric m = tax * 2",
    "remove east --cascade", "remove --all", "scenario start=2021 end=2024", "park p area=1ha",
  ]

  @Test("every change is taken back and made again to the very script")
  func everyChange() {
    let conversation = Conversation()
    var scripts = [conversation.say("save -")]
    for statement in UndoLawTests.statements {
      let answer = conversation.say(statement.split(separator: "\n").map(String.init))
      #expect(!answer.contains("error["), "\(statement): \(answer)")
      scripts.append(conversation.say("save -"))
    }
    for script in scripts.dropLast().reversed() {
      conversation.say("undo")
      #expect(conversation.say("save -") == script)
    }
    for script in scripts.dropFirst() {
      conversation.say("redo")
      #expect(conversation.say("save -") == script)
    }
    // All at once, and what was there before refers to the same things again.
    conversation.say("undo 3")
    #expect(conversation.say("save -") == scripts[scripts.count - 4])
    conversation.say("undo \(scripts.count - 4)")
    #expect(conversation.say("save -") == scripts[0])
  }

  @Test("changed again after an undo, things still know who refers to them")
  func changedAgain() {
    let conversation = Conversation()
    conversation.say(
      Array(UndoLawTests.statements.prefix(10)).flatMap {
        $0.split(separator: "\n").map(String.init)
      })
    conversation.say("rename size how-many", "undo", "remove c --cascade", "undo")
    #expect(conversation.say("remove size").contains("error[in-use]"))
    conversation.say("rename size number")
    #expect(conversation.say("save -").contains("jobs=number"))
    #expect(conversation.say("remove p").contains("error[in-use]"))
  }
}
