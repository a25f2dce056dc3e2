import Diagnostics
import Language
import ParkModel

/// One command: the row that the interpreter, help, completion and the tests all read.
public struct Command: Sendable {
  public enum Group: String, Sendable, CaseIterable {
    case describe = "describe the scenario"
    case look = "look at it"
    case results = "see results"
    case time = "walk through time"
    case alternatives = "try alternatives"
    case data = "bring facts in"
    case files = "keep it in files"
    case shell = "use the shell"
  }

  /// What Tab offers behind the command.
  public enum Argument: Sendable {
    /// The name of a branch.
    case branch
    /// The name of a branch behind a word.
    case branchBehind(String)
    /// The name of a city behind a word.
    case cityBehind(String)
    /// Names of branches, before anything else.
    case branches
    /// A command whose answer is written to a file, and its words.
    case answer
    case attributes([(name: String, values: [String])])
    case entity
    case entityAttribute
    /// A file, usually with one of these endings.
    case file(endings: [String])
    /// An attribute that the thing named before it has.
    case givenAttribute
    case kind
    case library
    case metrics
    case slug
    case topic
    /// A year of the scenario.
    case year
    /// Words that say what comes next.
    case words([String])
  }

  /// What a journal keeps of a statement that was accepted.
  public enum Trace: Sendable {
    /// It may change the session, and is done again when that is recovered.
    case change
    /// It only looks at the session.
    case question
    /// Nothing: it is about the shell.
    case none
  }

  public let name: String
  public let group: Group
  /// What it takes, after the name.
  public let usage: String
  /// One line without a full stop.
  public let summary: String
  /// More, for `help COMMAND`.
  public let details: String
  /// Statements that work in the scenario of the tests.
  public let examples: [String]
  public let arguments: [Argument]
  /// How `fmt` lays its statements out.
  let shape: StatementShape
  let trace: Trace
  /// Whether it writes a file that can have a receipt: it takes `--package`.
  var takesPackage = false
  /// What `export` writes of its answer; nil where that is none for files.
  let inFiles: FileAnswer?
  let run: @Sendable (inout Session, inout Invocation) throws(Diagnostic) -> Void

  init(
    _ name: String, _ group: Group, usage: String = "", summary: String, details: String = "",
    examples: [String] = [], arguments: [Argument] = [], shape: StatementShape? = nil,
    trace: Trace? = nil, inFiles: FileAnswer? = nil,
    run: @escaping @Sendable (inout Session, inout Invocation) throws(Diagnostic) -> Void
  ) {
    self.name = name
    self.group = group
    self.usage = usage
    self.summary = summary
    self.details = details
    self.examples = examples
    self.arguments = arguments
    var takesFile = false
    if case .file = arguments.first { takesFile = true }
    self.shape =
      shape ?? StatementReader.shape(of: name) ?? (takesFile ? .file : .expressions)
    self.trace = trace ?? (group == .look || group == .results ? .question : .change)
    self.inFiles = inFiles
    self.run = run
  }

  /// The same command, doing something else.
  func running(
    _ run: @escaping @Sendable (inout Session, inout Invocation) throws(Diagnostic) -> Void
  ) -> Command {
    Command(
      name, group, usage: usage, summary: summary, details: details, examples: examples,
      arguments: arguments, shape: shape, trace: trace, inFiles: inFiles, run: run)
  }
}

/// A statement that is being run, its first word read.
public struct Invocation {
  let statement: StatementText
  var reader: ArgumentReader
}
