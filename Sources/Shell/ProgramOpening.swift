import Diagnostics
import ParkModel

/// The beginning of a conversation behind scripts.
extension Program {
  /// What a conversation begins with where no script was read: four lines that work when they are typed, in the
  /// language of the session.
  public func banner(_ version: String) -> String {
    session.width = measure()
    let lines: [(command: String, meaning: Sentence)] = [
      ("demo", "the Quzhou park, and three changes to try"),
      ("tour", "the tutorial, step by step"),
      ("new", "a park of your own, in five questions"),
      ("help", "what there is"),
    ]
    let words = lines.map { typed($0.command, inChinese: session.wording != nil) }
    let widest = words.map(displayWidth).max() ?? 0
    let title: Sentence = "Parkline \(typed: version). Type one of these; Ctrl-D ends."
    let rows =
      [title.text(session.wording)]
      + zip(words, lines).map { word, line in
        let gap = String(repeating: " ", count: widest - displayWidth(word) + 2)
        return "  " + word + gap + line.meaning.text(session.wording)
      }
    return rows.flatMap { row in
      session.width.map { wrapped(row, to: $0, indent: widest + 4) } ?? [row]
    }.map { $0 + "\n" }.joined()
  }

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
