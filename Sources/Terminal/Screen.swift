import CEditline
import Glibc

/// What the line looks like, and what happens to the terminal while it is edited.
///
/// On a terminal that takes escape sequences we draw ourselves (see `LinePainter`), and what libedit
/// draws goes nowhere. On others, as in `TERM=dumb`, libedit draws.
extension LineEditor {
  var draws: Bool { sink != nil }

  /// Brings the screen up to date. Between two keys, when libedit waits for the next.
  func paint() {
    guard let sink else { return }
    let beep = editline_has_beeped(sink) ? "\u{07}" : ""
    let window = LineWindow(buffer, cursor: cursor, height: size.rows)
    let picture = LinePicture(
      prompt: shownPrompt, text: window.text, cursor: window.cursor, width: size.columns,
      inks: inks(of: window), marginInk: colour ? .grey : .plain,
      marks: window.isWhole ? marks(in: window.text) : [], firstLine: window.firstLine,
      hint: shownHint(in: window))
    write(painter.paint(picture, height: size.rows) + beep)
  }

  /// Leaves the whole line on the screen, followed by `mark`, and goes to a fresh row.
  func leaveLine(_ text: String, mark: String = "") {
    shownHint = nil
    // libedit goes to a fresh row itself, but only when Enter ends the line.
    guard draws else { return write(mark.isEmpty ? "" : mark + "\n") }
    let isShort = text.utf8.count <= LineWindow.limit
    let inks =
      colour && isShort
      ? LineColours(text, spans: highlight(text)).inks(cursor: nil, isWhole: true) : []
    let marks = isShort ? marks(in: text) : []
    let text = text + mark
    let picture = LinePicture(
      prompt: shownPrompt, text: text, cursor: text.unicodeScalars.count, width: size.columns,
      inks: inks, marginInk: colour ? .grey : .plain, marks: marks)
    write(painter.finish(picture, height: size.rows))
  }

  private func marks(in text: String) -> [String] {
    guard text.contains("\n") else { return [] }
    if marked?.text != text { marked = (text, openMarks(text)) }
    return marked?.marks ?? []
  }

  /// How many rows of the screen the line takes.
  var rowsOfLine: Int {
    let window = LineWindow(buffer, cursor: cursor, height: size.rows)
    return LinePicture(
      prompt: shownPrompt, text: window.text, cursor: window.cursor, width: size.columns,
      firstLine: window.firstLine
    ).rows.count
  }

  private func inks(of window: LineWindow) -> [Ink] {
    guard colour else { return [] }
    if coloured?.text != window.text {
      coloured = (window.text, LineColours(window.text, spans: highlight(window.text)))
    }
    return coloured?.colours.inks(cursor: window.cursor, isWhole: window.isWhole) ?? []
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
    return refresh
  }

  // MARK: Signals

  /// Lets libedit look at the size of the terminal, unless that is beyond all screens.
  private func resizeLibedit() {
    if TerminalSize.isUsable(STDIN_FILENO) { el_resize(handle) }
  }

  func respondToSignals() {
    let notices = EditingSignals.takeNotices()
    if notices.isContinued {
      takeTerminalBack()
    } else if notices.isResized {
      resizeLibedit()
      size = TerminalSize(of: STDOUT_FILENO)
      if draws {
        let column = painter.isUnsure(atWidth: size.columns) ? cursorColumn() : nil
        write(painter.erase(atWidth: size.columns, cursorColumn: column))
      }
    }
  }

  /// The column that the terminal says the cursor is in, from 0; nil where it does not say soon. What is
  /// typed meanwhile is kept, and an answer that comes late is a key that does nothing.
  private func cursorColumn() -> Int? {
    guard answersQuestions else { return nil }
    write("\u{1b}[6n")
    let column = keys.cursorColumn(within: 200)
    answersQuestions = column != nil
    return column
  }

  /// Ctrl-Z: stops all programs of this job, as it does in other programs, and comes back with `fg`.
  func suspend() -> UInt8 {
    leaveLine(text)
    giveTerminalBack()
    kill(0, SIGTSTP)
    takeTerminalBack()
    return refresh
  }

  /// Makes the terminal as it was before the line, for another program.
  func giveTerminalBack() {
    markPastes(false)
    editline_set_number(handle, EL_PREP_TERM, 0)
    EditingSignals.pause()
  }

  /// Goes on after a stop: the shell has changed modes, and maybe the size.
  func takeTerminalBack() {
    _ = EditingSignals.takeNotices()
    EditingSignals.resume()
    editline_set_number(handle, EL_PREP_TERM, 0)
    editline_set_number(handle, EL_PREP_TERM, 1)
    markPastes(true)
    resizeLibedit()
    size = TerminalSize(of: STDOUT_FILENO)
    if draws {
      painter.forget()
      write("\r\u{1b}[J")
    } else {
      write("\r\n")
      editline_redraw(handle)
    }
  }
}
