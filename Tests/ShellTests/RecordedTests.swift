import Diagnostics
import Foundation
import ParkModel
import Shell
import Testing

/// What was corrected at a prompt, saved twice or edited, in a script that does it again.
@Suite struct RecordedTests {
  private static let corrected = [
    "record r.park", "scenario \"R\" start=2021 end=2025", "city a", "park east city=a area=10ha",
    "sector s output_per_job=80万元/year", "firm f park=west sector=s jobs=10 arrives=2021",
    "firm f park=east sector=s jobs=12 arrives=2021",
  ]

  @Test("a corrected line is recorded as one change, which `undo` takes back there too")
  func corrected() throws {
    let conversation = Conversation()
    conversation.say(RecordedTests.corrected)
    let script = conversation.session.scenario.script
    #expect(script.contains("firm f park=east"))
    let again = Conversation(files: files(of: conversation))
    again.run("r.park")
    #expect(again.session.scenario.script == script)
    conversation.say("undo")
    #expect(conversation.session.scenario.script.contains("firm f park=west"))
    let back = Conversation(files: files(of: conversation))
    // The wrong line is back, and a script says so.
    #expect(back.run("r.park").contains("there is no park `west`"))
  }

  @Test("a line that is corrected twice is recorded too, and one of another title and attributes")
  func correctedTwice() {
    let conversation = Conversation()
    conversation.say(Array(RecordedTests.corrected.dropLast()))
    conversation.say(
      "firm f park=weest sector=s jobs=12 arrives=2021",
      "firm f \"二厂\" park=east sector=s output=1亿元 arrives=2021")
    let script = conversation.session.scenario.script
    #expect(script.hasSuffix("firm f \"二厂\" park=east sector=s output=1亿元 arrives=2021\n"))
    let again = Conversation(files: files(of: conversation))
    #expect(again.run("r.park") == "")
    #expect(again.session.scenario.script == script)
  }

  @Test("a correction replaces only what was typed just before, warned of, at a prompt")
  func onlyJustBefore() {
    let conversation = Conversation(files: ["x.park": "park q area=1ha\npark q area=2ha\n"])
    let stage = RecordedTests.corrected.dropFirst().dropLast(2)
    conversation.say(Array(stage))
    let wrong = "firm f park=west sector=s jobs=10 arrives=2021"
    let right = "firm f park=east sector=s jobs=10 arrives=2021"
    #expect(conversation.say(wrong).contains("warning[unknown-name]"))
    // What failed in between changes nothing, and what was said in between does.
    #expect(conversation.say("firm f park=east sector=s jobs=ha arives=2021").contains("error["))
    #expect(conversation.say(right).contains("this replaces `f`"))
    // Nothing was wrong with that, so it is not replaced.
    #expect(conversation.say(right).contains("error[declared-twice]"))
    conversation.say("undo", wrong, "list firm")
    #expect(conversation.say(right).contains("error[declared-twice]"))
    #expect(conversation.say("replay x.park").contains("error[declared-twice]"))
  }

  @Test("a session that saves a file twice is recorded so that it runs over its own result")
  func savedTwice() {
    let conversation = Conversation()
    conversation.say("record r.park", "city a", "save s.park", "city b", "save s.park", "city c")
    #expect(
      conversation.file("r.park")
        == "city a\nsave s.park --over\ncity b\nsave s.park --over\ncity c\n")
    let again = Conversation(files: files(of: conversation))
    #expect(
      again.run("r.park")
        == "saved 1 statement to s.park (replaced)\nsaved 2 statements to s.park\n")
    #expect(again.file("s.park") == "city a\ncity b\n")
    // What is saved once needs no such thing.
    let once = Conversation()
    once.say("record r.park", "city a", "save s.park")
    #expect(once.file("r.park") == "city a\nsave s.park\n")
  }

  @Test("a proof replaces a file of somebody else's with `--over` only")
  func proofs() {
    let conversation = Conversation(files: ["p.json": "mine\n"])
    conversation.say("scenario start=2021 end=2022")
    let refused = conversation.say("explain tax[2021] --proof p.json")
    #expect(refused.contains("error[file-exists]"))
    #expect(refused.contains("help: replace it: `explain tax[2021] --proof p.json --over`"))
    #expect(conversation.file("p.json") == "mine\n")
    #expect(
      conversation.say("explain tax[2021] --proof p.json --over")
        == "wrote the proof to p.json (replaced)\n")
    #expect(
      conversation.say("explain tax[2022] --proof p.json")
        == "wrote the proof to p.json (replaced)\n")
    #expect(conversation.say("explain tax[2022] --proof q.json") == "wrote the proof to q.json\n")
  }

  private func files(of conversation: Conversation) -> [String: String] {
    var files: [String: String] = [:]
    for name in ["r.park", "s.park"] + (1...20).map({ "r.park.edit-\($0).park" }) {
      if let text = conversation.file(name) { files[name] = text }
    }
    return files
  }
}
