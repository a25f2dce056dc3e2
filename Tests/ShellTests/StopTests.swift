import Diagnostics
import Foundation
import Shell
import Testing

/// A statement that is asked to stop at any moment has either happened, or not at all.
@Suite struct StopTests {
  private static let stage = [
    "scenario start=2020 end=2040 step=month", "use china", "park p area=90ha",
    "firm f-1 park=p sector=toys arrives=2020 jobs=60", "branch other",
    "firm f-2 park=p sector=toys arrives=2020 jobs=60", "set f-2 jobs=70", "undo",
  ]

  @Test(
    "stopped at any moment, a statement leaves nothing of itself",
    arguments: [
      "set f-1 jobs=99", "firm g park=p sector=digital arrives=2021 jobs=9", "undo", "redo",
      "switch main", "branch third", "remove f-1", "rename f-1 h", "table tax by=firm",
      "compare main other tax by=tax", "explain tax[2050]", "appraise tax cost=investment",
      "replay more.park", "open more.park", "save kept.park", "export kept.csv tax",
      "print npv(tax)", "check", "list", "events",
    ])
  func allOrNothing(_ statement: String) async {
    let more = (0..<40).map { "firm m-\($0) park=p sector=toys arrives=2021 jobs=\($0 + 1)\n" }
    let script = "scenario start=2020 end=2060\nuse china\npark p area=9ha\n" + more.joined()
    for turn in 0..<5 {
      let conversation = Conversation(files: ["more.park": script])
      conversation.say(StopTests.stage)
      let before = conversation.say("save -")
      let stop = conversation.stop
      let asking = Task.detached {
        try? await Task.sleep(for: .microseconds(turn * turn * turn * 400))
        stop.ask(.interrupt)
      }
      let answer = conversation.say(statement)
      await asking.value
      if answer.contains("error[interrupted]: interrupted") {
        #expect(conversation.say("save -") == before, "\(statement)")
        #expect(conversation.file("kept.park") == nil && conversation.file("kept.csv") == nil)
      }
    }
  }

  @Test("what is asked for before a statement is forgotten with it")
  func forgotten() {
    let conversation = Conversation()
    conversation.stop.ask(.interrupt)
    #expect(conversation.say("print 1 + 1") == "2\n")
  }

  @Test("a script that is stopped ends, also one that goes on after errors")
  func scripts() {
    for keepsGoing in [false, true] {
      let conversation = Conversation(files: ["a.park": "park a area=1ha\npark b area=2ha\n"])
      conversation.keepsGoing = keepsGoing
      conversation.stop.ask(.interrupt)
      #expect(conversation.run("a.park") == "error[interrupted]: interrupted\n")
      #expect(conversation.exit == .interrupted)
    }
  }
}
