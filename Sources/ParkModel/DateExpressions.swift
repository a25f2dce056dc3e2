import Diagnostics
import Language
public import Quantities

/// Dates that are worked out: an assumption, another thing's date, and spans more or less.
/// Docs/Language.md, 6; Docs/Decisions/0108.
extension Expression {
  /// Whether it may name a date once its names are known: `opening`, `p1.complete + 6 months`.
  var mayBeDate: Bool {
    var place = self
    while true {
      switch place.kind {
      case .path(let parts): return parts.count <= 2 && !isSpelledDate(parts[0])
      case .group(let inner): place = inner
      case .binary(let sign, let left, let right) where sign.isOfSpans && right.mayBeSpan:
        // As in names, a minus between a year and a word has spaces: `2026-H1` is a slip. No name has
        // a `+`.
        if left.period != nil {
          return sign == .plus || left.span.upper + 1 < right.span.lower
        }
        place = left
      default: return false
      }
    }
  }

  /// Whether a word is a date in Chinese digits, `二〇二六年`: no name that somebody gave.
  private func isSpelledDate(_ word: String) -> Bool {
    guard let first = word.first, let last = word.last else { return false }
    return "〇零一二三四五六七八九十".contains(first) && "年月日号度".contains(last)
  }

  /// Whether it can be a time: not a bare number, as in `2026-1`.
  private var mayBeSpan: Bool {
    if case .quantity(let quantity, _) = kind { return quantity.dimension != .number }
    return period == nil
  }
}

extension Expression.Operator {
  fileprivate var isOfSpans: Bool { self == .plus || self == .minus }
}

extension Scenario {
  /// The period that an attribute of dates comes to; nil where that is not known, and where it is
  /// written out.
  public func workedOutPeriod(_ row: AttributeRow, of entity: Declaration) -> CalendarPeriod? {
    guard case .date? = entity[row]?.value else { return nil }
    return ScenarioContext(self).period(row, of: entity)
  }

  /// The assumptions that are dates.
  public var dateAssumptions: [Declaration] {
    let context = ScenarioContext(self)
    return entities(.assume).filter { entity in
      entity[Assumption.value].map { context.isDate($0.expression) } ?? false
    }
  }
}

extension ScenarioContext {
  /// Whether an expression is a date, and no number: one that is written, a name that stands for one,
  /// or one of these with a span.
  func isDate(_ expression: Expression) -> Bool {
    var names: [String] = []
    let isDate = isDate(expression, through: &names)
    for name in names { dateNames[name] = isDate }
    return isDate
  }

  /// The same, with the assumptions that lead to what decides it.
  private func isDate(_ expression: Expression, through names: inout [String]) -> Bool {
    var place = expression
    while true {
      switch place.kind {
      case .date: return true
      case .group(let inner): place = inner
      case .binary(let sign, let left, _) where sign.isOfSpans:
        // A year with a span is one; a year more a number is a number.
        if left.period != nil, place.mayBeDate { return true }
        place = left
      case .path(let parts):
        guard let entity = scenario.entity(named: parts[0]) else { return false }
        if parts.count == 2 {
          return entity.kind.row.attribute(named: parts[1])?.form.isDate == true
        }
        guard parts.count == 1, entity.kind == .assume, let value = entity[Assumption.value] else {
          return false
        }
        if let known = dateNames[entity.name] { return known }
        // Names that run in a circle are none.
        dateNames[entity.name] = false
        names.append(entity.name)
        place = value.expression
      default: return false
      }
    }
  }

  /// The period that an attribute of dates names; throws where it names none.
  func period(
    of expression: Expression, _ row: AttributeRow, _ source: SourceText
  ) throws(Diagnostic) -> CalendarPeriod {
    if let period = expression.period { return period }
    let place = Location(source, expression.span)
    switch expression.kind {
    case .group(let inner): return try period(of: inner, row, source)
    case .binary(let sign, let left, let right) where sign.isOfSpans && expression.mayBeDate:
      let begin = try period(of: left, row, source)
      let span = try months(right, source)
      guard let period = begin.moved(byMonths: sign == .minus ? -span : span) else {
        throw Diagnostic(
          "out-of-range", "`\(expression.canonical)` is no date from 1800 to 2300", at: place)
      }
      return period
    case .path(let parts):
      let name = NameUse(parts: parts, arguments: nil, location: place)
      if isDate(expression) { return try namedPeriod(name) }
      return try year(name, row)
    default: throw .noDate(row, expression, at: place)
    }
  }

  /// The period of an attribute of dates; nil where it has none.
  func period(_ row: AttributeRow, of entity: Declaration) -> CalendarPeriod? {
    guard let attribute = entity[row] else { return nil }
    if case .period(let period) = attribute.value { return period }
    guard case .date = attribute.value else { return nil }
    return try? period(of: attribute.expression, row, attribute.location.source)
  }

  /// The date that an assumption or an attribute stands for.
  func namedPeriod(_ name: NameUse) throws(Diagnostic) -> CalendarPeriod {
    guard let entity = scenario.entity(named: name.parts[0]) else { throw unknown(name) }
    let own =
      name.parts.count == 1 ? Assumption.value : entity.kind.row.attribute(named: name.parts[1])
    guard let own, let attribute = entity[own] else {
      throw Diagnostic(
        "not-set", "`\(own?.name ?? name.text)` of `\(entity.name)` is not set", at: name.location,
        notes: [Diagnostic.Note("the declaration", at: entity.location)])
    }
    let stated = StatedName(own, attribute, of: entity)
    let found = try remembered(name, stated, \.periods) { (_, _) throws(Diagnostic) in
      try period(of: attribute.expression, own, attribute.location.source)
    }
    // Another thing's date is one day: that on which it begins, or is over.
    switch own.form {
    case .from: return CalendarPeriod(day: found.start)
    case .until: return CalendarPeriod(day: found.end)
    default: return found
    }
  }

  /// The year that a number stands for.
  private func year(_ name: NameUse, _ row: AttributeRow) throws(Diagnostic) -> CalendarPeriod {
    guard case .scalar(.number(let quantity)) = try value(of: name),
      let number = quantity.value(in: .one), let year = Int(exactly: number),
      let period = CalendarPeriod(year: year), (1800...2300).contains(year)
    else {
      throw Diagnostic(
        "wrong-kind", "`\(row.name)` takes a date from 1800 to 2300, and `\(name.text)` is none",
        at: name.location,
        notes: scenario.entity(named: name.parts[0]).map {
          [Diagnostic.Note("it is declared here", at: $0.location)]
        } ?? [], help: ["a date is written for example `assume opening = 2026-06`"])
    }
    return period
  }

  /// The months of a span; of a distribution those of its central value.
  private func months(
    _ expression: Expression, _ source: SourceText
  ) throws(Diagnostic) -> Double {
    let quantity = try Evaluator(source: source, context: self).quantity(expression)
    guard let months = quantity.value(in: UnitTable.known("months")) else {
      throw Diagnostic(
        "wrong-dimension",
        "what a date is moved by is a time, and this is \(quantity.dimension.phrase)",
        at: Location(source, expression.span),
        help: ["write for example `opening + 18 months`"])
    }
    return months
  }
}

extension Diagnostic {
  /// That an attribute takes dates, and this is none.
  static func noDate(
    _ row: AttributeRow, _ expression: Expression, at place: Location
  ) -> Diagnostic {
    .wrongKind(
      row, expected: "a date from 1800 to 2300", found: expression, at: place,
      help:
        "write for example `\(row.name)=2025`, `\(row.name)=2025H1` or `\(row.name)=2025-06-15`")
  }
}
