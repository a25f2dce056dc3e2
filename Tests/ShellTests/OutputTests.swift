import Diagnostics
import Foundation
import Reports
import Shell
import Simulation
import Testing

/// How answers are shown: `format`, and `last` in other forms.
@Suite struct OutputTests {
  private static func conversation() -> Conversation {
    let conversation = Conversation(files: (try? Scripts.all()) ?? [:])
    conversation.say("replay Scenarios/longyou-toy-plant.park")
    return conversation
  }

  @Test("every metric has a Chinese name of its own")
  func chineseNames() {
    let names = MetricTable.rows.map(\.chinese)
    #expect(Set(names).count == names.count)
    #expect(
      names.allSatisfy { name in
        !name.isEmpty && name.unicodeScalars.allSatisfy(\.isIdeograph)
      })
    // A share says of what: of access to markets, and not of output.
    let uplift = MetricTable.rows.first { $0.name == "rail_uplift" }
    #expect(uplift?.chinese.contains("市场准入") == true)
  }

  @Test("the unit of every metric has a Chinese name")
  func chineseUnits() {
    let style = FigureStyle(language: .chinese)
    for row in MetricTable.rows where !row.unit.isEmpty {
      #expect(
        style.name(ofUnit: row.unit).unicodeScalars.allSatisfy { !$0.isASCII || $0 == "/" },
        "\(row.name): \(row.unit)")
    }
  }

  @Test(
    "money is in 万 and 亿, or in thousands",
    arguments: [
      (12_345_678, "12.35M yuan", "1,234.6万元", "1,234.6万元"),
      (1_234, "1,234 yuan", "1,234元", "1,234元"),
      (12_345, "12.34k yuan", "1.234万元", "1.234万元"),
      (123_456_789, "123.5M yuan", "1.235亿元", "1.235亿元"),
      (-99_999_999, "-100M yuan", "-10,000万元", "-10,000万元"),
      (2_000_000_000_000, "2tn yuan", "2万亿元", "2万亿元"), (0, "0 yuan", "0元", "0元"),
    ])
  func magnitudes(yuan: Double, western: String, mixed: String, chinese: String) {
    #expect(FigureStyle().money(yuan) == western)
    #expect(FigureStyle(magnitudes: .tenThousands).money(yuan) == mixed)
    #expect(
      FigureStyle(magnitudes: .tenThousands, language: .chinese).money(yuan) == chinese)
  }

  @Test(
    "the settings are shown as the statement that sets them",
    arguments: [
      ("units=万", "language=en units=万 decimals=auto headings=en pager=on prices=real"),
      ("units=亿 headings=zh", "language=en units=万 decimals=auto headings=zh pager=on prices=real"),
      ("units=万/亿", "language=en units=万 decimals=auto headings=en pager=on prices=real"),
      ("units=万亿", "language=en units=万 decimals=auto headings=en pager=on prices=real"),
      ("units=M/bn decimals=3", "language=en units=M decimals=3 headings=en pager=on prices=real"),
      (
        "units=k/M/bn pager=off",
        "language=en units=M decimals=auto headings=en pager=off prices=real"
      ),
    ])
  func statement(said: String, shown: String) {
    let first = Self.conversation()
    #expect(first.say("format " + said) == "")
    let statement = first.say("format")
    #expect(statement == "format " + shown + "\n")
    let second = Self.conversation()
    #expect(second.say(String(statement.dropLast())) == "")
    #expect(second.session.settings == first.session.settings)
  }

  @Test("what a setting cannot be changes none of them")
  func refused() {
    let conversation = Self.conversation()
    #expect(conversation.say("format headings=zh units=x").contains("it is one of `M`, `万`"))
    #expect(conversation.say("format unit=M").contains("did you mean `units`?"))
    #expect(conversation.say("format decimals=2 decimals=3").contains("given twice"))
    #expect(conversation.say("format decimals=7").contains("`decimals` cannot be `7`"))
    #expect(conversation.session.settings == OutputSettings())
  }

  @Test("the columns of a table add up to the same sums in any magnitude")
  func sums() throws {
    let conversation = Self.conversation()
    conversation.say("format units=万 headings=zh decimals=2")
    #expect(
      conversation.say("table tax by=level years=2030..2030") == """
        期间    中央    地方    税收
                万元    万元    万元
        2030  395.19  418.00  813.19
        金额按2021年价格

        """)
    #expect(conversation.say("print tax[2030]") == "813.19万元 (8,131,868.18)\n")
    #expect(
      conversation.say("set plant jobs=400").contains(
        "\n2035：税收 0.00元（-813.19万元），就业 0（-350），累计投资 0.00元（-1.43亿元）"))
  }

  @Test("Chinese money in thousands is in words of its language, which can be typed")
  func chineseThousands() {
    let style = FigureStyle(language: .chinese)
    #expect(
      [12_345, 12_345_678, 1_234_567_890, 2e12].map { style.money($0) }
        == ["12.34千元", "12.35百万元", "1.235十亿元", "2万亿元"])
    let conversation = Self.conversation()
    #expect(conversation.say("print 1.235十亿元 in 亿元") == "12.35 亿元\n")
    conversation.say("format headings=zh decimals=2")
    #expect(
      conversation.say("table tax years=2030") == """
        期间      税收
                  千元
        2030  8,131.87
        金额按2021年价格

        """)
  }

  @Test("every tax of the library and every level has a Chinese name, and files keep their own")
  func chineseParts() {
    let conversation = Self.conversation()
    conversation.say("format headings=zh")
    for division in ["tax", "level"] {
      let shown = conversation.say("table tax, tax.local by=\(division) years=2030")
      #expect(!shown.contains { $0.isASCII && $0.isLetter }, "\(shown)")
      let crossed = conversation.say("table tax by=\(division) years=2030")
      #expect(!crossed.contains { $0.isASCII && $0.isLetter }, "\(crossed)")
    }
    #expect(conversation.say("last csv").hasPrefix("period,central (yuan),local (yuan),tax (yuan)"))
    #expect(conversation.say("table tax.vat[plant] years=2030").contains("增值税[plant]"))
  }

  @Test("the lines of an appraisal and of a comparison are Chinese where headings are")
  func chineseLines() {
    let conversation = Self.conversation()
    conversation.say("branch b", "set plant jobs=351", "format headings=zh")
    let lines = conversation.say("appraise").split(separator: "\n").dropFirst(3)
    #expect(lines.count { $0.first?.isASCII == false } >= 12)
    #expect(!lines.contains { $0.first?.isASCII == true }, "\(lines)")
    #expect(conversation.say("last csv").contains("\nnet present value,yuan,"))
    let compared = conversation.say("compare main b tax, jobs years=2030")
    #expect(compared.contains("比 main 增减") && compared.contains("税收"), "\(compared)")
  }

  @Test("what a spreadsheet asks for is not seen on a terminal, and is in a pipe")
  func spreadsheetOnTerminal() throws {
    let seen = Conversation(files: try Scripts.all(), width: 80)
    seen.say("replay Scenarios/longyou-toy-plant.park", "table tax years=2030")
    #expect(seen.say("last csv --excel") == "period,tax (yuan)\n2030,8131868.18\n")
    #expect(seen.say("export - tax years=2030 --excel").hasPrefix("period_start,"))
  }

  @Test("settings never reach a file")
  func files() {
    let plain = Self.conversation()
    let export = "export a.csv tax, jobs, local_share"
    plain.say(export, "export - tax, jobs layout=tidy")
    let other = Self.conversation()
    other.say("format units=万 headings=zh decimals=0", export)
    #expect(other.file("a.csv") != nil)
    #expect(other.file("a.csv") == plain.file("a.csv"))
    other.say("table tax, jobs")
    plain.say("table tax, jobs")
    for format in FileFormat.texts where format.show == nil {
      #expect(other.say("last \(format.name)") == plain.say("last \(format.name)"))
    }
  }

  @Test("a Markdown table is as it was printed: units, headings, decimals, remarks")
  func report() {
    let conversation = Self.conversation()
    conversation.say("format units=万 headings=zh decimals=1", "table tax, local_share every=8y")
    let answer = conversation.say("last md")
    #expect(answer.hasPrefix("| 期间 | 税收 (万元) | "), "\(answer)")
    #expect(answer.contains("| ---: |") && answer.contains("\n\n– "), "\(answer)")
    conversation.say("format units=M headings=en decimals=auto")
    #expect(conversation.say("last md").hasPrefix("| period | tax (k yuan) | local_share (%) |"))
    // What is exact stays so.
    #expect(conversation.say("last csv").contains("tax (yuan)"))
  }

  @Test(
    "the line after an edit says whose prices, and leaves that out first where it has no room",
    arguments: [20, 40, 64, 65, 80, nil])
  func pricesInHeadline(width: Int?) {
    let conversation = Conversation(width: width)
    conversation.say("scenario start=2021 end=2022 prices=2019", "city c", "park p city=c")
    let line = String(conversation.say("set c gdp=1bn").split(separator: "\n").first ?? "")
    let plain = "2022: tax 0 yuan, jobs 0, invested to date 0 yuan"
    let whole = plain + ", prices of 2019"
    let room = width ?? .max
    #expect(line == whole || room < whole.count, "\(line)")
    #expect(line == plain || room >= whole.count || room < plain.count, "\(line)")
    let chinese = Conversation(width: 80)
    chinese.say("scenario start=2021 end=2022 prices=2019", "format headings=zh", "city c")
    #expect(chinese.say("park p city=c").hasPrefix("2022：税收 0元，就业 0，累计投资 0元，2019年价格"))
    let nominal = Conversation(width: nil)
    nominal.say("scenario start=2021 end=2022", "format prices=nominal")
    #expect(
      nominal.say("city c").hasPrefix(
        "2022: tax 0 yuan, jobs 0, invested to date 0 yuan (nominal)\n"))
  }

  @Test("tables of money and Markdown files say whose prices; files of rows stay as they are")
  func pricesBelow() {
    let conversation = Self.conversation()
    let words = "money in prices of"
    #expect(conversation.say("appraise").contains(words))
    for line in ["table tax", "print tax", "table tax by=park", "table tax_per_mu"] {
      #expect(conversation.say(line).contains(words), "\(line)")
      #expect(!conversation.say(line + " --nominal").contains(words), "\(line)")
    }
    for line in ["table jobs", "print jobs", "print tax[2030]", "export - tax", "table occupancy"] {
      #expect(!conversation.say(line).contains(words), "\(line)")
    }
    for ending in ["csv", "tsv", "json", "ndjson", "md"] {
      #expect(conversation.say("export out.\(ending) tax").contains(words), "\(ending)")
      let isText = ending == "md"
      #expect(conversation.file("out.\(ending)")?.contains(words) == isText, "\(ending)")
    }
  }

  @Test("money in 万 is in 元 in tables, headlines and prices")
  func tenThousands() {
    let conversation = Self.conversation()
    conversation.say("format units=万")
    for line in ["table tax, tax_per_mu", "print tax[2030]", "print 3 yuan/m2"] {
      let answer = conversation.say(line)
      #expect(answer.contains("元") && !answer.contains("yuan"), "\(line): \(answer)")
    }
  }

  @Test(
    "every command that shows a table shows it again, exact and whole",
    arguments: [
      "list", "show plant", "events", "assumptions", "table", "table tax by=tax", "print tax",
      "branches", "appraise", "compare main b", "compare main b tax, jobs",
    ])
  func again(command: String) throws {
    let conversation = Self.conversation()
    conversation.say("branch b", "set plant jobs=351")
    let answer = conversation.say(command)
    #expect(answer.contains(conversation.say("last")))
    for width in [nil, 20] as [Int?] {
      let other = Conversation(files: try Scripts.all(), width: width)
      other.say(
        "replay Scenarios/longyou-toy-plant.park", "branch b", "set plant jobs=351", command)
      #expect(other.say("last csv") == conversation.say("last csv"))
    }
    let read = try JSONSerialization.jsonObject(with: Data(conversation.say("last json").utf8))
    #expect(read is [Any])
  }

  @Test("`last` says what it cannot do")
  func cannot() {
    let conversation = Self.conversation()
    let fresh = Conversation()
    #expect(fresh.say("last csv").contains("error[no-table]"))
    conversation.say("table tax")
    #expect(conversation.say("last jsn").contains("did you mean `json`?"))
    #expect(conversation.say("last json --excel").contains("note: it is for csv and tsv"))
    #expect(conversation.say("last --raw").contains("error[unknown-option]"))
    #expect(conversation.say("last csv --excel").hasPrefix("\u{FEFF}period,tax (yuan)\r\n"))
    #expect(conversation.say("export a.json tax --excel").contains("error[unknown-option]"))
    #expect(conversation.file("a.json") == nil)
  }

  @Test("`export` writes each format by its ending", arguments: FileFormat.texts.map(\.name))
  func endings(name: String) {
    let conversation = Self.conversation()
    #expect(
      conversation.say("export figures.\(name) tax, jobs").hasPrefix("wrote 15 rows to figures."))
    #expect(conversation.file("figures.\(name)")?.contains("8131868.18") == true)
  }

  @Test("a workbook has what a table shows and what it rests on; a picture what a plot draws")
  func people() {
    let conversation = Self.conversation()
    #expect(
      conversation.say("export figures.xlsx tax, jobs layout=years").hasPrefix("wrote 15 rows to"))
    #expect(conversation.bytes("figures.xlsx")?.starts(with: Array("PK".utf8)) == true)
    #expect(conversation.say("export tax.svg tax by=tax kind=areas").hasPrefix("wrote a picture"))
    let picture = conversation.file("tax.svg") ?? ""
    #expect(picture.contains("<svg ") && picture.contains("<path"), "\(picture.prefix(200))")
    #expect(conversation.say("export both.svg tax, jobs").contains("a file holds one picture"))
    #expect(conversation.say("last xlsx").contains("error[unknown-format]"))
    #expect(conversation.say("export a.csv tax layout=years").contains("error[unknown-choice]"))
  }
}
