import Analysis
import Diagnostics
import Language
import ParkModel
import Synchronization

/// One statement of a conversation, worked out wherever there is a thread for it.
///
/// A class, since one thread begins it and another may be the one that sees it done.
final class StatementWork: Sendable {
  /// What a statement comes to, as it is told.
  struct Answer {
    var output: String
    /// What it says of what it did, beside that.
    var notices: [String]
    /// What no longer holds because of it.
    var warnings: [Diagnostic] = []
    /// What did not hold before and still does not, in a line.
    var reminder: Sentence?
    var headline: String?
  }

  struct Outcome {
    var session: Session
    var answer: Result<Answer, Diagnostic>
  }

  private let statement: StatementText
  private let start: Session
  private let result = Mutex<Outcome?>(nil)

  init(_ statement: StatementText, _ start: Session) {
    self.statement = statement
    self.start = start
  }

  /// What it came to; nil until it is done.
  var outcome: Outcome? { result.withLock { $0 } }

  /// Does it.
  func run() {
    var session = start
    let outcome: Outcome
    do throws(Diagnostic) {
      let answer = try StatementWork.answer(statement, &session)
      outcome = Outcome(session: session, answer: .success(answer))
    } catch {
      outcome = Outcome(session: session, answer: .failure(error))
    }
    result.withLock { $0 = outcome }
  }

  /// Everything is worked out before anything is said.
  private static func answer(
    _ statement: StatementText, _ session: inout Session
  ) throws(Diagnostic) -> Answer {
    let revision = session.revision
    let before = Headline(&session)
    var start = session
    session.hasWritten = false
    session.saysDoubts = true
    try Interpreter.run(statement, in: &session)
    var answer = Answer(output: session.takeOutput(), notices: session.takeNotices())
    guard session.revision != revision else { return answer }
    start.noteTold(start.mistakes(start.branch))
    let known = start.told
    session.told = known
    let mistakes = session.mistakes(session.branch)
    try session.checkStop()
    session.noteTold(mistakes)
    let new = mistakes.filter { !known.contains($0.key) }
    let standing = mistakes.filter { known.contains($0.key) }
    answer.warnings =
      few(session.traced(new, in: session.branch), "mistakes").map(\.withWayBack)
      + (session.saysDoubts ? doubts(in: &session, notIn: &start) : [])
    answer.reminder = standing.first?.reminder(and: standing.count - 1)
    answer.headline = Headline(&session)?.line(
      since: before, width: session.width, settings: session.settings)
    if let headline = answer.headline, let line = ExpectedFirm.line(of: statement, &session) {
      answer.headline = headline + "\n" + line
    }
    // What is typed next may be the same, corrected.
    if !answer.warnings.isEmpty { session.retypable = session.declared }
    try session.checkStop()
    return answer
  }

  /// What is doubted of a scenario that scripts made, as `open` would say it.
  static func doubts(in session: inout Session) -> [Diagnostic] {
    few(session.doubts().filter { $0.isSaidAtOnce && !$0.isRemark }.map(\.short), "doubts")
  }

  /// So many that one reads them, and how many more there are.
  private static func few(_ messages: [Diagnostic], _ name: String) -> [Diagnostic] {
    let most = 3
    guard messages.count > most else { return messages }
    return messages.prefix(most - 1) + [
      Diagnostic(
        messages[most - 1].slug, "\(messages.count - most + 1) more \(name) came with this",
        severity: .warning, help: ["`check` lists them"])
    ]
  }

  /// What is doubted now and was not before.
  private static func doubts(in session: inout Session, notIn start: inout Session) -> [Diagnostic]
  {
    let now = session.doubts().filter { $0.isSaidAtOnce && !$0.isRemark }
    guard !now.isEmpty else { return [] }
    let before = Set(start.doubts().map(\.key))
    return few(now.filter { !before.contains($0.key) }.map(\.short), "doubts")
  }
}

extension Diagnostic {
  /// The same message, with what takes a statement back that brought a mistake of the scenario.
  fileprivate var withWayBack: Diagnostic {
    // A value that was meant says more than a way back.
    guard help.count < 2 || slug == "no-size", help.first?.hasPrefix("write ") != true else {
      return self
    }
    var copy = self
    let subject = slug == "no-size" ? firstQuoted : nil
    let isSaid = help.contains { $0.contains("declare it: ") }
    copy.help.append(
      slug == "unknown-name" && !isSaid
        ? "declare it, or take this back with `undo`"
        : subject.map { "or take this back with `undo`, later with `remove \($0)`" }
          ?? "or take this back with `undo`")
    return copy
  }

  /// One line while a mistake stands that was told in full; `others` stand too.
  fileprivate func reminder(and others: Int) -> Sentence {
    let what: Sentence =
      slug == "no-size"
      ? "`\(firstQuoted ?? "")` still has no size" : "still: \(message)"
    return switch others {
    case 0 where slug == "no-size": "\(what): `check` says what helps"
    case 0: "\(what): `check` says more"
    case 1: "\(what), and 1 more mistake: `check` says more"
    default: "\(what), and \(others) more mistakes: `check` says more"
    }
  }

  private var firstQuoted: String? {
    let pieces = message.text.split(separator: "`", omittingEmptySubsequences: false)
    return pieces.count > 2 ? String(pieces[1]) : nil
  }
}
