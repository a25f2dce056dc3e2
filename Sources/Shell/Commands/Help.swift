import Diagnostics
import Language
import ParkModel

/// `help [TOPIC]`: what there is and how it is used.
enum Help {
  static let row = Command(
    "help", .shell, usage: "[TOPIC]", summary: "say what there is, or explain one thing",
    details: "A topic is a command, a kind, an attribute, a metric, a unit, or one of `metrics`,\n"
      + "`units` and `values`.",
    examples: ["help", "help table", "help rail", "help tax_per_mu"], arguments: [.topic],
    shape: .words
  ) { (session, invocation) throws(Diagnostic) in
    guard !invocation.reader.isAtEnd else {
      session.print(HelpTopics.overview)
      return
    }
    let path = try invocation.reader.path(of: "a topic")
    try invocation.reader.end()
    let topic = path.parts.joined(separator: ".")
    guard let page = HelpTopics.page(topic, session) else {
      let known = HelpTopics.suggestions(session).map(\.text)
      throw Diagnostic(
        "unknown-topic", "there is no help on `\(topic)`",
        at: invocation.reader.location(path.span),
        help: didYouMean(topic, among: known) + ["`help` lists what there is"])
    }
    session.print(page)
  }
}
