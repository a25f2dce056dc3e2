import CEditline
import Glibc

/// A list of completions that is not shown whole yet.
struct PagedCompletions {
  var completions: [Completion]
  /// The first that is still to be shown.
  var next = 0
  /// The key that showed the last page; only the very next one shows another.
  var keyCount: Int
}

/// Tab.
extension LineEditor {
  /// Inserts what is certain, and lists what is not; pressed again, shows the next page of the list.
  func completeWord() -> UInt8 {
    if let paged, paged.keyCount == keyCount - 1 {
      showPage(of: paged)
      return refresh
    }
    paged = nil
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
    default:
      let prefix = answer.commonPrefix
      // Never take away what the user wrote: candidates need not begin with it.
      let written = String(decoding: before.utf8.suffix(answer.replacing), as: UTF8.self)
      if !prefix.isEmpty, prefix.lowercased().contains(written.lowercased()) {
        deleteBeforeCursor(replaced)
        insert(prefix)
      }
      list(answer.completions)
    }
    return refresh
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
    let paged = PagedCompletions(completions: completions, keyCount: keyCount)
    guard completions.count >= CompletionList.countedFrom else { return showPage(of: paged) }
    self.paged = paged
    show(below: [list(of: completions).count])
  }

  private func showPage(of shown: PagedCompletions) {
    let list = list(of: shown.completions)
    // The line below the list is to be seen too.
    let height = max(1, size.rows - rowsOfLine)
    let (lines, next) = list.page(from: shown.next, height: height)
    show(below: lines)
    paged = PagedCompletions(
      completions: shown.completions, next: next < shown.completions.count ? next : 0,
      keyCount: keyCount)
    if next - shown.next == shown.completions.count { paged = nil }
  }

  private func list(of completions: [Completion]) -> CompletionList {
    CompletionList(
      completions: completions, width: size.columns, colour: colour && draws,
      ellipsis: TerminalState.isUnicode ? "…" : "...", wording: wording())
  }

  private func scalarCount(ofLastBytes count: Int, of text: String) -> Int {
    let start = text.utf8.index(
      text.utf8.endIndex, offsetBy: -max(0, count), limitedBy: text.utf8.startIndex)
    return text.unicodeScalars[(start ?? text.startIndex)...].count
  }
}
