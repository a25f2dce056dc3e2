import Analysis
import Diagnostics
import Language
import ParkModel
import Quantities
import Reports
import Simulation

/// `explain tax.local[2030]`: why a figure is what it is; `explain unknown-name`: what an error means.
enum Explain {
  static let row = Command(
    "explain", .results,
    signature: Signature(
      [
        .needed(.expression),
        .attribute("depth", .count, "how many levels are shown, all of each"),
        ViewRequest.closures, RunView.nominalOption,
        .option(
          "proof", "write the whole tree to a file instead", file: ["json"],
          with: [.replacing]),
      ], or: [.needed(.slug)]),
    summary: "say why a figure is what it is, or what an error means",
    details: "A figure is taken apart: by tax, park and firm, down to what was posted, to the\n"
      + "factors of that, and to the statement or the default behind each. The lines below a sum\n"
      + "add up to it, money to the fen. Without `depth` the largest part of each level is\n"
      + "followed down. `--proof` writes the whole tree to a file instead, which\n"
      + "`parkline verify-proof FILE.json` adds up again; a file that this session did not write is\n"
      + "replaced with `--over` only. ERROR is the word in brackets behind `error`.",
    examples: [
      "explain tax.local[2030]", "explain jobs[2025] depth=2", "explain tax[2030] / jobs[2030]",
      "explain tax.vat[2030] --proof vat-2030.json", "explain missing-unit",
    ],
    inFiles: FileAnswer(
      namesPlaces: true,
      tree: { (session, invocation) throws(Diagnostic) in
        let (words, explanation, text, request) = try inFile(&session, &invocation)
        var tree = ExplanationTree(explanation, depth: words.depth, session.settings.style).tree()
        tree.notes = text.notes([request])
        tree.priceYear = text.priceYear([request])
        return tree
      }
    ) { (session, invocation, _) throws(Diagnostic) in
      let (words, explanation, text, request) = try inFile(&session, &invocation)
      return try ExplanationFile(explanation, depth: words.depth, stop: session.stop)
        .table(text, of: request)
    }
  ) { (session, invocation) throws(Diagnostic) in
    if let page = try page(&invocation.reader, session.scenario, session.wording) {
      session.printPage(page)
      return
    }
    let words = try Words(&invocation.reader, view: session.view, takesProof: true)
    let (explanation, request) = try explanation(words, &session)
    let text = BasisText(view: words.view, scenario: session.scenario)
    guard let file = words.proof else {
      session.doubt(request, in: invocation.statement)
      for note in text.notes([request]) {
        session.printLine(note: note)
      }
      session.answer(
        .tree(ExplanationTree(explanation, depth: words.depth, session.settings.style).tree()))
      return
    }
    let bytes = try ProofWriter.write(explanation)
    if file.text == "-" {
      session.print(String(decoding: bytes, as: UTF8.self))
      return
    }
    let isReplaced = try session.replace(
      file.text, by: bytes, isOver: words.isOver, statement: invocation.statement,
      at: invocation.reader.location(file.span), isLike: { $0.prefix(18) == bytes.prefix(18) })
    let path = escapingControls(file.text)
    session.say(
      isReplaced
        ? "wrote the proof to \(typed: path) (replaced)" : "wrote the proof to \(typed: path)")
  }

  /// What a file is to have.
  private static func inFile(
    _ session: inout Session, _ invocation: inout Invocation
  ) throws(Diagnostic) -> (Words, Explanation, BasisText, FigureRequest) {
    let place = invocation.reader.here
    if try page(&invocation.reader, session.scenario, session.wording) != nil {
      throw Diagnostic(
        "wrong-kind", "what an error means is to be read, and is no table", at: place,
        help: ["write the tree of a figure: `export explained.csv explain tax[2030]`"])
    }
    let words = try Words(&invocation.reader, view: RunView(), takesProof: false)
    let (explanation, request) = try explanation(words, &session)
    return (words, explanation, BasisText(view: words.view, scenario: session.scenario), request)
  }

  /// What is asked: a figure, and how it is shown.
  private struct Words {
    let expression: Expression
    let source: SourceText
    private(set) var view: RunView
    /// Levels; nil where nothing is said.
    private(set) var depth: Int?
    /// The file that the proof goes to.
    private(set) var proof: (text: String, span: Span)?
    private(set) var isOver = false

    init(
      _ reader: inout ArgumentReader, view: RunView, takesProof: Bool
    ) throws(Diagnostic) {
      expression = try reader.expression()
      source = reader.source
      self.view = view
      while !reader.isAtEnd {
        try self.view.read(&reader)
        if reader.isAtEnd { break }
        if reader.isOptionAhead, let option = try reader.option() {
          if option.text == "over", proof != nil {
            isOver = true
            continue
          }
          guard takesProof, option.text == "proof", proof == nil else {
            throw .pointless(option, reader)
          }
          proof = try reader.file()
        } else if let attribute = try reader.attribute() {
          guard depth == nil else {
            throw Diagnostic(
              "twice", "`\(attribute.name)` is given twice",
              at: reader.location(attribute.nameSpan))
          }
          depth = try Explain.depth(attribute.value, source)
        } else {
          break
        }
      }
      try reader.end()
    }
  }

  private static func explanation(
    _ words: Words, _ session: inout Session
  ) throws(Diagnostic) -> (Explanation, FigureRequest) {
    // What does not fit is said before anything runs.
    let request = try FigureRequest(words.expression, words.source, session.scenario)
    let explanation = try Explanation(
      words.expression, words.source, session.scenario, try session.project(words.view))
    return (explanation, request)
  }

  /// What is said of an error, where the statement names one and nothing else.
  private static func page(
    _ reader: inout ArgumentReader, _ scenario: Scenario, _ wording: Wording?
  ) throws(Diagnostic) -> String? {
    var ahead = reader
    guard let word = ahead.word(), ahead.isAtEnd else { return nil }
    if let row = ErrorCatalogue.row(named: word.text) { return row.page(wording) }
    if Names.isMetric(word.text) || scenario.entity(named: word.text) != nil { return nil }
    let names = ErrorCatalogue.rows.map(\.slug) + MetricTable.rows(of: scenario.levels).map(\.name)
    throw Diagnostic(
      "unknown-topic", "no figure and no error is called `\(word.text)`",
      at: reader.location(word.span),
      help: didYouMean(
        word.text, among: TypedChinese.candidates(names, for: word.text, at: .other)))
  }

  private static func depth(
    _ value: Expression, _ source: SourceText
  ) throws(Diagnostic) -> Int {
    guard case .quantity(let quantity, _) = value.kind, let number = quantity.value(in: .one),
      number >= 1, number <= 40, number == number.rounded()
    else {
      throw Diagnostic(
        "wrong-kind", "`depth` takes a whole number from 1 to 40", at: Location(source, value.span),
        help: ["write for example `explain tax[2030] depth=3`"])
    }
    return NumberFormat.whole(number)
  }
}
