import Diagnostics
import Language
import ParkModel
import Quantities
import Simulation

/// Doubts about what lies outside the scenario's span.
enum BeyondSpan {
  static let beginsLate = DoubtRow.idle(
    "begins-late", "a firm, cohort, phase, line, boost or link begins at or after the end",
    model: "1"
  ) { context in
    guard let end = context.end else { return [] }
    return context.own(.firm, .cohort, .phase, .rail, .boost, .link).compactMap { entity in
      guard let row = beginning(of: entity.kind), let attribute = entity[row],
        let period = context.period(row, of: entity)
      else { return nil }
      let delay = entity.kind == .rail ? context.number(Rail.delay, of: entity) ?? 0 : 0
      let begins = later(period.start, months: delay)
      guard begins >= end else { return nil }
      let which = delay > 0 ? "with its delay, " : ""
      return Doubt(
        entity, at: attribute,
        "`\(entity.name)` changes nothing: \(which)it \(verb(of: entity.kind)) on \(begins.text), "
          + "and the scenario ends on \(end.text)")
    }
  }

  static let opensLate = DoubtRow.idle(
    "opens-late", "a firm arrives within the scenario, and opens at or after its end", model: "4"
  ) { context in
    guard let projection = context.projection else { return [] }
    return context.ofTenants { outlook, entity in
      guard outlook.arrives < projection.length, outlook.opens >= projection.length else {
        return nil
      }
      let row = entity.kind == .firm ? Firm.arrives : Cohort.from
      let build = NumberFormat.significant(outlook.opens - outlook.arrives)
      return Doubt(
        entity, at: entity[row],
        "`\(entity.name)` never opens in the scenario: it takes \(build) months to build, until "
          + "\(projection.calendar.date(at: outlook.opens).text)")
    }
  }

  static let completeLate = DoubtRow.idle(
    "complete-late", "a phase is complete at or after the end, so that nobody can use it",
    model: "3"
  ) { context in
    guard let end = context.end else { return [] }
    return context.own(.phase).compactMap { phase in
      guard let attribute = phase[Phase.complete],
        let start = context.period(Phase.start, of: phase)?.start, start < end,
        let complete = context.period(Phase.complete, of: phase)?.end
      else { return nil }
      let delay = context.number(Phase.delay, of: phase) ?? 0
      let ready = later(complete, months: delay)
      guard ready >= end else { return nil }
      return Doubt(
        phase, at: attribute,
        delay > 0
          ? "nobody can use `\(phase.name)`: it is complete on \(ready.text) with its delay, and the scenario ends on \(end.text)"
          : "nobody can use `\(phase.name)`: it is complete on \(ready.text), and the scenario ends on \(end.text)"
      )
    }
  }

  static let overBeforeStart = DoubtRow.idle(
    "over-before-start", "a boost ends before the scenario starts", model: "4"
  ) { context in
    guard let start = context.start else { return [] }
    return context.own(.boost).compactMap { boost in
      guard let until = context.period(Boost.until, of: boost)?.end, until <= start else {
        return nil
      }
      return Doubt(
        boost, at: boost[Boost.until],
        "`\(boost.name)` changes nothing: it is over before the scenario starts on \(start.text)")
    }
  }

  static let pastCohort = DoubtRow.idle(
    "past-cohort", "firms of a cohort fall before the start and are not simulated", model: "5"
  ) { context in
    guard let start = context.start else { return [] }
    return context.own(.cohort).compactMap { cohort in
      guard let from = context.period(Cohort.from, of: cohort)?.start,
        let until = context.period(Cohort.until, of: cohort)?.end, from < start, until > from
      else { return nil }
      let isOver = until <= start
      let part = isOver ? 1 : share(of: cohort, context, from, start, until)
      let all = context.number(Cohort.firms, of: cohort) ?? 0
      let past = NumberFormat.significant(all * part, digits: 2)
      let message: Sentence =
        isOver
        ? "`\(cohort.name)` is over before the scenario starts on \(start.text), so it has no firms"
        : "\(past) of the \(NumberFormat.significant(all)) firms of `\(cohort.name)` come before the "
          + "scenario starts on \(start.text), and no run has them"
      let firm =
        "firm \(cohort.name)-before park=\(cohort.reference(Firm.park) ?? "p") "
        + "sector=\(cohort.reference(Firm.sector) ?? "s") arrives=\(from.year) jobs=100"
      return Doubt(
        cohort, at: cohort[isOver ? Cohort.until : Cohort.from], message,
        help: ["write the past as firms, each like `\(firm)`"])
    }
  }

  /// The part of a cohort that comes before the scenario. Model 5, cohorts.
  private static func share(
    of cohort: Declaration, _ context: DoubtContext, _ from: CalendarDate, _ start: CalendarDate,
    _ until: CalendarDate
  ) -> Double {
    func years(_ date: CalendarDate) -> Double {
      (date.months(sinceMonth: 0) - from.months(sinceMonth: 0)) / 12
    }
    guard cohort.choice(Cohort.pattern) == "bass",
      let p = context.number(Cohort.innovation, of: cohort), p > 0,
      let q = context.number(Cohort.imitation, of: cohort)
    else { return years(start) / years(until) }
    func reached(_ y: Double) -> Double {
      let fall = Numerics.exponential(-(p + q) * y)
      return (1 - fall) / (1 + q / p * fall)
    }
    return reached(years(start)) / reached(years(until))
  }

  private static func later(_ date: CalendarDate, months: Double) -> CalendarDate {
    months > 0
      ? CalendarDate.holding(months: date.months(sinceMonth: 0) + months, sinceMonth: 0) : date
  }

  private static func beginning(of kind: EntityKind) -> AttributeRow? {
    switch kind {
    case .firm: Firm.arrives
    case .cohort: Cohort.from
    case .phase: Phase.start
    case .rail: Rail.opens
    case .boost: Boost.from
    case .link: Link.from
    default: nil
    }
  }

  private static func verb(of kind: EntityKind) -> String {
    switch kind {
    case .firm: "arrives"
    case .rail: "opens"
    default: "begins"
    }
  }
}
