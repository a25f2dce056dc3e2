public import Diagnostics
import Ensembles
public import Language
import ParkModel
import Quantities
import Simulation

/// Figures of other branches, read as they are read here: in the same periods by their dates, in the same
/// part by its name, in the same draw by its number. Docs/Decisions/0159.
extension FigureContext {
  public func type(
    of figure: Expression, in branch: String, at place: Location, _ checker: TypeChecker
  ) throws(Diagnostic) -> ExpressionType {
    guard !isWithinMetric else { throw .branchInScenario(figure, branch, at: place) }
    guard let branches else {
      throw Diagnostic(
        "other-branch", "this is asked of the branch at hand alone, and `\(branch)` is another",
        at: place,
        help: ["go there and ask: `switch \(branch)`", "put both side by side with `compare`"])
    }
    let other = try branches.branch(branch, at: place)
    if let call = figure.callOfDraws {
      throw Diagnostic(
        "wrong-kind", "`\(call.name)` reads the draws of the branch at hand",
        at: Location(checker.source, call.span),
        help: ["name the branch within: `chance(tax[2030] of \(branch) > 1bn yuan)`"])
    }
    let context = FigureContext(other.scenario, nil, perStep: isPerStep, branches: branches)
    context.period = period
    context.isOverRange = isOverRange
    return try TypeChecker(source: checker.source, context: context).type(figure)
  }

  public func outcome(
    of figure: Expression, in branch: String, at place: Location, _ evaluator: Evaluator
  ) throws(Diagnostic) -> Outcome {
    guard let branches, !isWithinMetric else {
      throw .branchInScenario(figure, branch, at: place)
    }
    let other = try branches.branch(branch, at: place)
    guard let projection else {
      let context = FigureContext(other.scenario, nil, perStep: isPerStep, branches: branches)
      return try Evaluator(source: evaluator.source, context: context).outcome(figure)
    }
    let run: Projection
    var point: [String: Double] = [:]
    if let draw, let settings = EnsembleSettings(scenario) {
      (run, point) = try other.run(
        inDraw: draw, of: settings, branches.closures, isNominal: projection.isNominal)
    } else {
      run = try other.projection(branches.closures, isNominal: projection.isNominal)
    }
    let steps = StepsElsewhere(from: projection.calendar, to: run.calendar)
    var reading = FigureReading(of: self)
    if !steps.areSame {
      reading.periods = isPerStep ? periods.compactMap { steps[$0] } : run.calendar.years
      if let period {
        guard let own = steps[period] else {
          return .scalar(.undefined("`\(branch)` has no such period"))
        }
        reading.period = own
      }
    }
    if let part {
      let (names, others) = (projection.names(of: part.division), run.names(of: part.division))
      if part.index == 0, let text = leftOut(others, names, of: branch) { remark(text) }
      let name = names[part.index]
      guard let index = others.firstIndex(of: name) else {
        return .scalar(.undefined("`\(branch)` has no `\(name)`"))
      }
      reading.part?.index = index
    }
    let context = reading.context(other.scenario, run, at: point, branches, draw: draw)
    let outcome = try Evaluator(source: evaluator.source, context: context).outcome(figure)
    for text in context.remarks { remark(text) }
    guard !steps.areSame, case .series(let series) = outcome else { return outcome }
    if period == nil, series.periods != reading.periods {
      // It was narrowed to some years there: the same years here.
      let back = StepsElsewhere(from: run.calendar, to: projection.calendar)
      let own = series.periods.compactMap { back[$0] }
      guard own.count == series.periods.count else {
        return .scalar(.undefined("a period of `\(branch)` is none here"))
      }
      return .series(PeriodValues(periods: own, values: series.values))
    }
    // By their dates the periods of this branch.
    let known = Dictionary(
      zip(series.periods, series.values), uniquingKeysWith: { first, _ in first })
    let asked = isOverRange ? period.map(periodsWithin) ?? periods : periods
    return .series(
      PeriodValues(
        periods: asked,
        values: asked.map { period in
          steps[period].flatMap { known[$0] } ?? .undefined("`\(branch)` has no such period")
        }))
  }
}

/// What is said where a branch has parts that the one at hand has not, so that its parts do not add up.
private func leftOut(_ others: [String], _ names: [String], of branch: String) -> Sentence? {
  let known = Set(names)
  let missing = others.filter { !known.contains($0) }
  guard !missing.isEmpty else { return nil }
  let list = Sentence.list(missing.prefix(6).map { "`\($0)`" }, ", ", last: ", ")
  return missing.count > 6
    ? "of `\(branch)` this leaves out what is not here: \(list) and \(missing.count - 6) more"
    : "of `\(branch)` this leaves out what is not here: \(list)"
}

/// Which steps of one calendar are those of another, by their dates.
private struct StepsElsewhere {
  let areSame: Bool
  private let from: StepCalendar
  private let places: [CalendarDate: Int]

  init(from: StepCalendar, to: StepCalendar) {
    self.from = from
    let (count, other) = (from.steps.count, to.steps.count)
    areSame =
      count == other && from.date(ofStep: 0) == to.date(ofStep: 0)
      && from.date(ofStep: count) == to.date(ofStep: other)
    places =
      areSame
      ? [:]
      : Dictionary(
        (0...other).map { (to.date(ofStep: $0), $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Nil where the other has no steps that begin and end with these.
  subscript(period: Range<Int>) -> Range<Int>? {
    if areSame { return period }
    guard let first = places[from.date(ofStep: period.lowerBound)],
      let end = places[from.date(ofStep: period.upperBound)], first < end
    else { return nil }
    return first..<end
  }
}

extension Expression {
  /// The first function of draws in it.
  fileprivate var callOfDraws: (name: String, span: Span)? {
    if case .call(let name, _) = kind, SeriesFunctionTable.row(named: name)?.isOfDraws == true {
      return (name, span)
    }
    for part in parts { if let found = part.callOfDraws { return found } }
    return nil
  }
}
