public import Diagnostics
import Language
import ParkModel

/// Where the lines of a shell come from: a terminal, a pipe or a test.
public protocol LineSource {
  /// The next line, asked for with a prompt where there is somebody to see it.
  mutating func next(prompt: String) -> LineEvent
}

public enum LineEvent: Sendable, Equatable {
  case line(String)
  /// The line was given up; what was begun is dropped.
  case cancelled
  /// A line of bytes that are not text.
  case broken
  case end
}

/// A shell from its first statement to its exit code, apart from where lines come from and where
/// text goes.
///
/// A class, so that the executable knows nothing of what a session is made of and need not be built
/// again when that changes.
public final class Program {
  public private(set) var session: Session
  /// The columns of the terminal as they are now; nil where there is none.
  public var measure: () -> Int? = { nil }
  private let renderer: DiagnosticRenderer
  /// Takes results; throws where nobody can take them.
  private let write: (String) throws(Diagnostic) -> Void
  /// Takes messages.
  private let complain: (String) -> Void

  public init(
    files: Files, width: Int?, renderer: DiagnosticRenderer,
    write: @escaping (String) throws(Diagnostic) -> Void,
    complain: @escaping (String) -> Void
  ) {
    session = Session(files: files, width: width)
    self.renderer = renderer
    self.write = write
    self.complain = complain
  }

  /// Whether `quit` was said.
  public var isOver: Bool { session.isOver }

  /// What Tab offers for the text before the cursor, and how many bytes of it that replaces.
  public func suggestions(for text: String) -> (replacing: Int, suggestions: [Suggestion]) {
    Completion.suggestions(for: text, in: session)
  }

  // MARK: Scripts

  /// Runs a file as a script.
  public func run(file path: String) -> Diagnostic.Exit {
    let before = session
    do throws(Diagnostic) {
      let source = try ScriptFile.read(path, session.files)
      session.scriptFolder = ScriptFile.folder(of: path)
      session.replaying = [path]
      session.file = before.scenario.isEmpty ? path : nil
      defer {
        session.scriptFolder = nil
        session.replaying = []
      }
      let write = self.write
      try session.together { (session) throws(Diagnostic) in
        try Program.run(source, in: &session, write)
      }
      session.close("\(path) run")
      return .done
    } catch {
      session = before
      return report(error)
    }
  }

  /// Runs statements given on the command line.
  public func run(statements: String) -> Diagnostic.Exit {
    do throws(Diagnostic) {
      try Program.run(
        SourceText(name: "command line", text: statements), in: &session, write)
      return .done
    } catch {
      return report(error)
    }
  }

  private static func run(
    _ source: SourceText, in session: inout Session,
    _ write: (String) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    try Interpreter.replay(Script(source), in: &session) { (session) throws(Diagnostic) in
      let output = session.takeOutput()
      if !output.isEmpty { try write(output) }
    }
  }

  private func run(_ statement: StatementText) throws(Diagnostic) {
    try Interpreter.runInPlace(statement, in: &session)
    let output = session.takeOutput()
    if !output.isEmpty { try write(output) }
  }

  private func report(_ problem: Diagnostic) -> Diagnostic.Exit {
    complain(renderer.render(problem))
    return problem.exit
  }

  // MARK: Lines

  /// Runs lines as they come from a pipe: the first error ends it.
  public func run(lines source: inout some LineSource) -> Diagnostic.Exit {
    var pending = Pending(name: "standard input")
    do throws(Diagnostic) {
      while !session.isOver {
        let event = source.next(prompt: "")
        if case .broken = event {
          throw Diagnostic(
            "not-utf8", "line \(pending.nextLine) of standard input is not UTF-8 text",
            help: ["send it as UTF-8"], exit: .file)
        }
        guard case .line(let line) = event else { break }
        guard let script = pending.add(line) else { continue }
        for statement in script.statements where !session.isOver { try run(statement) }
      }
      for statement in pending.rest.statements where !session.isOver { try run(statement) }
      try Interpreter.close(pending.rest, in: &session)
      return .done
    } catch {
      return report(error)
    }
  }

  /// Talks with somebody at a terminal, to the end. `remember` takes each statement as it came.
  public func converse(
    _ source: inout some LineSource, prompt: String, remember: (String) -> Void
  ) -> Diagnostic.Exit {
    var pending = Pending(name: "prompt")
    while !session.isOver {
      let prompt = session.prompt(prompt)
      switch source.next(prompt: pending.isUnfinished ? continuation(of: prompt) : prompt) {
      case .end:
        complain("\n")
        return .done
      case .cancelled, .broken:
        pending.drop()
      case .line(let line):
        let text = pending.textWith(line)
        guard let script = pending.add(line) else { continue }
        remember(text.trimmingSpaces())
        for statement in script.statements where !session.isOver {
          do throws(Diagnostic) {
            try answer(statement)
          } catch {
            if error.exit == .file, error.location == nil { return report(error) }
            complain(renderer.render(error))
            break
          }
        }
      }
    }
    return .done
  }

  private func continuation(of prompt: String) -> String {
    String(repeating: ".", count: max(1, displayWidth(prompt) - 1)) + " "
  }

  /// Runs one statement of a conversation and says what it did to the figures.
  private func answer(_ statement: StatementText) throws(Diagnostic) {
    session.width = measure()
    let revision = session.revision
    let before = Headline(&session)
    let known = Check.problems(of: session.scenario).map(\.message)
    try Interpreter.run(statement, in: &session)
    let output = session.takeOutput()
    if !output.isEmpty { try write(output) }
    if session.revision != revision {
      for problem in Check.problems(of: session.scenario) where !known.contains(problem.message) {
        complain(renderer.render(problem.asWarning))
      }
      if let now = Headline(&session) {
        try write(now.line(since: before) + "\n")
      } else if session.scenario.header != nil, Check.problems(of: session.scenario).isEmpty {
        var copy = session
        do throws(Diagnostic) {
          _ = try copy.project()
        } catch {
          complain(renderer.render(error.asWarning))
        }
      }
    }
  }
}

/// Lines that do not make a statement yet.
private struct Pending {
  let name: String
  private var text = ""
  private var line = 1
  private(set) var isUnfinished = false
  /// Whether the last line ended with a `\`.
  private var wentOn = false

  init(name: String) {
    self.name = name
  }

  /// The number of the line that comes next.
  var nextLine: Int { text.isEmpty ? line : line + text.utf8.count { $0 == 10 } + 1 }

  /// What waits, with one more line.
  func textWith(_ next: String) -> String { text.isEmpty ? next : text + "\n" + next }

  /// Adds a line; the statements, once they are complete.
  mutating func add(_ next: String) -> Script? {
    let before = isUnfinished
    text = textWith(next)
    // What cannot end a statement need not be cut into tokens again with all that waits.
    if before ? !mayClose(next) : mayWait(next) { return nil }
    let script = Script(SourceText(name: name, text: text, firstLine: line))
    isUnfinished = script.isUnfinished
    guard !isUnfinished, !script.statements.isEmpty else { return nil }
    drop()
    return script
  }

  /// Whether a line may close what is open: it has a bracket or a quote, or the line before it
  /// went on behind a `\`.
  private mutating func mayClose(_ line: String) -> Bool {
    defer { wentOn = line.hasSuffix("\\") }
    return wentOn || line.contains { ")]}\"）】］｝＂”“".contains($0) }
  }

  /// Whether a line is empty or a comment, which waits for the next statement.
  private mutating func mayWait(_ line: String) -> Bool {
    wentOn = line.hasSuffix("\\")
    let first = line.first { !$0.isWhitespace }
    return first == nil || (first == "#" && !wentOn)
  }

  /// What is left at the end.
  var rest: Script { Script(SourceText(name: name, text: text, firstLine: line)) }

  mutating func drop() {
    line += text.utf8.count { $0 == UInt8(ascii: "\n") } + 1
    text = ""
    isUnfinished = false
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
