import Diagnostics
import Language
import ParkModel

/// `help [TOPIC]`: what there is and how it is used.
enum Help {
  static let row = Command(
    "help", .shell, signature: [.optional(.topic)],
    summary: "say what there is, or explain one thing",
    details:
      "A topic is a command, a kind, an attribute, a metric, a function, a unit, a library, a format,\n"
      + "an error, an option of the command line or something declared; or a list of all there are: `metrics`,\n"
      + "`functions`, `distributions`, `units`, `values`, `keys` and `options`.",
    examples: [
      "help", "help table", "help rail", "help area", "help tax_per_mu", "help 万", "help smart",
    ],
    trace: .question
  ) { (session, invocation) throws(Diagnostic) in
    guard !invocation.reader.isAtEnd else {
      session.printPage(HelpOverview.page(session.width, session.wording))
      return
    }
    // A topic may be anything: `--safe`, `%`, `tax.vat`.
    let span = Span(invocation.reader.here.span.lower, invocation.statement.span.upper)
    let source = invocation.reader.source
    let isChinese = invocation.reader.next?.isChinese == true
    let words = invocation.statement.tokens.dropFirst().map { $0.text(in: source) }
    let topic = isChinese ? words.joined() : source.text(in: span)
    // A further name, as 扫描, which is the user's own elsewhere.
    let other = TypedChinese.beginning(topic)
    guard
      let page = HelpTopics.page(topic, session) ?? other.flatMap({ HelpTopics.page($0, session) })
    else {
      if let meant = ChineseWords.topic(topic, levels: session.scenario.levels) {
        throw Diagnostic(
          "unknown-topic", "there is no help on `\(topic)`", at: invocation.reader.location(span),
          help: ["`help \(meant)`"])
      }
      let near = didYouMean(topic, among: HelpTopics.suggestions(session).map(\.text))
      let found = near.isEmpty ? HelpSearch.topics(of: topic, session) : []
      let further: Sentence =
        found.isEmpty
        ? "`help` lists what there is"
        : "see " + found.map { "`help \($0)`" }.joined(separator: ", ")
      throw Diagnostic(
        "unknown-topic", "there is no help on `\(escapingControls(topic))`",
        at: invocation.reader.location(span), help: near + [further])
    }
    session.printPage(LevelWords.page(page, session.scenario.levels))
  }
}
