public import Diagnostics
import Language
import Reports
import Synchronization

/// The journal of a conversation while it lives: takes each statement that was accepted, and gives
/// back those of sessions that were left unsaved or ended badly.
///
/// A class with a lock inside, because it stands for a file: copies of a session share it.
public final class SessionJournal: Sendable {
  private let folder: JournalFolder
  /// The local time at which the session began.
  private let begun: String
  let notes = ReadNotes()
  private let state = Mutex(State())

  private struct State {
    /// Made with the first statement that changes something.
    var file: JournalFile?
    /// Bytes in the file, and the sum of the last record.
    var length = 0
    var sum = JournalText.seed
    /// What is still to be written.
    var waiting: [JournalRecord] = []
    /// The lines that the last statement came from.
    var source: SourceText?
    /// The session before anything was done.
    var fresh: Session?
    /// The revision at which the user began.
    var beginning: Int?
    /// Why nothing is written at the moment.
    var problem: Diagnostic?
    var isUnsynced = false
  }

  /// `begun` is the local time now, `2026-11-22 14:03:11`.
  public init(folder: JournalFolder, begun: String) {
    self.folder = folder
    self.begun = begun
  }

  // MARK: What is kept

  /// Remembers the session of a shell in which nothing was done.
  func begin(_ fresh: Session) { state.withLock { $0.fresh = fresh } }

  /// What is brought back is in a language, too, where it says none itself.
  func begin(in language: FigureStyle.Language) {
    state.withLock { $0.fresh?.settings.speak(language) }
  }

  /// Keeps a script that ran before the conversation, with what it read.
  func keep(_ record: JournalRecord) {
    let reads = notes.take()
    state.withLock { $0.waiting += reads + [record] }
  }

  /// Forgets the scripts, of which one had an error.
  func forgetScripts() { state.withLock { $0.waiting = [] } }

  /// From now on somebody types. What they may replace by `recover` is a session in which no script
  /// of the command line ran and that has this revision.
  func open(at revision: Int) {
    state.withLock { state in
      let hasScripts = state.waiting.contains {
        switch $0 {
        case .script, .command: true
        default: false
        }
      }
      state.beginning = hasScripts ? nil : revision
    }
  }

  /// Whether nothing but questions and settings came after `open`.
  func isUntouched(_ session: Session) -> Bool {
    state.withLock { $0.beginning } == session.revision && session.branches.all.count == 1
  }

  /// Keeps a statement that was accepted, with what it read. It is in the file when this returns, and
  /// on the disk after `sync`.
  func keep(_ statement: StatementText, index: Int, trace: Command.Trace) {
    let reads = notes.take()
    guard trace != .none else { return }
    state.withLock { state in
      if state.source !== statement.source {
        state.source = statement.source
        let text = String(decoding: statement.source.utf8, as: UTF8.self)
        state.waiting.append(.lines(text, firstLine: statement.source.firstLine))
      }
      state.waiting += reads + [.done(index)]
      // A shell that was only asked has nothing to lose.
      if state.file != nil || trace != .question { write(&state) }
    }
  }

  private func write(_ state: inout State) {
    do throws(Diagnostic) {
      if state.file == nil {
        state.file = try folder.make(begun: begun)
        state.length = 0
        state.waiting.insert(.begun(begun), at: 0)
      }
      guard let file = state.file else { return }
      var sum = state.sum
      var bytes = state.length == 0 ? Array(JournalText.version.utf8) : []
      let isNew = state.length == 0
      bytes += JournalText.bytes(of: state.waiting, behind: &sum)
      try file.write(bytes, behind: state.length)
      state.length += bytes.count
      state.sum = sum
      state.waiting = []
      state.isUnsynced = true
      if isNew { folder.sync() }
      state.problem = nil
    } catch {
      state.problem = error
    }
  }

  /// Waits until what was kept is on the disk; what is in the way of that.
  func sync() -> Diagnostic? {
    state.withLock { state in
      guard state.isUnsynced, let file = state.file else { return state.problem }
      do throws(Diagnostic) {
        try file.sync()
        state.isUnsynced = false
      } catch {
        state.problem = error
      }
      return state.problem
    }
  }

  /// Whether what was accepted is on the disk.
  var isKept: Bool { sync() == nil && state.withLock { $0.file != nil } }

  /// The session ended, and everything in it is in files of its user: nothing is left to recover.
  public func finish() {
    state.withLock { state in
      state.file?.remove()
      state.file = nil
    }
  }

  // MARK: What can be recovered

  /// What a shell says at its beginning of sessions that were left unsaved or ended badly, in a line;
  /// nil where there are none.
  public func offer(_ wording: Wording?) -> String? {
    let (found, unreadable) = folder.abandoned()
    let losses = unreadable.map { $0.sentence.text(wording) + "\n" }.joined()
    guard let newest = found.first else { return losses.isEmpty ? nil : losses }
    let minute = newest.begun.dropLast(3)
    let offer: Sentence =
      if found.count > 1 {
        "\(found.count) sessions can be recovered, the last of \(minute): `recover list`"
      } else if newest.statements == 1 {
        "A session of \(minute) with 1 statement can be recovered: `recover list`"
      } else {
        "A session of \(minute) with \(newest.statements) statements can be recovered: `recover list`"
      }
    return losses + offer.text(wording) + "\n"
  }

  func abandoned() -> (
    sessions: [JournalFolder.Abandoned], unreadable: [JournalFolder.Unreadable]
  ) { folder.abandoned() }

  /// Does an abandoned session again. Nothing on the disk changes by it.
  func recover(
    _ abandoned: JournalFolder.Abandoned
  ) throws(Diagnostic) -> (session: Session, recovery: Recovery) {
    let bytes = try abandoned.file.read()
    guard let text = JournalText(bytes), let fresh = state.withLock({ $0.fresh }) else {
      throw Diagnostic(
        "file", "`\(abandoned.file.path)` is no journal that this Parkline reads", exit: .file)
    }
    let rebuild = try Rebuild(text.entries.map(\.record), from: fresh)
    var recovery = Recovery(source: abandoned.file, bytes: [], count: rebuild.count)
    if rebuild.length > 0 {
      let last = text.entries[rebuild.length - 1]
      recovery.bytes = Array(bytes[..<last.end])
      recovery.sum = last.sum
    }
    if let refusal = rebuild.refusal {
      recovery.loss = "statement \(rebuild.count + 1) is refused now: \(refusal.message)"
    } else if text.ending == .damaged {
      recovery.loss = "the journal is damaged behind statement \(rebuild.count)"
    }
    return (rebuild.session, recovery)
  }

  /// Begins this shell's journal with what was brought back, and only then removes the other; says
  /// what is lost or not kept, nil where nothing is.
  func takeOver(_ recovery: Recovery) -> Sentence? {
    do throws(Diagnostic) {
      let file = try folder.make(begun: begun)
      do throws(Diagnostic) {
        try file.write(recovery.bytes, behind: 0)
        try file.sync()
      } catch {
        file.remove()
        throw error
      }
      folder.sync()
      state.withLock { state in
        state.file?.remove()
        state.file = file
        (state.length, state.sum) = (recovery.bytes.count, recovery.sum)
        state.waiting = []
        state.source = nil
      }
    } catch {
      return "this session is not kept anew, its old journal stays: \(error.message)"
    }
    guard let loss = recovery.loss else {
      recovery.source.remove()
      return nil
    }
    return "\(loss); the rest is left in `\(recovery.source.setAside())`"
  }
}

extension JournalFolder.Unreadable {
  /// That it is there, and where.
  var sentence: Sentence {
    "A session of \(begun.dropLast(3)) cannot be read; what is left of it is in `\(path)`"
  }
}
