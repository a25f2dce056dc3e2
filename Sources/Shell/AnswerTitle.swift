import Diagnostics
import Language
import Reports

/// What stands above each answer of a script on a terminal: the statement that it answers. Into a file
/// or a pipe goes what was printed and nothing else.
extension Session {
  /// How many pieces are answered and not yet passed on.
  var printed: Int { answer.count }

  /// Puts a title above what a statement of a script has answered behind so many pieces.
  mutating func entitle(_ statement: StatementText, printedFrom start: Int) {
    guard let width, entitlesAnswers, !replaying.isEmpty, printed > start,
      let command = CommandTable.command(of: statement), !command.signature.runsScript,
      // A text that is printed is a heading itself.
      statement.tokens.dropFirst().first?.kind != .text
    else { return }
    let lines = statement.text.split(separator: "\n", omittingEmptySubsequences: false)
    let title = "# " + (lines.first ?? "") + (lines.count > 1 ? " …" : "")
    let gap = hasAnswers ? "\n" : ""
    hasAnswers = true
    let text = gap + truncated(escapingControls(title), to: width) + "\n"
    answer.insert(AnswerPiece(.text(text), settings.style), at: start)
  }
}
