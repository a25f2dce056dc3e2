import Diagnostics
import Language

/// `explain unknown-name`: says what an error means and what to do about it.
enum Explain {
  static let row = Command(
    "explain", .shell, usage: "ERROR",
    summary: "say what an error means and what to do about it",
    details: "ERROR is the word in brackets behind `error`.",
    examples: ["explain missing-unit"], arguments: [.slug], shape: .words
  ) { (session, invocation) throws(Diagnostic) in
    let word = try invocation.reader.name(of: "the word in brackets behind `error`")
    try invocation.reader.end()
    guard let row = ErrorCatalogue.row(named: word.text) else {
      throw Diagnostic(
        "unknown-topic", "no error is called `\(word.text)`",
        at: invocation.reader.location(word.span),
        help: didYouMean(word.text, among: ErrorCatalogue.rows.map(\.slug)))
    }
    session.print(row.page)
  }
}
