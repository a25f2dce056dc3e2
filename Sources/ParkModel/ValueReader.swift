import Diagnostics
import Language
import Quantities

/// Reads what an attribute's row takes from what is written, and checks it.
struct ValueReader {
  let source: SourceText
  let row: AttributeRow

  func value(_ expression: Expression) throws(Diagnostic) -> Value {
    let place = Location(source, expression.span)
    switch row.form {
    case .number(let unit, let range):
      return .number(try number(expression, unit, range))
    case .from, .until:
      return .period(try period(expression))
    case .entity:
      guard let word = expression.word else {
        throw .wrongKind(row, expected: "a name", found: expression, at: place)
      }
      return .name(word)
    case .entities:
      if let word = expression.word, word == row.fallback { return .choice(word) }
      return .names(try names(expression))
    case .choice(let choices):
      guard let word = expression.word, choices.contains(word) else {
        throw .unknownChoice(expression.canonical, of: row, among: choices, at: place)
      }
      return .choice(word)
    case .taxBase:
      return .base(try base(expression))
    case .taxRate:
      return .rate(try rate(expression))
    case .text:
      if case .text(let text) = expression.kind { return .text(text) }
      if case .date(let period) = expression.kind { return .text(period.text) }
      if let year = bareYear(expression) { return .text(year.text) }
      guard let word = expression.word else {
        throw .wrongKind(row, expected: "a text in quotes", found: expression, at: place)
      }
      return .text(word)
    }
  }

  // MARK: Numbers

  private func number(
    _ expression: Expression, _ unit: Unit, _ range: ClosedRange<Double>
  ) throws(Diagnostic) -> NumberValue {
    switch expression.kind {
    case .schedule(let entries):
      return .schedule(
        try schedule(expression, entries.map { ($0.key, $0.value) }, false, unit, range))
    case .call("ramp", let arguments):
      var entries: [(Expression, Expression)] = []
      for argument in arguments {
        guard let key = argument.key else {
          throw Diagnostic(
            "syntax", "every value of a `ramp` has a date or an age before it",
            at: Location(source, argument.value.span),
            help: ["write for example `ramp(2021: 8%, 2025: 5%)`"])
        }
        entries.append((key, argument.value))
      }
      return .schedule(try schedule(expression, entries, true, unit, range))
    default:
      return .constant(try single(expression, unit, range))
    }
  }

  private func single(
    _ expression: Expression, _ unit: Unit, _ range: ClosedRange<Double>
  ) throws(Diagnostic) -> Double {
    let place = Location(source, expression.span)
    let quantity = try ConstantEvaluator(source: source).quantity(expression)
    guard let value = reading(quantity, in: unit) else {
      throw .wrongDimension(row, unit: unit, found: quantity, written: expression, at: place)
    }
    guard range.contains(value) else { throw .outOfRange(row, unit: unit, range: range, at: place) }
    return value
  }

  /// A quantity in the unit of the attribute: of its dimension, or of its dimension but for a year
  /// (`wage=9万元`), or a bare number where it is a count, a share or money.
  private func reading(_ quantity: Quantity, in unit: Unit) -> Double? {
    if let value = quantity.value(in: unit) { return value }
    guard unit.dimension.time == -1 || unit.dimension == .money || unit.dimension == .number else {
      return nil
    }
    var yearly = quantity
    if unit.dimension.time == -1, quantity.dimension.time == 0,
      let rate = quantity.unit.multiplied(
        by: UnitTable.known("year"), power: -1, text: quantity.unit.text + "/year")
    {
      yearly.unit = rate
      if let value = yearly.value(in: unit) { return value }
    }
    let bare = quantity.dimension == .number && quantity.unit.text.isEmpty
    let money = Dimension(money: 1)
    let isMoney = unit.dimension == money || unit.dimension == Dimension(money: 1, time: -1)
    return bare && isMoney ? quantity.value(in: .one) : nil
  }

  private func schedule(
    _ whole: Expression, _ entries: [(key: Expression, value: Expression)], _ isStraight: Bool,
    _ unit: Unit, _ range: ClosedRange<Double>
  ) throws(Diagnostic) -> Schedule {
    var result = Schedule(keys: [], values: [], isStraight: isStraight)
    for entry in entries {
      let place = Location(source, entry.key.span)
      let key = try scheduleKey(entry.key)
      if let last = result.keys.last {
        guard isAge(last) == isAge(key) else {
          throw Diagnostic(
            "mixed-keys", "a schedule goes by dates or by ages, not by both", at: place)
        }
        guard last.order < key.order else {
          throw Diagnostic(
            "out-of-order", "`\(entry.key.canonical)` does not come after the key before it",
            at: place)
        }
      }
      result.keys.append(key)
      result.values.append(try single(entry.value, unit, range))
    }
    guard !result.keys.isEmpty else {
      throw Diagnostic(
        "empty-schedule", "this schedule has no values", at: Location(source, whole.span),
        help: ["write for example `{2021: 8%, 2025: 5%}`"])
    }
    return result
  }

  private func isAge(_ key: Schedule.Key) -> Bool {
    if case .age = key { return true }
    return false
  }

  private func scheduleKey(_ expression: Expression) throws(Diagnostic) -> Schedule.Key {
    if let period = bareYear(expression) { return .date(period.start) }
    if case .date(let period) = expression.kind { return .date(period.start) }
    let quantity = try ConstantEvaluator(source: source).quantity(expression)
    guard let months = quantity.value(in: UnitTable.known("month")) else {
      throw Diagnostic(
        "wrong-kind", "`\(expression.canonical)` is neither a date nor an age",
        at: Location(source, expression.span),
        help: ["write a date such as `2025`, or an age with its unit such as `3y`"])
    }
    guard (0...1200).contains(months) else {
      throw Diagnostic(
        "out-of-range", "ages lie between 0 and 100 years",
        at: Location(source, expression.span))
    }
    return .age(months)
  }

  // MARK: Dates and names

  /// The year that a bare number of four digits is.
  private func bareYear(_ expression: Expression) -> CalendarPeriod? {
    guard case .quantity(_, let text) = expression.kind, text.utf8.count == 4 else { return nil }
    return CalendarPeriod(text)
  }

  private func period(_ expression: Expression) throws(Diagnostic) -> CalendarPeriod {
    if case .date(let period) = expression.kind { return period }
    guard let year = bareYear(expression) else {
      throw .wrongKind(
        row, expected: "a date from 1800 to 2300", found: expression,
        at: Location(source, expression.span),
        help:
          "write for example `\(row.name)=2025`, `\(row.name)=2025H1` or `\(row.name)=2025-06-15`"
      )
    }
    return year
  }

  private func names(_ expression: Expression) throws(Diagnostic) -> [String] {
    if let word = expression.word { return [word] }
    guard case .list(let items) = expression.kind else {
      throw .wrongKind(
        row, expected: "names", found: expression, at: Location(source, expression.span),
        help: "write for example `\(row.name)=[a, b]`")
    }
    var names: [String] = []
    var seen: Set<String> = []
    for item in items {
      let place = Location(source, item.span)
      guard let word = item.word else {
        throw .wrongKind(row, expected: "a name", found: item, at: place)
      }
      guard seen.insert(word).inserted else {
        throw Diagnostic("twice", "`\(word)` stands twice in this list", at: place)
      }
      names.append(word)
    }
    guard !names.isEmpty else {
      throw Diagnostic(
        "empty-list", "this list names nothing", at: Location(source, expression.span))
    }
    return names
  }

  // MARK: Taxes

  private func base(_ expression: Expression) throws(Diagnostic) -> TaxBase {
    let words = TaxBase.words.map(\.0)
    if let word = expression.word {
      if word.hasPrefix("tax:") { return .tax(String(word.dropFirst(4))) }
      if let base = TaxBase.words.first(where: { $0.0 == word }) { return base.1 }
    }
    throw .unknownChoice(
      expression.canonical, of: row, among: words + ["tax:NAME"],
      at: Location(source, expression.span))
  }

  private func rate(_ expression: Expression) throws(Diagnostic) -> TaxRate {
    let place = Location(source, expression.span)
    if case .path(let parts) = expression.kind {
      if parts.count == 2, parts[0] == "sector", let number = Sector.number(named: parts[1]) {
        return .sector(number)
      }
      throw .unknownChoice(
        expression.canonical, of: row, among: Sector.profile.map { "sector.\($0.name)" },
        at: place)
    }
    let perArea = UnitTable.known("yuan/m2/year")
    var samples = [expression]
    if case .schedule(let entries) = expression.kind { samples = entries.map(\.value) }
    if case .call(_, let arguments) = expression.kind { samples = arguments.map(\.value) }
    for sample in samples {
      let quantity = try ConstantEvaluator(source: source).quantity(sample)
      if quantity.dimension.area == -1 {
        return .perArea(try number(expression, perArea, 0...1e9))
      }
    }
    return .share(try number(expression, .one, 0...1))
  }
}
