import Diagnostics
import ParkModel
import Shell
import TestSupport
import Testing

@Suite struct BranchTests {
  private func stage() -> Conversation {
    let conversation = Conversation(files: ["stage.park": CommandTests.stage])
    conversation.run("stage.park")
    return conversation
  }

  private func script(_ conversation: Conversation) -> String {
    conversation.session.scenario.script
  }

  @Test("what is changed in a branch changes no other")
  func apart() {
    let conversation = stage()
    let main = script(conversation)
    conversation.say("branch late", "set p2 delay=3y")
    let late = script(conversation)
    #expect(late != main)
    #expect(conversation.session.branch == "late")
    conversation.say("switch main")
    #expect(script(conversation) == main)
    conversation.say("switch late")
    #expect(script(conversation) == late)
  }

  @Test("each branch has its own changes to take back")
  func undo() {
    let conversation = stage()
    conversation.say("park b area=1ha")
    let main = script(conversation)
    conversation.say("branch late", "set p2 delay=3y", "switch main", "undo")
    #expect(!script(conversation).contains("park b"))
    conversation.say("redo")
    #expect(script(conversation) == main)
    conversation.say("switch late", "undo")
    #expect(script(conversation) == main)
    #expect(conversation.say("undo").contains("nothing-to-undo"))
    #expect(script(conversation) == main)
  }

  @Test("a statement that fails leaves the branches as they were")
  func failure() {
    let conversation = stage()
    let answers = [
      conversation.say("branch main"), conversation.say("branch tax"),
      conversation.say("switch mian"),
      conversation.say("branch a_b"), conversation.say("branch"), conversation.say("switch"),
      conversation.say("branch a b"),
    ]
    #expect(answers[0].contains("error[branch-exists]"))
    #expect(answers[1].contains("error[name]"))
    #expect(answers[2].contains("error[unknown-branch]") && answers[2].contains("`main`?"))
    #expect(answers.allSatisfy { $0.contains("error[") })
    #expect(conversation.session.branch == "main")
    #expect(!conversation.say("branches").contains("late"))
  }

  @Test("a name may be one of a branch and of a park")
  func namespace() {
    let conversation = stage()
    #expect(!conversation.say("branch smart", "set smart area=50ha").contains("error"))
  }

  @Test("a script that makes branches is taken back with them, and made again with them")
  func undoReplay() {
    let conversation = Conversation(files: [
      "stage.park": CommandTests.stage,
      "more.park": "branch late\nset p2 delay=3y\nswitch main\nset p2 delay=2y\n",
    ])
    conversation.run("stage.park")
    let before = conversation.say("save -")
    conversation.say("replay more.park")
    let after = conversation.say("save -")
    #expect(after.contains("branch late"))
    conversation.say("set p2 area=19ha", "undo", "undo")
    #expect(conversation.say("save -") == before)
    conversation.say("redo")
    #expect(conversation.say("save -") == after)
    conversation.say("undo", "undo")
    #expect(conversation.session.scenario.isEmpty)
  }

  @Test("a change after `undo` forgets what `redo` would put in place of all branches")
  func noRedo() {
    let conversation = Conversation(files: [
      "stage.park": CommandTests.stage, "more.park": "branch late\nset p2 delay=3y\n",
    ])
    conversation.run("stage.park")
    conversation.say("replay more.park")
    #expect(conversation.session.branch == "late")
    conversation.say("undo")
    #expect(conversation.session.branch == "main")
    conversation.say("branch other")
    conversation.say("switch main")
    #expect(conversation.say("redo").contains("nothing-to-redo"))
    #expect(conversation.say("branches").contains("other"))
  }

  @Test("a script that fails in a branch leaves no branch behind")
  func replayFails() {
    let conversation = Conversation(files: [
      "stage.park": CommandTests.stage, "bad.park": "branch late\nset p2 dely=3y\n",
    ])
    conversation.run("stage.park")
    #expect(conversation.say("replay bad.park").contains("error[unknown-attribute]"))
    #expect(conversation.session.branch == "main")
    #expect(conversation.say("switch late").contains("error[unknown-branch]"))
  }

  @Test("`open` puts a study with its branches in place of another, and `undo` brings that back")
  func open() {
    let conversation = Conversation(files: [
      "a.park": "park a area=1ha\nbranch x\nset a area=2ha\n", "b.park": "park b area=1ha\n",
    ])
    conversation.say("open a.park")
    let first = conversation.say("save -")
    conversation.say("open b.park")
    #expect(conversation.say("branches").contains("x") == false)
    conversation.say("undo")
    #expect(conversation.session.branch == "x")
    #expect(conversation.say("save -") == first)
  }

  @Test("the end of a script checks each branch that it changed, and says which is wrong")
  func checks() {
    let conversation = Conversation(files: [
      "a.park": "scenario start=2018 end=2020\nbranch x\ncity a core=nowhere\nswitch main\n"
    ])
    let answer = conversation.run("a.park")
    #expect(answer.contains("error[unknown-name]"))
    #expect(answer.contains("in branch `x`"))
  }

  @Test("a script is checked in every branch that it changed, also before it replayed another")
  func checksBehindReplay() {
    let conversation = Conversation(files: [
      "a.park":
        "scenario start=2018 end=2020\nbranch x\ncity a core=nowhere\nswitch main\nreplay b.park\n",
      "b.park": "city b\n",
    ])
    #expect(conversation.run("a.park").contains("in branch `x`"))
  }

  @Test("what is at hand at the prompt does not stop a script in another branch")
  func doesNotCheckOthers() {
    let conversation = Conversation(files: ["b.park": "city b\n"])
    conversation.say(
      "scenario start=2018 end=2020", "branch x", "city a core=nowhere", "switch main")
    #expect(!conversation.say("replay b.park").contains("error"))
  }

  @Test("the prompt names the branch, but for the first")
  func prompt() {
    let transcript = stage().transcript(of: [
      "branch 晚", "set p2 \\", "delay=3y", "switch main", "",
    ])
    let prompts = transcript.split(separator: "\n").filter { Transcript.said($0) != nil }
    #expect(prompts[0] == "parkline> branch 晚")
    #expect(prompts[1] == "parkline 晚> set p2 \\")
    #expect(prompts[2] == "............ delay=3y")
    #expect(prompts[3] == "parkline 晚> switch main")
  }

  @Test("comments around branches are kept where they stood")
  func comments() {
    let text = """
      park a area=1ha
      # the end of main

      # What if it were larger?
      branch large    # asked in May
      set a area=2ha  # twice
      # the end of large

      switch main
      # And smaller?
      branch small
      set a area=5000m2

      switch large

      """
    let conversation = Conversation(files: ["a.park": text])
    conversation.say("open a.park")
    #expect(conversation.say("save -") == text)
  }

  /// Sessions of random statements in random branches, saved, opened and saved again.
  @Test("what is saved with its branches opens to the same branches", arguments: 1...60)
  func generated(seed: UInt64) throws {
    var chance = SeededGenerator(seed: seed)
    var lines = ["use china"]
    var names = ["main"]
    let statements = [
      "city a gdp=1", "city b gdp=2 # b",
      "# about p\npark p area=1ha; phase f park=p start=2018 complete=2019", "set a gdp=3",
      "set a gdp=3 # again", "set b \"Title\"", "unset b title", "unset a gdp", "remove b",
      "remove p --cascade", "remove f --comments", "remove a --cascade", "remove paper",
      "set toys wage=8万元",
      "unset toys wage", "set model siphon=5%", "cite a.gdp \"x\"", "undo", "undo", "redo",
      "scenario start=2018 end=2020", "set scenario end=2021", "# loose\n\nlist",
      "city c population=1", "remove c", "remove f",
    ]
    for number in 0..<40 {
      switch chance.next() % 6 {
      case 0:
        lines.append((chance.next() % 2 == 0 ? "# why \(number)\n" : "") + "branch n\(number)")
        names.append("n\(number)")
      case 1: lines.append("switch \(names[Int(chance.next() % UInt64(names.count))])")
      default: lines.append(statements[Int(chance.next() % UInt64(statements.count))])
      }
    }
    let conversation = Conversation()
    for line in lines {
      conversation.say(
        line.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
    }
    conversation.say("save a.park")
    let saved = try #require(conversation.file("a.park"))
    let disk = Conversation.Disk(["a.park": saved])
    let program = Program(
      files: disk.access, width: nil, renderer: DiagnosticRenderer(), write: { _ in },
      complain: { _ in })
    #expect(
      program.format(files: ["a.park"], checksOnly: true) == .done,
      "seed \(seed): `fmt` changes what `save` wrote")
    let again = Conversation(files: ["a.park": saved])
    let answer = again.say("open a.park")
    #expect(!answer.contains("error["), "seed \(seed): \(answer)\n\(saved)")
    again.say("save b.park")
    #expect(again.file("b.park") == saved, "seed \(seed)")
    #expect(again.session.branch == conversation.session.branch)
    for name in names {
      conversation.say("switch \(name)")
      again.say("switch \(name)")
      #expect(
        script(again).withoutComments == script(conversation).withoutComments,
        "seed \(seed), branch \(name)")
    }
  }
}

extension String {
  /// Comments may move from the end of one branch to the beginning of the next, which is the same
  /// place of the script.
  fileprivate var withoutComments: String {
    split(separator: "\n").map { $0.prefix { $0 != "#" } }.filter { !$0.allSatisfy(\.isWhitespace) }
      .joined(separator: "\n")
  }
}
