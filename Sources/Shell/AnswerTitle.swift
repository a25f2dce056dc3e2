import Diagnostics
import Language

/// What stands above each answer of a script on a terminal: the statement that it answers. Into a file
/// or a pipe goes what was printed and nothing else.
extension Session {
  /// How much is printed and not yet passed on, bytes.
  var printed: Int { output.utf8.count }

  /// Puts a title above what a statement of a script has printed behind so many bytes.
  mutating func entitle(_ statement: StatementText, printedFrom start: Int) {
    guard let width, entitlesAnswers, !replaying.isEmpty, printed > start,
      let command = CommandTable.command(of: statement), !command.runsScript,
      // A text that is printed is a heading itself.
      statement.tokens.dropFirst().first?.kind != .text
    else { return }
    let lines = statement.text.split(separator: "\n", omittingEmptySubsequences: false)
    let title = "# " + (lines.first ?? "") + (lines.count > 1 ? " …" : "")
    let place = output.utf8.index(output.startIndex, offsetBy: start)
    let gap = hasAnswers ? "\n" : ""
    hasAnswers = true
    output.insert(contentsOf: gap + truncated(escapingControls(title), to: width) + "\n", at: place)
  }
}

extension Command {
  /// Whether its answers are those of a script's statements.
  fileprivate var runsScript: Bool { name == Replay.row.name || name == Open.row.name }
}
