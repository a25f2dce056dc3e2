public import Diagnostics
import Language

/// A conversation with somebody at a terminal.
extension Program {
  /// Talks with somebody at a terminal, to the end. `remember` takes each statement as it came.
  public func converse(
    _ source: inout some LineSource, prompt: String, remember: (String) -> Void
  ) -> Diagnostic.Exit {
    conclude()
    session.isConversation = true
    session.settleSaved()
    journal?.open(at: session.revision)
    defer { session.isConversation = false }
    var pending = PendingLines(name: "prompt")
    do throws(Diagnostic) {
      while !session.isOver {
        let prompt = questionPrompt(prompt) ?? session.prompt(prompt)
        // Not behind the line: Ctrl-C may be for what it says already.
        stop.forget()
        if let line = try prepared() {
          if try !take(line, &pending, remember) { session.prepared.drop() }
          continue
        }
        switch source.next(
          prompt: pending.isUnfinished ? continuation(of: prompt, pending.openMarks) : prompt)
        {
        case .end where session.questions != nil:
          complain("\n")
          try leaveQuestions()
        case .cancelled where session.questions != nil: try leaveQuestions()
        case .line(let line) where session.questions != nil: try answerQuestion(line)
        case .end, .unread:
          complain("\n")
          return .done
        case .cancelled, .broken: pending.drop()
        case .line(let line): _ = try take(line, &pending, remember)
        }
      }
    } catch {
      return report(error)
    }
    return .done
  }

  /// The next statement that the shell types itself, shown as it is applied.
  private func prepared() throws(Diagnostic) -> String? {
    if let line = session.prepared.next() {
      try write("> " + line + "\n")
      return line
    }
    if let closing = session.prepared.end() {
      session.width = measure()
      session.printLine(closing)
      try write(session.takeOutput())
    }
    return nil
  }

  /// Takes a line, and runs its statements once they are complete; false where one failed. Throws where
  /// nobody takes the answers.
  private func take(
    _ line: String, _ pending: inout PendingLines, _ remember: (String) -> Void
  ) throws(Diagnostic) -> Bool {
    guard let script = pending.add(line) else { return true }
    remember(pending.complete.trimmingSpaces())
    defer { sync() }
    for (index, statement) in script.statements.enumerated() where !session.isOver {
      do throws(Diagnostic) {
        beginTime()
        try answer(statement, index)
        record()
        sayTime(session.isTimed)
      } catch {
        if error.exit == .file, error.location == nil { throw error }
        complain(rendered(error, in: session))
        try remindOfTour()
        return false
      }
    }
    return true
  }

  /// The prompt of a line that goes on, as wide as another, with what is open: `.......["> `.
  private func continuation(of prompt: String, _ marks: String) -> String {
    let room = max(1, displayWidth(prompt) - 1)
    let shown = String(marks.suffix(room))
    return String(repeating: ".", count: room - shown.count) + shown + " "
  }

  /// Waits until the disk has what was accepted; says once why it has not.
  private func sync() {
    let problem = journal?.sync()?.message
    if let problem, unkept == nil {
      let notice: Sentence = "this session is not kept: \(problem)"
      complain(notice.text(session.wording) + "\n")
    }
    unkept = problem?.text
  }

  /// Runs one statement of a conversation, the one of this index in what was typed, keeps it and says
  /// what it did to the figures. Where it is asked to stop, with its figures too, the session is as
  /// before.
  private func answer(_ statement: StatementText, _ index: Int) throws(Diagnostic) {
    session.width = measure()
    session.drawing = drawing()
    if renderer.width != nil { renderer.width = session.width }
    journal?.notes.take()
    let start = session
    let answer = try carryOut(statement)
    renderer.wording = session.wording
    let loss = keep(statement, index)
    let isPaged = session.settings.pages && page?(answer.output) == true
    if !answer.output.isEmpty, !isPaged { try write(answer.output) }
    say(answer.notices)
    if let loss { complain(loss.text(session.wording) + "\n") }
    for warning in answer.warnings { complain(rendered(warning.asWarning, in: session)) }
    if let reminder = answer.reminder { say([reminder.text(session.wording)]) }
    if let headline = answer.headline { try write(headline + "\n") }
    try goOnWithTour(behind: statement, answering: answer.output, from: start)
  }

  /// Keeps a statement that was accepted; `recover` keeps what it brought back. Says what of that is
  /// lost.
  private func keep(_ statement: StatementText, _ index: Int) -> Sentence? {
    guard let journal, let command = CommandTable.command(of: statement) else { return nil }
    if let recovery = session.recovery {
      session.recovery = nil
      return journal.takeOver(recovery)
    }
    journal.keep(statement, index: index, trace: command.trace)
    return nil
  }

  /// Works a statement out, on whatever thread: the session is a value, and only what was not stopped
  /// puts its own in place.
  private func carryOut(
    _ statement: StatementText
  ) throws(Diagnostic) -> StatementWork.Answer {
    let signal = StopSignal(under: stop)
    var start = session
    start.stop = signal
    let work = StatementWork(statement, start)
    isWorking(true, session.wording)
    let isDone = carryOut(signal) { work.run() }
    isWorking(false, nil)
    guard isDone, let outcome = work.outcome else { throw signal.message }
    if case .failure(let problem) = outcome.answer, problem.exit == .interrupted { throw problem }
    session = outcome.session
    session.stop = stop
    return try outcome.answer.get()
  }
}

extension String {
  /// Without white space at its end.
  fileprivate func trimmingSpaces() -> String {
    var text = Substring(self)
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
