import Diagnostics
import Language
import ParkModel
import Reports
import Wording

/// `list [KIND]`: what is declared.
enum List {
  /// A library's title in Chinese, too; anybody else's as it is.
  private static func title(of entity: Declaration) -> Table.Cell {
    let title = entity.title ?? ""
    guard entity.library != nil else { return .text(title) }
    return .text(title, chinese: Sentence(verbatim: title).text(Chinese.wording))
  }

  /// What observations are called together.
  private static let observations = "observations"

  static let row = Command(
    "list", .look, signature: [.optional(.kind, or: [observations])],
    summary: "list what is declared",
    details:
      "Without a KIND, what libraries declare is only counted. `list observations` has what was\n"
      + "reported and what that says of the year before.",
    examples: ["list", "list phase", "list sector", "list observations"]
  ) { (session, invocation) throws(Diagnostic) in
    var kind: EntityKind?
    if let word = invocation.reader.word() {
      let text = word.text == observations ? EntityKind.observe.rawValue : word.text
      guard let known = EntityKind(rawValue: text),
        known.isNamed || known == .correlate || known == .observe
      else {
        let kinds = EntityKind.allCases.filter(\.isNamed).map(\.rawValue)
        let guesses = didYouMean(
          word.text, among: TypedChinese.candidates(kinds, for: word.text, at: .beginning))
        throw Diagnostic(
          "unknown-kind", "there is no kind `\(word.text)`",
          at: invocation.reader.location(word.span),
          help: guesses.isEmpty
            ? ["kinds are \(kinds: kinds)"] : guesses)
      }
      kind = known
    }
    try invocation.reader.end()
    if kind == .observe { return session.showObservations() }
    let all = session.scenario.all.filter { entity in
      kind.map { entity.kind == $0 } ?? (entity.library == nil)
    }
    if kind == nil, let header = session.scenario.header {
      session.printLine(verbatim: escapingControls(header.canonical))
    }
    if all.isEmpty {
      session.printLine(kind.map { "no \($0.rawValue) is declared" } ?? "nothing is declared")
    } else {
      var table = Table(
        columns: [
          Table.Column("kind", chinese: "类别"), Table.Column("name", chinese: "名称"),
          Table.Column("title", chinese: "标题"), Table.Column("where", chinese: "出处"),
        ], keys: 2)
      table.rows = all.map { entity in
        [
          .text(
            entity.kind.rawValue,
            chinese: TypedChinese.names(of: entity.kind.rawValue).first ?? ""),
          .text(entity.shownName), title(of: entity), .text(entity.location.place),
        ]
      }
      session.show(table)
    }
    if kind == nil {
      for use in session.scenario.libraries {
        let needs = Library.needs(of: use.name)
        guard needs.isEmpty else {
          let changed = Library.changes(of: use.name).flatMap(\.attributes).count
          session.printLine(
            "and library \(use.name), which changes \(changed) numbers of \(needs.joined(separator: ", "))"
              + " and the model")
          continue
        }
        let count = session.scenario.all.filter { $0.library == use.name }.count
        session.printLine("and \(count) from library \(use.name)")
      }
    }
  }
}

extension Declaration {
  /// Its name, without the kind that stands before it where it has none of its own.
  var shownName: String {
    switch kind {
    case .ensemble: ""
    case .correlate, .observe: String(name.dropFirst(kind.rawValue.count + 1))
    default: name
    }
  }
}
