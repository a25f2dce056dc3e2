import ParkModel
import Simulation

/// Topics that speak of a word which is none itself: `help credits`.
enum HelpSearch {
  /// Up to three topics whose summaries have the word, alone or in the plural: attributes, metrics,
  /// commands.
  static func topics(of word: String, _ session: Session) -> [String] {
    let stem = stem(word.lowercased())
    guard stem.utf8.count >= 4 else { return [] }
    var rows = EntityKind.allCases.flatMap { kind in
      kind.row(in: session.scenario).attributes.map { ($0.name, $0.summary) }
    }
    rows += MetricTable.rows(of: session.scenario.levels).map { ($0.name, $0.summary) }
    rows += CommandTable.inOrder.map { ($0.name, $0.summary) }
    var found: [String] = []
    for (name, summary) in rows where !found.contains(name) {
      let words = summary.lowercased().split { !$0.isLetter }
      if words.contains(where: { self.stem(String($0)) == stem }) { found.append(name) }
    }
    return Array(found.prefix(3))
  }

  private static func stem(_ word: String) -> String {
    if word.hasSuffix("sses") { return String(word.dropLast(2)) }
    return word.hasSuffix("s") && !word.hasSuffix("ss") ? String(word.dropLast()) : word
  }
}
