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
    var headline: String?
    /// Why there are no figures.
    var hindrance: Diagnostic?
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
    let stop = session.stop
    let revision = session.revision
    let before = Headline(&session)
    let known = Check.problems(of: session.scenario, stop: stop).map(\.message)
    var start = session
    try Interpreter.run(statement, in: &session)
    var answer = Answer(output: session.takeOutput(), notices: session.takeNotices())
    guard session.revision != revision else { return answer }
    let problems = Check.problems(of: session.scenario, stop: stop)
    answer.warnings =
      problems.filter { !known.contains($0.message) } + doubts(in: &session, notIn: &start)
    answer.headline = Headline(&session)?.line(
      since: before, width: session.width, settings: session.settings)
    if answer.headline == nil, session.scenario.header != nil, problems.isEmpty {
      do throws(Diagnostic) {
        _ = try session.project()
      } catch {
        answer.hindrance = error
      }
    }
    try stop.check()
    return answer
  }
  /// What is doubted now and was not before, so many that one reads them.
  private static func doubts(in session: inout Session, notIn start: inout Session) -> [Diagnostic]
  {
    let most = 3
    let now = session.doubts().filter { $0.isSaidAtOnce && !$0.isRemark }
    guard !now.isEmpty else { return [] }
    let before = Set(start.doubts().map(\.key))
    let new = now.filter { !before.contains($0.key) }
    guard new.count > most else { return new.map(\.short) }
    return new.prefix(most - 1).map(\.short) + [
      Diagnostic(
        "doubtful", "\(new.count - most + 1) more doubts came with this", severity: .warning,
        help: ["`check` lists them"])
    ]
  }
}
