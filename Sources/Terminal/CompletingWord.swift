import CEditline
import Glibc

/// Tab.
extension LineEditor {
  /// Inserts what is certain, and lists what is not.
  func completeWord() -> UInt8 {
    let before = textBeforeCursor
    let answer = complete(before)
    let replaced = scalarCount(ofLastBytes: answer.replacing, of: before)
    switch answer.completions.count {
    case 0:
      return Reply.beep
    case 1:
      let completion = answer.completions[0]
      deleteBeforeCursor(replaced)
      insert(completion.text)
      finish(with: completion.ending)
      return Reply.refresh
    default:
      let prefix = answer.commonPrefix
      // Never take away what the user wrote: candidates need not begin with it.
      if prefix.unicodeScalars.count >= replaced, !prefix.isEmpty {
        deleteBeforeCursor(replaced)
        insert(prefix)
      }
      list(answer.completions)
      return Reply.refresh
    }
  }

  /// Inserts `ending`, or goes past it if it is there already.
  private func finish(with ending: String) {
    let length = ending.unicodeScalars.count
    if buffer.dropFirst(cursor).starts(with: ending.wide.dropLast()) {
      cursor += length
    } else {
      insert(ending)
    }
  }

  private func list(_ completions: [Completion]) {
    let list = CompletionList(
      completions: completions, width: Int(editline_columns(handle)), colour: colour && draws,
      ellipsis: TerminalState.isUnicode ? "…" : "...")
    show(below: list.lines)
  }

  private func scalarCount(ofLastBytes count: Int, of text: String) -> Int {
    let start = text.utf8.index(
      text.utf8.endIndex, offsetBy: -max(0, count), limitedBy: text.utf8.startIndex)
    return text.unicodeScalars[(start ?? text.startIndex)...].count
  }
}
