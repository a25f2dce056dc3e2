public import Diagnostics
public import Ensembles
import Simulation
import Synchronization

/// The draws of a scenario, and what they answered: each question is asked of every draw once, as long
/// as the scenario is what it was.
///
/// A class, because all who ask share what was answered.
public final class Ensemble: Sendable {
  public let run: EnsembleRun
  private let threads: Int
  /// Whether Ctrl-C is taken for an answer: what is done by then is said.
  private let settlesForLess: Bool
  private let isNominal: Bool
  private let memory = Mutex<[String: Answered]>([:])
  /// What was left off before its end, for the rest of the statement in which it was.
  private let lesser = Mutex<(statement: StopSignal?, found: [String: Answered])>((nil, [:]))

  /// What the draws came to, beside their answers.
  public struct Count: Sendable, Equatable {
    /// Draws that are in it.
    public var done: Int
    /// Draws that were asked for.
    public var asked: Int
    /// Draws that could not be run.
    public var failed = 0
    /// The first of those, from 0 on, and why.
    public var first: (draw: Int, reason: String)?

    public init(done: Int, asked: Int) {
      self.done = done
      self.asked = asked
    }

    public static func == (a: Count, b: Count) -> Bool {
      (a.done, a.asked, a.failed) == (b.done, b.asked, b.failed)
    }
  }

  /// What was answered to one question.
  public struct Answered: Sendable {
    public var columns: DrawColumns
    public var count: Count
  }

  /// As many draws are held at a time before they go into the statistics.
  private static let chunk = 4096
  /// As many values of draws are kept one by one, for what goes draw by draw.
  private static let kept = 8_000_000

  public init(
    _ run: EnsembleRun, threads: Int, isNominal: Bool = false, settlesForLess: Bool = false
  ) {
    self.run = run
    self.threads = threads
    self.isNominal = isNominal
    self.settlesForLess = settlesForLess
  }

  /// The answers to some questions, in their order, worked out in one pass over the draws as far as they
  /// are not known. Throws where no draw can be run, what a question throws in every draw, and where
  /// `stop` asks before anything is done.
  public func answers(
    to questions: [DrawQuestion], stop: StopSignal
  ) throws(Diagnostic) -> [Answered] {
    try answers(to: questions, draws: run.settings.draws, stop: stop)
  }

  /// The answers of the first draws alone, as many as there are at most: what all draws answer where that
  /// is known.
  public func sample(
    _ draws: Int, of questions: [DrawQuestion], stop: StopSignal
  ) throws(Diagnostic) -> [Answered] {
    let known = memory.withLock { $0 }
    let all = questions.compactMap { known[$0.key] }
    if all.count == questions.count { return all }
    return try answers(to: questions, draws: min(draws, run.settings.draws), stop: stop)
  }

  private func answers(
    to questions: [DrawQuestion], draws: Int, stop: StopSignal
  ) throws(Diagnostic) -> [Answered] {
    let name = { (question: DrawQuestion) in
      draws == self.run.settings.draws ? question.key : "\(draws) of \(question.key)"
    }
    let known = memory.withLock { $0 }.merging(left(in: stop)) { whole, _ in whole }
    var fresh: [DrawQuestion] = []
    for question in questions
    where known[name(question)] == nil && !fresh.contains(where: { $0.key == question.key }) {
      fresh.append(question)
    }
    var found = known
    if !fresh.isEmpty {
      for (question, answered) in zip(fresh, try worked(out: fresh, draws, stop)) {
        found[name(question)] = answered
        guard answered.count.done == answered.count.asked else {
          // What is less than was asked for holds to the end of the statement: the next asks again.
          lesser.withLock { $0.found[name(question)] = answered }
          continue
        }
        memory.withLock { $0[name(question)] = answered }
      }
    }
    return questions.compactMap { found[name($0)] }
  }

  /// What was left off in the statement that a signal is of; that of others is forgotten.
  private func left(in statement: StopSignal) -> [String: Answered] {
    lesser.withLock { lesser in
      if lesser.statement !== statement { lesser = (statement, [:]) }
      return lesser.found
    }
  }

  private typealias Replies = Result<[DrawAnswer], Diagnostic>

  private func worked(
    out questions: [DrawQuestion], _ asked: Int, _ stop: StopSignal
  ) throws(Diagnostic) -> [Answered] {
    var count = Count(done: 0, asked: asked)
    var first: Diagnostic?
    let keepsValues = questions.count * asked <= Ensemble.kept
    let memory = StatisticsMemory.perColumn(of: max(1, questions.count * 40))
    var columns = questions.map {
      DrawColumns(addsUp: $0.addsUp, memory: memory, keepsValues: keepsValues)
    }
    while count.done < asked, !stop.isAsked {
      let part = count.done..<min(asked, count.done + Ensemble.chunk)
      let isNominal = isNominal
      let replies = run.results(of: part, within: 0..<asked, threads: threads, stop: stop) {
        (draw: DrawRun) -> Replies in
        do throws(Diagnostic) {
          var projection = try draw.result.get()
          if isNominal { projection = try projection.nominal() }
          var answers: [DrawAnswer] = []
          for question in questions { answers.append(try question.ask(draw, projection)) }
          return .success(answers)
        } catch {
          return .failure(error)
        }
      }
      for (draw, reply) in zip(part, replies) {
        switch reply {
        case .success(let answers):
          for index in questions.indices { columns[index].add(answers[index], draw: draw) }
        case .failure(let problem):
          first = first ?? problem
          if count.first == nil { count.first = (draw, problem.message) }
          count.failed += 1
          for index in questions.indices {
            columns[index].addFailure(problem.message, draw: draw)
          }
        }
        count.done += 1
      }
      if replies.count < part.count { break }
    }
    if stop.isAsked {
      guard settlesForLess, count.done > count.failed, stop.settleForLess() else {
        throw stop.message
      }
    }
    if count.failed == count.done, var problem = first {
      problem.notes.append(
        Diagnostic.Note("so it is in each of the \(count.done) draws of the ensemble"))
      throw problem
    }
    return columns.map { Answered(columns: $0, count: count) }
  }
}
