import Diagnostics
import Language
import Quantities

/// A schedule as it stands in an attribute, whatever its values are.
struct WrittenSchedule {
  private(set) var keys: [ScheduleKey] = []
  private(set) var spans: [Span] = []
  private(set) var isStraight = false
  /// What each key gives; nil where that is not known before a run.
  private(set) var values: [Double?] = []

  var isByAge: Bool {
    if case .age? = keys.first { return true }
    return false
  }

  /// Nil for what is no schedule of two keys or more, or of so many.
  init?(_ attribute: Attribute, least: Int = 2) {
    var entries: [(key: Expression, value: Expression)] = []
    switch attribute.expression.kind {
    case .schedule(let written): entries = written.map { ($0.key, $0.value) }
    case .call("ramp", let arguments):
      entries = arguments.compactMap { argument in argument.key.map { ($0, argument.value) } }
      isStraight = true
    default: return nil
    }
    for (key, value) in entries {
      guard let known = try? ScheduleKey(key, attribute.location.source) else { return nil }
      keys.append(known)
      spans.append(Span(key.span.lower, value.span.upper))
    }
    guard keys.count >= least else { return nil }
    let known = attribute.value.number?.values ?? []
    values = known.count == keys.count ? known : keys.map { _ in nil }
  }

  /// What an attribute is worked out to from names; all of its keys stand where it does.
  init?(_ attribute: Attribute, _ context: ScenarioContext, least: Int = 2) {
    guard attribute.value.isFormula, !attribute.expression.names.isEmpty else { return nil }
    let evaluator = Evaluator(source: attribute.location.source, context: context)
    guard let outcome = try? evaluator.outcome(attribute.expression),
      case .schedule(let schedule) = outcome, schedule.keys.count >= least
    else { return nil }
    keys = schedule.keys
    spans = keys.map { _ in attribute.location.span }
    values = schedule.values.map { value in
      if case .number(let quantity) = value { quantity.value } else { nil }
    }
    isStraight = schedule.isStraight
  }

  /// Where the first stretch of keys stands that are not read at an instant; nil where all are.
  func unread(at instant: ScheduleKey) -> Span? {
    let last = keys.lastIndex { $0.order <= instant.order } ?? 0
    var read = last...last
    if isStraight, keys[last].order < instant.order, last + 1 < keys.count {
      read = last...(last + 1)
    }
    let after = read.upperBound + 1
    if after < keys.count { return Span(spans[after].lower, spans[keys.count - 1].upper) }
    if read.lowerBound > 0 { return Span(spans[0].lower, spans[read.lowerBound - 1].upper) }
    return nil
  }
}

extension WrittenSchedule {
  /// The keys that give something and are in force at or after an instant alone; none of ages. The first
  /// value holds before its key, so that it is always in force.
  func keys(notBefore end: CalendarDate) -> [Int] {
    guard !isByAge else { return [] }
    let end = ScheduleKey.date(end).order
    return keys.indices.dropFirst().filter { index in
      keys[isStraight ? index - 1 : index].order >= end
    }
  }
}
