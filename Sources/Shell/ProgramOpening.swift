import Diagnostics
import ParkModel

/// The beginning of a conversation behind scripts.
extension Program {
  /// What was read and the figures that it comes to, in a line or two; nil where nothing was.
  public func opening(_ files: [String]) -> String? {
    guard !files.isEmpty else { return nil }
    session.width = measure()
    let names = files.map { escapingControls($0) }.joined(separator: ", ")
    var read: Sentence = "Read \(typed: names): \(contents)"
    let branches = session.branches.all.map(\.name)
    if branches.count > 1 {
      read = "\(read); branches \(typed: branches.joined(separator: ", "))"
    }
    let text = read.text(session.wording)
    let rows = session.width.map { wrapped(text, to: $0, indent: 2) } ?? [text]
    let headline = Headline(&session)?.line(
      since: nil, width: session.width, settings: session.settings)
    return ((session.hasAnswers ? [""] : []) + rows + [headline].compactMap(\.self))
      .map { $0 + "\n" }.joined()
  }

  /// The title of the scenario at hand, and how much is declared in it.
  private var contents: Sentence {
    let count = session.scenario.all.count { $0.library == nil }
    let declared: Sentence =
      switch count {
      case 0: "nothing is declared"
      case 1: "1 declaration"
      default: "\(count) declarations"
      }
    guard let title = session.scenario.header?.title else { return declared }
    return "\(typed: escapingControls(title)), \(declared)"
  }
}
