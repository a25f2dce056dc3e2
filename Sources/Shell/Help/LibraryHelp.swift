import Diagnostics
import ParkModel

/// The pages of built-in libraries, made from what they declare and change.
enum LibraryHelp {
  /// The page of a library; nil where there is none of that name.
  static func page(_ name: String, _ wording: Wording?) -> String? {
    guard Library.names.contains(name),
      let library = Library.all().first(where: { $0.name == name })
    else { return nil }
    let needs = Library.needs(of: name)
    return needs.isEmpty
      ? page(name, declaring: library.declarations, wording) : page(name, changing: needs, wording)
  }

  private static func page(
    _ name: String, declaring declarations: [Declaration], _ wording: Wording?
  ) -> String {
    let what: Sentence = "a built-in library: `use \(name)` takes up what it declares"
    var text = "\(name)  \(what.text(wording))\n\n"
    func say(_ line: Sentence) { text += line.text(wording) + "\n" }
    if let levels = Levels.known.first(where: { $0.library == name }) {
      say("levels of government: \(typed: levels.names.joined(separator: ", "))")
    }
    for kind in EntityKind.allCases {
      let names = declarations.filter { $0.kind == kind }.map(\.name)
      guard let first = names.first else { continue }
      say("\(names.count) of the kind \(kind): \(typed: names.joined(separator: ", "))")
      say("`show \(first)` says what one is, with its sources; `set` changes it")
    }
    return text + HelpTopics.examples(["use \(name)"], wording)
  }

  private static func page(
    _ name: String, changing needs: [String], _ wording: Wording?
  ) -> String {
    let others = needs.map { "`\($0)`" }.joined(separator: ", ")
    let what: Sentence =
      "a built-in library: `use \(name)` behind \(typed: others) puts ranges in the place of numbers"
    let more: Sentence =
      "Each goes from low to high round the central value. Without draws the central value counts, so a run's figures stay as they were. What the scenario sets itself stays."
    var text = "\(name)  \(what.text(wording))\n\n\(more.text(wording))\n\n"
    for change in Library.changes(of: name) {
      text += "\(change.name): \(change.attributes.map(\.name).joined(separator: ", "))\n"
    }
    let end: Sentence =
      "`show \(Library.changes(of: name)[0].name)` says them, with their sources; `set` changes one"
    return text + end.text(wording) + "\n"
      + HelpTopics.examples([(needs + [name]).map { "use \($0)" }.joined(separator: "; ")], wording)
  }
}
