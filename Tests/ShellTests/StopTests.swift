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
      "switch main", "branch third", "remove f-1", "rename f-1 f-9", "table tax by=firm",
      "compare main other tax by=tax", "explain tax[2030]", "appraise",
      "replay added.park", "open more.park", "save kept.park", "export kept.csv tax",
      "print npv(tax)", "check", "list", "events",
    ])
  func allOrNothing(_ statement: String) {
    let more = (0..<40).map { "firm m-\($0) park=p sector=toys arrives=2021 jobs=\($0 + 1)\n" }
    let script = "scenario start=2020 end=2060\nuse china\npark p area=9ha\n" + more.joined()
    let conversation = Conversation(files: ["more.park": script, "added.park": more.joined()])
    conversation.say(StopTests.stage)
    let before = conversation.say("save -")
    // At the first look, soon behind it, and deep in the work, until it ends by itself.
    var landed = 0
    var whole: String?
    for looks in [0, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 233, 610] {
      conversation.askAfter(looks: looks)
      let answer = conversation.say(statement)
      conversation.askNever()
      guard answer.contains("error[interrupted]: interrupted") else {
        whole = answer
        break
      }
      landed += 1
      #expect(conversation.say("save -") == before, "\(statement) after \(looks) looks")
      #expect(conversation.file("kept.park") == nil && conversation.file("kept.csv") == nil)
    }
    #expect(landed > 0, "\(statement) never looks")
    #expect(whole?.contains("error[") != true, "\(statement) is an error in any case")
  }

  @Test(
    "questions over draws end where they are stopped, and leave nothing",
    arguments: [
      "discover jobs[2030] < 90", "plot discover jobs[2030] < 90",
      "robust jobs[2030], -tax[2030] by f-2.jobs in 10 to 90 size=4 rounds=2 draws=8",
      "robust jobs[2030] by f-2.jobs in 10 to 90 point 1 size=4 rounds=2 draws=8",
    ])
  func questionsOverDraws(_ statement: String) {
    let conversation = Conversation()
    conversation.say(
      StopTests.stage + [
        "assume pace = uniform(0.5, 1)", "set f-1 jobs=80 * pace", "ensemble draws=40",
      ])
    let before = conversation.say("save -")
    var landed = 0
    var whole: String?
    for looks in [
      0, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 233, 610, 2_000, 10_000, 100_000, 100_000_000,
    ] {
      conversation.askAfter(looks: looks)
      let answer = conversation.say(statement)
      conversation.askNever()
      guard answer.contains("error[interrupted]: interrupted") else {
        whole = answer
        break
      }
      landed += 1
      #expect(conversation.say("save -") == before, "\(statement) after \(looks) looks")
    }
    #expect(landed > 3, "\(statement) hardly looks")
    #expect(whole?.contains("error[") == false, "\(statement): \(whole ?? "")")
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
