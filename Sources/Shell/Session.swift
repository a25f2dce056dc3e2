import Analysis
public import Diagnostics
import Language
public import ParkModel
import Quantities
import Reports
import Simulation

/// The state of a shell, as a value: a command works on a copy, and only success puts it back.
public struct Session: Sendable {
  /// The alternatives, and which of them is at hand.
  var branches = BranchSet()
  /// Counts the changes of scenarios, and of the one at hand.
  public internal(set) var revision = 0
  /// Counts the changes made and the branches, but nothing that was taken back or made again.
  var changes = 0
  /// Counts the branches made, left and replaced.
  var moves = 0
  /// What the last edit did, in a line.
  var change: Sentence = ""
  /// The mistakes of the scenario that were told in full.
  var told: Set<String> = []
  /// What the statement at hand declared.
  var declared: Retyping?
  /// What the statement before declared, where it was warned of.
  var retypable: Retyping?
  /// Statements in the order in which they came, as written.
  public internal(set) var statements: [String] = []
  /// What the statement answers, each piece in the words of the settings of its time.
  var answer: [AnswerPiece] = []
  /// What the statement says of what it did, beside that.
  private var notices: [String] = []
  /// The folder of the script at hand, for files named in it.
  var scriptFolder: String?
  /// The day up to which the timeline was walked; `today` is where that is in the scenario at hand.
  var walked: CalendarDate?
  /// Scripts that are being replayed, outermost first.
  var replaying: [String] = []
  /// The file that `save` writes when none is named.
  var file: String?
  /// The files that it read its scenario from and those that it wrote.
  var ownFiles = OwnFiles()
  /// What of it is in no file.
  var unsaved = Unsaved()
  /// Whether somebody types: what an edit breaks is said at once, and not at a script's end.
  var isConversation = false
  /// The user's own editor; nil where there is none, as in a script.
  public internal(set) var editor: OutsideEditor?
  /// Starts programs that turn one kind of file into another; nil where none may be started.
  public internal(set) var converter: OutsideConverter?
  /// Whether `quit` was said.
  public internal(set) var isOver = false
  /// The errors of scripts that go on after one; nil where the first ends them.
  var problems: ProblemList?
  /// Whether statements are only read: no question is answered, and no run is made to look at it.
  var isOnlyRead = false
  /// Whether nothing is printed, as after an error of a script that goes on.
  private(set) var isSilent = false
  /// The door to the disk.
  private var door: Files
  /// Notes what is read through it; nil where nothing is kept.
  var reads: ReadNotes?
  /// Asks the statement at hand to end.
  var stop: StopSignal
  /// What `help` can say of the world around the shell.
  var outside = OutsideHelp()
  /// How answers are shown.
  public internal(set) var settings = OutputSettings()
  /// The tables that were shown last, for `last`.
  var lastTables: [Table] = []
  /// Keeps what a conversation accepts, and what others left; nil where nothing is kept.
  var sessionJournal: SessionJournal?
  /// What was done, as a script.
  var transcript = Transcript()
  /// The file that this goes to as it comes.
  var recording: Recording?
  /// The file that it went to last.
  var recorded: String?
  /// What the statement at hand ran from an editor, and the command that a script has for it.
  var edited: (word: String, bytes: [UInt8])?
  /// The package that the statement at hand keeps beside what it writes; nil where it asks for none.
  var packaging: Packaging?
  /// The calendar's time; nil where there is no clock.
  var calendarClock: @Sendable () -> CalendarMoment? = { nil }
  /// The folder in which relative paths begin.
  public var currentFolder = ""
  /// Whether each statement is followed by its time.
  var isTimed = false
  /// Whether `check` was asked.
  var hasChecked = false
  /// Whether what is doubted because of the statement at hand is said in full behind it.
  var saysDoubts = true
  /// The questions of `new` that wait for an answer; nil where none does.
  var questions: NewPark?
  /// The tutorial that is under way; nil where none is.
  var tour: Tour?
  /// Statements that the shell types for its user, and what it says behind them.
  var prepared = PreparedLines()
  /// What `recover` brought back and is not kept yet.
  var recovery: Recovery?
  /// Whether each answer of a script has a title on a terminal; not where its statements are printed
  /// anyway.
  var entitlesAnswers = true
  /// Whether a statement of the script at hand has answered already.
  var hasAnswers = false
  /// How many threads work out the draws of an ensemble; their answer is the same for any.
  public var threads = Session.processors
  /// What the terminal can show beside letters.
  var drawing = Drawing()
  /// Columns of the terminal; nil where output goes to a file or a pipe.
  public var width: Int?

  public init(files: Files, width: Int? = nil, stop: StopSignal = StopSignal()) {
    door = files
    self.width = width
    self.stop = stop
  }

  /// Notes an error of a script that goes on. Where it lacks something of the scenario, nothing is
  /// printed and nothing written from now on: what would be said is not of the scenario that was meant.
  mutating func collect(_ problem: Diagnostic, of statement: StatementText?) {
    problems?.add(problem, of: statement)
    if problems?.isDamaged == true { hush() }
  }

  /// Prints nothing and writes nothing from now on.
  mutating func hush() {
    guard !isSilent else { return }
    isSilent = true
    door = door.withoutWriting
  }

  /// Whether the statement at hand has put a file in its place: from then on it has happened.
  var hasWritten = false

  /// Ends a statement that was asked to stop, unless a file says already that it was done.
  func checkStop() throws(Diagnostic) {
    if !hasWritten { try stop.check() }
  }

  /// The door, closed to what was asked to stop.
  var files: Files {
    let (door, stop, reads) = (door, stop, reads)
    return Files(
      read: { (path) throws(Diagnostic) in
        let bytes = try stop.atFile { () throws(Diagnostic) in try door.read(path) }
        // What was left behind meanwhile has read for nobody.
        try stop.check()
        reads?.add(path, bytes)
        return bytes
      },
      write: { (path, bytes) throws(Diagnostic) in
        try stop.atFile { () throws(Diagnostic) in try door.write(path, bytes) }
      },
      list: door.list,
      append: { (path, bytes) throws(Diagnostic) in
        try stop.atFile { () throws(Diagnostic) in try door.append(path, bytes) }
      },
      database: { (path, body) throws(Diagnostic) in
        try stop.atFile { () throws(Diagnostic) in try door.database(path, body) }
      },
      beginning: door.beginning,
      writeTogether: { (files) throws(Diagnostic) in
        try stop.atFile { () throws(Diagnostic) in try door.writeTogether(files) }
      },
      alone: door.alone,
      stream: { (path, writing) throws(Diagnostic) in
        try stop.atFile { () throws(Diagnostic) in try door.stream(path, writing) }
      })
  }

  /// The scenario at hand.
  public var scenario: Scenario { branches.current.scenario }

  /// The name of the branch at hand.
  public var branch: String { branches.current.name }

  /// A prompt that says which branch is at hand, where it is not the first, and where on the
  /// timeline one is, behind its beginning: `parkline no-rail 2026> `.
  func prompt(_ plain: String) -> String {
    guard plain.hasSuffix("> ") else { return plain }
    let places = [branch == BranchSet.first ? nil : branch, today?.shortText].compactMap(\.self)
    return ([String(plain.dropLast(2))] + places).joined(separator: " ") + "> "
  }

  // MARK: Recovery

  /// Takes another door to the disk.
  mutating func use(_ files: Files) { door = files }

  /// Takes the place of another session, in the shell as it is.
  mutating func become(_ other: Session) {
    let here = self
    self = other
    editor = here.editor
    converter = here.converter
    door = here.door
    reads = here.reads
    stop = here.stop
    width = here.width
    drawing = here.drawing
    threads = here.threads
    calendarClock = here.calendarClock
    isConversation = here.isConversation
    isSilent = here.isSilent
    recording = here.recording.map { Recording(path: $0.path) }
    recorded = here.recorded
    outside = here.outside
    revision += here.revision + 1
  }

  /// Forgets what `undo` knows: the session begins here. `count` changes of the branch at hand are one
  /// statement each in a script of the session, so that they count in the numbers of later ones.
  mutating func settle(behind count: Int) {
    branches.changeEach { $0.journal = Journal(from: $0.journal.moment) }
    let moment = branches.current.journal.moment
    branches.current.journal = Journal(from: moment, offset: count)
  }

  /// Notes a statement that was accepted.
  mutating func note(_ statement: StatementText) {
    let text = statement.text
    statements.append(text)
    if let (word, bytes) = edited {
      transcript.add(edited: bytes, as: word)
      edited = nil
    } else if let command = CommandTable.command(of: statement), command.trace != .none,
      command.trace != .writing
    {
      transcript.add(statement, text, file: file)
    }
  }

  // MARK: Output

  /// Answers with something as it is.
  mutating func print(_ text: String) { answer(.text(text)) }

  /// Says what is doubtful in a figure that a statement asks for.
  mutating func doubt(_ request: FigureRequest, in statement: StatementText) {
    for doubt in Rates.doubts(of: request, scenario, in: statement) {
      print(renderer.render(doubt))
    }
  }

  /// Answers with a sentence, in several lines where the terminal is too narrow for it.
  mutating func printLine(_ line: Sentence) { answer(.sentence(line.text(wording))) }

  /// The same with a note that tables have, too.
  mutating func printLine(note: Table.Note) { answer(.sentence(note.text(settings.style))) }

  /// Answers with a line that has no language: a statement, a name.
  mutating func printLine(verbatim line: String) { answer(.sentence(line)) }

  /// The sentences of the language that is answered in; nil for English.
  public var wording: Wording? { settings.style.wording }

  /// What diagnostics are answered with, not said beside the answer.
  var renderer: DiagnosticRenderer {
    var renderer = DiagnosticRenderer(width: width)
    renderer.speak(like: self)
    return renderer
  }

  /// Says something that is no data: a message, where results are piped.
  mutating func say(_ notice: Sentence) {
    if !isSilent { notices.append(notice.text(wording)) }
  }

  /// Takes what was said.
  mutating func takeNotices() -> [String] {
    defer { notices = [] }
    return notices
  }

  /// Takes what was answered, as lines for the terminal.
  mutating func takeOutput() -> String {
    defer { answer = [] }
    return isSilent ? "" : answer.map { $0.text(width: width, drawing) }.joined()
  }
}
