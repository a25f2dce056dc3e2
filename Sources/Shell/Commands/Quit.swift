import Diagnostics
import Language

/// `quit`: ends the shell.
enum Quit {
  static let row = Command(
    "quit", .shell, summary: "end the shell; Ctrl-D does the same",
    details: "`exit` and `q` are other words for it. What is not saved is kept for `recover`.",
    examples: ["quit"],
    trace: Command.Trace.none
  ) { (session, invocation) throws(Diagnostic) in
    try invocation.reader.end()
    session.isOver = true
  }
}
