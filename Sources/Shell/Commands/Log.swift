import Diagnostics
import Language
import Reports

/// `log`: the changes of the branch at hand, as a tree.
enum Log {
  static let row = Command(
    "log", .alternatives, summary: "list the changes of the branch with their numbers",
    details:
      "A change that is made after others were taken back begins a line of its own, and theirs stays:\n"
      + "it stands further in, behind the change after which it began. `undo to 4` goes back to where\n"
      + "change 4 was the last, 0 being the beginning; `redo to 7` goes to where change 7 was, wherever\n"
      + "that stands. Each branch has numbers of its own.",
    examples: ["log", "set smart area=45ha; undo; set smart area=50ha; log"], trace: .question
  ) { (session, invocation) throws(Diagnostic) in
    try invocation.reader.end()
    let branch = session.branches.current
    var table = Table(columns: [
      Table.Column("number", chinese: "编号", isNumeric: true),
      Table.Column("change", chinese: "改动", widest: 60),
      Table.Column("after", chinese: "承接", isNumeric: true),
      Table.Column("", fileHeading: "state"),
    ])
    var above: Int?
    table.rows = branch.journal.entries.map { entry in
      defer { above = entry.number }
      let isTurn = entry.parent != above
      let indent = String(repeating: "  ", count: min(entry.depth, 20))
      return [
        .text("\(entry.number)"),
        .said("\(typed: indent)\(summary(of: entry, branch))", session.wording),
        .text(isTurn ? entry.parent.map { "\($0)" } ?? "" : ""),
        .text(state(of: entry), chinese: chinese(of: entry)),
      ]
    }
    session.show(table)
  }

  private static func summary(of entry: Journal.Entry, _ branch: Branch) -> Sentence {
    guard entry.parent == nil else { return entry.text.escapingControls }
    if branch.journal.beginsWithAll { return "what was here before" }
    return branch.origin.map { "made from \(typed: $0)" } ?? "the beginning"
  }

  private static func state(of entry: Journal.Entry) -> String {
    switch entry.state {
    case .atHand: "at hand"
    case .holding: ""
    case .next: "taken back"
    case .left: "left"
    }
  }

  private static func chinese(of entry: Journal.Entry) -> String {
    switch entry.state {
    case .atHand: "当前"
    case .holding: ""
    case .next: "已撤销"
    case .left: "旁支"
    }
  }
}
