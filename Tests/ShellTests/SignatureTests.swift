import Diagnostics
import Language
import ParkModel
import Quantities
import Testing

@testable import Shell

@Suite struct SignatureTests {
  private static let rows = CommandTable.rows + CommandTable.declarations

  private static func stage() -> Conversation {
    let conversation = Conversation(
      files: ["stage.park": CommandTests.stage, "Scenarios/x.park": ""])
    conversation.run("stage.park")
    conversation.say("branch late; switch main; assume slow = 1y to 2y")
    return conversation
  }

  @Test(
    "a usage is put together from places, attributes and options",
    arguments: [
      ("branches", "branches"), ("rename", "rename NAME NEW-NAME"),
      ("remove", "remove NAME [--cascade] [--comments], or --all"),
      ("recover", "recover [NUMBER|all] [--forget], or list"),
      ("record", "record FILE [--over], or off"),
      (
        "appraise",
        "appraise [FIGURE] [against BRANCH] [of CITY] [discount=RATE] [terminal=MONEY]"
          + " [additional=yes]"
      ),
      (
        "compare",
        "compare BRANCH BRANCH … [METRICS] [by=…] [years=A..B] [every=5y] [per=step]"
          + " [closures=none] [statistic=[mean, p5]] [--nominal]"
      ),
      (
        "explain",
        "explain EXPRESSION [depth=N] [closures=none] [--nominal] [--proof FILE.json [--over]]"
          + "  |  ERROR"
      ),
      ("unset", "unset NAME attribute[, attribute …]"),
      ("set", "set NAME [\"TITLE\"] attribute=value …"),
      ("assume", "assume NAME [\"TITLE\"] = VALUE"),
      ("park", "park NAME [\"TITLE\"] attribute=value …"),
      ("scenario", "scenario [\"TITLE\"] attribute=value …"),
      (
        "ensemble",
        "ensemble [draws=10000] [seed=1] [sampling=sobol|latin|random] [closures=expected|random]"
          + " [statistic=[mean, p5, p50, p95]], or off"
      ),
    ])
  func usages(_ name: String, _ usage: String) {
    #expect(CommandTable.command(named: name)?.usage == usage)
  }

  @Test("the page of a command begins with its usage", arguments: CommandTable.rows.map(\.name))
  func help(_ name: String) {
    let row = CommandTable.command(named: name)
    let page = Self.stage().say("help \(name)")
    // A kind that is a command too has the page of the kind below.
    #expect(page.hasPrefix((row?.usage ?? "") + "\n\n"), "\(page)")
  }

  @Test(
    "Tab offers each attribute, option and word of a signature where it may stand",
    arguments: rows.map(\.name))
  func tab(_ name: String) throws {
    let stage = Self.stage()
    let row = try #require(CommandTable.command(named: name))
    for pieces in row.signature.ways {
      var text = name
      for piece in pieces {
        guard case .place(let place) = piece else { continue }
        if place.kind.isFile {
          text += " a.csv"
          continue
        }
        let found = stage.suggestions(text + " ").map(\.text)
        for word in place.marker.map({ [$0] }) ?? place.words {
          #expect(found.contains(word), "\(text): \(found)")
        }
        if let sample = sample(of: place) {
          guard place.isNeeded else { continue }
          if let marker = place.marker { text += " " + marker }
          // A name that stands there already is offered no more.
          let isTwice = sample.text == "main" && text.hasSuffix(" main")
          let wanted = isTwice ? "late" : sample.text
          let offered = stage.suggestions(text + " ").map(\.text)
          #expect(sample.isFree || offered.contains(wanted), "\(text): \(offered)")
          text += " " + wanted
        }
      }
      for case .attribute(let attribute) in pieces {
        let found = stage.suggestions(text + " ").map(\.text)
        #expect(found.contains(attribute.name), "\(text): \(found)")
        let values = stage.suggestions(text + " \(attribute.name)=").map(\.text)
        for choice in attribute.choices { #expect(values.contains(choice), "\(attribute.name)") }
      }
      let options = stage.suggestions(text + " --").map(\.text)
      for case .option(let option) in pieces {
        for one in [option] + option.with { #expect(options.contains(one.word), "\(text)") }
      }
    }
  }

  /// What may stand in a place of the stage, and whether it is the user's own.
  private func sample(of place: Signature.Place) -> (text: String, isFree: Bool)? {
    switch place.kind {
    case .answer: ("appraise", false)
    case .assignments(let isOfInputs): isOfInputs ? ("smart.area=[35ha]", true) : nil
    case .ranges: ("smart.area in 35ha to 45ha", true)
    case .attributes, .title: nil
    case .attributeNames: ("area", false)
    case .branch: (place.isRepeated ? "late" : "main", false)
    case .city: ("quzhou", false)
    case .condition: ("jobs[2025] > 1", true)
    case .correlation: ("0.5", true)
    case .count: ("2", true)
    case .entity, .entityOrAttribute, .oldName: ("smart", false)
    case .expression, .figure, .metrics: ("tax", false)
    case .file, .script: nil
    case .kind: ("park", false)
    case .library: ("china", false)
    case .newBranch, .newName: ("fresh", true)
    case .parameter: ("slow", false)
    case .slug: ("missing-unit", false)
    case .source: ("\"China Daily\"", true)
    case .time: ("2025", false)
    case .topic: ("table", false)
    case .value: ("=", false)
    case .words(let list): list.first.map { ($0, false) }
    }
  }

  @Test("each example of a command has only words of its signature", arguments: rows.map(\.name))
  func examples(_ name: String) throws {
    let row = try #require(CommandTable.command(named: name))
    for example in row.examples {
      for statement in Script(SourceText(name: "example", text: example)).statements {
        var reader = ArgumentReader(statement, units: .any)
        guard let word = reader.word(), word.text == name else { continue }
        try row.check(reader)
        // As many names and words as there are places, where none of these goes on.
        guard !row.signature.has(goesOn) else { continue }
        let words = reader.restText.split(separator: " ").filter {
          !$0.hasPrefix("--") && !$0.contains("=")
        }
        // A word of its own stands before some.
        let most =
          row.signature.placesOfWays.map { places in
            places.count + places.count { $0.marker != nil }
          }.max() ?? 0
        #expect(words.count <= most, "\(example)")
      }
    }
  }

  /// Whether what stands in a place may be several words.
  private func goesOn(_ kind: Signature.Place.Kind) -> Bool {
    switch kind {
    case .attributes, .ranges, .source, .topic: true
    default: kind.isExpression || kind.isFile
    }
  }

  @Test(
    "an unknown attribute or option of any command names what there is, and what is near",
    arguments: rows.map(\.name))
  func unknown(_ name: String) throws {
    let row = try #require(CommandTable.command(named: name))
    let signature = row.signature
    // What is declared has attributes of the model, which says itself what is wrong.
    let isDeclared = signature.has { kind in
      switch kind {
      case .attributes, .topic, .value: true
      default: false
      }
    }
    guard !isDeclared else { return }
    let stage = Self.stage()
    let file = signature.places.first?.kind.isFile == true ? " a.csv" : ""
    let option = stage.say("\(name)\(file) --qqqqqq")
    #expect(
      option.contains("error[unknown-option]: `\(name)` has no option `--qqqqqq`"), "\(option)")
    for one in signature.options { #expect(option.contains(one.word), "\(option)") }
    for one in signature.options {
      let near = stage.say("\(name)\(file) --\(one.name)x")
      #expect(near.contains("did you mean") && near.contains("`\(one.word)`"), "\(near)")
    }
    guard signature.attributes.allSatisfy({ $0.row == nil }),
      !signature.has({ if case .condition = $0 { true } else { false } }),
      // Names that a command looks up itself are refused in its own words.
      !signature.has({ if case .assignments = $0 { true } else { false } })
    else { return }
    let attribute = stage.say("\(name)\(file) qqqqqq=1")
    #expect(
      attribute.contains("error[unknown-attribute]: `\(name)` has no attribute `qqqqqq`"),
      "\(attribute)")
    for one in signature.attributes { #expect(attribute.contains(one.name), "\(attribute)") }
  }

  @Test("statements that change the scenario are laid out as the model lays them out")
  func shapes() {
    for row in Self.rows {
      guard let shape = StatementReader.shape(of: row.name) else { continue }
      #expect("\(row.shape)" == "\(shape)", "\(row.name)")
    }
  }

  @Test("each word and option is named once, and says what it is for")
  func meanings() {
    for row in Self.rows {
      let names = row.signature.attributes.map(\.name)
      #expect(Set(names).count == names.count, "\(row.name)")
      for attribute in row.signature.attributes { #expect(!attribute.meaning.isEmpty) }
      for option in row.signature.options { #expect(!option.meaning.isEmpty, "\(option.name)") }
      #expect(row.signature.ways.dropFirst().allSatisfy { !$0.isEmpty })
    }
  }
}
