import Diagnostics
import Language

/// `format units=万 headings=zh`: how figures are shown.
enum FormatCommand {
  static let row = Command(
    "format", .shell,
    signature: Signature(
      OutputSettings.rows.map {
        .attribute($0.name, .choice($0.choices), shown: $0.shown, $0.summary)
      }),
    summary: "show or set how figures are printed",
    details: OutputSettings.rows.map { "  \($0.name): \($0.summary)" }.joined(separator: "\n")
      + "\nAlone it prints the statement that sets what holds now, for a start-up file. Files are\n"
      + "never touched by it: `export` writes yuan to the fen, nominal ones with `--nominal`; and\n"
      + "`explain` prints them to the fen too, so that its lines add up. Conditions (`expect`,\n"
      + "`check`), `appraise` and `npv` stay in real money.",
    examples: ["format", "format units=万 headings=zh", "format decimals=2"]
  ) { (session, invocation) throws(Diagnostic) in
    guard !invocation.reader.isAtEnd else {
      session.print(session.settings.statement + "\n")
      return
    }
    var given: Set<String> = []
    var chosen: [String: String] = [:]
    while let attribute = try invocation.reader.attribute() {
      let place = invocation.reader.location(attribute.nameSpan)
      guard let row = OutputSettings.rows.first(where: { $0.name == attribute.name }) else {
        throw .pointless(attribute, invocation.reader)
      }
      guard given.insert(row.name).inserted else {
        throw Diagnostic("twice", "`\(row.name)` is given twice", at: place)
      }
      let word = attribute.value.canonical.filter { $0 != " " }
      let choice = row.synonyms[word] ?? word
      guard row.choices.contains(choice) else {
        throw Diagnostic(
          "unknown-choice", "`\(row.name)` cannot be `\(attribute.value.canonical)`",
          at: invocation.reader.location(attribute.value.span),
          help: ["it is one of \(choices: row.choices)"])
      }
      chosen[row.name] = choice
    }
    try invocation.reader.end()
    // In the order of the rows: `language` says what headings are, and `headings` says more.
    for row in OutputSettings.rows {
      if let choice = chosen[row.name] { row.apply(&session.settings, choice) }
    }
  }
}
