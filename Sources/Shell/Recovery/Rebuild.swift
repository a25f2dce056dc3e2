import Diagnostics
import Language

/// Does again what a journal says was done, silently: nothing is printed, nothing written, no
/// question asked, and files say what they said then.
struct Rebuild {
  /// What came back.
  private(set) var session: Session
  /// Statements that came back.
  private(set) var count = 0
  /// How many of the records stand for what came back.
  private(set) var length = 0
  /// Why the rest did not: a statement that is refused now.
  private(set) var refusal: Diagnostic?

  /// Throws where it is asked to stop. `fresh` is the session of a shell in which nothing was done yet.
  init(_ records: [JournalRecord], from fresh: Session) throws(Diagnostic) {
    let reads = KeptReads()
    session = fresh
    session.hush()
    session.use(.kept(reads))
    session.reads = nil
    session.editor = .kept(reads)
    var script = Script(SourceText(name: "", text: ""))
    for (index, record) in records.enumerated() {
      do throws(Diagnostic) {
        switch record {
        case .begun: break
        case .read(let path, let bytes): reads.add(path, bytes)
        case .script(let path): try session.run(file: path)
        case .command(let text): try run(text)
        case .start(let path):
          session.start(path, after: { _ in }, complain: { _ in })
        case .lines(let text, let line):
          script = Script(SourceText(name: "prompt", text: text, firstLine: line))
        case .done(let number):
          guard number < script.statements.count else {
            throw Diagnostic("file", "the journal says nothing of its statement", exit: .file)
          }
          try redo(script.statements[number])
          count += 1
        }
      } catch {
        if error.exit == .interrupted { throw error }
        refusal = error
        break
      }
      // What scripts did is in them.
      if count == 0 { session.settleSaved() }
      _ = session.takeOutput()
      if case .read = record { continue }
      reads.forget()
      if case .lines = record { continue }
      length = index + 1
    }
  }

  /// The statements of `-c` stand up to the first that failed.
  private mutating func run(_ statements: String) throws(Diagnostic) {
    do throws(Diagnostic) {
      try session.run(statements: statements)
    } catch {
      if error.exit == .interrupted { throw error }
    }
  }

  private mutating func redo(_ statement: StatementText) throws(Diagnostic) {
    session.isConversation = true
    if CommandTable.command(of: statement)?.trace == .question {
      session.note(statement)
    } else {
      try Interpreter.run(statement, in: &session)
      // What is declared again next was warned of then.
      session.retypable = session.declared
    }
  }
}
