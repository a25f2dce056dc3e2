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

  /// What a journal keeps of a statement that was accepted.
  public enum Trace: Sendable {
    /// It may change the session, and is done again when that is recovered.
    case change
    /// It changes the session by what somebody writes, which a script has in its place.
    case writing
    /// It keeps the scenario in a file, and leaves it as it is.
    case saving
    /// It only looks at the session.
    case question
    /// Nothing: it is about the shell.
    case none
  }

  public let name: String
  public let group: Group
  /// What it takes, after the name.
  public let signature: Signature
  /// One line without a full stop.
  public let summary: String
  /// More, for `help COMMAND`.
  public let details: String
  /// Statements that work in the scenario of the tests.
  public let examples: [String]
  /// The kind that it declares; nil where it declares none.
  let kind: EntityKind?
  /// How `fmt` lays its statements out.
  let shape: StatementShape
  let trace: Trace
  /// What `export` writes of its answer; nil where that is none for files.
  let inFiles: FileAnswer?
  let run: @Sendable (inout Session, inout Invocation) throws(Diagnostic) -> Void

  init(
    _ name: String, _ group: Group, signature: Signature = [], summary: String,
    details: String = "", examples: [String] = [], trace: Trace? = nil, inFiles: FileAnswer? = nil,
    run: @escaping @Sendable (inout Session, inout Invocation) throws(Diagnostic) -> Void
  ) {
    self.name = name
    self.group = group
    self.signature = signature
    self.summary = summary
    self.details = details
    self.examples = examples
    kind = EntityKind(rawValue: name)
    shape = signature.shape
    self.trace = trace ?? (group == .look || group == .results ? .question : .change)
    self.inFiles = inFiles
    self.run = run
  }

  /// The same command, doing something else.
  func running(
    _ run: @escaping @Sendable (inout Session, inout Invocation) throws(Diagnostic) -> Void
  ) -> Command {
    Command(
      name, group, signature: signature, summary: summary, details: details, examples: examples,
      trace: trace, inFiles: inFiles, run: run)
  }

  /// The line of help that says how it is written.
  public var usage: String { signature.usage.isEmpty ? name : "\(name) \(signature.usage)" }

  /// What its page is called among those of a language: `command appraise`.
  public var pageName: String { "command \(name)" }

  /// Whether it writes a file that can have a receipt.
  var takesPackage: Bool { signature.option(named: PackageOption.word) != nil }
}

/// A statement that is being run, its first word read.
public struct Invocation {
  let statement: StatementText
  var reader: ArgumentReader
}
