import Diagnostics
import ParkModel
import Quantities
import Reports
import Simulation

/// The topics of `help`: everything that has a name, and lists of what there is.
enum HelpTopics {
  /// Lists of what there is.
  static let lists: [(name: String, summary: String)] = [
    ("distributions", "every way to say how uncertain a value is"),
    ("functions", "every function"),
    ("keys", "what the keys do at the prompt"),
    ("metrics", "every figure that can be asked for"),
    ("options", "what the command line takes"),
    ("units", "every unit and magnitude"),
    ("values", "how values are written"),
  ]

  /// The page of a topic; nil where there is none. What has several meanings has all of them.
  static func page(_ topic: String, _ session: Session) -> String? {
    let width = session.width ?? Int.max
    let wording = session.wording
    if let list = list(topic, session) { return wrapped(pages: list, to: width) }
    let pages = [
      command(topic, session),
      DeclarationHelp.page(attribute: topic, session.scenario, session.wording),
      FigureHelp.page(metric: topic, session.scenario, wording),
      FigureHelp.page(function: topic, wording),
      UnitHelp.page(unit: topic, session.scenario, wording),
      UnitHelp.page(magnitude: topic, wording),
      CommandWordHelp.page(attribute: topic, wording),
      CommandWordHelp.page(format: topic, wording),
      LibraryHelp.page(topic, wording), ErrorCatalogue.row(named: topic)?.page(wording),
      session.outside.page(option: topic, wording), own(topic, session.scenario, wording),
    ].compactMap(\.self)
    guard !pages.isEmpty else { return nil }
    return wrapped(pages: pages.joined(separator: "\n"), to: width)
  }

  /// The commands, the kinds and the lists.
  static let firstSuggestions =
    CommandTable.inOrder.map { Suggestion($0.name, $0.summary) }
    + [Suggestion("model", EntityKind.model.row.summary)]
    + lists.map { Suggestion($0.name, $0.summary) }

  /// Every topic, with what it is about. Things of the scenario come last.
  static func suggestions(_ session: Session) -> [Suggestion] {
    var topics = firstSuggestions
    for kind in EntityKind.allCases {
      topics += kind.row(in: session.scenario).attributes.map {
        Suggestion($0.name, "attribute of \(kind)" as Sentence)
      }
    }
    topics += Library.names.map { Suggestion($0, "a built-in library") }
    topics += CommandWordHelp.suggestions
    topics += MetricTable.rows(of: session.scenario.levels).map { Suggestion($0.name, $0.meaning) }
    topics += session.scenario.entities(.tax).map {
      Suggestion("tax.\($0.name)", $0.title ?? "one tax")
    }
    topics += FunctionHelp.rows.map { Suggestion($0.name, $0.summary) }
    topics += UnitTable.rows.flatMap { row in row.names.map { Suggestion($0, row.summary) } }
    topics += Magnitude.rows.map {
      Suggestion($0.word, "a magnitude, 1e\($0.exponent)" as Sentence)
    }
    topics += session.outside.options().map { Suggestion($0.name, $0.summary) }
    topics += session.scenario.all.map { Suggestion($0.name, $0.title ?? "\($0.kind)") }
    topics += ErrorCatalogue.rows.map { Suggestion($0.slug, $0.title) }
    var seen: Set<String> = []
    return topics.filter { seen.insert($0.text).inserted }
  }

  private static func list(_ topic: String, _ session: Session) -> String? {
    let (width, wording) = (session.width, session.wording)
    return switch topic {
    case "distributions": FigureHelp.distributions(width, wording)
    case "functions": FigureHelp.functions(width, wording)
    case "keys": session.outside.keyPage(width, wording)
    case "metrics": FigureHelp.metrics(session.scenario, width, wording)
    case "options": session.outside.optionPage(width, wording)
    case "units": UnitHelp.units(width, wording)
    case "values": UnitHelp.values(wording)
    default: nil
    }
  }

  /// The page of a command or a kind; nil where there is none of the name.
  static func command(_ topic: String, _ session: Session) -> String? {
    if let kind = EntityKind(rawValue: topic),
      !CommandTable.rows.contains(where: { $0.name == topic })
    {
      return DeclarationHelp.page(kind, session.scenario, session.width, session.wording)
    }
    // `exit` does what `quit` does, but is an attribute too.
    guard let command = CommandTable.command(named: topic), command.name == topic else {
      return nil
    }
    let summary = Sentence(verbatim: command.summary).text(session.wording)
    var text = command.usage + "\n\n\(summary)\n"
    if let page = session.wording?.pages[command.pageName] {
      text += prose(page, session.width, isWrapped: false) + "\n"
    } else if !command.details.isEmpty {
      text += prose(command.details, session.width, isWrapped: true) + "\n"
    }
    return text + examples(command.examples, session.wording)
  }

  /// A paragraph in lines of its own on a terminal so wide; what is set in stays a line of its own.
  /// Where the text is wrapped already, its lines are put together first.
  private static func prose(_ text: String, _ width: Int?, isWrapped: Bool) -> String {
    guard let width else { return text }
    var paragraphs: [String] = []
    for line in text.split(separator: "\n") {
      if isWrapped, let last = paragraphs.last, !last.hasPrefix("  "), !line.hasPrefix("  ") {
        paragraphs[paragraphs.count - 1] += " " + line
      } else {
        paragraphs.append(String(line))
      }
    }
    return paragraphs.map { paragraph in
      let margin = paragraph.hasPrefix("  ") ? "  " : ""
      return broken(
        String(paragraph.drop { $0 == " " }), to: min(width, 90) - 2 * margin.count
      )
      .enumerated().map { ($0 == 0 ? margin : margin + margin) + $1 }.joined(separator: "\n")
    }.joined(separator: "\n")
  }

  /// What is declared under a name, as it is written.
  static func own(_ name: String, _ scenario: Scenario, _ wording: Wording?) -> String? {
    guard let entity = scenario.entity(named: name), entity.kind != .model else { return nil }
    let kind = entity.kind.phrase
    var what: Sentence =
      entity.library.map { "\(kind) of the library \(typed: $0)" } ?? "\(kind) of this scenario"
    if let title = entity.title { what = "\(what), \(typed: title)" }
    let more: Sentence =
      "`show \(name)` says what it comes to, `help \(entity.kind)` what it can be given"
    return escapingControls(
      lines: "\(name)  \(what.text(wording))\n\n\(entity.canonical)\n\n\(more.text(wording))\n")
  }

  /// The last part of a page.
  static func examples(_ lines: [String], _ wording: Wording? = nil) -> String {
    let word: Sentence = "for example"
    return lines.isEmpty
      ? "" : "\n\(word.text(wording))\n" + lines.map { "  \($0)\n" }.joined()
  }

  /// A table of names and what they mean, its last column in as many rows as it needs on a terminal so
  /// wide.
  static func table(
    _ headings: [Sentence], _ rows: [[String]], _ width: Int?, _ wording: Wording?
  ) -> String {
    let headings = headings.map { $0.text(wording) }
    var table = Table(columns: headings.map { Table.Column($0) })
    let taken = (0..<headings.count - 1).reduce(0) { sum, column in
      sum + 2 + ([headings] + rows).reduce(0) { max($0, displayWidth($1[column])) }
    }
    let room = (width ?? Int.max) - taken
    for row in rows {
      // Where there is next to no room, the column goes below the others.
      let lines = room >= 20 ? broken(row[row.count - 1], to: room) : [row[row.count - 1]]
      for (index, line) in lines.enumerated() {
        table.rows.append(
          (index == 0 ? row.dropLast() : row.dropLast().map { _ in "" }).map {
            .text($0)
          } + [.text(line)])
      }
    }
    return TextLayout(width: width).render(table)
  }

  /// A text in lines, in Chinese also between characters.
  static func broken(_ text: String, to width: Int) -> [String] {
    text.utf8.allSatisfy { $0 < 0x80 }
      ? wrapped(text, to: width) : Diagnostics.wrapped(text, to: width)
  }

  /// A page with its sentences broken between words; what is set in, such as an example, stays whole.
  private static func wrapped(pages text: String, to width: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard displayWidth(String(line)) > width, !line.hasPrefix("  ") else { return String(line) }
      let rows = broken(String(line), to: width - 2)
      return ([rows[0]] + rows.dropFirst().map { "  " + $0 }).joined(separator: "\n")
    }.joined(separator: "\n")
  }

  /// A text in lines of at most so many columns, broken between words.
  static func wrapped(_ text: String, to width: Int) -> [String] {
    var lines = [""]
    for word in text.split(separator: " ") {
      let line = lines[lines.count - 1]
      if line.isEmpty {
        lines[lines.count - 1] = String(word)
      } else if displayWidth(line) + 1 + displayWidth(String(word)) <= width {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}

/// Text with its control characters shown, but for line breaks.
private func escapingControls(lines text: String) -> String {
  text.split(separator: "\n", omittingEmptySubsequences: false)
    .map { escapingControls(String($0)) }.joined(separator: "\n")
}
