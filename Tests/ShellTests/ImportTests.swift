import Diagnostics
import Foundation
import Shell
import Testing

/// `import firms FILE`.
@Suite struct ImportTests {
  private static let script = """
    scenario "Test" start=2020 end=2030
    use china
    city q "衢州"
    park smart city=q area=90ha
    """

  private static let firms = """
    企业名称,行业,到位时间,用地(亩),投资额（万元）,就业人数,年税收(万元),备注
    宏远玩具,玩具,2026年3月,20,"3,000",120,350,x
    Toy Works Ltd.,toys,2026/3/15,15.5,2500,80人,2 M yuan,
    数智科技,数字经济,2026-03,,１２００,60,180,y

    """

  private static let meaning = "行业=玩具:toys,数字经济:digital"

  private func shell(_ files: [String: String] = [:]) -> Conversation {
    let conversation = Conversation(
      files: ["a.park": ImportTests.script, "f.csv": ImportTests.firms].merging(files) { $1 })
    conversation.run("a.park")
    return conversation
  }

  @Test(
    "what comes in are declarations, with the import as a comment, and one undo takes them back")
  func declares() throws {
    let conversation = shell()
    let before = conversation.say("save -")
    let id = conversation.say("show scenario")
    let answer = conversation.say("import firms f.csv park=smart \(ImportTests.meaning)")
    #expect(answer.contains("3 firms imported from f.csv\nnot taken: 备注"), "\(answer)")
    let saved = conversation.say("save -")
    #expect(
      saved.hasSuffix(
        """
        # import firms f.csv park=smart 行业=玩具:toys,数字经济:digital
        firm 宏远玩具 "宏远玩具" park=smart sector=toys arrives=2026年3月 land=20亩 investment=3000万元 jobs=120 total_tax=350万元
        firm toy-works-ltd "Toy Works Ltd." park=smart sector=toys arrives=2026-03-15 land=15.5亩 investment=2500万元 jobs=80人 total_tax=2M yuan
        firm 数智科技 "数智科技" park=smart sector=digital arrives=2026-03 investment=1200万元 jobs=60 total_tax=180万元

        """), "\(saved)")
    #expect(conversation.say("show toy-works-ltd").contains("(f.csv:3)"))
    conversation.say("undo")
    #expect(conversation.say("save -") == before)
    #expect(conversation.say("show scenario") == id)
    conversation.say("redo")
    #expect(conversation.say("save -") == saved)
  }

  @Test("what was saved needs no file, and is the same scenario")
  func saved() throws {
    let conversation = shell()
    conversation.say("import firms f.csv park=smart \(ImportTests.meaning)", "save b.park")
    let id = try ScenarioIDTests.id(conversation)
    let text = String(decoding: conversation.bytes("b.park") ?? [], as: UTF8.self)
    let other = Conversation(files: ["b.park": text])
    other.run("b.park")
    #expect(try ScenarioIDTests.id(other) == id)
    #expect(other.say("save -") == text)
  }

  @Test("in a script the file lies beside it")
  func relative() {
    let conversation = shell([
      "data/f.csv": ImportTests.firms,
      "data/s.park": "import firms f.csv park=smart \(ImportTests.meaning)",
    ])
    let answer = conversation.say("replay data/s.park", "list firm")
    #expect(answer.contains("data/f.csv:4"), "\(answer)")
    #expect(!answer.contains("taken for"))
  }

  @Test("at a prompt it shows what each column is taken for")
  func preview() {
    let answer = shell().say("import firms f.csv park=smart \(ImportTests.meaning)")
    #expect(answer.contains("taken for") && answer.contains("用地(亩)"), "\(answer)")
  }

  @Test("one bad date in row 31,000 is said with its line, and nothing changes")
  func oneBad() {
    var lines = ["title,sector,arrives,jobs"]
    for row in 2..<40_000 {
      lines.append("F\(row),toys,\(row == 31_000 ? "tomorrow" : "2021"),\(row % 50 + 1)")
    }
    let conversation = shell(["big.csv": lines.joined(separator: "\n")])
    let before = conversation.say("save -")
    let answer = conversation.say("import firms big.csv park=smart")
    #expect(answer.contains("error[bad-row]: `tomorrow` is no date"), "\(answer.suffix(500))")
    #expect(answer.contains("big.csv:31000:13"))
    #expect(answer.contains("31000 | F31000,toys,tomorrow,1"))
    #expect(conversation.say("save -") == before)
    let rest = conversation.say("import firms big.csv park=smart --skip-bad")
    #expect(
      rest.contains("39997 firms imported from big.csv; 1 bad row left out"), "\(rest.suffix(500))")
  }

  @Test("a hundred bad rows are counted, and a few are shown")
  func many() {
    let rows = (0..<100).map { "F\($0),toys,2021,\($0 % 2 == 0 ? "many" : "5")" }
    let conversation = shell([
      "b.csv": (["title;sector;arrives;jobs"] + rows.map { $0.replacing(",", with: ";") })
        .joined(separator: "\r\n")
    ])
    let answer = conversation.say("import firms b.csv park=smart")
    #expect(answer.contains("50 rows of `b.csv` are bad"), "\(answer)")
    #expect(answer.contains("note: and 45 more"))
    #expect(answer.count { $0 == "^" } == 5 * 4)
  }

  @Test(
    "bad words are answered where they stand",
    arguments: [
      ("import", "error[syntax]"), ("import cities f.csv", "error[syntax]"),
      ("import firms none.csv park=smart", "error[file]"),
      ("import firms f.csv", "error[missing-column]: no column says `park`"),
      ("import firms f.csv park=nowhere", "there is no park `nowhere`"),
      ("import firms f.csv park=smart jobs=人数", "error[unknown-column]: there is no column `人数`"),
      ("import firms f.csv park=smart jobs=就业人", "error[unknown-column]"),
      ("import firms f.csv park=smart colour=red", "error[unknown-attribute]"),
      ("import firms f.csv park=smart 行业=玩具:", "error[syntax]"),
      ("import firms f.csv park=smart 颜色=红:red", "error[unknown-column]"),
      ("import firms f.csv park=smart", "there is no sector `玩具`"),
      ("import firms f.csv park=smart park=smart", "error[twice]"),
      ("import firms f.csv park=smart --all", "error[unknown-option]"),
      ("import firms f.csv park=", "error[missing-value]"),
      ("import firms empty.csv park=smart", "there is nothing in"),
      ("import firms head.csv park=smart", "has headings and no rows"),
      ("import firms quote.csv park=smart", "this quote never ends"),
      ("import firms short.csv park=smart", "3 cells stand here, and 4 headings above"),
      ("import firms twice.csv park=smart", "error[twice]: two columns say `jobs`"),
      ("import firms book.csv park=smart", "error[not-a-table]"),
    ])
  func bad(_ line: String, _ answer: String) {
    let head = "title,sector,arrives,jobs\n"
    let conversation = shell([
      "empty.csv": "\n\n", "head.csv": head, "quote.csv": head + "\"a,toys,2021,5\n",
      "short.csv": head + "a,toys,2021\n",
      "twice.csv": "title,sector,arrives,jobs,就业人数\na,toys,2021,1,1",
      "book.csv": "PK\u{3}\u{4}",
    ])
    let before = conversation.say("save -")
    let said = conversation.say(line)
    #expect(said.contains(answer), "\(line)\n\(said)")
    #expect(conversation.say("save -") == before)
  }

  @Test("names are words of the language's own making: unique, and the same for the same file")
  func names() {
    let titles = ["A & B (衢州)", "a-b 衢州", "3M", "to", "年", "—", "Ａ１", "tax", "smart"]
    let file = "title,sector,arrives,jobs\n" + titles.map { "\($0),toys,2021,5\n" }.joined()
    let conversation = shell(["n.csv": file])
    conversation.say("import firms n.csv park=smart")
    let names = conversation.say("list firm").split(separator: "\n").dropFirst()
      .compactMap { $0.split(separator: " ").dropFirst().first }
    #expect(
      names == [
        "a-b-衢州", "a-b-衢州-2", "firm-3m", "firm-to", "firm-年", "unnamed", "a1", "firm-tax",
        "smart-2",
      ], "\(names)")
    #expect(conversation.say("import firms n.csv park=smart").contains("is there already"))
  }

  @Test(
    "dates are taken as people write them",
    arguments: [
      ("2026年3月", true), ("2026/3", true), ("2026-03-15", true), ("2026.3.5", true), ("2026", true),
      ("2026/3/15 0:00:00", true), ("２０２６年３月", true), ("2026H1", true), ("3/15/2026", false),
      ("46096", false), ("2026-13", false), ("soon", false),
    ])
  func dates(_ date: String, _ isTaken: Bool) {
    let conversation = shell(["d.csv": "title\tsector\tarrives\tjobs\na\ttoys\t\(date)\t5"])
    let answer = conversation.say("import firms d.csv park=smart")
    #expect(answer.contains("1 firm imported") == isTaken, "\(answer)")
  }

  @Test("what is recorded imports the same file again")
  func recorded() {
    let conversation = shell()
    conversation.say(
      "record log.park", "import firms f.csv park=smart \(ImportTests.meaning)", "record off")
    let log = String(decoding: conversation.bytes("log.park") ?? [], as: UTF8.self)
    #expect(log.contains("import firms f.csv park=smart \(ImportTests.meaning)"), "\(log)")
  }
}
