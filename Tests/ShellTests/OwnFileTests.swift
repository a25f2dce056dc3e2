import Diagnostics
import Testing

/// `save` and `export` say what they did, and replace nothing that is not theirs.
@Suite struct OwnFileTests {
  private static let table = "name,price\nland,12\n"
  private static let script = "park precious area=9ha\n"

  private func shell(_ files: [String: String] = [:]) -> Conversation {
    let own = [
      "stage.park": CommandTests.stage, "precious.park": OwnFileTests.script,
      "precious.csv": OwnFileTests.table,
    ]
    let conversation = Conversation(files: own.merging(files) { $1 })
    conversation.run("stage.park")
    return conversation
  }

  @Test("success says how much went where")
  func says() {
    let conversation = shell()
    #expect(conversation.say("save new.park").hasPrefix("saved 7 statements to new.park\n"))
    #expect(
      conversation.say("export new.csv tax years=2021..2022")
        == "wrote 2 rows to new.csv\nmoney in prices of 2018\n")
    #expect(
      conversation.say("export new.csv tax years=2021")
        == "wrote 1 row to new.csv (replaced)\nmoney in prices of 2018\n")
    #expect(!conversation.say("save -").contains("saved"))
    #expect(!conversation.say("export - tax").contains("wrote"))
  }

  @Test("at a prompt a file of somebody else's is refused, and `--over` replaces it")
  func refuses() {
    let conversation = shell()
    for (statement, path, before) in [
      ("save precious.park", "precious.park", OwnFileTests.script),
      ("export precious.csv tax", "precious.csv", OwnFileTests.table),
    ] {
      let answer = conversation.say(statement)
      #expect(answer.contains("error[file-exists]"), "\(answer)")
      #expect(answer.contains("help: replace it: `\(statement) --over`"), "\(answer)")
      #expect(conversation.file(path) == before)
      #expect(conversation.say("\(statement) --over").contains("to \(path) (replaced)"))
      #expect(conversation.file(path) != before)
      #expect(!conversation.say(statement).contains("error"))
    }
    #expect(conversation.say("save --ovr").contains("unknown-option"))
  }

  @Test(
    "the help of a file that is there is what was typed, with its quotes, and works",
    arguments: [
      "save a.park", "save the.park", "save in.park", "save \"link.park\"", "save \"my own.park\"",
      "save 园/a.park", "save \"of\"", "export a.json tax", "export \"the.csv\" tax by=firm",
      "export a.csv tax, jobs # why", "record a.park", "record \"the file.park\"",
    ])
  func helps(_ statement: String) throws {
    let names = [
      "a.park", "the.park", "in.park", "link.park", "my own.park", "园/a.park", "of", "a.json",
      "the.csv",
      "a.csv", "the file.park",
    ]
    let conversation = shell(Dictionary(uniqueKeysWithValues: names.map { ($0, "else's\n") }))
    let answer = conversation.say(statement)
    #expect(answer.contains("error[file-exists]"), "\(answer)")
    let plain = statement.split(separator: " #")[0]
    let help = "help: replace it: `\(plain) --over`\n"
    #expect(answer.hasSuffix(help), "\(answer)")
    #expect(!conversation.say("\(plain) --over").contains("error"))
  }

  @Test("a word of a file's name is none that may be left out")
  func wordsOfNames() {
    for statement in ["save the.park now", "open a/the-b.park x", "export of.txt tax"] {
      let answer = shell().say(statement)
      #expect(answer.contains("error["), "\(answer)")
      for half in ["`save .park", "`open /", "`open a/-", "`export .txt"] {
        #expect(!answer.contains(half), "\(answer)")
      }
    }
  }

  @Test("what `save` refused is not the file of a `save` without a name")
  func refusedIsNoHome() {
    let conversation = Conversation(files: ["precious.park": OwnFileTests.script])
    conversation.say("park a area=1ha", "save precious.park")
    #expect(conversation.say("save").contains("error[no-file]"))
    #expect(conversation.file("precious.park") == OwnFileTests.script)
  }

  @Test("what was opened, replayed in an empty shell, or run from the command line is one's own")
  func opened() {
    for statement in ["open precious.park", "replay precious.park", "open ./precious.park"] {
      let conversation = Conversation(files: [
        "./precious.park": OwnFileTests.script,
        "precious.park": OwnFileTests.script,
      ])
      conversation.say(statement, "park more area=1ha")
      #expect(conversation.say("save precious.park").contains("saved 2 statements"), "\(statement)")
    }
    let conversation = shell()
    #expect(conversation.say("save").contains("saved 7 statements to stage.park\n"))
    #expect(!conversation.say("park more area=1ha", "save stage.park").contains("error"))
  }

  @Test("what was replayed on top, or by the script that was opened, is not")
  func replayedOnTop() {
    let conversation = shell(["outer.park": "replay precious.park\npark more area=1ha\n"])
    conversation.say("replay precious.park")
    #expect(conversation.say("save precious.park").contains("error[file-exists]"))
    conversation.say("open outer.park")
    #expect(conversation.say("save precious.park").contains("error[file-exists]"))
    #expect(conversation.file("precious.park") == OwnFileTests.script)
  }

  @Test("a script that is run again replaces its own table, and nobody else's")
  func again() {
    let export = "\nexport mine.csv tax, jobs years=2021\n"
    let files = [
      "study.park": CommandTests.stage + export,
      "mine.csv": "period_start,period_end,tax (yuan)\n2020-01-01,2021-01-01,0.00\n",
      "bad.park": CommandTests.stage + "\nexport precious.csv tax\n",
    ]
    let conversation = Conversation(
      files: files.merging(["precious.csv": OwnFileTests.table]) { $1 })
    #expect(
      conversation.run("study.park")
        == "wrote 1 row to mine.csv (replaced)\nmoney in prices of 2018\n")
    let answer = conversation.say("open bad.park")
    #expect(answer.contains("error[file-exists]"))
    #expect(answer.contains("`export precious.csv tax --over`"))
    #expect(conversation.file("precious.csv") == OwnFileTests.table)
  }

  @Test(
    "a script that saves what is there already goes on, and one that saves something else does not")
  func savesAgain() {
    let conversation = Conversation(files: [
      "a.park": "park a area=1ha\nsave out.park\n", "b.park": "park b area=1ha\nsave out.park\n",
    ])
    #expect(conversation.run("a.park") == "saved 1 statement to out.park\n")
    let other = Conversation(files: [
      "a.park": "park a area=1ha\nsave out.park\n", "b.park": "park b area=1ha\nsave out.park\n",
      "out.park": "park a area=1ha\n",
    ])
    #expect(other.run("a.park") == "saved 1 statement to out.park (replaced)\n")
    let third = Conversation(files: [
      "b.park": "park b area=1ha\nsave out.park\n", "out.park": "park a area=1ha\n",
    ])
    #expect(third.run("b.park").contains("error[file-exists]"))
    #expect(third.exit == .usage)
    #expect(third.file("out.park") == "park a area=1ha\n")
  }
}
