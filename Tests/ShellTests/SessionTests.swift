import Diagnostics
import ParkModel
import Shell
import Testing

@Suite struct SessionTests {
  private func stage() -> Conversation {
    let conversation = Conversation(files: ["stage.park": CommandTests.stage])
    conversation.run("stage.park")
    return conversation
  }

  @Test("what does not hold is shown, whichever side of an `and` it is on")
  func expectations() {
    let conversation = stage()
    let answer = conversation.say("expect tax[2030] > -1 and jobs[2030] < 0")
    #expect(answer.contains("`jobs[2030]`"), "\(answer)")
    #expect(!answer.contains("`tax[2030]`"), "\(answer)")
    // A range beside a comparison is one value.
    #expect(conversation.say("print 300 to 400 > 350").hasPrefix("false"))
    #expect(conversation.say("print (300 to 400) > 340").hasPrefix("true"))
  }

  @Test("a statement that fails changes nothing")
  func failsWhole() {
    let conversation = stage()
    let before = conversation.session.scenario.script
    conversation.say("park smart area=1ha", "firm x park=smart", "remove smart", "set smart are=1")
    #expect(conversation.session.scenario.script == before)
  }

  @Test("a replayed script that fails changes nothing")
  func replayFailsWhole() {
    let conversation = Conversation(
      files: ["good.park": CommandTests.stage, "bad.park": "park b area=1ha\npark b area=2ha"])
    conversation.say("replay good.park")
    let before = conversation.session.scenario.script
    let answer = conversation.say("replay bad.park")
    #expect(answer.contains("error[declared-twice]"))
    #expect(answer.contains("bad.park:2:6"))
    #expect(conversation.session.scenario.script == before)
  }

  @Test("what a script did before it failed is traced in its lines, and what it took comes back")
  func replayFailsBehindChanges() {
    let main = """
      scenario "S" start=2021 end=2025
      city hz gdp=100亿元/年
      cite hz "a source"
      """
    let bad = "remove hz\ncity hz gdp=100亿元/年\nfirm x nonsense=1\n"
    let conversation = Conversation(files: ["main.park": main, "bad.park": bad])
    conversation.run("main.park")
    let before = conversation.session.scenario.script
    let answer = conversation.say("replay bad.park")
    #expect(answer.contains("error[unknown-attribute]"))
    #expect(answer.contains("bad.park:3:8"))
    #expect(conversation.session.scenario.script == before)
    // Also in a script that replays it.
    let outer = Conversation(files: ["main.park": main + "\nreplay bad.park\n", "bad.park": bad])
    outer.run("main.park")
    #expect(outer.exit == .usage)
  }

  @Test("undo and redo walk through the changes, and undo after redo takes it back again")
  func undoRedo() {
    let conversation = stage()
    let first = conversation.session.scenario.script
    conversation.say("park b area=1ha")
    let second = conversation.session.scenario.script
    conversation.say("set b area=2ha")
    let third = conversation.session.scenario.script
    conversation.say("undo")
    #expect(conversation.session.scenario.script == second)
    conversation.say("undo")
    #expect(conversation.session.scenario.script == first)
    conversation.say("redo")
    conversation.say("redo")
    #expect(conversation.session.scenario.script == third)
    #expect(conversation.say("redo").contains("nothing-to-redo"))
    conversation.say("undo")
    #expect(conversation.session.scenario.script == second)
  }

  @Test("lines that end with carriage returns alone are lines")
  func carriageReturns() {
    let conversation = Conversation(files: [
      "old.park": "# from an old export\rpark a area=1ha\rpark b area=2ha # b\r"
    ])
    conversation.say("replay old.park")
    #expect(
      conversation.say("save -").contains(
        "# from an old export\npark a area=1ha\npark b area=2ha  # b\n"))
  }

  @Test("a replayed script is taken back as one change")
  func undoReplay() {
    let conversation = Conversation(files: ["stage.park": CommandTests.stage])
    conversation.say("replay stage.park", "undo")
    #expect(conversation.session.scenario.isEmpty)
  }

  @Test("saved, opened and saved again, a scenario has the same bytes")
  func saveOpenSave() {
    let conversation = stage()
    conversation.say("set vat central=40% local=60%", "remove stamp", "unset p2 delay")
    conversation.say("save a.park", "open a.park", "save b.park")
    #expect(conversation.file("a.park") != nil)
    #expect(conversation.file("a.park") == conversation.file("b.park"))
  }

  @Test("after undoing an `open`, `save` without a name does not write over the opened file")
  func undoOpen() {
    let conversation = Conversation(
      files: ["a.park": "park a area=1ha\n", "b.park": "park b area=1ha\n"])
    conversation.say("open a.park", "open b.park", "undo")
    #expect(conversation.say("save").contains("error[no-file]"))
    #expect(conversation.file("b.park") == "park b area=1ha\n")
  }

  @Test("comments outlive what they stood at")
  func commentsOutlive() {
    let conversation = Conversation()
    conversation.say("# about aa", "park aa # x", "# about bb", "park bb", "remove aa # why")
    #expect(
      conversation.session.scenario.script == "# about aa\n# x\n# about bb\npark bb\n# why\n")
  }

  @Test("a script may replay another beside it, and not itself")
  func replayNested() {
    let conversation = Conversation(
      files: [
        "dir/a.park": "replay b.park", "dir/b.park": "park b area=1ha",
        "dir/loop.park": "replay loop.park",
      ])
    #expect(!conversation.say("replay dir/a.park").contains("error"))
    #expect(conversation.say("replay dir/loop.park").contains("error[replay-circle]"))
  }

  @Test("a name that nothing bears is a warning at the prompt and an error at a script's end")
  func danglingNames() {
    let conversation = Conversation(files: ["a.park": "city quzhou core=hangzhou"])
    let answer = conversation.say("city quzhou core=hangzhou")
    #expect(answer.contains("warning[unknown-name]"))
    #expect(conversation.session.scenario.entity(named: "quzhou") != nil)
    let other = Conversation(files: ["a.park": "city quzhou core=hangzhou"])
    #expect(other.run("a.park").contains("error[unknown-name]"))
    #expect(other.exit == .usage)
  }

  @Test(
    "lines that were copied with their prompts and margins are the statement that they were",
    arguments: [
      ["parkline> park p \"New park\" \\", "......... area=4ha"],
      ["parkline> park p \"New park\" \\\n......... area=4ha"],
      ["park p \"New park\" \\", "......... \\", "......... area=4ha"],
      [
        "parkline no-rail 2026> park p \"New park\" area=max( \\", ".....................( 4ha,",
        ".....................( 1ha)",
      ],
      [
        "parkline> park p \"New park\" area=max(4ha,\n........( 1ha)\n"
          + "parkline> park q area=1ha\nparkline> undo"
      ],
      ["park p \"New park\" \\", ".........", "parkline> set p area=4ha"],
    ])
  func margins(_ lines: [String]) {
    let conversation = Conversation()
    let answer = conversation.say(lines)
    #expect(!answer.contains("error["), "\(answer)")
    #expect(conversation.say("save -").hasPrefix("park p \"New park\" area="))
    #expect(conversation.say("print p.area in ha") == "4 ha\n")
  }

  @Test("what only looks like a margin stays")
  func noMargins() {
    let conversation = Conversation()
    // Text between quotes whose margin is another, ranges, and fewer dots than any prompt has columns.
    conversation.say("park p \"a", "......... b\" area=1ha")
    #expect(conversation.say("save -").contains("\n......... b\""))
    conversation.say("set p \"a", "........\" b\"")
    #expect(conversation.say("save -").contains("\"a\nb\""))
    conversation.say("set p \"a", "... b\"")
    #expect(conversation.say("save -").contains("\n... b\""))
    #expect(conversation.say("......... print 1").contains("error["))
  }

  @Test("a statement goes on over lines inside brackets, quotes and behind a backslash")
  func continuation() {
    let conversation = stage()
    conversation.say("park b \\", "area=1ha")
    conversation.say("boost x park=b sectors=[toys,", "digital] productivity=5%")
    #expect(conversation.session.scenario.entity(named: "x") != nil)
  }
}
