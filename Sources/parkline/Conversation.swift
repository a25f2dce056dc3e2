import Diagnostics
import Glibc
import Shell
import Terminal

/// The shell at work: on a terminal with an editor, else line by line.
struct Conversation {
  let colour: Bool
  /// The scripts that were run before.
  let files: [String]
  /// Whether no file and no other program is touched.
  let isSafe: Bool
  let keeping: Keeping
  /// What the session is kept in; nil where it is not.
  let journal: SessionJournal?

  func run(_ program: Program) -> Diagnostic.Exit {
    guard TerminalState.isTerminal(STDIN_FILENO) else {
      var source = PlainLines(shown: false)
      let result = program.run(lines: &source)
      if result == .done { program.sayDoubtCount() }
      return result
    }
    program.measure = {
      TerminalState.isTerminal(STDOUT_FILENO) ? TerminalState.width() : nil
    }
    if !isSafe, TerminalState.isTerminal(STDOUT_FILENO) {
      let pager = Pager(
        environment: Environment.value, wording: { [weak program] in program?.wording },
        complain: { StandardOutput.say($0, to: STDERR_FILENO) })
      program.page = pager.map { pager in { pager.show(escapingControlsButColours($0)) } }
    }
    // Whatever was asked of scripts is answered: from here on each statement is asked by itself.
    program.isWorking(false, nil)
    program.stop.forget()
    RunSignals.beginConversation(asking: program.stop)
    program.carryOut = WorkThread.run
    let hasScreen = TerminalState.isTerminal(STDOUT_FILENO)
    if hasScreen, StartingLocale.isChinese(Environment.value, isInstalled: TerminalState.hasLocale)
    {
      program.beginInChinese()
    }
    // Before anything is said: it may ask for a language.
    if let path = keeping.startFile {
      if Keeping.isFile(path) {
        program.start(file: path)
      } else {
        let line: Sentence = "nothing is run at the start: `\(path)` is not a file"
        tell(line.text(program.wording), STDERR_FILENO)
      }
    }
    if files.isEmpty {
      StandardOutput.say(program.banner(Parkline.version), to: STDOUT_FILENO)
    } else if let opening = program.opening(files) {
      StandardOutput.say(opening, to: STDOUT_FILENO)
      program.sayDoubts()
    }
    if let offer = journal?.offer(program.wording) { tell(offer, STDERR_FILENO) }
    if let notice = program.languageNotice { tell(notice, STDOUT_FILENO) }
    let history = keeping.history.map(HistoryFile.init(path:))
    let external = isSafe ? nil : ExternalEditor(environment: Environment.value)
    program.editor = external.map { OutsideEditor($0).resting(program.isWorking) }
    let remember: (String) -> Void
    let result: Diagnostic.Exit
    if let editor = LineEditor(program: "parkline", colour: colour) {
      let loaded = history?.load()
      for entry in loaded?.entries ?? [] { editor.addHistory(entry) }
      let notice = Notice(program)
      if let problem = loaded?.problem { notice.say(problem) }
      remember = { statement in
        editor.addHistory(statement)
        let problem = history?.append(statement) {
          StandardOutput.say($0.text(program.wording) + "\n", to: STDERR_FILENO)
        }
        if let problem { notice.say(problem) }
      }
      editor.complete = { text in
        let (replacing, found) = program.suggestions(for: text)
        return CompletionAnswer(
          replacing: replacing,
          completions: found.map {
            Terminal.Completion(text: $0.text, summary: $0.summary, ending: $0.ending)
          })
      }
      editor.isComplete = program.isComplete
      editor.openMarks = program.openMarks
      editor.highlight = { text in
        program.highlights(of: text).map { StyledSpan($0.range, TextStyle($0.style)) }
      }
      editor.hint = { program.hint(for: $0).map(Hint.init) }
      editor.wording = { program.wording }
      editor.editExternally = external.map { external in
        { external.editedLine($0, program.wording) }
      }
      var source = EditedLines(editor: editor)
      result = program.converse(&source, prompt: "parkline> ", remember: remember)
    } else {
      var source = PlainLines(shown: true)
      result = program.converse(&source, prompt: "parkline> ", remember: { _ in })
    }
    // A terminal that is gone ends the lines too, but not as anybody wanted it.
    if result == .done, TerminalState.isTerminal(STDIN_FILENO), let notice = program.leave() {
      tell(notice, STDERR_FILENO)
    }
    return result
  }

  /// Says something in rows that are broken between words.
  private func tell(_ text: String, _ descriptor: Int32) {
    let text = text.last == "\n" ? String(text.dropLast()) : text
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let rows =
      TerminalState.isTerminal(descriptor)
      ? lines.flatMap { wrapped($0, to: TerminalState.width(), indent: 2) } : lines
    StandardOutput.say(rows.map { $0 + "\n" }.joined(), to: descriptor)
  }

  /// A message about the history, said once: a shell without one is still a shell.
  private final class Notice {
    private var isSaid = false
    private let program: Program

    init(_ program: Program) { self.program = program }

    func say(_ problem: Sentence) {
      guard !isSaid else { return }
      isSaid = true
      let line: Sentence = "no history is kept: \(problem)"
      StandardOutput.say(line.text(program.wording) + "\n", to: STDERR_FILENO)
    }
  }
}

/// Lines from the editor.
private struct EditedLines: LineSource {
  let editor: LineEditor

  mutating func next(prompt: String) -> LineEvent {
    switch editor.readLine(prompt: prompt) {
    case .line(let line): .line(line)
    case .cancelled: .cancelled
    case .end: .end
    }
  }
}
