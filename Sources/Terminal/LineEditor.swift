import CEditline
public import Diagnostics
import Glibc

/// What came of reading a line.
public enum LineResult: Equatable, Sendable {
  /// The line, without the newline that ended it; newlines inside come from a paste or Alt-Enter.
  case line(String)
  /// Ctrl-C: the line is given up.
  case cancelled
  /// Ctrl-D on an empty line, or the terminal is gone.
  case end
}

/// Reads lines from the terminal, with editing, history and completion, by libedit.
///
/// libedit knows the keys and edits the text; reading bytes (`KeyReader`) and drawing (`LinePainter`) we
/// do, for pastes and Chinese. The user's `~/.editrc` counts. While `readLine` runs the terminal is libedit's; at any other time
/// it is as it was, so programs may be run and Ctrl-C is a signal between two lines. Use it from one
/// thread. Call `TerminalState.prepareLocale()` first.
public final class LineEditor {
  /// What Tab offers. Called with the text before the cursor: all of this line, with newlines if the
  /// user put any in, but no earlier continuation lines.
  public var complete: (String) -> CompletionAnswer = { _ in
    CompletionAnswer(replacing: 0, completions: [])
  }

  /// What the pieces of the line are, for their colours: called with all of the line, after every key.
  /// The spans may come in any order; where two overlap, the later counts.
  public var highlight: (String) -> [StyledSpan] = { _ in [] }

  /// What stands in grey behind the cursor: called with all of the line while the cursor is at its end
  /// and no statement of the history begins with it.
  public var hint: (String) -> Hint? = { _ in nil }

  /// The brackets and quotes that are open behind each newline of the line, ASCII, for the margins of
  /// its rows; called with all of the line, after every key.
  public var openMarks: (String) -> [String] = { _ in [] }

  /// Whether Enter ends the line; else it goes on in the next row.
  public var isComplete: (String) -> Bool = { _ in true }

  /// Lets the user edit a text in a program of their own while the terminal is as it was before; nil
  /// when they gave that up. Without this there is no such program.
  public var editExternally: ((String) -> String?)?

  /// The sentences of the language in which the list of Tab and the search of the history are; nil for
  /// English.
  public var wording: () -> Wording? = { nil }

  /// libedit's own object.
  let handle: OpaquePointer
  /// libedit's history, for those of its commands that search it (vi's `/`, Alt-P).
  private let history: OpaquePointer
  let colour: Bool
  /// Where libedit draws to, on a terminal that takes the usual escape sequences; `TERM=dumb` does not.
  let sink: UnsafeMutablePointer<editline_sink>?
  /// Whether `~/.editrc` chose vi's keys.
  public let isVi: Bool

  var keys: KeyReader
  /// Keys libedit is to get before any other.
  var queue: [wchar_t] = []
  /// What the next `KeyCode.insert` inserts.
  var insertion = ""
  /// Whether Ctrl-C was pressed.
  var isCancelled = false
  var past = PastStatements()
  var search: HistorySearch?
  var painter = LinePainter()
  /// Whether the terminal has said where its cursor is whenever it was asked.
  var answersQuestions = true
  /// The size that is drawn for.
  var size = TerminalSize()
  var undoStack = UndoStack()
  /// What stands in grey behind the cursor, and the line it was shown for.
  var shownHint: (text: String, hint: Hint)?
  /// A list that Tab goes on with.
  var paged: PagedCompletions?
  var killed = KilledText()
  /// Whether lines were typed ahead that no key of this line was read of yet.
  var hasLinesAhead = false
  /// The character typed last.
  var lastScalar: Unicode.Scalar?
  /// Keys so far.
  var keyCount = 0
  /// The line that was coloured last, and its colours.
  var coloured: (text: String, colours: LineColours)?

  /// The line of several rows that was looked through last, and what is open behind its newlines.
  var marked: (text: String, marks: [String])?

  /// The prompt of this line.
  private(set) var prompt = ""
  /// The prompt on the screen.
  private(set) var shownPrompt = ""
  /// The same as libedit reads it: wide, ending with 0.
  private var widePrompt = UnsafeMutableBufferPointer<wchar_t>.allocate(capacity: 0)

  /// An editor for `program`, the name that a line in `~/.editrc` may begin with; `colour` allows
  /// colour in the list of completions.
  ///
  /// Nil when standard input or output is no terminal, or one that claims a size beyond all screens,
  /// and when the user turned editing off
  /// (`edit off` in `~/.editrc`): then read lines plainly.
  public init?(program: String, colour: Bool) {
    var modes = termios()
    guard TerminalState.isTerminal(STDOUT_FILENO), tcgetattr(STDIN_FILENO, &modes) == 0,
      TerminalSize.isUsable(STDIN_FILENO)
    else { return nil }
    defer { tcsetattr(STDIN_FILENO, TCSADRAIN, &modes) }
    guard let handle = editline_start(program) else { return nil }
    guard editline_is_on(handle), let history = history_winit() else {
      el_end(handle)
      return nil
    }
    let takesEscapes =
      editline_capability(handle, "ce").map { $0[0] == 0x1B && $0[1] == 0x5B } ?? false
    editline_set_editor(handle, "emacs")
    EditorFunction.addAll(to: handle)
    EditorFunction.bindAll(in: handle, draws: takesEscapes)
    el_source(handle, nil)
    // `bind -v` and `bind -e` there empty the key maps, Ctrl-C and all.
    if editline_is_vi(handle) || !EditorFunction.areBound(in: handle) {
      EditorFunction.bindAll(in: handle, draws: takesEscapes)
    }

    self.handle = handle
    self.history = history
    self.colour = colour
    sink = takesEscapes ? editline_divert(handle) : nil
    isVi = editline_is_vi(handle)
    keys = KeyReader(
      input: ByteInput(descriptor: STDIN_FILENO, interruption: EditingSignals.interruption))

    editline_set_owner(handle, Unmanaged.passUnretained(self).toOpaque())
    // Ctrl-C, Ctrl-Z and Ctrl-\ are keys, not signals; Ctrl-S stops nothing; Return is not Ctrl-J.
    for mode in ["-isig", "-ixon", "-icrnl", "-inlcr"] { editline_set_mode(handle, mode) }
    editline_set_prompt(handle) { LineEditor.of($0).promptAddress }
    editline_set_reader(handle) { LineEditor.of($0).readCharacter(into: $1) }
    editline_history_set_number(history, H_SETSIZE, Int32(PastStatements.limit))
    editline_use_history(handle, history)
    guard editline_is_on(handle) else { return nil }
  }

  deinit {
    // el_end() would throw away what is typed ahead, unless it thinks that it never had the terminal.
    editline_set_number(handle, EL_EDITMODE, 0)
    el_end(handle)
    history_wend(history)
    if let sink { editline_free_sink(sink) }
    widePrompt.deallocate()
  }

  /// The editor libedit calls back for.
  static func of(_ handle: OpaquePointer) -> LineEditor {
    Unmanaged<LineEditor>.fromOpaque(editline_owner(handle)).takeUnretainedValue()
  }

  /// Shows `prompt`, plain text, and reads a line. Enter ends it where `isComplete` says so.
  public func readLine(prompt: String) -> LineResult {
    self.prompt = prompt
    show(prompt: prompt)
    queue = []
    lastScalar = nil
    isCancelled = false
    search = nil
    painter.forget()
    past.startOver()
    undoStack = UndoStack()
    size = TerminalSize(of: STDOUT_FILENO)
    shownHint = nil
    paged = nil

    if keys.isAtTypedEnd { return endTypedAhead() }
    hasLinesAhead = keys.hasLines

    EditingSignals.begin()
    markPastes(true)
    // The terminal has shown what was typed ahead; here it comes again, behind the prompt.
    if draws { write("\r\u{1b}[K") }
    var count: Int32 = 0
    let scalars = el_wgets(handle, &count)
    var line = String(scalars: UnsafeBufferPointer(start: scalars, count: max(0, Int(count))))
    if line.last == "\n" { line.removeLast() }
    markPastes(false)
    defer { EditingSignals.end() }

    if isCancelled {
      leaveLine(line, mark: "^C")
      return .cancelled
    }
    guard count > 0 else {
      leaveLine("")
      if !draws { write("\n") }
      return .end
    }
    leaveLine(line)
    return .line(line)
  }

  /// Ctrl-D was typed while something ran: the line ends as if it came now.
  private func endTypedAhead() -> LineResult {
    var byte: UInt8 = 0
    // The terminal has kept it as a line without bytes.
    while read(STDIN_FILENO, &byte, 1) < 0, errno == EINTR {}
    write((draws ? "\r\u{1b}[K" : "") + shownPrompt + "\n")
    return .end
  }

  /// Adds a whole statement, which may contain newlines, to what Up and Ctrl-R find.
  public func addHistory(_ statement: String) {
    if past.add(statement) { editline_history_add(history, statement.wide) }
  }

  // MARK: Output

  /// Writes to the terminal, where libedit writes too, all at once.
  func write(_ text: String) {
    fflush(editline_output())
    var text = text
    text.withUTF8 { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = Glibc.write(STDOUT_FILENO, bytes.baseAddress! + rest.startIndex, rest.count)
        if count < 0, errno != EINTR, errno != EAGAIN { return }
        rest = rest.dropFirst(max(0, count))
      }
    }
  }

  /// Asks the terminal to mark pasted text as such, or no longer.
  func markPastes(_ isMarking: Bool) {
    guard draws else { return }
    EditingSignals.marksPastes(isMarking)
    write(isMarking ? "\u{1b}[?2004h" : "\u{1b}[?2004l")
  }

  /// Takes another prompt; it is on the screen when the line is drawn next.
  ///
  /// libedit crashes on what it knows no width for, so that is shown as `?`: control characters, and
  /// in a locale without UTF-8 all but ASCII.
  func show(prompt: String) {
    let safe = prompt.unicodeScalars.map { $0.isUnknown || $0.columns < 1 ? "?" : $0 }
    shownPrompt = String(String.UnicodeScalarView(safe))
    let wide = shownPrompt.wide
    widePrompt.deallocate()
    widePrompt = .allocate(capacity: wide.count)
    _ = widePrompt.initialize(from: wide)
  }

  private var promptAddress: UnsafeMutablePointer<wchar_t> {
    // Never nil: readLine() has shown a prompt before libedit can ask.
    widePrompt.baseAddress!
  }
}
