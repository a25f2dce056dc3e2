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
  private let isNominal: Bool
  private let memory = Mutex<[String: Answered]>([:])
  /// What was left off before its end, for the rest of the statement in which it was.
  private let lesser = Mutex<(statement: StopSignal?, found: [String: Answered])>((nil, [:]))

  /// What the draws came to, beside their answers.
  public struct Count: Sendable {
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
  }

  /// What was answered to one question.
  public struct Answered: Sendable {
    public var columns: DrawColumns
    public var count: Count
  }

  /// As many draws are kept one by one at most, for what goes draw by draw.
  private static let kept = 8_000_000

  public init(_ run: EnsembleRun, threads: Int, isNominal: Bool = false) {
    self.run = run
    self.threads = threads
    self.isNominal = isNominal
  }

  /// The answers to some questions, in their order, worked out in one pass over the draws as far as they
  /// are not known. Throws where no draw can be run, what a question throws in every draw, where values
  /// of more draws are to be kept than there is room for, and where `stop` asks before anything is done;
  /// later too, unless less is an answer. `most` draws are worked out at most, where others that stand
  /// beside them were left off.
  public func answers(
    to questions: [DrawQuestion], stop: StopSignal, settlesForLess: Bool = false,
    most: Int? = nil
  ) throws(Diagnostic) -> [Answered] {
    let draws = run.settings.draws
    if draws > Ensemble.kept, questions.contains(where: \.keepsValues) {
      throw Diagnostic(
        "too-many-draws",
        "this goes draw by draw, and no more than 8,000,000 draws are held for that",
        help: ["ask fewer: `ensemble draws=1000000`"])
    }
    return try answers(to: questions, draws: draws, most: most, stop: stop, settlesForLess)
  }

  /// The answers of the first draws alone, as many as there are at most: what all draws answer where that
  /// is known.
  public func sample(
    _ draws: Int, of questions: [DrawQuestion], stop: StopSignal
  ) throws(Diagnostic) -> [Answered] {
    let known = memory.withLock { $0 }
    let all = questions.compactMap { known[$0.key] }
    if all.count == questions.count { return all }
    return try answers(
      to: questions, draws: min(draws, run.settings.draws), most: nil, stop: stop, false)
  }

  private func answers(
    to questions: [DrawQuestion], draws: Int, most: Int?, stop: StopSignal,
    _ settlesForLess: Bool
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
      let new = try worked(out: fresh, draws, most: most ?? draws, stop, settlesForLess)
      for (question, answered) in zip(fresh, new) {
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

  /// What a draw replies, or several that stand side by side.
  fileprivate enum Reply: Sendable {
    /// What it answers to each question.
    case answers([Result<DrawAnswer, Diagnostic>])
    /// Why it cannot be run.
    case failure(Diagnostic)
    /// By question, what the first answers, and by period what all of them have, so many.
    case columns([Column], count: Int)
  }

  fileprivate struct Column: Sendable {
    let first: DrawAnswer
    let numbers: [[Double]]
  }

  private func worked(
    out questions: [DrawQuestion], _ asked: Int, most: Int, _ stop: StopSignal,
    _ settlesForLess: Bool
  ) throws(Diagnostic) -> [Answered] {
    let counting = Counting(Tally(questions, asked))
    let together: @Sendable (DrawRun, [Projection]) -> Reply? = { [isNominal] draw, draws in
      isNominal ? nil : Ensemble.reply(of: draw, with: draws, to: questions)
    }
    run.eachBlock(
      of: 0..<min(asked, most), within: 0..<asked, threads: threads, stop: stop,
      { [isNominal] in Ensemble.reply(of: $0, to: questions, isNominal: isNominal) },
      together: together,
      then: { replies in counting.tally.withLock { $0.add(replies) } })
    let tally = counting.tally.withLock { $0 }
    if stop.isAsked {
      let isSomething = tally.count.done > tally.count.failed
      guard settlesForLess, isSomething, stop.settleForLess() else { throw stop.message }
    }
    if let problem = tally.problemOfAll { throw problem }
    return tally.columns.map { Answered(columns: $0, count: tally.count) }
  }

  private static func reply(
    of draw: DrawRun, to questions: [DrawQuestion], isNominal: Bool
  ) -> Reply {
    do throws(Diagnostic) {
      var projection = try draw.result.get()
      if isNominal { projection = try projection.nominal() }
      let answers = questions.map { question in
        Result { () throws(Diagnostic) in try question.ask(draw, projection) }
      }
      return .answers(answers)
    } catch {
      return .failure(error)
    }
  }

  /// What draws that stand side by side reply, where each question is answered by all of them at once.
  private static func reply(
    of draw: DrawRun, with draws: [Projection], to questions: [DrawQuestion]
  ) -> Reply? {
    var columns: [Column] = []
    for question in questions {
      guard let numbers = question.askAll(draws[0], draws.count),
        let first = try? question.ask(draw, draws[0]), !draws[0].lacksSomething,
        first.isLike(numbers)
      else { return nil }
      columns.append(Column(first: first, numbers: numbers))
    }
    return .columns(columns, count: draws.count)
  }

  /// A tally to which whichever thread has some replies adds them.
  private final class Counting: Sendable {
    let tally: Mutex<Tally>

    init(_ tally: Tally) { self.tally = Mutex(tally) }
  }

  /// The replies of draws, as they come in.
  private struct Tally: Sendable {
    var count: Count
    var columns: [DrawColumns]
    /// Why the first draw that could not be run was not.
    private var first: Diagnostic?
    /// By question, in how many draws it has no answer, and why in the first.
    private var unanswered: [(count: Int, first: Diagnostic?)]

    init(_ questions: [DrawQuestion], _ asked: Int) {
      count = Count(done: 0, asked: asked)
      let memory = StatisticsMemory.perColumn(of: max(1, questions.count * 40))
      columns = questions.map {
        DrawColumns(addsUp: $0.addsUp, memory: memory, keepsValues: $0.keepsValues)
      }
      unanswered = questions.map { _ in (0, nil) }
    }

    mutating func add(_ replies: [Reply]) {
      var start = 0
      while start < replies.count {
        let answers = replies[start...].prefix { $0.answers != nil }.compactMap(\.answers)
        for index in columns.indices where !answers.isEmpty {
          columns[index].add(answers.map { $0[index] }, firstDraw: count.done)
        }
        count.done += answers.count
        start += answers.count
        guard start < replies.count else { return }
        add(replies[start])
        start += 1
      }
    }

    private mutating func add(_ reply: Reply) {
      let draw = count.done
      count.done += reply.count
      switch reply {
      case .columns(let found, _):
        for (index, column) in found.enumerated() {
          columns[index].add(column.numbers, like: column.first, firstDraw: draw)
        }
      case .failure(let problem):
        first = first ?? problem
        if count.first == nil { count.first = (draw, problem.message.text) }
        count.failed += 1
        for index in columns.indices { columns[index].addFailure(problem.message.text, draw: draw) }
      case .answers(let answers):
        for (index, answer) in answers.enumerated() {
          switch answer {
          case .success(let answer): columns[index].add(answer, draw: draw)
          case .failure(let problem):
            unanswered[index].count += 1
            unanswered[index].first = unanswered[index].first ?? problem
            columns[index].addFailure(problem.message.text, draw: draw)
          }
        }
      }
    }

    /// What stands in the way of every draw, or of a question in every draw that was run.
    var problemOfAll: Diagnostic? {
      let run = count.done - count.failed
      var problem = run == 0 ? first : nil
      for question in unanswered where problem == nil && question.count == run {
        problem = question.first
      }
      problem?.notes.append(
        Diagnostic.Note("so it is in each of the \(count.done) draws of the ensemble"))
      return problem
    }
  }
}

extension Ensemble.Reply {
  /// Of how many draws it is.
  fileprivate var count: Int {
    if case .columns(_, let count) = self { return count }
    return 1
  }

  /// What a draw answers, where it answers every question.
  fileprivate var answers: [DrawAnswer]? {
    guard case .answers(let all) = self else { return nil }
    let answers = all.compactMap { try? $0.get() }
    return answers.count == all.count ? answers : nil
  }
}
