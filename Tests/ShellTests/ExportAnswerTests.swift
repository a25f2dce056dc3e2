import Foundation
import Shell
import Testing

/// Answers of commands as files: Language 8.
@Suite struct ExportAnswerTests {
  private static let stage =
    CommandTests.stage + "\n" + """
      park upper "Upper" city=hangzhou area=20ha
      phase u1 park=upper area=10ha investment=800M start=2018 complete=2019
      firm mill "Mill, \\"old\\"" park=upper sector=digital arrives=2021 jobs=70
      branch late
      set p2 delay=3y
      switch main
      """

  private func conversation(_ statements: String...) -> Conversation {
    let conversation = Conversation(files: ["stage.park": Self.stage])
    #expect(!conversation.run("stage.park").contains("error["))
    for statement in statements { conversation.say(statement) }
    return conversation
  }

  /// The rows of a file without its heading, by the names of its columns.
  private func rows(_ words: String, of conversation: Conversation? = nil) -> [[String: String]] {
    let conversation = conversation ?? self.conversation()
    let answer = conversation.say("export out.tsv \(words) --over")
    #expect(answer.contains("wrote "), "\(answer)")
    let lines = (conversation.file("out.tsv") ?? "").split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    return lines.dropFirst().map { line in
      Dictionary(zip(lines[0], line)) { first, _ in first }
    }
  }

  private func fen(_ text: String?) -> Int? {
    let parts = (text ?? "").split(separator: ".")
    guard parts.count == 2, parts[1].count == 2 else { return nil }
    return Int(parts[0] + parts[1])
  }

  static let answers = [
    "compare main late", "compare main late tax, jobs by=firm", "appraise", "events",
    "assumptions", "explain tax[2025] depth=3",
  ]

  @Test(
    "every answer goes into every format but pictures", arguments: answers,
    ["csv", "tsv", "json", "ndjson", "md", "xlsx"])
  func formats(_ words: String, _ format: String) {
    let conversation = conversation()
    let answer = conversation.say("export out.\(format) \(words)")
    #expect(
      answer.contains(/wrote ([1-9][0-9]* rows?|a tree of [1-9][0-9]* lines) to out/), "\(answer)")
    #expect((conversation.bytes("out.\(format)")?.count ?? 0) > 100)
  }

  @Test("the tree of a figure keeps its levels where somebody reads it")
  func tree() throws {
    let conversation = conversation()
    conversation.say("export why.md explain tax[2025] depth=2", "export why.html explain tax[2025]")
    let list = try #require(conversation.file("why.md"))
    let shown = conversation.say("explain tax[2025] depth=2")
    let levels = list.split(separator: "\n").compactMap { line -> Int? in
      let blanks = line.prefix { $0 == " " }.count
      return line.dropFirst(blanks).hasPrefix("- ") ? blanks / 2 : nil
    }
    #expect(levels.first == 0 && levels.max() == 2)
    #expect(shown.split(separator: "\n").count == levels.count)
    #expect(try #require(conversation.file("why.html")).contains("<ul class=\"tree\">"))
    let refused = conversation.say("export why.md explain missing-unit --over")
    #expect(refused.contains("error[wrong-kind]: what an error means is to be read"))
  }

  @Test("a tornado is a table of exact figures with units, and a picture")
  func tornado() throws {
    let conversation = conversation("assume slow = 1y to 2y", "set p2 delay=slow")
    let table = rows("tornado investment[2020]", of: conversation)
    #expect(table.count == 1)
    #expect(table[0]["input"] == "slow" && table[0]["unit"] == "y")
    #expect(table[0]["low"] == "1" && table[0]["high"] == "2")
    let (low, high) = (fen(table[0]["at low (yuan)"]), fen(table[0]["at high (yuan)"]))
    #expect(low != nil && high != nil && low != high)
    #expect(fen(table[0]["swing (yuan)"]) == abs((low ?? 0) - (high ?? 0)))
    #expect(
      conversation.say("export t.svg tornado investment[2020]").contains("wrote a picture to t.svg")
    )
    conversation.say("export u.svg investment[2020] kind=tornado")
    #expect(conversation.file("t.svg") == conversation.file("u.svg"))
    for name in ["html", "json", "md", "xlsx"] {
      #expect(
        conversation.say("export t.\(name) tornado investment[2020]").contains("wrote 1 row to t"))
    }
    // All of it, where a terminal shows the first twelve.
    let tenths = rows("tornado tax[2030]", of: self.conversation())
    #expect(tenths.count > 12 && tenths[0].keys.contains("value"))
    #expect(rows("tornado tax[2030] top=3", of: self.conversation()).count == 3)
    #expect(
      self.conversation().say("export t.csv tornado tax").contains(
        "error[wrong-kind]: `tornado` takes a figure with one value"))
  }

  @Test("a picture of ranges says that correlations are not followed, as the table does")
  func correlated() throws {
    let conversation = conversation(
      "assume slow = 1y to 2y", "assume far = 1y to 3y", "set p2 delay=slow", "set u1 delay=far",
      "correlate slow far 0.5")
    let note = "correlations are not followed"
    #expect(conversation.say("tornado investment[2020]").contains(note))
    #expect(conversation.say("plot investment[2020] kind=tornado --ascii").contains(note))
    conversation.say(
      "export t.svg tornado investment[2020]", "export t.md tornado investment[2020]")
    #expect(try #require(conversation.file("t.svg")).contains(note))
  }

  @Test("a cell of a comparison without a value says why, in both layouts")
  func reasons() throws {
    let conversation = conversation()
    let tidy = rows("compare main late tax by=firm years=2019..2026 layout=tidy", of: conversation)
    let empty = tidy.filter { $0["change"] == "" && $0["branch"] == "late" }
    #expect(!empty.isEmpty && empty.allSatisfy { $0["note"] == "it is nothing in `main`" })
    #expect(tidy.filter { $0["change"] != "" }.allSatisfy { $0["note"] == "" })
    let answer = conversation.say("export c.csv compare main late tax by=firm years=2019..2026")
    #expect(answer.contains("– tax late change: it is nothing in `main`"), "\(answer)")
    conversation.say("export c.md compare main late tax by=firm years=2019..2026")
    #expect(conversation.say("export c.xlsx compare main late occupancy").contains("wrote "))
  }

  @Test("a picture of a table is refused with what takes it", arguments: answers, ["svg", "png"])
  func noPicture(_ words: String, _ format: String) {
    let conversation = conversation()
    let answer = conversation.say("export out.\(format) \(words)")
    #expect(
      answer.contains("error[conflict]: `\(words.prefix { $0.isLetter })` answers with a table"))
    #expect(answer.contains("`.csv`"))
    if words.hasPrefix("compare") { #expect(answer.contains("tax vs=BRANCH")) }
    #expect(conversation.bytes("out.\(format)") == nil)
  }

  @Test("branches side by side: what one is more is exact to the fen, in both layouts")
  func compare() {
    let wide = rows("compare main late tax by=firm years=2019..2026")
    #expect(wide.count == 8 * 2)
    #expect(wide[0]["period_start"] == "2019-01-01" && wide[0]["period_end"] == "2020-01-01")
    var differs = false
    for row in wide {
      guard let main = fen(row["tax main (yuan)"]), let late = fen(row["tax late (yuan)"]),
        let less = fen(row["tax late - main (yuan)"])
      else {
        Issue.record("\(row)")
        continue
      }
      #expect(main + less == late)
      differs = differs || less != 0
      if main == 0 { #expect(row["tax late change (share)"] == "") }
    }
    #expect(differs)
    #expect(wide.contains { $0["scope"] == "mill" && $0["scope_title"] == "Mill, \"old\"" })
    let tidy = rows("compare main late tax by=firm years=2019..2026 layout=tidy")
    #expect(tidy.count == 2 * wide.count)
    for row in tidy where row["branch"] == "late" {
      let same = wide.first {
        $0["scope"] == row["scope"] && $0["period_start"] == row["period_start"]
      }
      #expect(row["value"] == same?["tax late (yuan)"])
      #expect(row["difference"] == same?["tax late - main (yuan)"])
      #expect(row["against"] == "main" && row["unit"] == "yuan" && row["scope_kind"] == "firm")
    }
    #expect(tidy.filter { $0["branch"] == "main" }.allSatisfy { $0["difference"] == "" })
  }

  @Test("without metrics it is the usual figures in the last year")
  func summary() {
    let wide = rows("compare main late")
    #expect(wide.count == 1)
    #expect(wide[0]["period_start"] == "2035-01-01")
    #expect(wide[0]["jobs late - main (jobs)"] != nil)
  }

  @Test("draw by draw, each statistic of the difference and the chance of more")
  func drawn() {
    let conversation = conversation(
      "assume slow = 60 to 140; set returnee jobs=slow; ensemble draws=64", "switch late",
      "assume slow = 60 to 140; set returnee jobs=slow; ensemble draws=64", "switch main")
    let wide = rows("compare main late tax years=2020..2022", of: conversation)
    #expect(wide[0]["tax late - main p95 (yuan)"] != nil, "\(wide[0].keys.sorted())")
    #expect(wide[0]["tax chance late > main (share)"] == "0")
    let tidy = rows("compare main late tax years=2020..2022 layout=tidy", of: conversation)
    #expect(tidy.count == 3 * 2 * 6)
    #expect(Set(tidy.compactMap { $0["statistic"] }).contains("p25"))
    #expect(tidy.filter { $0["branch"] == "late" }.allSatisfy { $0["chance_more"] != "" })
    let worth = rows("appraise", of: conversation)
    #expect(worth.contains { $0["measure"] == "chance net present value > 0" })
  }

  @Test("an appraisal adds up to the fen, line by line and budget by budget")
  func appraise() {
    let rows = rows("appraise discount=6%")
    #expect(rows[0]["measure"] == "discount rate" && rows[0]["value"] == "0.06")
    func value(_ measure: String, _ scope: String) -> Int? {
      fen(rows.first { $0["measure"] == measure && $0["scope"] == scope }?["value"])
    }
    let scopes = ["quzhou", "hangzhou", "total"]
    for scope in scopes {
      let own = rows.filter { $0["scope"] == scope }.map { ($0["measure"] ?? "", $0) }
      let benefits = own.prefix { $0.0 != "benefits" }.compactMap { fen($0.1["value"]) }
      let costs = own.drop { $0.0 != "benefits" }.dropFirst().prefix { $0.0 != "costs" }
        .compactMap { fen($0.1["value"]) }
      #expect(value("benefits", scope) == benefits.reduce(0, +))
      #expect(value("costs", scope) == costs.reduce(0, +))
      #expect(
        value("net present value", scope)
          == (value("benefits", scope) ?? 0) + (value("costs", scope) ?? 0))
    }
    #expect(
      value("net present value", "total")
        == scopes.dropLast().compactMap { value("net present value", $0) }.reduce(0, +))
    #expect(rows.allSatisfy { $0["branch"] == "main" && $0["against"] == "" })
    let less = self.rows("appraise against late")
    #expect(less.allSatisfy { $0["against"] == "late" })
    let flows = self.rows("appraise tax - investment.public")
    #expect(flows[1]["measure"] == "net present value" && flows[1]["unit"] == "yuan")
  }

  @Test("events have days, names and kinds; where nothing happens there are none")
  func events() {
    let rows = rows("events years=2018..2022")
    #expect(rows.contains { $0["name"] == "mill" && $0["kind"] == "opens" })
    #expect(rows.allSatisfy { ($0["date"] ?? "").contains(/^20[0-9]{2}-[01][0-9]-[0-3][0-9]$/) })
    #expect(rows.first { $0["name"] == "mill" }?["title"] == "Mill, \"old\"")
    let conversation = conversation()
    #expect(conversation.say("export - events mill years=2034") == "date,name,kind,event\n")
  }

  @Test("an assumption that is one number has it in its own column")
  func assumptions() {
    let rows = rows("assumptions")
    let vat = rows.first { $0["unit"] == "share" && $0["value"]?.hasSuffix("%") == true }
    #expect(vat != nil)
    for row in rows where row["unit"] == "share" {
      let percent =
        (row["value"] ?? "").hasSuffix("%")
        ? Double((row["value"] ?? "").dropLast()) : nil
      if let percent, let number = Double(row["number"] ?? "") {
        #expect((number - percent / 100).magnitude < 1e-12, "\(row)")
      }
    }
  }

  @Test("a tree has a row for each number, and the money below a sum adds up to it")
  func explain() {
    let rows = rows("explain tax[2025]")
    #expect(rows[0]["id"] == "1" && rows[0]["parent"] == "" && rows[0]["level"] == "0")
    var sums = 0
    for row in rows where row["operation"] == "sum" && row["unit"] == "yuan" {
      let parts = rows.filter { $0["parent"] == row["id"] }
      let fens = parts.compactMap { fen($0["value"]) }
      guard fens.count == parts.count, !parts.isEmpty else { continue }
      sums += 1
      #expect(fen(row["value"]) == fens.reduce(0, +), "\(row)")
    }
    #expect(sums > 3)
    #expect(rows.contains { $0["source"]?.contains("stage.park:") == true })
    let levels = self.rows("explain tax[2025] depth=2").compactMap { Int($0["level"] ?? "") }
    #expect(levels.max() == 2)
  }

  @Test(
    "what makes no sense is said, and nothing is written",
    arguments: [
      ("out.csv compare", "error[syntax]: `compare` takes two branches or more"),
      ("out.csv compare main late layout=years", "error[unknown-choice]"),
      ("out.csv events layout=tidy", "error[unknown-choice]"),
      ("out.csv appraise against nobody", "error[unknown-branch]"),
      ("out.json events --excel", "error[unknown-option]"),
      ("out.csv explain tax[2025] --proof p.json", "error[unknown-option]"),
      ("out.csv explain missing-unit", "error[wrong-kind]"),
      ("out.csv events layout=wide layout=wide", "error[twice]"),
    ])
  func refused(_ words: String, _ error: String) {
    let conversation = conversation()
    let answer = conversation.say("export \(words)")
    #expect(answer.contains(error), "\(answer)")
    #expect(conversation.file("out.csv") == nil && conversation.file("out.json") == nil)
  }

  @Test("options of the file may stand anywhere behind it")
  func options() {
    let conversation = conversation()
    conversation.say("export out.csv --excel compare main late tax layout=tidy --raw")
    #expect(conversation.file("out.csv")?.hasPrefix("\u{FEFF}scenario,branch") == true)
    #expect(conversation.file("out.csv")?.contains("\r\n") == true)
    #expect(conversation.say("export out.csv events").contains("wrote"))
  }

  @Test("the terminal's settings change no file but a workbook")
  func settings() {
    let plain = conversation()
    let chinese = conversation("format units=万 headings=zh prices=nominal decimals=1")
    for (index, words) in Self.answers.enumerated() {
      for conversation in [plain, chinese] { conversation.say("export \(index).csv \(words)") }
      #expect(plain.file("\(index).csv") == chinese.file("\(index).csv"), "\(words)")
    }
  }

  // MARK: Typing

  @Test("Tab offers the commands, and then what they take")
  func completes() {
    let conversation = conversation()
    func offered(_ text: String) -> [String] { conversation.suggestions(text).map(\.text) }
    #expect(offered("export out.csv comp") == ["compare"])
    #expect(offered("export out.csv ").contains("events"))
    #expect(offered("export out.csv tax, ").contains("events") == false)
    #expect(offered("export out.csv compare ").sorted() == ["late", "main"])
    #expect(offered("export out.csv compare main late lay") == ["layout"])
    #expect(offered("export out.csv appraise aga") == ["against"])
    #expect(offered("export out.csv events --ov") == ["--over"])
  }

  @Test("its words are coloured as those of the command")
  func coloured() {
    let conversation = conversation()
    let text = "export out.csv compare main late tax layout=tidy"
    let found = conversation.highlights(text).map { highlight in
      (String(decoding: Array(text.utf8)[highlight.range], as: UTF8.self), highlight.style)
    }
    #expect(found.contains { $0.0 == "compare" && $0.1 == .command })
    #expect(found.contains { $0.0 == "late" && $0.1 == .name })
    #expect(!found.contains { $0.1 == .error })
    #expect(!conversation.highlights("export out.csv comp").contains { $0.style == .error })
  }

  // MARK: Reading back

  /// Python reads the csv, the json and the ndjson of an answer as the same table.
  private static let reader = """
    import csv, json, sys
    folder = sys.argv[1]
    rows = list(csv.DictReader(open(folder + "/a.csv", encoding="utf-8", newline="")))
    objects = json.load(open(folder + "/a.json", encoding="utf-8"))
    lines = [json.loads(line) for line in open(folder + "/a.ndjson", encoding="utf-8", newline="\\n")]
    assert objects == lines and len(rows) == len(objects) > 0, (len(rows), len(objects))
    for row, one in zip(rows, objects):
        assert list(row) == list(one)
        for key, text in row.items():
            value = one[key]
            if value is None: assert text == "", (key, text)
            elif isinstance(value, str): assert text == value, (key, text, value)
            else: assert float(text) == value, (key, text, value)
    print(len(rows))
    """

  @Test("hostile titles and sources are read back as they are", arguments: answers)
  func hostile(_ words: String) throws {
    let titles = [
      "=1+1", "a,b", "\\\"q\\\"", "\\t=x", "晶圆，厂", "עברית", "\u{1F3ED} plant", "| md \\\\",
      String(repeating: "长", count: 3000),
    ]
    var script = Self.stage
    for (index, title) in titles.enumerated() {
      script +=
        "\nfirm f\(index) \"\(title)\" park=upper sector=digital arrives=2020 jobs=\(index + 5)"
        + "\ncite f\(index) \"\(title)\" evidence=S"
    }
    let conversation = Conversation(files: ["stage.park": script])
    #expect(!conversation.run("stage.park").contains("error["))
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("answers-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for format in ["csv", "json", "ndjson"] {
      let raw = format == "csv" ? " --raw" : ""
      let answer = conversation.say("export a.\(format) \(words)\(raw)")
      #expect(answer.contains("wrote"), "\(answer)")
      try Data(conversation.bytes("a.\(format)") ?? [])
        .write(to: folder.appendingPathComponent("a.\(format)"))
    }
    let python = Process()
    python.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    python.arguments = ["python3", "-c", Self.reader, folder.path]
    try python.run()
    python.waitUntilExit()
    #expect(python.terminationStatus == 0)
  }
}
