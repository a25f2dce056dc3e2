import Diagnostics
import Language
import Quantities
import Simulation

/// `METRIC[SCOPE, PERIOD]` as asked for: LANGUAGE 4.
struct MetricRequest {
  var metric: Metric
  var scopes: [Scope]
  /// The steps of the period; nil for every period.
  var period: Range<Int>?
  /// As written, for headings.
  var label: String

  /// Reads a request from an expression; nil where the expression is not of a metric at all.
  init?(
    _ expression: Expression, _ source: SourceText, _ projection: Projection
  ) throws(Diagnostic) {
    let base: Expression
    var arguments: [Expression] = []
    if case .index(let inner, let items) = expression.kind {
      base = inner
      arguments = items
    } else {
      base = expression
    }
    guard case .path(let parts) = base.kind else { return nil }
    let name = parts.joined(separator: ".")
    guard let metric = MetricTable.metric(name, taxes: projection.taxes) else {
      throw .unknownMetric(name, projection, at: Location(source, base.span))
    }
    self.metric = metric
    scopes = []
    label = name
    var scopeNames: [String] = []
    for argument in arguments {
      let place = Location(source, argument.span)
      if let range = try PeriodReader(projection.calendar, source).steps(argument) {
        guard period == nil else {
          throw Diagnostic("twice", "a second period stands here", at: place)
        }
        period = range
        continue
      }
      guard let word = argument.word else {
        throw Diagnostic(
          "wrong-kind", "`\(argument.canonical)` is neither a scope nor a period", at: place)
      }
      let scope = try scope(word, projection, at: place)
      if let other = scopes.first(where: { $0.division == scope.division }) {
        throw Diagnostic(
          "twice", "`\(word)` and `\(other.name)` are both of the kind \(scope.division)",
          at: place)
      }
      scopes.append(scope)
      scopeNames.append(word)
    }
    if !scopeNames.isEmpty { label += "[\(scopeNames.joined(separator: ", "))]" }
  }

  private func scope(
    _ name: String, _ projection: Projection, at place: Location
  ) throws(Diagnostic) -> Scope {
    guard let scope = projection.scope(name) else {
      let known = Division.allCases.flatMap { projection.names(of: $0) }
      throw Diagnostic(
        "unknown-name", "nothing in the scenario is called `\(name)`", at: place,
        help: didYouMean(name, among: known))
    }
    guard metric.row.divisions.contains(scope.division) else {
      throw .notDivided(metric, by: scope.division, at: place)
    }
    return scope
  }
}

/// Reads periods as steps of a calendar.
struct PeriodReader {
  let calendar: StepCalendar
  let source: SourceText

  init(_ calendar: StepCalendar, _ source: SourceText) {
    self.calendar = calendar
    self.source = source
  }

  /// The steps of a date, a bare year or a range of them; nil for anything else.
  func steps(_ expression: Expression) throws(Diagnostic) -> Range<Int>? {
    if case .range(let first, let last) = expression.kind {
      guard let a = period(first), let b = period(last) else { return nil }
      let place = Location(source, expression.span)
      guard a.start < b.end else {
        throw Diagnostic("ends-before-start", "the period ends before it starts", at: place)
      }
      return try steps(from: a.start, to: b.end, expression.canonical, at: place)
    }
    guard let period = period(expression) else { return nil }
    return try steps(
      from: period.start, to: period.end, period.text, at: Location(source, expression.span))
  }

  /// The date that an expression is.
  func period(_ expression: Expression) -> CalendarPeriod? {
    switch expression.kind {
    case .date(let period): return period
    case .quantity(_, let text) where text.utf8.count == 4: return CalendarPeriod(text)
    default: return nil
    }
  }

  private func steps(
    from start: CalendarDate, to end: CalendarDate, _ text: String, at place: Location
  ) throws(Diagnostic) -> Range<Int> {
    let begin = calendar.date(ofStep: 0)
    let finish = calendar.date(ofStep: calendar.count)
    guard start < finish, end > begin else {
      let years = "from \(begin.text) to \(finish.text)"
      throw Diagnostic("outside-span", "`\(text)` is outside the scenario, \(years)", at: place)
    }
    // A year at either end of the span may be there in part.
    let low = max(start, begin)
    let high = min(end, finish)
    let first = Double(low.monthIndex - calendar.firstMonth) / Double(calendar.stepMonths)
    let last = Double(high.monthIndex - calendar.firstMonth) / Double(calendar.stepMonths)
    guard low.day == 1, high.day == 1, first == first.rounded(), last == last.rounded() else {
      let length = calendar.label(0..<1)
      throw Diagnostic(
        "not-a-step", "`\(text)` does not begin and end with steps of the scenario", at: place,
        notes: [Diagnostic.Note("its first step is `\(length)`")],
        help: ["for shorter steps, write for example `set scenario step=month`"])
    }
    return Int(first)..<Int(last)
  }
}

extension Diagnostic {
  static func unknownMetric(
    _ name: String, _ projection: Projection, at place: Location
  ) -> Diagnostic {
    let names = MetricTable.names(taxes: projection.taxes)
    let guesses = didYouMean(name, among: names)
    let family = names.filter { $0.hasPrefix(name + ".") }
    return Diagnostic(
      "unknown-metric", "there is no metric `\(name)`", at: place,
      help: !family.isEmpty
        ? ["there is " + family.map { "`\($0)`" }.joined(separator: ", ")]
        : guesses.isEmpty ? ["`help metrics` lists them"] : guesses)
  }

  static func notDivided(
    _ metric: Metric, by division: Division, at place: Location
  ) -> Diagnostic {
    let names = metric.row.divisions.map(\.rawValue).sorted()
    return Diagnostic(
      "not-divided", "`\(metric.name)` does not divide by \(division.rawValue)", at: place,
      notes: [Diagnostic.Note("it divides by " + names.joined(separator: ", "))])
  }
}
