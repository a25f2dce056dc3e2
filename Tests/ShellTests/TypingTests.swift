import Diagnostics
import Language
import ParkModel
import Testing

@testable import Shell

/// What the prompt shows of a text while it is typed: colours and hints.
@Suite struct TypingTests {
  private func stage() -> Conversation {
    let conversation = Conversation(files: ["stage.park": CommandTests.stage])
    conversation.run("stage.park")
    return conversation
  }

  /// The pieces of a text with their styles: `kind park`.
  private func styles(_ text: String, _ conversation: Conversation) -> [String] {
    let utf8 = Array(text.utf8)
    return conversation.highlights(text).map { highlight in
      "\(highlight.style) " + String(decoding: utf8[highlight.range], as: UTF8.self)
    }
  }

  @Test(
    "each word has the style of what it is",
    arguments: [
      (
        "park b \"衢州\" city=quzhou area=41.5ha # x",
        [
          "kind park", "name b", "string \"衢州\"", "attribute city", "name quzhou",
          "attribute area", "number 41.5", "unit ha", "comment # x",
        ]
      ),
      (
        "table tax.local, jobs by=sector",
        [
          "command table", "metric tax.local", "metric jobs", "attribute by", "keyword sector",
        ]
      ),
      (
        "print mean(jobs[smart, 2025..2030]) in 万元",
        [
          "command print", "function mean", "metric jobs", "name smart", "number 2025",
          "number 2030", "keyword in", "unit 万元",
        ]
      ),
      (
        "set smart urban=no area=12.35万亩 ",
        [
          "command set", "name smart", "attribute urban", "keyword no", "attribute area",
          "number 12.35", "unit 万亩",
        ]
      ),
      ("assume g = 2% to 5% ", ["kind assume", "name g", "number 2", "keyword to", "number 5"]),
      ("print smart.area + tax.vat ", ["command print", "name smart.area", "metric tax.vat"]),
      (
        "explain tax[2030] --proof a b.json ",
        [
          "command explain", "metric tax", "number 2030", "keyword --proof", "string a",
          "error b.json",
        ]
      ),
      ("open a-b/c.park ", ["command open", "string a-b/c.park"]),
      (
        "tax x base=vat rate=sector.vat local=100% ",
        [
          "kind tax", "name x", "attribute base", "keyword vat", "attribute rate",
          "name sector.vat",
          "attribute local", "number 100",
        ]
      ),
      ("list park; show smart", ["command list", "kind park", "command show", "name smart"]),
    ])
  func styles(_ text: String, _ expected: [String]) {
    #expect(styles(text, stage()) == expected)
  }

  @Test(
    "a word that is not known is an error once it cannot become one that is",
    arguments: [
      ("tabl", []), ("tabx", ["error tabx"]), ("tabl ", ["error tabl"]),
      ("park b are", []), ("park b arx=", ["kind park", "name b", "error arx"]),
      ("park b city=quz", []), ("park b city=quz ", ["error quz"]),
      ("park b city=nowhere", ["error nowhere"]), ("print area(1)", ["error area"]),
      ("park b area=41.5h", []), ("park b area=41.5hx", ["error hx"]),
      ("park b urban=n", []), ("park b urban=maybe ", ["error maybe"]),
      ("show return", []), ("show retourn", ["error retourn"]), ("print zzz ", ["error zzz"]),
      ("switch late", ["error late"]), ("branch anything", []), ("help anything", []),
      ("table tax by=zone ", ["error zone"]), ("print 1 \\ 2", ["error \\"]),
    ])
  func errors(_ text: String, _ expected: [String]) {
    let found = styles(text, stage())
    let errors = found.filter { $0.hasPrefix("error") }
    #expect(errors == expected.filter { $0.hasPrefix("error") }, "\(found)")
  }

  @Test("a text of several statements knows what it declares itself")
  func ofOneself() {
    let text =
      "use china\npark b area=1ha\nfirm f park=b sector=toys arrives=2020\nbranch x; switch x"
    #expect(!styles(text, Conversation()).contains { $0.hasPrefix("error") })
  }

  @Test("only the end of a long text has colours, from a statement on")
  func longTexts() {
    let line = "park p area=1ha city=nowhere\n"
    let text = String(repeating: line, count: 5000)
    let found = stage().highlights(text)
    #expect(!found.isEmpty && found.count < 2000)
    #expect(found.allSatisfy { $0.style != .error })
    #expect((found.first?.range.lowerBound ?? 1) % line.utf8.count == 0)
    #expect((found.last?.range.upperBound ?? 0) > text.utf8.count - line.utf8.count)
  }

  @Test(
    "every text has colours that lie in it, in order",
    arguments: [
      "\"", "park \"x", "((((", "]]]", "print {2021: 8%, 2022:", "a=b=c", "= = =", "市 市=市",
      "\u{0}\u{1b}",
      "--- ---x", "set", "set g=6% x", "print 1e999", "cite . . .", "tax..vat", "５公顷", "compare",
    ])
  func total(_ text: String) {
    let found = stage().highlights(text)
    var end = 0
    for highlight in found {
      #expect(highlight.range.lowerBound >= end && highlight.range.upperBound <= text.utf8.count)
      end = highlight.range.upperBound
    }
    _ = stage().hint(text)
    _ = stage().suggestions(text)
  }

  @Test(
    "where a statement of the scenarios has no error, no beginning of it has one",
    arguments: try Scripts.all().keys.filter { $0.hasSuffix(".park") }.sorted())
  func rightFromTheStart(_ path: String) throws {
    let files = try Scripts.all()
    let conversation = Conversation(files: files)
    conversation.run(path)
    let source = SourceText(name: path, text: try #require(files[path]))
    var checked = 0
    for statement in Script(source).statements {
      // What another branch declares is not known in this one.
      let whole = styles(statement.text + " ", conversation)
      guard !whole.contains(where: { $0.hasPrefix("error") }) else { continue }
      checked += 1
      let scalars = statement.text.unicodeScalars
      for end in scalars.indices {
        let text = String(String.UnicodeScalarView(scalars[...end]))
        let errors = styles(text, conversation).filter { $0.hasPrefix("error") }
        #expect(errors.isEmpty, "\(errors) in \(text)")
        if !errors.isEmpty { break }
      }
    }
    #expect(checked * 4 > Script(source).statements.count * 3)
  }

  @Test("no beginning of an example has an error in it", arguments: CommandTests.examples)
  func examplesFromTheStart(_ example: String) {
    let conversation = stage()
    for end in example.indices {
      let errors = styles(String(example[...end]), conversation).filter { $0.hasPrefix("error") }
      #expect(errors.isEmpty, "\(errors) in \(example[...end])")
      if !errors.isEmpty { break }
    }
  }

  // MARK: Hints

  @Test(
    "a hint says what the statement lacks, and what a value is",
    arguments: [
      ("firm", " NAME [\"TITLE\"] park=… sector=… arrives=… [phase=…] [jobs=…] [output=…] …"),
      ("firm f ", "[\"TITLE\"] park=… sector=… arrives=… [phase=…] [jobs=…] [output=…] …"),
      ("firm f park=smart sector=digital ", "arrives=… [phase=…] [jobs=…] [output=…] …"),
      ("park b area=", "an area: its land; on offer from the start if it has no phases"),
      ("park b urban=", "yes, no: whether city rates of tax hold, not county rates"),
      ("print normal(", "normal(MEAN, SD)"), ("print jobs[", "SCOPE, PERIOD]"),
      ("table tax by=tax ", "[years=A..B] [every=5y] [per=step]"),
      ("assume g ", "[\"TITLE\"] = VALUE"), ("rename returnee ", "NEW-NAME"),
      ("export a.csv tax --excel ", "[--raw]"), ("undo ", "[COUNT]"), ("park b area=1h", nil),
      ("print 1 + ", nil), ("", nil), ("# x", nil), ("quit ", nil),
    ])
  func hints(_ text: String, _ expected: String?) {
    let found: String?
    switch stage().hint(text) {
    case .usage(let usage): found = usage
    case .continuation(let text): found = "→" + text
    case nil: found = nil
    }
    if let expected {
      #expect(found?.contains(expected) == true, "\(text): \(found ?? "nothing")")
    } else {
      #expect(
        found == nil || found?.hasPrefix("→") == true || text.hasSuffix("h"), "\(found ?? "")")
    }
  }

  @Test(
    "a hint says nothing of what is there already",
    arguments: [
      ("advance 1y ", nil), ("recover list ", nil), ("recover 2 ", "[--forget]"),
      ("remove smart ", "[--cascade] [--comments]"),
      ("explain tax ", "[depth=N] [closures=none] [--nominal] [--proof FILE.json [--over]]"),
      ("appraise against ", "BRANCH"),
      (
        "appraise against main ",
        "[FIGURE] [of CITY] [discount=RATE] [terminal=MONEY] [additional=yes]"
      ),
      ("appraise of ", "CITY"),
      ("cite smart.area \"x\" ", "[checked=…] [evidence=S|D|M|A] [kind=…] [url=…]"),
      ("unset p2 ", "attribute[, attribute …]"),
    ])
  func leftOver(_ text: String, _ expected: String?) {
    #expect(stage().hint(text) == expected.map { .usage($0) })
  }

  @Test("on a walk through time, what begins today needs no date")
  func today() {
    let conversation = stage()
    #expect(
      conversation.hint("firm f park=smart sector=toys ")
        == .usage(
          "arrives=… [phase=…] [jobs=…] [output=…] …"))
    conversation.say("advance 2025")
    #expect(
      conversation.hint("firm f park=smart sector=toys ")
        == .usage(
          "now a size: jobs | output | local_tax | total_tax | land [phase=…] [arrives=…] [investment=…] …"
        ))
  }

  @Test(
    "a hint follows the word at hand, and behind what is needed says of what one is wanted",
    arguments: [
      ("firm f park=smart sector=toys arrives=2025 jo", "  jobs= | jobs_per_area="),
      ("firm f park=smart sector=toys arrives=2025", "  date (its beginning): when it comes"),
      (
        "firm f park=smart sector=toys arrives=2025 ",
        "now a size: jobs | output | local_tax | total_tax | land [phase=…] [investment=…] [floor=…] …"
      ),
      (
        "cohort c park=smart sector=toys from=2020 until=2030 firms=9 ",
        "now a size: jobs | output | local_tax | total_tax | land [phase=…] [pattern=…] [p=…] …"
      ),
      (
        "firm f park=smart sector=toys arrives=2025 land=2ha ",
        "[phase=…] [jobs=…] [output=…] [local_tax=…] …"
      ),
      (
        "phase x park=smart start=2020 complete=2021 ",
        "now what it costs: investment | spending [area=…] [floor=…] [public=…] …"
      ),
      (
        "phase x park=smart start=2020 complete=2021 spending=1M yuan/year ",
        "now what it makes ready: area | floor [investment=…] [public=…] [delay=…] …"
      ),
      (
        "rail r from=quzhou to=[hangzhou] opens=2025 ",
        "now what it does: saves | time [delay=…] [employment=…] [half_life=…]"
      ),
      (
        "tax x base=vat rate=1% ",
        "now who receives it: central | province | local [county_rate=…]"
      ),
      ("firm f park=smart land=5 ", "an area: land it takes"),
      ("table tax by=se", "→ctor"), ("print 衢", "  smart."),
      ("cite smart kind=", "text: what sort of source it is: reported, law, study …"),
      ("park b \"江滨\n", "\" ends \"江滨"), ("print max(1,\n", "max(A, B)"),
      ("firm f park=smart sector=[toys,\n", "sector"), ("(\n", ") ends ("),
    ])
  func follows(_ text: String, _ expected: String) {
    let conversation = stage()
    conversation.say("set smart \"衢州智慧产业园\"")
    let found: String
    switch conversation.hint(text) {
    case .usage(let usage): found = usage
    case .continuation(let rest): found = "→" + rest
    case nil: found = "nothing"
    }
    #expect(found.hasPrefix(expected), "\(text): \(found)")
  }

  @Test("what one of a group is asked for is an attribute of its kind, and none that is needed")
  func groups() {
    for kind in EntityKind.allCases {
      for group in kind.row.groups {
        #expect(!group.rows.isEmpty && !group.asks.isEmpty)
        for row in group.rows {
          #expect(kind.row.attribute(named: row.name) != nil && !row.isRequired, "\(kind)")
        }
      }
    }
  }

  @Test(
    "the margin of a row shows what is open, in any script",
    arguments: [
      ("park a \"江滨\n", ["\""]), ("f sectors=[toys,\n\"x\ny\",\n", ["[", "[\"", "["]),
      ("park “江滨\n产业园” x\n", ["\"", ""]), ("print max（1，\n2）\n", ["(", ""]),
      ("x = {(\n", ["{("]), ("a\nb", [""]), ("a \\\nb", [""]), ("# \"\n", [""]), ("", []),
      (")\n", [""]),
    ])
  func open(_ text: String, _ marks: [String]) {
    #expect(OpenMarks(text).atLineBreaks == marks)
  }

  @Test("a word of the language cannot be a new name, and is red once it is complete")
  func reserved() {
    #expect(styles("park tax ", stage()) == ["kind park", "error tax"])
    #expect(styles("park tax", stage()) == ["kind park", "name tax"])
    #expect(styles("park taxi ", stage()) == ["kind park", "name taxi"])
  }

  @Test("the only word that can stand there is offered whole")
  func continuations() {
    #expect(stage().hint("park b ar") == .continuation("ea="))
    #expect(stage().hint("show retu") == .continuation("rnee"))
    #expect(stage().hint("appra") == .continuation("ise"))
    #expect(stage().hint("show hang") == .continuation("zhou"))
    #expect(stage().hint("show p") == nil)
  }
}
