import Analysis
import Diagnostics
import Language
import ParkModel
import Simulation

/// `expect tax[2030] > 1bn`: stops the script where what is expected does not hold.
enum Expect {
  static let row = Command(
    "expect", .results, signature: [.needed(.condition)],
    summary: "stop the script where a condition does not hold",
    details: "A condition compares figures: `==`, `!=`, `<`, `<=`, `>`, `>=`, joined by `and`,\n"
      + "`or` and `not`. A metric without a period has to meet it in every year. Where it does\n"
      + "not hold, both sides are printed and the exit code is 4; where it holds, nothing is.",
    examples: [
      "expect jobs[2025] >= 20", "expect tax == tax.central + tax.province + tax.local",
      "expect local_share[2030] > 40% and occupancy[2030] <= 100%",
    ]
  ) { (session, invocation) throws(Diagnostic) in
    let expression = try invocation.reader.expression()
    try invocation.reader.end()
    let source = invocation.reader.source
    let others = session.otherBranches(RunView())
    let request = try FigureRequest(expression, source, session.scenario, beside: others)
    guard request.type.content == .truth, !request.type.isSchedule else {
      throw Diagnostic(
        "wrong-kind", "`expect` takes a condition, and this is \(request.type.phrase)",
        at: request.location, help: ["write for example `expect jobs[2030] > 300`"])
    }
    session.doubt(request, in: invocation.statement)
    let needsRun = !request.type.traits.isDisjoint(with: [.projected, .series])
    let projection = needsRun ? try session.project() : nil
    let draws = request.basis.readsDraws ? try session.draws(RunView()) : nil
    let context = FigureContext(
      session.scenario, projection, perStep: false, draws: draws, branches: others)
    try draws?.prepare([request], context)
    let inquiry = Inquiry(
      evaluator: Evaluator(source: source, context: context),
      calendar: projection?.calendar, figures: session.figures)
    guard let failure = try inquiry.failure(of: expression) else { return }
    let real =
      request.basis.isOfMoney ? [BasisText.real("money is", session)].compactMap(\.self) : []
    throw Diagnostic(
      "expectation",
      failure.period.map { "this does not hold in \($0): `\(expression.canonical)`" }
        ?? "this does not hold: `\(expression.canonical)`",
      at: request.location,
      notes: (failure.facts + context.remarks + real).map { Diagnostic.Note($0) },
      exit: .failed)
  }

  /// Finds out why a condition does not hold.
  private struct Inquiry {
    let evaluator: Evaluator
    let calendar: StepCalendar?
    let figures: FigureText

    /// When it does not hold, and what both sides of its comparisons are then.
    struct Failure {
      var period: String?
      var facts: [Sentence]
    }

    func failure(of condition: Expression) throws(Diagnostic) -> Failure? {
      switch try evaluator.outcome(condition) {
      case .scalar(let value):
        if value == .truth(true) { return nil }
        return Failure(period: nil, facts: try facts(of: condition, at: nil))
      case .series(let series):
        guard let index = series.values.firstIndex(where: { $0 != .truth(true) }) else {
          return nil
        }
        return Failure(
          period: calendar?.label(series.periods[index]),
          facts: try facts(of: condition, at: series.periods[index]))
      case .schedule: return nil
      }
    }

    /// Both sides of each comparison that decides.
    private func facts(
      of condition: Expression, at period: Range<Int>?
    ) throws(Diagnostic) -> [Sentence] {
      switch condition.kind {
      case .group(let inner), .not(let inner): return try facts(of: inner, at: period)
      case .binary(.and, _, _), .binary(.or, _, _):
        let chain = condition.chain
        let sides = [chain.first] + chain.links.map(\.value)
        guard chain.links.contains(where: { $0.sign == .and }) else {
          var all: [Sentence] = []
          for side in sides { all += try facts(of: side, at: period) }
          return all
        }
        // The first that does not hold.
        for side in sides where try value(of: side, at: period) != .truth(true) {
          return try facts(of: side, at: period)
        }
        return []
      case .binary(_, let left, let right):
        return [try fact(left, at: period), try fact(right, at: period)].compactMap(\.self)
      default: return [try fact(condition, at: period)].compactMap(\.self)
      }
    }

    /// `tax[2030]` is 484.5M yuan; nothing of what is a number on the page.
    private func fact(
      _ expression: Expression, at period: Range<Int>?
    ) throws(Diagnostic) -> Sentence? {
      let value = try value(of: expression, at: period)
      return "`\(expression.canonical)` is \(figures.text(value))"
    }

    private func value(
      of expression: Expression, at period: Range<Int>?
    ) throws(Diagnostic) -> Scalar {
      switch try evaluator.outcome(expression) {
      case .scalar(let value): return value
      case .series(let series):
        let index = series.periods.firstIndex { $0 == period } ?? 0
        return series.values[index]
      case .schedule(let schedule):
        let values = evaluator.context.values(of: schedule, over: [period ?? 0..<1])
        return values?.first ?? schedule.values[0]
      }
    }
  }
}
