/// One thing the reader should know, as data; `DiagnosticRenderer` puts it into lines.
public struct Diagnostic: Error, Sendable {
  public enum Severity: String, Sendable {
    case error, warning
  }

  /// What a program that stops because of it reports to its caller (Language 7).
  public enum Exit: Int32, Sendable {
    case done = 0
    case fault = 1
    case usage = 2
    /// What was to be verified is otherwise.
    case mismatch = 3
    /// What was expected or checked does not hold.
    case failed = 4
    case file = 5
    /// Somebody asked for an end, or a limit was reached.
    case interrupted = 130
  }

  /// A fact the reader may lack, with the place that shows it.
  public struct Note: Sendable {
    public var message: Sentence
    public var location: Location?

    public init(_ message: Sentence, at location: Location? = nil) {
      self.message = message
      self.location = location
    }
  }

  /// The name of this kind of message, for ever.
  public var slug: String
  public var severity: Severity
  /// One sentence about the reader's world.
  public var message: Sentence
  /// The piece of text that is wrong.
  public var location: Location?
  public var notes: [Note]
  /// Something to type.
  public var help: [Sentence]
  public var exit: Exit

  public init(
    _ slug: String, _ message: Sentence, at location: Location? = nil, severity: Severity = .error,
    notes: [Note] = [], help: [Sentence] = [], exit: Exit = .usage
  ) {
    self.slug = slug
    self.severity = severity
    self.message = message
    self.location = location
    self.notes = notes
    self.help = help
    self.exit = exit
  }

  /// The same message, with the branch that it is about.
  public func inBranch(_ name: String) -> Diagnostic {
    var copy = self
    copy.notes.append(Note("this is in branch `\(name)`"))
    return copy
  }

  /// The same message, at a place if it has none yet.
  public func placed(at place: Location) -> Diagnostic {
    var copy = self
    copy.location = location ?? place
    return copy
  }

  /// The same message as a warning.
  public var asWarning: Diagnostic {
    var copy = self
    copy.severity = .warning
    return copy
  }
}
