import Diagnostics
import ParkModel
import Quantities
import Simulation
import Testing

@testable import Shell

/// The pages of `help`.
@Suite struct HelpTests {
  /// The scenario of the commands' examples, with what the examples of the kinds name.
  private static func stage() -> Conversation {
    let conversation = Conversation(files: ["stage.park": CommandTests.stage])
    conversation.run("stage.park")
    conversation.say("park coast city=hangzhou area=20ha")
    return conversation
  }

  private static let figures =
    MetricTable.rows.map(\.name) + ["tax.vat", "tax.cit"]
    + [
      "at", "bernoulli", "beta", "cumulative", "discrete", "exp", "growth", "if", "irr", "ln",
      "lognormal", "max", "mean", "min", "normal", "npv", "pert", "ramp", "sqrt", "sum", "to",
      "triangular", "uniform",
    ]

  private static let attributes = Set(
    EntityKind.allCases.filter { !$0.isDefinition }.flatMap { $0.row.attributes.map(\.name) }
  ).sorted()

  private static let units =
    UnitTable.rows.flatMap(\.names) + Magnitude.rows.map(\.word) + ["%"]

  /// The lines behind `for example`.
  private func examples(_ page: String) -> [String] {
    var found: [String] = []
    var isBehind = false
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      if line == "for example" {
        isBehind = true
      } else if isBehind, line.hasPrefix("  ") {
        found.append(String(line.dropFirst(2)))
      } else {
        isBehind = false
      }
    }
    return found
  }

  @Test("the first page fits a screen of 24 rows and 80 columns with its prompt")
  func fits() {
    let page = Conversation(width: 80).say("help")
    let rows = page.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(rows.count <= 23)
    #expect(rows.allSatisfy { displayWidth(String($0)) <= 79 })
    for name in CommandTable.names { #expect(page.contains(name)) }
  }

  @Test("the first page fits narrow terminals", arguments: [20, 40])
  func fitsNarrow(_ width: Int) {
    let rows = Conversation(width: width).say("help").split(separator: "\n")
    #expect(rows.allSatisfy { displayWidth(String($0)) <= max(width, 21) })
  }

  @Test(
    "pages are broken between words to fit the terminal; only examples stay whole",
    arguments: ["area", "phase", "metrics", "functions", "distributions", "investment", "units"])
  func pagesFit(_ topic: String) {
    for width in [60, 80] {
      let rows = Conversation(width: width).say("help \(topic)").split(separator: "\n")
      for row in rows where !row.hasPrefix("  ") {
        #expect(displayWidth(String(row)) <= width, "\(row)")
      }
    }
  }

  @Test(
    "the examples of a metric, a function, a unit and a magnitude work",
    arguments: figures + units)
  func figuresWork(_ topic: String) {
    let conversation = HelpTests.stage()
    let page = conversation.say("help \(topic)")
    #expect(page.contains(topic))
    // What a kind has of the same name is run by the test of attributes.
    let lines = examples(page).filter {
      ["assume", "print", "table"].contains($0.split(separator: " ").first)
    }
    #expect(!lines.isEmpty, "\(page)")
    for line in lines {
      let answer = conversation.say(line.replacing("assume ", with: "assume x-"))
      #expect(!answer.contains("error["), "\(line): \(answer)")
    }
  }

  @Test("the examples of an attribute work", arguments: attributes)
  func attributesWork(_ name: String) {
    let lines = examples(HelpTests.stage().say("help \(name)"))
    #expect(!lines.isEmpty)
    for line in lines {
      let conversation = Conversation()
      var script = [
        "use china", "tax fee base=profit rate=1% local=100%",
      ]
      // What the example of a kind names, and what it declares where the line changes that.
      for kind in [EntityKind.city, .park, .phase, .sector, .firm, .tax] + EntityKind.allCases {
        let example = kind.row.example
        if kind == .scenario || kind == .model || kind.isDefinition || script.contains(example) {
          continue
        }
        if kind == .correlate {
          if line.contains("correlate") { continue }
          script += ["assume slow = 1 to 2", "assume dear = 10% to 20%"]
        }
        let words = line.split(separator: " ")
        let isDeclared = example.split(separator: " ")[1] == words[1] && words[0] == "\(kind)"
        if isDeclared || example.hasPrefix("enclave") && !line.contains("outpost") { continue }
        script.append(example)
      }
      script.insert("city hangzhou gdp=20059亿元/year", at: 1)
      script.insert("park coast city=hangzhou area=20ha", at: 4)
      // Without a span nothing is run meanwhile.
      script.append("scenario start=2018 end=2035")
      for statement in script { conversation.say(statement) }
      let answer = line.hasPrefix("scenario") ? Conversation().say(line) : conversation.say(line)
      #expect(!answer.contains("error["), "\(line): \(answer)")
    }
  }

  @Test(
    "there is a page on lists, kinds, one's own things and what has several meanings",
    arguments: [
      ("metrics", "tax.local"), ("functions", "npv(SERIES, RATE)"), ("units", "亩"),
      ("distributions", "pert(A, MODE, B)"), ("values", "schedule"), ("model", "rail_elasticity"),
      ("smart", "park smart city=quzhou"), ("toys", "a sector of the library china"),
      ("tax.vat", "in yuan"), ("investment", "phase investment="),
      ("investment", "what phases and firms invest"),
      ("万", "1e4"), ("%", "a hundredth"), ("options", "option"), ("keys", "no editor"),
    ])
  func pages(_ topic: String, _ part: String) {
    let page = HelpTests.stage().say("help \(topic)")
    #expect(page.contains(part), "\(page)")
  }

  @Test("sentences fill their lines, whatever the width", arguments: [80, 120])
  func sentences(_ width: Int) {
    for command in ["explain", "edit", "recover", "branch", "advance", "record"] {
      let page = Conversation(width: width).say("help \(command)")
      let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
      let prose = lines.drop { !$0.isEmpty }.dropFirst(2).prefix { !$0.isEmpty }
      // A line ends where the first word of the next has no room.
      for (line, next) in zip(prose, prose.dropFirst()) {
        let word = next.prefix { $0 != " " }
        #expect(line.count <= width && line.count + 1 + word.count > min(width, 90), "\(page)")
      }
    }
  }

  @Test(
    "each key stands beside what it does, on narrow terminals above it", arguments: [80, 40, 20])
  func keys(_ width: Int) {
    let outside = OutsideHelp(keys: {
      [
        OutsideHelp.KeyGroup(
          "moving",
          [
            .init("Ctrl-Right, Alt-Right, Alt-F", inVi: "Esc w", "a word to the right"),
            .init("Home", inVi: "Home", "to the beginning of the row"),
            .init("Alt-<", inVi: "", "to the beginning of all rows that there are"),
          ])
      ]
    })
    let conversation = Conversation(width: width)
    conversation.explain(outside: outside)
    let page = conversation.say("help keys")
    let longest = page.split(separator: "\n").map(\.count).max() ?? 0
    #expect(longest <= max(width, 31), "\(page)")
    if width == 80 {
      #expect(page.contains("Alt-F  a word to the right (in vi: Esc w)\n"), "\(page)")
      #expect(page.contains("  Home                          to the beginning of the row\n"))
      #expect(page.contains("that there are (not\n"), "\(page)")
    } else {
      #expect(page.contains("  Home\n      to the"), "\(page)")
    }
  }

  @Test(
    "what is no topic has near ones",
    arguments: [("tabel", "table"), ("aera", "area"), ("investmnt", "investment")])
  func near(_ topic: String, _ expected: String) {
    let answer = HelpTests.stage().say("help \(topic)")
    #expect(
      answer.contains("error[unknown-topic]") && answer.contains("`\(expected)`"), "\(answer)")
  }

  @Test(
    "what Tab can put into a statement has a page: libraries, attributes of commands, formats, errors",
    arguments: [
      ("china", "use china"), ("by", "table by="), ("every", "every=5y"), ("headings", "format"),
      ("csv", "last csv"), ("evidence", "cite evidence="), ("missing-unit", "missing-unit: "),
      ("kind", "what sort of source it is"), ("layout", "export layout=tidy|wide|years"),
    ])
  func words(_ topic: String, _ expected: String) {
    let answer = Conversation().say("help \(topic)")
    #expect(answer.contains(expected), "\(answer)")
  }

  @Test("every attribute of a command, every library and every format has a page")
  func everyWord() {
    let conversation = Conversation()
    let attributes = CommandTable.rows.flatMap { $0.signature.attributes.map(\.name) }
    for word in attributes + Library.names + ["csv", "tsv", "json", "ndjson", "md"] {
      #expect(!conversation.say("help \(word)").contains("unknown-topic"), "\(word)")
    }
  }
}
