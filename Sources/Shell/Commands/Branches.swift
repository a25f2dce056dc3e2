import Diagnostics
import Language
import ParkModel
import Reports

/// `branches`: the alternatives.
enum BranchesCommand {
  static let row = Command(
    "branches", .alternatives, summary: "list the branches, with what each was made from",
    examples: ["branches"],
    trace: .question
  ) { (session, invocation) throws(Diagnostic) in
    try invocation.reader.end()
    var table = Table(
      columns: [
        Table.Column("branch", chinese: "分支"), Table.Column("made from", chinese: "源自"),
        Table.Column("differs by", chinese: "差异"), Table.Column("id", chinese: "编号"),
        Table.Column("", fileHeading: "state"),
      ])
    table.rows = session.branches.all.map { branch in
      [
        .text(branch.name), .text(branch.origin ?? ""),
        .said(difference(of: branch, session.branches), session.wording),
        .text(ScenarioID(branch.scenario).short),
        .said(branch.name == session.branch ? "at hand" : "", session.wording),
      ]
    }
    session.show(table)
  }

  /// In how many statements a branch differs from the one it was made from, as that is now.
  private static func difference(of branch: Branch, _ branches: BranchSet) -> Sentence {
    guard let origin = branch.origin.flatMap({ branches[$0] }) else { return "" }
    let count = ScenarioDifference(
      from: origin.scenario.withoutClosing, to: branch.scenario
    ).edits.count
    return count == 0 ? "nothing" : count == 1 ? "1 statement" : "\(count) statements"
  }
}
