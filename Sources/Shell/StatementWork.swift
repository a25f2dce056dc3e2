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
    let scenario = session.scenario
    try Interpreter.run(statement, in: &session)
    var answer = Answer(output: session.takeOutput(), notices: session.takeNotices())
    guard session.revision != revision else { return answer }
    let problems = Check.problems(of: session.scenario, stop: stop)
    let unread = Set(scenario.unreadKeys().map(\.message))
    answer.warnings =
      problems.filter { !known.contains($0.message) }
      + session.scenario.unreadKeys().filter { !unread.contains($0.message) }
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
}
