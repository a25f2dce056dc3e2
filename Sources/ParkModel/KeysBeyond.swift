import Diagnostics
import Language
import Quantities

/// Keys of schedules that lie where nothing reads them any more, or not yet. Model 1 and 3.
extension Scenario {
  /// What is said of an attribute whose schedule goes by dates.
  func keysBeyond(
    _ attribute: Attribute, of entity: Declaration, _ context: ScenarioContext
  ) -> [Diagnostic] {
    guard case .period(let last)? = header?[ScenarioHeader.end]?.value else { return [] }
    // Of what never begins all counts for nothing, and a row of doubts says so.
    if let row = entity.kind.row.beginning, let begins = context.period(row, of: entity)?.start,
      begins >= last.end
    {
      return []
    }
    if entity.kind == .phase {
      return attribute.name == Phase.spending.name ? unspent(attribute, of: entity, context) : []
    }
    switch entity.kind {
    case .boost, .city, .cohort, .enclave, .firm, .incentive, .link, .park, .rail, .screen, .sector,
      .tax, .travel:
      break
    case .assume, .correlate, .ensemble, .metric, .observe, .model, .phase, .scenario, .unit:
      return []
    }
    guard let schedule = WrittenSchedule(attribute) else { return [] }
    var (end, what) = (last.end, "the scenario")
    var idle = schedule.keys(notBefore: end)
    if entity.kind == .boost, let until = context.period(Boost.until, of: entity)?.end, until < end
    {
      (end, what) = (until, "`\(entity.name)`")
      // Nothing from the end on only says that end once more.
      idle = schedule.keys(notBefore: end).filter { schedule.values[$0] != 0 }
    }
    guard let first = idle.first, let lastKey = idle.last,
      case .date(let date) = schedule.keys[first]
    else { return [] }
    return [
      Diagnostic(
        "unread-key",
        "`\(attribute.name)` of `\(entity.name)` changes on \(date.text), and \(what) ends on "
          + "\(end.text), so this counts for nothing",
        at: Location(
          attribute.location.source,
          Span(schedule.spans[first].lower, schedule.spans[lastKey].upper)), severity: .warning)
    ]
  }

  /// What a phase is to spend while nobody builds it, or from a day on that is not stated. Model 3.
  private func unspent(
    _ attribute: Attribute, of phase: Declaration, _ context: ScenarioContext
  ) -> [Diagnostic] {
    let written = WrittenSchedule(attribute, least: 1)
    guard let schedule = written ?? WrittenSchedule(attribute, context, least: 1),
      !schedule.isByAge, case .date(let first) = schedule.keys[0],
      let start = context.period(Phase.start, of: phase)?.start,
      let complete = context.period(Phase.complete, of: phase)?.end
    else { return [] }
    var found: [Diagnostic] = []
    func warn(_ message: Sentence, _ indices: [Int], help: Sentence?) {
      guard let low = indices.first, let high = indices.last else { return }
      found.append(
        Diagnostic(
          "unread-key", message,
          at: Location(
            attribute.location.source,
            Span(schedule.spans[low].lower, schedule.spans[high].upper)),
          severity: .warning, help: help.map { [$0] } ?? []))
    }
    if schedule.values[0] != 0, first < start {
      warn(
        "`spending` of `\(phase.name)` begins on \(first.text), and building on \(start.text): nothing is spent before that",
        schedule.keys.indices.filter { schedule.keys[$0].order < ScheduleKey.date(start).order },
        help: "to spend it too: `set \(phase.name) start=\(Scenario.short(first))`")
    }
    if schedule.values[0] != 0, first > start {
      var help: Sentence?
      if written != nil, !schedule.isStraight {
        let rest = attribute.expression.canonical.dropFirst()
        help =
          "for nothing until then: `set \(phase.name) spending={\(Scenario.short(start)): 0, \(rest)`"
      }
      warn(
        "`spending` of `\(phase.name)` begins on \(first.text), and building on \(start.text): as much as its first value is "
          + "spent from there on already", [0], help: help)
    }
    let late = schedule.keys(notBefore: complete).filter { schedule.values[$0] != 0 }
    if let index = late.last, case .date(let date) = schedule.keys[index] {
      warn(
        "`spending` of `\(phase.name)` ends with the building, on \(complete.text), so this is never spent",
        late,
        help: "to spend it too: `set \(phase.name) complete=\(Scenario.short(date))`")
    }
    return found
  }

  /// A day as it is written where it begins a year or a month.
  private static func short(_ date: CalendarDate) -> String {
    if date.day > 1 { return date.text }
    return date.month > 1 ? String(date.text.dropLast(3)) : String(date.year)
  }
}
