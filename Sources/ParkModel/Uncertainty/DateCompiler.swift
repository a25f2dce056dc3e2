import Diagnostics
import Language
import Quantities

/// What a `CalendarPeriod` is in every draw: its first day and the day after its last, months since the
/// year 0.
struct OpenPeriod {
  var start: ProgramBuilder.Term
  var end: ProgramBuilder.Term

  init(_ start: ProgramBuilder.Term, _ end: ProgramBuilder.Term) {
    (self.start, self.end) = (start, end)
  }

  init(_ period: CalendarPeriod) {
    start = .constant(period.start.months(sinceMonth: 0))
    end = .constant(period.end.months(sinceMonth: 0))
  }
}

/// Follows what `ScenarioContext` does with dates that are worked out.
extension InputCompiler {
  /// The instants of some attributes, months since the scenario's start; what `Declaration.check` asks of
  /// dates has to hold.
  func instants(
    of dates: [OpenScenario.Input], in open: Scenario
  ) throws(Uncompiled) -> [ProgramBuilder.Term] {
    guard !dates.isEmpty else { return [] }
    guard case .period(let start)? = open.header?[ScenarioHeader.start]?.value else {
      throw Uncompiled("no start")
    }
    let first = start.start.monthIndex
    var instants: [ProgramBuilder.Term] = []
    for date in dates {
      guard let entity = context.scenario.entity(named: date.entity),
        let row = entity.kind.row.attribute(named: entity.attributes[date.attribute].name),
        let period = try period(row, of: entity)
      else { throw Uncompiled("an unknown date") }
      let day: ProgramBuilder.Term
      if case .until = row.form { day = period.end } else { day = period.start }
      instants.append(builder.apply({ .day($0, since: first) }, day))
    }
    for name in Set(dates.map(\.entity)).sorted() {
      guard let entity = context.scenario.entity(named: name) else { continue }
      try requireOrder(entity)
    }
    return instants
  }

  /// What has ended begins before it does.
  private func requireOrder(_ entity: Declaration) throws(Uncompiled) {
    let rows: (AttributeRow, AttributeRow)
    switch entity.kind {
    case .boost: rows = (Boost.from, Boost.until)
    case .cohort: rows = (Cohort.from, Cohort.until)
    case .phase: rows = (Phase.start, Phase.complete)
    case .firm, .incentive, .link, .rail: return
    default: throw Uncompiled("an uncertain date of \(entity.kind.rawValue)")
    }
    guard let first = try period(rows.0, of: entity), let last = try period(rows.1, of: entity)
    else { return }
    try builder.require(below: first.start, last.end)
  }

  /// Nil where the attribute is not stated.
  private func period(
    _ row: AttributeRow, of entity: Declaration
  ) throws(Uncompiled) -> OpenPeriod? {
    guard let attribute = entity[row] else { return nil }
    let key = StatedName(row, attribute, of: entity).key
    return try period(of: attribute.expression, row, try inner(attribute, key, 0))
  }

  private func period(
    of expression: Expression, _ row: AttributeRow, _ place: Place
  ) throws(Uncompiled) -> OpenPeriod {
    if let period = expression.period { return OpenPeriod(period) }
    switch expression.kind {
    case .group(let inner): return try period(of: inner, row, place)
    case .binary(let sign, let left, let right) where sign == .plus || sign == .minus:
      let begin = try period(of: left, row, place)
      let span = try months(right, place)
      return OpenPeriod(
        try moved(begin.start, sign, span), try moved(begin.end, sign, span))
    case .path(let parts):
      if context.isDate(expression) { return try namedPeriod(parts, place) }
      return try year(
        of: NameUse(
          parts: parts, arguments: nil, location: Location(place.source, expression.span)), place)
    default: throw Uncompiled("no date")
    }
  }

  /// The date that an assumption or an attribute stands for.
  func namedPeriod(
    _ parts: [String], _ place: Place
  ) throws(Uncompiled) -> OpenPeriod {
    guard let entity = context.scenario.entity(named: parts[0]) else {
      throw Uncompiled("an unknown name")
    }
    let row =
      parts.count == 1 ? Assumption.value : entity.kind.row.attribute(named: parts[1])
    guard let row, let attribute = entity[row] else { throw Uncompiled("an unknown date") }
    let key = StatedName(row, attribute, of: entity).key
    let found: OpenPeriod
    if let known = periods[key] {
      found = known
    } else {
      found = try period(of: attribute.expression, row, try inner(attribute, key, place.depth))
      periods[key] = found
    }
    switch row.form {
    case .from: return OpenPeriod(found.start, found.start)
    case .until: return OpenPeriod(found.end, found.end)
    default: return found
    }
  }

  /// The year that a number stands for.
  private func year(of name: NameUse, _ place: Place) throws(Uncompiled) -> OpenPeriod {
    guard case .scalar(.number(let number, let unit)) = try outcome(of: name, place) else {
      throw Uncompiled("no year")
    }
    let year = try builder.converted(number, unit, to: .one)
    try builder.require({ .within($0, 1800...2300) }, year)
    try builder.require(InputProgram.Condition.whole, year)
    let start = builder.apply(Operation.multiply, year, .constant(12))
    return OpenPeriod(start, builder.apply(Operation.add, start, .constant(12)))
  }

  /// A day some months later or earlier; to the day, and not outside of 1800 to 2300.
  private func moved(
    _ day: ProgramBuilder.Term, _ sign: Expression.Operator, _ months: ProgramBuilder.Term
  ) throws(Uncompiled) -> ProgramBuilder.Term {
    let instant =
      sign == .minus
      ? builder.apply(Operation.subtract, day, months)
      : builder.apply(Operation.add, day, months)
    try builder.require({ .within($0, InputProgram.months) }, instant)
    return builder.apply({ .day($0, since: 0) }, instant)
  }

  /// The months of a span.
  private func months(
    _ expression: Expression, _ place: Place
  ) throws(Uncompiled) -> ProgramBuilder.Term {
    guard case .scalar(.number(let term, let unit)) = try outcome(expression, place) else {
      throw Uncompiled("no span")
    }
    return try builder.converted(term, unit, to: UnitTable.known("months"))
  }
}
