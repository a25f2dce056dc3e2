import Diagnostics
import Language
import ParkModel
import Synchronization

/// The bytes that a statement would have written last.
private final class Kept: Sendable {
  let bytes = Mutex<[UInt8]?>(nil)
}

extension Receipt {
  /// What the run of a receipt comes to here.
  struct Again {
    /// What a session is given to do it with.
    struct Means {
      var threads: Int
      /// Makes pictures in dots; nil where no program may be started.
      var converter: OutsideConverter?
      var stop: StopSignal

      init(_ session: Session) {
        (threads, converter, stop) = (session.threads, session.converter, session.stop)
      }
    }

    /// What its statement writes.
    var bytes: [UInt8]
    /// The id of the scenario in this program.
    var id: ScenarioID
    /// The libraries that are others here than then.
    var changedLibraries: [String]
  }

  /// Runs the script of the receipt and says its statement again, in a session of its own to which every
  /// file is closed: whoever wrote the receipt, nothing is read and nothing written but bytes in memory.
  ///
  /// Throws `bad-receipt` where it is none of a run that can be done again.
  func again(like here: Again.Means) throws(Diagnostic) -> Again {
    let written = Kept()
    var session = Session(
      files: Files(
        read: Files.underSafe.read,
        write: { (_, bytes) throws(Diagnostic) in written.bytes.withLock { $0 = bytes } },
        list: { _ in [] }, beginning: { _, _ in nil }),
      stop: here.stop)
    session.threads = here.threads
    session.converter = here.converter
    session.branches = BranchSet(first: hasBranches ? BranchSet.first : branch)
    let statement = try statementAgain()
    let settings = try settingsAgain()
    do throws(Diagnostic) {
      try Interpreter.replay(Script(SourceText(name: "receipt", text: script)), in: &session)
    } catch {
      throw broken("its script does not run here", error)
    }
    guard session.branch == branch else {
      throw .badReceipt("its script ends in branch `\(session.branch)`, not in `\(branch)`")
    }
    // Whoever changes the script has to know how the id is made; whoever only types cannot.
    let old = ScenarioID(
      script: session.scenario.plainScript, libraries: libraries, engine: engine, seed: seed)
    guard old.text == id else {
      throw .badReceipt("its id is not that of its script: one of them was changed")
    }
    do throws(Diagnostic) {
      try Interpreter.run(settings, in: &session)
      written.bytes.withLock { $0 = nil }
      try Interpreter.run(statement, in: &session)
    } catch {
      throw broken("its statement does not run here", error)
    }
    guard let bytes = written.bytes.withLock({ $0 }) else {
      throw .badReceipt("its statement writes no file")
    }
    let here = ScenarioID.libraries(of: session.scenario)
    return Again(
      bytes: bytes, id: ScenarioID(session.scenario),
      changedLibraries: Set(libraries).symmetricDifference(here).map(\.name).reduce(into: []) {
        if !$0.contains($1) { $0.append($1) }
      }.sorted())
  }

  /// Whether the script has other branches beside the one at hand: then it begins in the first.
  private var hasBranches: Bool {
    Script(SourceText(name: "receipt", text: script)).statements.contains { statement in
      CommandTable.command(of: statement)?.signature.makesBranch == true
    }
  }

  /// The statement, which is one that writes a file and nothing else.
  private func statementAgain() throws(Diagnostic) -> StatementText {
    let statements = Script(SourceText(name: "receipt", text: statement)).statements
    guard statements.count == 1, let command = CommandTable.command(of: statements[0]),
      command.takesPackage
    else { throw .badReceipt("its statement is none that writes a file with a receipt") }
    return statements[0]
  }

  /// The statement of how figures are shown, which changes nothing else.
  private func settingsAgain() throws(Diagnostic) -> StatementText {
    let statements = Script(SourceText(name: "receipt", text: format)).statements
    guard statements.count == 1,
      CommandTable.command(of: statements[0])?.name == FormatCommand.row.name
    else { throw .badReceipt("its `format` is no statement of how figures are shown") }
    return statements[0]
  }

  private func broken(_ what: Sentence, _ cause: Diagnostic) -> Diagnostic {
    guard cause.exit != .interrupted else { return cause }
    var problem = Diagnostic.badReceipt(what)
    problem.notes.append(Diagnostic.Note(cause.message))
    if engine != Engine.version {
      problem.notes.append(
        Diagnostic.Note("it is of Parkline \(engine), and this is \(Engine.version)"))
    }
    return problem
  }
}

extension Diagnostic {
  /// A receipt or a package that says nothing which can be followed.
  static func badReceipt(_ reason: Sentence) -> Diagnostic {
    Diagnostic("bad-receipt", "the receipt cannot be followed: \(reason)", exit: .file)
  }
}
