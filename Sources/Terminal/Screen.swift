import CEditline
import Glibc

/// What the line looks like, and what happens to the terminal while it is edited.
///
/// On a terminal that takes escape sequences we draw ourselves (see `LinePainter`), and what libedit
/// draws goes nowhere. On others, as in `TERM=dumb`, libedit draws.
extension LineEditor {
  var draws: Bool { sink != nil }

  /// Brings the screen up to date. Between two keys, when libedit waits for the next.
  ///
  /// Colours and hints while typing would come in here.
  func paint() {
    guard let sink else { return }
    let beep = editline_has_beeped(sink) ? "\u{07}" : ""
    write(painter.paint(picture, height: Int(editline_rows(handle))) + beep)
  }

  /// Leaves the whole line on the screen, followed by `mark`, and goes to a fresh row.
  func leaveLine(_ text: String, mark: String = "") {
    // libedit goes to a fresh row itself, but only when Enter ends the line.
    guard draws else { return write(mark.isEmpty ? "" : mark + "\n") }
    let text = text + mark
    let picture = LinePicture(
      prompt: shownPrompt, text: text, cursor: text.unicodeScalars.count,
      width: Int(editline_columns(handle)))
    write(painter.finish(picture, height: Int(editline_rows(handle))))
  }

  private var picture: LinePicture {
    LinePicture(
      prompt: shownPrompt, text: text, cursor: cursor, width: Int(editline_columns(handle)))
  }

  /// Writes lines below the line being edited, which is then drawn again below them.
  func show(below lines: [String]) {
    leaveLine(text)
    write((draws ? "" : "\n") + lines.map { $0 + "\n" }.joined())
    if !draws { editline_redraw(handle) }
  }

  func clearScreen() -> UInt8 {
    guard draws else { return Reply.beep }
    painter.forget()
    write("\u{1b}[H\u{1b}[2J")
    return Reply.refresh
  }

  // MARK: Signals

  func respondToSignals() {
    let notices = EditingSignals.takeNotices()
    if notices.isContinued {
      takeTerminalBack()
    } else if notices.isResized {
      el_resize(handle)
      if draws { write(painter.erase(reflowedTo: Int(editline_columns(handle)))) }
    }
  }

  /// Ctrl-Z: stops all programs of this job, as it does in other programs, and comes back with `fg`.
  func suspend() -> UInt8 {
    leaveLine(text)
    markPastes(false)
    editline_set_number(handle, EL_PREP_TERM, 0)
    EditingSignals.pause()
    kill(0, SIGTSTP)
    takeTerminalBack()
    return Reply.refresh
  }

  /// Goes on after a stop: the shell has changed modes, and maybe the size.
  private func takeTerminalBack() {
    _ = EditingSignals.takeNotices()
    EditingSignals.resume()
    editline_set_number(handle, EL_PREP_TERM, 0)
    editline_set_number(handle, EL_PREP_TERM, 1)
    markPastes(true)
    el_resize(handle)
    if draws {
      painter.forget()
      write("\r\u{1b}[J")
    } else {
      write("\r\n")
      editline_redraw(handle)
    }
  }
}
