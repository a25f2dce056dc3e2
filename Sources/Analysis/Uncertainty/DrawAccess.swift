public import Diagnostics
import Ensembles
import Language
public import ParkModel
public import Simulation

/// The draws that functions such as `chance` read, and who may ask for an end of the work.
public struct DrawAccess: Sendable {
  public let ensemble: Ensemble
  let stop: StopSignal
  /// Whether Ctrl-C is taken for an answer: what is done by then is said.
  private let settlesForLess: Bool

  public init(_ ensemble: Ensemble, stop: StopSignal, settlesForLess: Bool = false) {
    self.ensemble = ensemble
    self.stop = stop
    self.settlesForLess = settlesForLess
  }

  /// Works out in one pass what the functions of draws in some figures read, so that each of them finds
  /// it known. What does not fit is said where it is read.
  public func prepare(_ figures: [FigureRequest], _ context: FigureContext) throws(Diagnostic) {
    _ = try answers(to: figures.flatMap { $0.drawQuestions(context) })
  }

  /// What all draws answer to a single figure, or as many as there are at most.
  public func answered(
    _ request: FigureRequest, _ scenario: Scenario, _ projection: Projection,
    keepsValues: Bool = false, most: Int? = nil
  ) throws(Diagnostic) -> Ensemble.Answered {
    let context = FigureContext(
      scenario, projection, perStep: false, branches: request.branches)
    return try answers(
      to: [context.question(request.expression, request.source, keepsValues: keepsValues)],
      most: most)[0]
  }

  /// The answers to some questions.
  public func answers(
    to questions: [DrawQuestion], most: Int? = nil
  ) throws(Diagnostic) -> [Ensemble.Answered] {
    try ensemble.answers(to: questions, stop: stop, settlesForLess: settlesForLess, most: most)
  }
}

/// How a context reads figures: what a question to the draws has to read in the same way.
struct FigureReading: Sendable {
  var scopes: [Scope]
  var period: Range<Int>?
  var isOverRange: Bool
  var periods: [Range<Int>]
  var isPerStep: Bool
  var isOfSteps: Bool
  var part: Part?

  struct Part: Sendable {
    var division: Division
    var index: Int
  }

  init(of context: FigureContext) {
    scopes = context.scopes
    period = context.period
    isOverRange = context.isOverRange
    periods = context.periods
    isPerStep = context.isPerStep
    isOfSteps = context.isOfSteps
    part = context.part.map { Part(division: $0.division, index: $0.index) }
  }

  /// What tells it from others.
  var key: String {
    let scopes = scopes.map { "\($0.division) \($0.name)" }.joined(separator: ",")
    let part = part.map { "\($0.division) \($0.index)" } ?? "-"
    return
      "\(scopes) \(period.map { "\($0)" } ?? "-") \(isOverRange) \(isPerStep) \(isOfSteps) \(part)"
  }

  /// A draw's context that reads in the same way.
  func context(
    _ scenario: Scenario, _ projection: Projection, at point: [String: Double],
    _ branches: OtherBranches?, draw: Int?
  ) -> FigureContext {
    let context = FigureContext(
      scenario, isOfSteps ? projection.real : projection, perStep: isPerStep, at: point,
      branches: branches, draw: draw)
    context.scopes = scopes
    context.period = period
    context.isOverRange = isOverRange
    context.periods = periods
    context.isOfSteps = isOfSteps
    context.part = part.map { ($0.division, $0.index) }
    return context
  }
}

extension FigureContext {
  /// What is asked of every draw: an expression, read as it is read here.
  func question(
    _ expression: Expression, _ source: SourceText, keepsValues: Bool = false
  ) -> DrawQuestion {
    let reading = FigureReading(of: self)
    let (scenario, branches) = (scenario, branches)
    return DrawQuestion(
      key: "\(expression.canonical) read \(reading.key)"
        + (branches?.key(of: expression) ?? ""), keepsValues: keepsValues
    ) {
      (run, projection) throws(Diagnostic) in
      let context = reading.context(
        scenario, projection, at: run.point, branches, draw: run.draw)
      let evaluator = Evaluator(source: source, context: context)
      let outcome: Outcome
      switch try evaluator.outcome(expression) {
      case .schedule(let schedule):
        outcome = context.series(of: schedule).map(Outcome.series) ?? .schedule(schedule)
      case let other: outcome = other
      }
      guard let answer = DrawAnswer(outcome, remarks: context.remarks) else {
        throw Diagnostic(
          "mixed-keys", "`\(expression.canonical)` goes by the age of a firm",
          at: Location(source, expression.span))
      }
      return answer
    }
  }

  /// What all draws answer to an expression, read as it is read here.
  func answered(
    _ expression: Expression, _ evaluator: Evaluator, at place: Location
  ) throws(Diagnostic) -> Ensemble.Answered {
    guard let draws else {
      throw .noEnsemble(
        at: place, isOn: scenario.entity(named: EntityKind.ensemble.rawValue) != nil)
    }
    let question = question(expression, evaluator.source)
    let answered = try draws.answers(to: [question])[0]
    remark(answered.count.sentence(draws.ensemble.run.settings))
    for text in answered.columns.remarks { remark(text) }
    if let missing = answered.columns.missing, missing.count > answered.count.failed {
      remark(
        "`\(expression.canonical)` has no value in \(missing.count - answered.count.failed) of them: \(said: missing.reason)"
      )
    }
    return answered
  }
}

extension FigureRequest {
  /// What the functions of draws in it ask, as far as they stand in the expression itself.
  func drawQuestions(_ context: FigureContext) -> [DrawQuestion] {
    guard basis.readsDraws else { return [] }
    var questions: [DrawQuestion] = []
    var pending = [expression]
    while let next = pending.popLast() {
      if case .call(let name, let arguments) = next.kind,
        SeriesFunctionTable.row(named: name)?.isOfDraws == true
      {
        if let first = arguments.first { questions.append(context.question(first.value, source)) }
      } else {
        pending += next.parts
      }
    }
    return questions
  }
}

extension Diagnostic {
  /// A function of draws where there are none.
  static func noEnsemble(at place: Location, isOn: Bool) -> Diagnostic {
    isOn
      ? Diagnostic(
        "no-ensemble", "this reads all draws of the ensemble, and here one run is looked at",
        at: place)
      : Diagnostic(
        "no-ensemble", "this reads the draws of an ensemble, and there is none", at: place,
        help: ["`ensemble` draws 10,000 futures; `ensemble draws=1000` fewer"])
  }
}
