import CEditline
import Glibc

/// What is known of the way libedit has drawn the line; see `DrawnLine.drawnWhole`.
struct DrawnState {
  private(set) var drawnWhole = 0
  private var count = 0
  private var cursor = 0

  /// Takes note of the line as it is on the screen now.
  mutating func note(count: Int, cursor: Int) {
    let wasAtEnd = self.cursor == self.count
    let isAtEnd = cursor == count
    if wasAtEnd && isAtEnd && count == self.count + 1 {
      // Typed at the end: only this character was drawn.
    } else if wasAtEnd && isAtEnd && count <= self.count {
      drawnWhole = min(drawnWhole, count)
    } else if count != self.count {
      drawnWhole = count
    }
    self.count = count
    self.cursor = cursor
  }

  /// All of it was drawn just now.
  mutating func noteDrawnAfresh() {
    drawnWhole = count
  }
}

/// Resizing, stopping and going on.
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
    drawn.note(count: buffer.count, cursor: cursor)
    drawn.noteDrawnAfresh()
  }

  /// The terminal has another size, and has moved what was on it.
  private func drawForNewSize() {
    let oldWidth = Int(editline_columns(handle))
    el_resize(handle)
    guard takesEscapes else { return }
    let line = DrawnLine(
      prompt: shownPrompt.dropLast().compactMap { Unicode.Scalar(UInt32(bitPattern: $0)) },
      text: buffer.map { Unicode.Scalar(UInt32(bitPattern: $0)) ?? " " }, cursor: cursor,
      drawnWhole: drawn.drawnWhole, width: oldWidth)
    let rows = line.rowsAboveCursor(atWidth: Int(editline_columns(handle)))
    write((rows > 0 ? "\r\u{1b}[\(rows)A" : "\r") + "\u{1b}[J")
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
