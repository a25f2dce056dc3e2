import Diagnostics
import Ensembles
import Foundation
import Reports
import Shell
import Testing

/// `verify FILE` and `replay ID`.
@Suite struct VerifyTests {
  /// A shell that has exported a file, and what it said.
  private func exported(_ statement: String = "export tax.csv tax, jobs by=firm") throws
    -> Conversation
  {
    let conversation = ReceiptTests.shell()
    let answer = conversation.say(statement + " --package")
    #expect(answer.contains("receipt in"), "\(answer)")
    return conversation
  }

  /// Another shell with the files of one, some of them changed.
  private func other(
    _ conversation: Conversation, _ names: [String] = ["tax.csv", "datapackage.json"],
    _ change: (inout [String: String]) -> Void = { _ in }
  ) throws -> Conversation {
    var files: [String: String] = [:]
    for name in names {
      let text: String = try #require(conversation.file(name))
      files[name] = text
    }
    change(&files)
    return Conversation(files: files)
  }

  @Test(
    "what nobody touched is the same to the last digit, in a shell that knows nothing of it",
    arguments: [
      "export tax.csv tax, jobs by=firm", "export tax.csv tax layout=tidy --nominal",
      "export tax.tsv tax by=firm", "export tax.json tax per=step", "export tax.ndjson tax",
      "export tax.csv tax --excel --raw", "export \"tax.csv\"",
      "export tax.csv assumptions", "export tax.csv explain tax[2022] depth=4",
      "export tax.csv events", "export tax.csv appraise", "export tax.csv tornado tax[2022]",
      "export tax.csv tax, jobs, occupancy by=park per=step",
    ])
  func same(_ statement: String) throws {
    let conversation = try exported(statement)
    let name = String(try #require(statement.firstMatch(of: /tax\.[a-z]+/)).output)
    let answer = try other(conversation, [name, "datapackage.json"]).say("verify \(name)")
    #expect(
      answer.contains(
        /`tax\.[a-z]+`: [0-9]+ rows, the same to the last digit, of scenario [0-9a-f]{12}/),
      "\(answer)")
  }

  @Test(
    "pictures and workbooks are the same to the last byte",
    arguments: ["tax.xlsx", "tax.svg", "tax.md", "tax.md explain", "tax.html explain"])
  func bytes(_ words: String) throws {
    let conversation = ReceiptTests.shell()
    let name = String(words.prefix { $0 != " " })
    let figure = words.contains("explain") ? "tax[2022]" : "tax"
    conversation.say("format headings=zh units=万", "export \(words) \(figure) --package")
    // Settings of the shell that asks are its own.
    conversation.say("format headings=en units=M")
    let answer = conversation.say("verify \(name)")
    #expect(answer.contains("`\(name)`: the same to the last byte"), "\(answer)")
  }

  @Test("a figure that was changed is named with its row, its column and both values")
  func changed() throws {
    let conversation = try exported()
    let rows = try #require(conversation.file("tax.csv")).split(separator: "\n")
    let cells = rows[3].split(separator: ",", omittingEmptySubsequences: false)
    let figure = String(cells[cells.count - 2])
    let answer = try other(conversation) { files in
      files["tax.csv"] = files["tax.csv"]?.replacing(figure, with: "1234.56", maxReplacements: 1)
    }.say("verify tax.csv")
    #expect(
      answer.contains(
        "error[receipt-differs]: `tax.csv` is not what its receipt says: one figure differs"),
      "\(answer)")
    #expect(
      answer.contains("row 3 (2022-01-01, f), column `tax (yuan)`: the file says `1234.56`, the"),
      "\(answer)")
    #expect(answer.contains("run `\(figure)`"), "\(answer)")
  }

  @Test("an empty package is damaged, and none is missing")
  func emptyPackage() throws {
    let empty = try other(try exported()) { $0["datapackage.json"] = "" }.say("verify tax.csv")
    #expect(
      empty.contains("error[bad-receipt]: `datapackage.json` is no data package: it is empty"),
      "\(empty)")
    let none = try other(try exported()) { $0["datapackage.json"] = nil }.say("verify tax.csv")
    #expect(none.contains("error[no-receipt]: there is no `datapackage.json`"), "\(none)")
  }

  @Test("any flipped byte of a file is noticed")
  func flipped() throws {
    let conversation = try exported("export tax.csv tax years=2021..2022")
    let bytes = try #require(conversation.bytes("tax.csv"))
    let package = try #require(conversation.file("datapackage.json"))
    for index in stride(from: 0, to: bytes.count, by: 7) {
      var other = bytes
      other[index] ^= 1
      let shell = Conversation(files: [
        "datapackage.json": package, "tax.csv": String(decoding: other, as: UTF8.self),
      ])
      #expect(shell.say("verify tax.csv").contains("error[receipt-differs]"), "byte \(index)")
    }
  }

  @Test("what a spreadsheet saves again has the same figures and other bytes")
  func savedAgain() throws {
    let answer = try other(try exported()) { files in
      files["tax.csv"] = "\u{FEFF}" + (files["tax.csv"] ?? "").replacing("\n", with: "\r\n")
    }.say("verify tax.csv")
    #expect(answer.contains("its figures are the same, and its bytes are not"), "\(answer)")
  }

  @Test("a row too few, a column too many and a file of other bytes are told")
  func shape() throws {
    let conversation = try exported("export tax.csv tax years=2021..2023")
    let short = try other(conversation) { files in
      files["tax.csv"] = files["tax.csv"]?.split(separator: "\n").dropLast().joined(separator: "\n")
    }.say("verify tax.csv")
    #expect(short.contains("it has 2 rows, and the run 3"), "\(short)")
    let wide = try other(conversation) { files in
      files["tax.csv"] = files["tax.csv"]?.replacing("\n", with: ",1\n")
    }.say("verify tax.csv")
    #expect(wide.contains("column 4 is `1`, and missing by the run"), "\(wide)")
    let gone = try other(conversation) { $0["tax.csv"] = "\"" }.say("verify tax.csv")
    #expect(gone.contains("it is no csv of UTF-8 that can be read"), "\(gone)")
  }

  @Test("who changes a file and its hash is found by the run")
  func forged() throws {
    let conversation = try exported("export tax.csv jobs years=2023")
    let file = try #require(conversation.file("tax.csv"))
    let forged = ReceiptTests.shell()
    // The package of other figures, with the receipt of these.
    forged.say("set f jobs=31", "export tax.csv jobs years=2023 --package")
    let answer = try other(forged) { files in
      let good = try? ReceiptTests.package(conversation)["resources"]?.items?.first?["parkline"]
      guard var package = try? ReceiptTests.package(forged), let receipt = good,
        var resource = package["resources"]?.items?.first
      else { return }
      resource["parkline"] = receipt
      package["resources"] = .array([resource])
      files["datapackage.json"] = package.fileText
    }.say("verify tax.csv")
    #expect(forged.file("tax.csv") != file)
    #expect(
      answer.contains("one figure differs") && answer.contains("column `jobs (jobs)`"), "\(answer)")
    #expect(!answer.contains("its bytes are not"), "\(answer)")
  }

  /// A package whose receipt says that another program wrote it, with the id that it would have had.
  private func package(
    of conversation: Conversation, by engine: String, library: String? = nil
  ) throws -> String {
    var package = try ReceiptTests.package(conversation)
    var resource = try #require(package["resources"]?.items?.first)
    var receipt = try #require(resource["parkline"])
    var libraries = try #require(receipt["libraries"]?.items)
    if let library {
      libraries[0]["sha256"] = .text(library)
      receipt["libraries"] = .array(libraries)
    }
    receipt["engine"] = .text(engine)
    let texts = [try #require(receipt["script"]?.string), engine, "no seed"]
    receipt["id"] = .text(
      PartHeader.identity(
        of: texts + libraries.flatMap { [$0["name"]?.string ?? "", $0["sha256"]?.string ?? ""] }))
    resource["parkline"] = receipt
    package["resources"] = .array([resource])
    return package.fileText
  }

  @Test(
    "of another version of the program, and of other libraries, the run is compared all the same")
  func engine() throws {
    let conversation = try exported()
    let made = try package(of: conversation, by: "0.0.9", library: "0123")
    let answer = try other(conversation) { $0["datapackage.json"] = made }.say("verify tax.csv")
    #expect(answer.contains("the same to the last digit"), "\(answer)")
    #expect(answer.contains("written by Parkline 0.0.9, run again by 0.1.0"), "\(answer)")
    #expect(answer.contains("library `china` says something else here than then"), "\(answer)")
    let changed = try other(conversation) { files in
      files["datapackage.json"] = made
      files["tax.csv"] = files["tax.csv"]?.replacing("2022-01-01", with: "2022-01-02")
    }.say("verify tax.csv")
    #expect(
      changed.contains("written by Parkline 0.0.9") && changed.contains("2022-01-02"), "\(changed)")
    let run = try other(conversation) { $0["datapackage.json"] = made }
    let id = try #require(made.firstMatch(of: /"id": "([0-9a-f]{12})/)).output.1
    #expect(run.say("replay \(id)").contains("it was run by Parkline 0.0.9"))
  }

  @Test("a receipt whose script or version was changed alone is not followed")
  func claimed() throws {
    let conversation = try exported()
    for (text, new) in [("\"engine\": \"0.1.0\"", "\"engine\": \"0.0.9\""), ("jobs=30", "jobs=31")]
    {
      let answer = try other(conversation) {
        $0["datapackage.json"] = $0["datapackage.json"]?.replacing(text, with: new)
      }.say("verify tax.csv")
      #expect(answer.contains("error[bad-receipt]"), "\(answer)")
      #expect(answer.contains("its id is not that of its script"), "\(answer)")
    }
  }

  @Test(
    "a package that is damaged says where",
    arguments: [
      ("{", 1), ("[]", 1), ("", 0), ("{\"resources\": 3}", 1),
      (String(repeating: "[", count: 100_000), 1),
      ("{\"resources\": [}", 1), ("\u{FEFF}{\"resources\": [],}", 1),
    ])
  func damaged(_ text: String, _ located: Int) throws {
    let conversation = Conversation(files: ["tax.csv": "a\n1\n", "datapackage.json": text])
    let answer = conversation.say("verify tax.csv")
    #expect(answer.contains("error[bad-receipt]"), "\(answer.prefix(400))")
    if located > 0 { #expect(answer.contains("--> datapackage.json:1:"), "\(answer.prefix(400))") }
    #expect(answer.utf8.count < 2_000)
  }

  @Test("no package, a file that it does not list and one without a receipt are told apart")
  func missing() throws {
    #expect(
      Conversation(files: ["tax.csv": "a\n"]).say("verify tax.csv").contains(
        "there is no `datapackage.json`"))
    let unlisted = try other(try exported()) { $0["other.csv"] = "a\n" }.say("verify other.csv")
    #expect(
      unlisted.contains("does not list `other.csv`")
        && unlisted.contains("it has receipts of tax.csv"))
    let theirs = Conversation(files: [
      "x.csv": "a\n", "datapackage.json": #"{"resources": [{"name": "x", "path": "x.csv"}]}"#,
    ]).say("verify x.csv")
    #expect(
      theirs.contains("error[no-receipt]") && theirs.contains("another program wrote of it"),
      "\(theirs)")
    #expect(Conversation().say("verify none.csv").contains("error[file]"))
  }

  @Test(
    "every text of a receipt may be anything: it is refused with a sentence, and nothing is read or written"
  )
  func hostile() throws {
    let conversation = try exported()
    let package = try ReceiptTests.package(conversation)
    let resource = try #require(package["resources"]?.items?.first)
    let receipt = try #require(resource["parkline"])
    let texts = [
      "", "quit", "export /etc/passwd tax", "save x.park", "replay /etc/passwd",
      "open ../../a.park",
      "record x.txt", "edit", "export tax.csv tax; save y.park", "\u{0}\u{1B}[2J", "verify tax.csv",
      "scenario start=2020 end=2021\nexport z.csv jobs", String(repeating: "(", count: 10_000),
      "explain tax --proof /tmp/p.json", "export - tax", "hello",
    ]
    for key in [
      "id", "engine", "branch", "statement", "format", "script", "libraries", "seed", "scenario",
    ] {
      for text in texts {
        var (forged, one, all) = (receipt, resource, package)
        forged[key] = .text(text)
        one["parkline"] = forged
        all["resources"] = .array([one])
        let files = [
          "tax.csv": try #require(conversation.file("tax.csv")), "datapackage.json": all.fileText,
        ]
        let shell = Conversation(files: files)
        let answer = shell.say("verify tax.csv")
        #expect(
          answer.contains("error[") || ["branch", "format", "scenario", "statement"].contains(key),
          "\(key): \(text): \(answer)")
        #expect(!answer.contains("\u{1B}"))
        for path in ["x.park", "y.park", "z.csv", "x.txt", "/tmp/p.json", "/etc/passwd", "-"] {
          #expect(shell.bytes(path) == nil, "\(key): \(text)")
        }
      }
    }
  }

  @Test("`verify` says nothing of the scenario at hand, and changes nothing")
  func aside() throws {
    let conversation = try exported()
    conversation.say("branch late", "set f jobs=31")
    let script = conversation.say("save -")
    #expect(conversation.say("verify tax.csv").contains("the same to the last digit"))
    #expect(conversation.say("save -") == script)
  }

  @Test(
    "of a branch the name is in the file, and only the branches that a statement names are told")
  func branches() throws {
    let conversation = ReceiptTests.shell()
    conversation.say(
      "branch secret", "set f jobs=77", "switch main", "branch late", "set f jobs=31",
      "export late.csv tax layout=tidy --package")
    #expect(conversation.file("late.csv")?.contains("late") == true)
    #expect(conversation.file("datapackage.json")?.contains("jobs=77") == false)
    let shell = try other(conversation, ["late.csv", "datapackage.json"])
    #expect(shell.say("verify late.csv").contains("the same to the last digit"))
    conversation.say("export v.svg tax vs=main --package")
    let both = conversation.file("datapackage.json")
    #expect(both?.contains("jobs=77") == false && both?.contains("branch late") == true)
    #expect(
      conversation.say("verify v.svg").contains("the same to the last byte"),
      "\(conversation.say("verify v.svg"))")
  }

  @Test("draws are the same again, by their seed")
  func draws() throws {
    let conversation = ReceiptTests.shell()
    conversation.say(
      "set f jobs=20 to 40", "ensemble draws=64 seed=7", "export d.csv tax years=2023 --package")
    #expect(
      try ReceiptTests.package(conversation)["resources"]?.items?[0]["parkline"]?["seed"]
        == .number("7"))
    #expect(conversation.say("verify d.csv").contains("6 rows, the same to the last digit"))
  }

  // MARK: Runs by their ids

  @Test(
    "`replay` and `open` find a run by the beginning of its id, also when the script has moved on")
  func found() throws {
    let conversation = try exported()
    let id = try ScenarioIDTests.id(conversation)
    conversation.say("set f jobs=99")
    for length in [6, 12, 64] {
      let shell = try other(conversation)
      #expect(!shell.say("replay \(id.prefix(length))").contains("error"))
      #expect(try ScenarioIDTests.id(shell) == id)
    }
    #expect(!conversation.say("open \(id.prefix(8))").contains("error"))
    #expect(try ScenarioIDTests.id(conversation) == id)
    // It is no file that `save` could go to.
    #expect(conversation.say("save").contains("error[no-file]"))
  }

  @Test("a file of such a name is the file")
  func fileFirst() throws {
    let conversation = try exported()
    let id = String(try ScenarioIDTests.id(conversation).prefix(6))
    let shell = try other(conversation) { $0[id] = "scenario \"the file\" start=2020 end=2021\n" }
    shell.say("replay \(id)")
    #expect(shell.say("show scenario").contains("the file"))
  }

  @Test("an id that nobody knows lists those that are known; five digits are a file's name")
  func unknown() throws {
    let shell = try other(try exported())
    let answer = shell.say("replay 000000")
    #expect(
      answer.contains("error[unknown-id]") && answer.contains(/note: [0-9a-f]{12} Test/),
      "\(answer)")
    #expect(shell.say("replay 00000").contains("error[file]"))
    #expect(Conversation().say("replay abcdef").contains("error[file]"))
  }

  @Test("an id that several runs begin with lists them")
  func several() throws {
    let conversation = try exported()
    var package = try ReceiptTests.package(conversation)
    let resource = try #require(package["resources"]?.items?.first)
    let receipt = try #require(resource["parkline"])
    let id = try #require(receipt["id"]?.string)
    var (twin, other) = (resource, receipt)
    other["id"] = .text(id.dropLast() + (id.hasSuffix("0") ? "1" : "0"))
    other["script"] = .text("scenario start=2020 end=2021\n")
    twin["parkline"] = other
    twin["path"] = .text("twin.csv")
    package["resources"] = .array([resource, twin])
    let shell = Conversation(files: ["datapackage.json": package.fileText])
    let answer = shell.say("replay \(id.prefix(10))")
    #expect(answer.contains("several runs in `datapackage.json`"), "\(answer)")
    #expect(!shell.say("replay \(id)").contains("error"))
  }
}
