import Diagnostics
import Foundation
import Reports
import Shell
import Testing

/// `export … --package` and what it says of a file.
@Suite struct ReceiptTests {
  static let script = """
    scenario "Test" start=2020 end=2024 # a secret remark
    use china
    park p area=9ha
    firm f "衢州，\\"玩具\\"" park=p sector=toys arrives=2021 jobs=30
    """

  static func shell(_ files: [String: String] = [:]) -> Conversation {
    let conversation = Conversation(files: ["stage.park": script].merging(files) { $1 })
    conversation.run("stage.park")
    return conversation
  }

  static func package(_ conversation: Conversation, _ path: String = "datapackage.json") throws
    -> JSONValue
  {
    try JSONValue(try #require(conversation.bytes(path)))
  }

  @Test("a package says what the file is, and how it is made again")
  func says() throws {
    let conversation = ReceiptTests.shell()
    let answer = conversation.say("export tax.csv tax, jobs by=firm --package")
    #expect(answer.hasPrefix("receipt in datapackage.json: scenario "), "\(answer)")
    #expect(answer.contains("wrote "))
    let package = try ReceiptTests.package(conversation)
    #expect(package["title"] == .text("Test") && package["name"] == .text("test"))
    let resource = try #require(package["resources"]?.items?.first)
    #expect(resource["path"] == .text("tax.csv") && resource["name"] == .text("tax"))
    #expect(resource["bytes"] == .number("\(conversation.bytes("tax.csv")?.count ?? 0)"))
    #expect(resource["hash"]?.string?.wholeMatch(of: /sha256:[0-9a-f]{64}/) != nil)
    let fields = try #require(resource["schema"]?["fields"]?.items)
    #expect(
      fields.map { $0["name"]?.string } == [
        "period_start", "period_end", "scope", "scope_title", "tax (yuan)", "jobs (jobs)",
      ])
    #expect(
      fields.map { $0["type"]?.string } == ["date", "date", "string", "string", "number", "number"])
    #expect(fields[4]["unit"] == .text("yuan"))
    #expect(fields[4]["description"]?.string?.contains("money in prices of 2020") == true)
    let receipt = try #require(resource["parkline"])
    #expect(receipt["statement"] == .text("export tax.csv tax, jobs by=firm"))
    #expect(receipt["seed"] == .null && receipt["branch"] == .text("main"))
    #expect(receipt["id"]?.string == (try ScenarioIDTests.id(conversation)))
    let script = try #require(receipt["script"]?.string)
    #expect(script.contains("firm f") && !script.contains("secret"))
    #expect(receipt["libraries"]?.items?.map { $0["name"]?.string } == ["china", "model"])
  }

  @Test(
    "the same export again leaves the package as it was; another file goes beside, the old one stays"
  )
  func shared() throws {
    let conversation = ReceiptTests.shell()
    conversation.say("export tax.csv tax --package")
    let first = conversation.file("datapackage.json")
    conversation.say("export tax.csv tax --package")
    #expect(conversation.file("datapackage.json") == first)
    for path in ["tax.tsv", "tax.json", "a.ndjson", "税收.csv", "tax.xlsx", "tax.svg", "tax.md"] {
      let answer = conversation.say("export \"\(path)\" tax --package")
      #expect(answer.contains("receipt in"), "\(answer)")
    }
    let resources = try #require(try ReceiptTests.package(conversation)["resources"]?.items)
    let names = resources.compactMap { $0["name"]?.string }
    #expect(names.count == 8 && Set(names).count == 8, "\(names)")
    #expect(names.allSatisfy { $0.wholeMatch(of: /[-a-z0-9._]+/) != nil }, "\(names)")
    #expect(resources.filter { $0["schema"] != nil }.count == 5)
    conversation.say("set f jobs=31", "export tax.csv tax --package")
    let after = try #require(try ReceiptTests.package(conversation)["resources"]?.items)
    #expect(after.count == 8 && after[0] != resources[0])
    #expect(Array(after.dropFirst()) == Array(resources.dropFirst()))
  }

  @Test("a folder has its own package, and each format of this program has a media type")
  func folders() throws {
    let conversation = ReceiptTests.shell()
    conversation.say("export out/tax.csv tax --package")
    #expect(conversation.file("datapackage.json") == nil)
    let package = try ReceiptTests.package(conversation, "out/datapackage.json")
    #expect(package["resources"]?.items?.first?["path"] == .text("tax.csv"))
    // A database has the script of each run itself.
    let refused = conversation.say("export out/a.sqlite tax --package")
    #expect(refused.contains("a database takes no receipt"))
    for format in FileFormat.rows where format.content != .runs {
      let path = "out/a.\(format.name)"
      #expect(conversation.say("export \(path) tax --package").contains("receipt in"))
    }
    let all = try ReceiptTests.package(conversation, "out/datapackage.json")["resources"]?.items
    #expect(all?.contains { $0["mediatype"] == .text("application/octet-stream") } == false)
  }

  @Test("what others put into a package stays")
  func keeps() throws {
    let conversation = ReceiptTests.shell()
    conversation.say("export tax.csv tax --package")
    let text = try #require(conversation.file("datapackage.json"))
    let changed = text.replacing(
      "\"resources\": [", with: "\"licenses\": [{\"name\": \"CC0-1.0\"}],\n  \"resources\": [")
    let other = ReceiptTests.shell(["datapackage.json": changed])
    #expect(other.say("export jobs.csv jobs --package").contains("receipt in"))
    #expect(other.file("datapackage.json")?.contains("CC0-1.0") == true)
    #expect(try ReceiptTests.package(other)["resources"]?.items?.count == 2)
  }

  @Test(
    "a package that is somebody else's is replaced or added to with `--over` only, and no file is written",
    arguments: [
      (#"{"name": "theirs", "resources": [{"name": "x", "path": "x.csv"}]}"#, true),
      ("{}", false), ("[1, 2", false), ("\u{FEFF}", false),
    ])
  func refuses(_ text: String, _ isKept: Bool) throws {
    let conversation = ReceiptTests.shell(["datapackage.json": text])
    let answer = conversation.say("export tax.csv tax --package")
    #expect(answer.contains("error[file-exists]: `datapackage.json` is there already"), "\(answer)")
    #expect(answer.contains("`export tax.csv tax --package --over`"))
    #expect(conversation.file("tax.csv") == nil && conversation.file("datapackage.json") == text)
    #expect(conversation.say("export tax.csv tax --package --over").contains("receipt in"))
    let package = try ReceiptTests.package(conversation)
    #expect(package["resources"]?.items?.count == (isKept ? 2 : 1))
  }

  @Test(
    "what has no folder gets no package",
    arguments: ["export - tax --package", "export /dev/stdout tax --package"])
  func refused(_ statement: String) {
    let format =
      statement.contains("/dev") ? statement.replacing("stdout", with: "x.csv") : statement
    #expect(ReceiptTests.shell().say(format).contains("error[conflict]"), "\(statement)")
  }

  @Test(
    "what no data package can list is refused", arguments: [".tax.csv", "~tax.csv", "a\\\\b.csv"])
  func unlistable(_ name: String) {
    let conversation = ReceiptTests.shell()
    let answer = conversation.say("export \"\(name)\" tax --package")
    #expect(answer.contains("error[conflict]: a data package lists no file"), "\(answer)")
    #expect(conversation.file("datapackage.json") == nil)
  }

  @Test("the option is read anywhere, once, and is no figure")
  func option() {
    #expect(
      ReceiptTests.shell().say("export a.csv --package tax years=2021").contains("receipt in"))
    #expect(
      ReceiptTests.shell().say("export a.csv tax --package --package").contains("error[twice]"))
    #expect(ReceiptTests.shell().say("table tax --package").contains("error[unknown-option]"))
    #expect(
      ReceiptTests.shell().say("export datapackage.json tax --package").contains("error[conflict]"))
  }

  @Test("when two files cannot both be written, the sentence says which")
  func unwritable() {
    let safe = Program(
      files: .underSafe, width: nil, renderer: DiagnosticRenderer(), write: { _ in },
      complain: { text in #expect(text.contains("error[safe]"), "\(text)") })
    #expect(
      safe.run(statements: "scenario start=2020 end=2021\nexport a.csv jobs --package") == .file)
  }

  @Test(
    "a name of 10,000 characters, of quotes and of what drives a terminal makes a package that reads"
  )
  func hostile() throws {
    let name = String(repeating: "税", count: 10_000)
    let conversation = Conversation()
    conversation.say(
      "scenario \"\(name) \\\"]}\" start=2020 end=2021", "park p \"\u{202E}\u{1B}[31m\" area=1ha")
    let answer = conversation.say("export \"\u{1B}[2J'.csv\" land.serviced by=park --package")
    #expect(!answer.contains("\u{1B}") && answer.contains("receipt in"), "\(answer)")
    let package = try ReceiptTests.package(conversation)
    #expect(package["title"] == .text("\(name) \"]}"))
  }
}
