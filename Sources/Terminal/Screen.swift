import CEditline
import Glibc

/// What is known of the line on the screen.
struct DrawnState {
  /// Whether libedit may have drawn it wrongly since it was painted.
  private(set) var isDoubtful = false
  private var count = 0
  private var cursor = 0

  /// Takes note of what libedit has drawn. One more character at the end it draws rightly.
  mutating func note(_ line: UnsafeBufferPointer<wchar_t>, cursor: Int) {
    let isTyped =
      cursor == line.count && self.cursor == count && line.count == count + 1
      && line.last.flatMap { Unicode.Scalar(UInt32(bitPattern: $0)) }?.columns ?? 0 > 0
    if !isTyped && (line.count != count || cursor != self.cursor) { isDoubtful = true }
    count = line.count
    self.cursor = cursor
  }

  mutating func noteDrawnAfresh() { isDoubtful = true }

  mutating func notePainted() { isDoubtful = false }
}

/// Painting, resizing, stopping and going on.
extension LineEditor {
  func respondToSignals() {
    let notices = EditingSignals.takeNotices()
    if notices.isContinued {
      takeTerminalBack()
    } else if notices.isResized {
      drawForNewSize()
    }
  }

  /// Draws prompt and line from where the cursor is; it must be at the start of a row.
  func drawAfresh() {
    editline_redraw(handle)
    drawn.noteDrawnAfresh()
  }

  /// Mends what libedit may have drawn wrongly: lines of several rows, and wide characters.
  func paint() {
    guard drawn.isDoubtful, takesEscapes else { return }
    drawn.notePainted()
    let picture = picture(width: Int(editline_columns(handle)))
    let isPlain = picture.rowCount == 1 && buffer.allSatisfy { (0x20..<0x7F).contains($0) }
    // Where the screen is too small for all of it, only libedit knows which part it shows.
    guard !isPlain, picture.rowCount <= Int(editline_rows(handle)) else { return }
    write(picture.repainting)
  }

  private func picture(width: Int) -> LinePicture {
    LinePicture(
      prompt: shownPrompt.dropLast().compactMap { Unicode.Scalar(UInt32(bitPattern: $0)) },
      text: buffer.map { Unicode.Scalar(UInt32(bitPattern: $0)) ?? " " }, cursor: cursor,
      width: width)
  }

  /// The terminal has another size, and has moved what was on it.
  private func drawForNewSize() {
    let old = picture(width: Int(editline_columns(handle)))
    el_resize(handle)
    guard takesEscapes else { return }
    let rows = old.rowsAboveCursor(atWidth: Int(editline_columns(handle)))
    write("\r" + LinePicture.up(rows) + "\u{1b}[J")
    drawAfresh()
  }

  // MARK: Stopping

  /// Ctrl-Z: the line stays on the screen; when libedit has drawn it to its end, we stop.
  func suspend() -> UInt8 {
    pendingList = PendingList(completions: [], cursor: cursor)
    cursor = buffer.count
    queue = [KeyCode.stop]
    return Reply.refresh
  }

  /// Stops all programs of this job, as Ctrl-Z does in other programs, and comes back with `fg`.
  func stop() -> UInt8 {
    markPastes(false)
    editline_set_number(handle, EL_PREP_TERM, 0)
    write("\n")
    EditingSignals.pause()
    kill(0, SIGTSTP)
    takeTerminalBack()
    return Reply.nothing
  }

  /// Goes on after a stop: the shell has changed modes, and maybe the size.
  private func takeTerminalBack() {
    _ = EditingSignals.takeNotices()
    EditingSignals.resume()
    editline_set_number(handle, EL_PREP_TERM, 0)
    editline_set_number(handle, EL_PREP_TERM, 1)
    markPastes(true)
    el_resize(handle)
    if let list = pendingList {
      cursor = list.cursor
      pendingList = nil
    }
    write(takesEscapes ? "\r\u{1b}[J" : "\r")
    drawAfresh()
  }
}
