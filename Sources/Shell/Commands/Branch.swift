import Diagnostics
import Language
import ParkModel

/// `branch no-rail`: makes an alternative of the branch at hand, and goes to it.
enum BranchCommand {
  static let row = Command(
    "branch", .alternatives, signature: [.needed(.newBranch)],
    summary: "make an alternative of what is at hand, and go to it",
    details:
      "What is changed from then on changes only the new branch. The first branch is called\n"
      + "`main`. `switch` goes from one to another, `branches` lists them, `compare` and `appraise`\n"
      + "put their figures side by side, and `save` keeps all of them.",
    examples: ["branch no-delay"]
  ) { (session, invocation) throws(Diagnostic) in
    let name = try invocation.reader.name(of: "the name of the new branch")
    let place = invocation.reader.location(name.span)
    try invocation.reader.end()
    try Names.check(branch: name.text, at: place)
    guard session.branches[name.text] == nil else {
      throw Diagnostic(
        "branch-exists", "there is a branch `\(name.text)` already", at: place,
        help: ["go to it with `switch \(name.text)`, or choose another name"])
    }
    session.makeBranch(
      name.text,
      Comments(
        leading: invocation.statement.leading, trailing: invocation.statement.trailing))
  }
}
