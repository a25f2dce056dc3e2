public import Diagnostics
import Language
import ParkModel

/// A shell from its first statement to its exit code, apart from where lines come from and where
/// text goes.
///
/// A class, so that the executable knows nothing of what a session is made of and need not be built
/// again when that changes.
public final class Program {
  public internal(set) var session: Session
  /// The columns of the terminal as they are now; nil where there is none.
  public var measure: () -> Int? = { nil }
  /// What the terminal can show beside letters, as it is now.
  public var drawing: () -> Drawing = { Drawing() } {
    didSet { session.drawing = drawing() }
  }
  /// Shows a long answer page by page, and says whether it did; nil where nothing is paged.
  public var page: ((String) -> Bool)?
  /// Whether a script with an error goes on, to find the others (Docs/Decisions/0022).
  public var keepsGoing = false
  /// The session before the first script that went on after an error.
  private var untouched: Session?
  /// Called when work begins that may take long, and when it is done: for limits, and to show it.
  public var isWorking: @Sendable (Bool, Wording?) -> Void = { _, _ in }
  let files: Files
  /// Asks the work at hand to stop.
  public let stop: StopSignal
  /// Does work; false where it was asked to stop and was left behind.
  public var carryOut: (StopSignal, @escaping @Sendable () -> Void) -> Bool = { _, work in
    work()
    return true
  }
  /// The door to the scripts that the command line names.
  let scripts: Files?
  /// What the conversation is kept in; nil where it is not.
  var journal: SessionJournal?
  /// What to type in the place of a script's name that is no file.
  public var adviceForFile: (String) -> Sentence? = { _ in nil }
  /// Whether scripts print each statement before its results.
  public var echoes = false {
    didSet { session.entitlesAnswers = !echoes }
  }
  /// Seconds from some moment on; nil where there is no clock.
  public var clock: () -> Double? = { nil }
  /// The calendar's time, for what says when it was written; nil where there is no clock.
  public var calendarClock: @Sendable () -> CalendarMoment? {
    get { session.calendarClock }
    set { session.calendarClock = newValue }
  }
  /// When the statement at hand began.
  var began: Double?
  /// Why it was not kept the last time.
  var unkept: String?
  var renderer: DiagnosticRenderer
  /// Takes results; throws where nobody can take them.
  let write: (String) throws(Diagnostic) -> Void
  /// Takes messages.
  let complain: (String) -> Void

  public init(
    files: Files, scripts: Files? = nil, width: Int?, renderer: DiagnosticRenderer,
    stop: StopSignal = StopSignal(),
    write: @escaping (String) throws(Diagnostic) -> Void,
    complain: @escaping (String) -> Void
  ) {
    self.stop = stop
    session = Session(files: files, width: width, stop: stop)
    self.files = files
    self.scripts = scripts
    self.renderer = renderer
    self.write = write
    self.complain = complain
  }

  /// The user's own editor; nil where there is none.
  public var editor: OutsideEditor? {
    get { session.editor }
    set { session.editor = newValue }
  }

  /// Starts programs that turn one kind of file into another; nil where none may be started.
  public var converter: OutsideConverter? {
    get { session.converter }
    set { session.converter = newValue }
  }

  /// The folder in which relative paths begin.
  public var currentFolder: String {
    get { session.currentFolder }
    set { session.currentFolder = newValue }
  }

  /// Whether `quit` was said.
  public var isOver: Bool { session.isOver }

  // MARK: Scripts

  /// Runs a file as a script.
  public func run(file path: String) -> Diagnostic.Exit {
    let before = begin()
    do throws(Diagnostic) {
      beginTime()
      try session.run(file: path, from: scripts, before: echo, after: pass)
      record()
      journal?.keep(.script(path: path))
      return outcome
    } catch {
      if session.problems == nil { session = before }
      var problem = error
      if problem.slug == "file", problem.location == nil, let advice = adviceForFile(path) {
        problem.help.append(advice)
      }
      return fail(problem)
    }
  }

  /// Runs the start-up file of conversations. An error in it is said, and ends nothing.
  public func start(file path: String) {
    session.start(
      path,
      after: { session in
        do throws(Diagnostic) {
          try pass(&session)
        } catch {
          report(error)
        }
      }, complain: { report($0) })
    record()
    journal?.keep(.start(path: path))
  }

  /// Keeps what is done from now on in a journal, and lets `recover` bring back what others left.
  public func keep(in journal: SessionJournal) {
    session.reads = journal.notes
    session.sessionJournal = journal
    journal.begin(session)
    self.journal = journal
  }

  /// Runs statements given on the command line.
  public func run(statements: String) -> Diagnostic.Exit {
    begin()
    do throws(Diagnostic) {
      defer { journal?.keep(.command(statements)) }
      beginTime()
      try session.run(statements: statements, before: echo, after: pass)
      return outcome
    } catch {
      return fail(error)
    }
  }

  /// Passes on what a statement of a script printed, and the errors it was found to have.
  func pass(_ session: inout Session) throws(Diagnostic) {
    renderer.wording = session.wording
    for problem in session.problems?.take() ?? [] { complain(rendered(problem, in: session)) }
    let output = session.takeOutput()
    if !output.isEmpty { try write(output) }
    say(session.takeNotices())
    record(&session)
    sayTime(session.isTimed)
  }

  /// Says what a statement did, for people.
  func say(_ notices: [String]) {
    guard renderer.form == .text else { return }
    for notice in notices {
      let rows = renderer.width.map { wrapped(notice, to: $0, indent: 2) } ?? [notice]
      complain(rows.map { $0 + "\n" }.joined())
    }
  }

  /// Prints a statement of a script, where that is wanted.
  func echo(_ statement: StatementText, _ session: inout Session) throws(Diagnostic) {
    if echoes, !session.isSilent { try write(statement.text + "\n") }
  }

  /// Brings the file of `record` up to date; says why that is the end of it.
  private func record(_ session: inout Session) {
    do throws(Diagnostic) {
      try session.writeRecording()
    } catch {
      complain(rendered(error, in: session))
    }
  }

  func record() { record(&session) }

  /// Says a message; what the program reports to its caller because of it.
  @discardableResult
  func report(_ problem: Diagnostic) -> Diagnostic.Exit {
    // Somebody may be at work on the session.
    var renderer = renderer
    renderer.typesChinese { _ in false }
    complain(renderer.render(problem))
    return problem.exit
  }

  // MARK: Going on after an error

  /// The session before a script, which collects its errors where scripts go on.
  @discardableResult
  private func begin() -> Session {
    if keepsGoing, session.problems == nil {
      untouched = session
      session.problems = ProblemList()
    }
    return session
  }

  /// What the scripts so far came to.
  private var outcome: Diagnostic.Exit { session.problems?.exit ?? .done }

  /// An error that ends the script at hand: of a file, or the only one that is looked for.
  private func fail(_ problem: Diagnostic) -> Diagnostic.Exit {
    guard session.problems != nil, problem.exit != .interrupted else { return report(problem) }
    session.collect(problem, of: nil)
    for problem in session.problems?.take() ?? [] { report(problem) }
    return problem.exit
  }

  /// Ends what scripts went on for: says how many errors there were, and where there were any, puts
  /// back the session of before.
  @discardableResult
  public func conclude() -> Diagnostic.Exit {
    guard let problems = session.problems else { return .done }
    summarise(problems)
    let isOver = session.isOver
    if problems.exit != .done, let untouched {
      session = untouched
      journal?.forgetScripts()
    }
    session.problems = nil
    session.isOver = isOver
    untouched = nil
    return problems.exit
  }

  /// `2 errors, and 3 that only follow from them`, for people.
  func summarise(_ problems: ProblemList) {
    guard problems.count > 0, renderer.form == .text else { return }
    let (answers, expectations) = (problems.unanswered, problems.unheld)
    func say(_ line: Sentence) { complain(line.text(session.wording) + "\n") }
    if answers > 0 { say("\(answers) answer\(s: answers) left out") }
    if expectations > 0 {
      say(
        expectations == 1
          ? "1 expectation could not be held, and counts as not held"
          : "\(expectations) expectations could not be held, and count as not held")
    }
    let line: Sentence = "\(problems.count) error\(s: problems.count)"
    switch problems.followers {
    case 0: say(line)
    case 1:
      say(
        problems.count == 1
          ? "\(line), and 1 that only follows from it"
          : "\(line), and 1 that only follows from them")
    case let count:
      say(
        problems.count == 1
          ? "\(line), and \(count) that only follow from it"
          : "\(line), and \(count) that only follow from them")
    }
  }

  // MARK: Lines

  /// Runs lines as they come from a pipe: the first error ends it, unless scripts go on.
  public func run(lines source: inout some LineSource) -> Diagnostic.Exit {
    begin()
    var pending = PendingLines(name: "standard input")
    do throws(Diagnostic) {
      while !session.isOver {
        let event = source.next(prompt: "")
        if case .broken = event {
          throw Diagnostic(
            "not-utf8", "line \(pending.nextLine) of standard input is not UTF-8 text",
            help: ["send it as UTF-8"], exit: .file)
        }
        if case .unread(let reason) = event {
          throw Diagnostic(
            "file", "standard input cannot be read: \(Sentence(verbatim: reason))", exit: .file)
        }
        guard case .line(let line) = event else { break }
        guard let script = pending.add(line) else { continue }
        for statement in script.statements where !session.isOver { try run(statement) }
      }
      try stop.check()
      try Interpreter.replay(pending.rest, in: &session, before: echo, after: pass)
      return outcome
    } catch {
      return fail(error)
    }
  }

  private func run(_ statement: StatementText) throws(Diagnostic) {
    do throws(Diagnostic) {
      beginTime()
      try echo(statement, &session)
      try Interpreter.runInPlace(statement, in: &session)
    } catch {
      guard session.problems != nil, error.exit != .interrupted else { throw error }
      session.collectAll(error, of: statement)
    }
    try pass(&session)
  }
}
