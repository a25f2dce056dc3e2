import Diagnostics
import Language
public import Quantities

/// `set tenants jobs=+10%`, `set rail delay=+6 months`: a value that is said by how it differs from the one
/// that is written. What is stored is the value that it comes to (Docs/Decisions/0148).
struct RelativeChange {
  private let entity: Declaration
  private let row: AttributeRow
  private let source: SourceText

  init(_ entity: Declaration, _ row: AttributeRow, _ source: SourceText) {
    self.entity = entity
    self.row = row
    self.source = source
  }

  /// Whether a value says how it differs: behind a `+` always, behind a `-` where something is written
  /// of an attribute that could not be less than nothing.
  static func isMeant(
    _ value: Expression, _ row: AttributeRow, of entity: Declaration, isAdded: Bool
  ) -> Bool {
    if isAdded { return true }
    guard case .negation = value.kind, value.quantity != nil, entity[row] != nil else {
      return false
    }
    switch row.form {
    case .number(_, let range): return range.lowerBound >= 0
    case .taxRate, .from, .until: return true
    default: return false
    }
  }

  /// The attribute that comes of it; throws where there is nothing that it could change.
  func attribute(_ change: Expression, isAdded: Bool) throws(Diagnostic) -> Attribute {
    let place = Location(source, change.span)
    let shown = (isAdded ? "+" : "") + change.canonical
    guard let amount = change.quantity, let form = LiteralForm(change) else {
      throw Diagnostic(
        "wrong-kind", "a change is a number as it stands, and this is `\(change.canonical)`",
        at: place, help: ["write for example `\(statement("+10%"))`, or the value itself"])
    }
    guard let old = entity[row] else {
      throw Diagnostic(
        "not-set", "`\(row.name)` of `\(entity.name)` is not set, so `\(shown)` changes nothing",
        at: place,
        notes: row.fallback.map { [Diagnostic.Note("`\($0)` holds while nothing is said")] } ?? [],
        help: ["say what it is to be: `set \(entity.name) \(row.name)=\(sample(of: amount, form))`"]
      )
    }
    let isPercent = form.ending == "%"
    let expression: Expression
    if row.form.isDate {
      expression = try moved(old, by: amount, isPercent: isPercent, shown, change.span, at: place)
    } else if let constant = try changed(
      old.expression, by: amount, isPercent: isPercent, shown, change.span, at: place)
    {
      expression = constant
    } else if let constant = plain(old) {
      let number = try changed(
        constant.number, constant.form, by: amount, isPercent: isPercent, shown, at: place)
      expression = constant.form.expression(number, at: change.span)
    } else if let schedule = try schedule(
      old.expression, by: amount, isPercent: isPercent, shown, change.span, at: place)
    {
      expression = schedule
    } else {
      throw refused(old, change, isAdded, isPercent, at: place)
    }
    let value = try ValueReader(source: source, row: row, kind: entity.kind).value(expression)
    return Attribute(
      name: row.name, expression: expression, value: value, location: place,
      former: old.expression.canonical)
  }

  /// What one could have meant of an attribute that is not set.
  private func sample(of amount: Quantity, _ form: LiteralForm) -> String {
    if form.ending == "%", let fallback = row.fallback, row.fallbackNumber != 0 { return fallback }
    return form.text(form.number(amount.value.magnitude))
  }

  /// The statement that says a value.
  private func statement(_ value: String) -> String {
    entity.kind.isDefinition
      ? "set \(entity.name) = \(value)" : "set \(entity.name) \(row.name)=\(value)"
  }

  // MARK: Numbers

  private func changed(
    _ old: Expression, by amount: Quantity, isPercent: Bool, _ shown: String, _ span: Span,
    at place: Location
  ) throws(Diagnostic) -> Expression? {
    guard let quantity = old.quantity, let form = LiteralForm(old) else { return nil }
    let number = try changed(
      form.number(quantity.value), form, by: amount, isPercent: isPercent, shown, at: place)
    return form.expression(number, at: span)
  }

  /// A number in front of its ending, changed.
  private func changed(
    _ number: Double, _ form: LiteralForm, by amount: Quantity, isPercent: Bool, _ shown: String,
    at place: Location
  ) throws(Diagnostic) -> Double {
    if isPercent { return LiteralForm.tidy(number * (1 + amount.value)) }
    let own =
      amount.value(in: form.unit)
      ?? amount.unit.yearly(for: form.unit.dimension)?.convert(amount.value, to: form.unit)
      ?? form.unit.yearly(for: amount.dimension).flatMap { amount.value(in: $0) }
    // A bare number is yuan beside money, as in the value itself.
    let plain = amount.dimension == .number ? UnitTable.known("yuan") : nil
    let yuan = plain?.yearly(for: form.unit.dimension)?.convert(amount.value, to: form.unit)
    guard let own = own ?? yuan else {
      throw Diagnostic(
        "wrong-dimension",
        "`\(row.name)` of `\(entity.name)` is \(form.unit.dimension.phrase), and `\(shown)` is \(amount.dimension.phrase)",
        at: place, help: ["write for example `\(statement("+10%"))`"])
    }
    return LiteralForm.tidy(number + form.number(own))
  }

  /// A value that is worked out of numbers alone, in the unit of the attribute.
  private func plain(_ old: Attribute) -> (number: Double, form: LiteralForm)? {
    guard old.expression.names.isEmpty, case .number(let unit, _) = row.form,
      case .constant(let value)? = old.number
    else { return nil }
    return (value, LiteralForm(unit))
  }

  /// Every number of a schedule, changed.
  private func schedule(
    _ old: Expression, by amount: Quantity, isPercent: Bool, _ shown: String, _ span: Span,
    at place: Location
  ) throws(Diagnostic) -> Expression? {
    var problem: Diagnostic?
    let made = old.mappingSchedule(at: span) { value in
      do throws(Diagnostic) {
        return try changed(
          value, by: amount, isPercent: isPercent, shown, span, at: place)
      } catch {
        problem = problem ?? error
        return nil
      }
    }
    if let problem { throw problem }
    return made
  }

  // MARK: Dates

  private func moved(
    _ old: Attribute, by amount: Quantity, isPercent: Bool, _ shown: String, _ span: Span,
    at place: Location
  ) throws(Diagnostic) -> Expression {
    guard !isPercent, let months = amount.value(in: UnitTable.known("month")) else {
      throw Diagnostic(
        "wrong-dimension", "`\(row.name)` is a date, which moves by a time, and not by `\(shown)`",
        at: place, help: ["write for example `\(statement("+6 months"))`"])
    }
    guard let period = old.expression.period else {
      throw Diagnostic(
        "wrong-kind",
        "`\(row.name)` of `\(entity.name)` is worked out: `\(old.expression.canonical)`",
        at: place, help: ["say the date itself"])
    }
    guard let later = row.moved(period, byMonths: months) else {
      throw Diagnostic("out-of-range", "that date is beyond 1800 to 2300", at: place)
    }
    return Expression(later, at: span)
  }

  // MARK: Refusals

  private func refused(
    _ old: Attribute, _ change: Expression, _ isAdded: Bool, _ isPercent: Bool, at place: Location
  ) -> Diagnostic {
    let written = old.expression.canonical
    guard old.number != nil || old.isDefinition else {
      return Diagnostic(
        "wrong-kind",
        "`\(row.name)` of `\(entity.name)` is `\(written)`, which is neither a number nor a date",
        at: place)
    }
    let amount = change.quantity?.value ?? 0
    let other =
      isPercent
      ? "(\(written)) * \(NumberFormat.shortest(LiteralForm.tidy(1 + amount)))"
      : "(\(written)) \(isAdded ? "+" : "-") "
        + (isAdded ? change.canonical : String(change.canonical.dropFirst()))
    return Diagnostic(
      "wrong-kind", "`\(row.name)` of `\(entity.name)` is worked out: `\(written)`", at: place,
      help: ["say what is to be worked out: `\(statement(other))`"])
  }
}

extension AttributeRow {
  /// A date some months later or earlier, as one writes it: a year stays a year where years are added, and
  /// where an end is meant it is the last month or day. Of an assumption, which may be either, it is as
  /// long as it was. Nil outside of 1800 to 2300, and where nothing is called so.
  public func moved(_ period: CalendarPeriod, byMonths months: Double) -> CalendarPeriod? {
    guard let later = period.moved(byMonths: months) else { return nil }
    let isYears = months.truncatingRemainder(dividingBy: 12) == 0
    if isYears, period.text.utf8.count == 4, let year = CalendarPeriod(year: later.start.year) {
      return year
    }
    switch form {
    case .until: return CalendarPeriod(endingOn: later.end)
    case .expression:
      return [.year, .half, .quarter, .month, .day].lazy
        .compactMap { CalendarPeriod(beginningOn: later.start, $0) }
        .first { $0.end == later.end }
    default: return CalendarPeriod(later.start.shortText) ?? later
    }
  }
}
