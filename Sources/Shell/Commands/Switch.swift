import Diagnostics
import Language
import ParkModel

/// `switch main`: goes to another branch.
enum SwitchCommand {
  static let row = Command(
    "switch", .alternatives, signature: [.needed(.branch, as: "NAME")],
    summary: "go to another branch",
    details: "Each branch keeps its own changes for `undo`.", examples: ["switch main"]
  ) { (session, invocation) throws(Diagnostic) in
    let name = try invocation.reader.name(of: "the name of a branch")
    try invocation.reader.end()
    let comments = Comments(
      leading: invocation.statement.leading, trailing: invocation.statement.trailing)
    guard try session.go(to: name.text, comments) else {
      throw .unknownBranch(
        name.text, among: session.branches, at: invocation.reader.location(name.span))
    }
  }
}
