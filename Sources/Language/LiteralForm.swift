public import Diagnostics
public import Quantities

/// How a number is written: what stands behind its digits, so that another can be written like it.
///
/// `25万元/亩` has the ending `万元/亩`, of which one is 10,000 in the unit `元/亩`.
public struct LiteralForm: Sendable, Equatable {
  /// `万元/亩`, `%`, ` months`; empty for a plain number.
  public let ending: String
  public let unit: Unit
  /// The power of ten that the ending stands for.
  private let exponent: Int

  /// That of a number as it stands, perhaps behind a minus; nil of anything else.
  public init?(_ expression: Expression) {
    guard let (quantity, text) = expression.literal else { return nil }
    unit = quantity.unit
    let literal = Literal(text, unit: quantity.unit)
    let exponent = literal.isPercent ? -2 : literal.magnitude?.exponent ?? 0
    if !literal.digits.isEmpty, let value = ArgumentReader.decimal(literal.digits, exponent),
      value.magnitude == quantity.value.magnitude
    {
      ending = String(text.dropFirst(literal.digits.count))
      self.exponent = exponent
    } else {
      // A number in groups, `6亿3800万元`, goes on in its plain unit.
      ending = String(joinedUnit("0", quantity.unit.text).dropFirst())
      self.exponent = 0
    }
  }

  /// That of a unit as such.
  public init(_ unit: Unit) {
    self.unit = unit
    // A rate of nothing in particular is written `0.1/year`.
    ending =
      unit.text.hasPrefix("1/")
      ? String(unit.text.dropFirst()) : String(joinedUnit("0", unit.text).dropFirst())
    exponent = 0
  }

  /// That of numbers that end in a text: `万元`, `%`, nothing. Nil where no number ends so.
  public init?(ending: String, units: UnitScope) {
    let script = Script(SourceText(name: "unit", text: "1\(ending)"))
    guard script.statements.count == 1, !script.isUnfinished else { return nil }
    var reader = ArgumentReader(script.statements[0], units: units)
    guard let expression = try? reader.expression(), reader.isAtEnd,
      let (quantity, text) = expression.literal, text.hasPrefix("1")
    else { return nil }
    self.init(expression)
    guard value(1) == quantity.value else { return nil }
  }

  /// A number of some digits, perhaps with a point, that keeps them as they are; nil for what is none, or
  /// too large.
  public func expression(digits: String) -> Expression? {
    guard let value = ArgumentReader.decimal(digits, exponent) else { return nil }
    return Expression(
      .quantity(Quantity(value, unit), text: digits + ending), Span(0, digits.utf8.count))
  }

  /// What stands before the ending of a value in the unit.
  public func number(_ value: Double) -> Double {
    exponent == 0 ? value : LiteralForm.tidy(exponent > 0 ? value / scale : value * scale)
  }

  /// The value in the unit of what stands before the ending.
  public func value(_ number: Double) -> Double {
    ArgumentReader.decimal(NumberFormat.shortest(number.magnitude), exponent).map {
      number < 0 ? -$0 : $0
    } ?? number
  }

  /// A number with the ending, as one types it.
  public func text(_ number: Double) -> String { NumberFormat.shortest(number) + ending }

  /// A number with the ending, at a place of the text.
  public func expression(_ number: Double, at span: Span) -> Expression {
    let size = number.magnitude
    let literal = Expression(.quantity(Quantity(value(size), unit), text: text(size)), span)
    return number < 0 ? Expression(.negation(literal), span, depth: 2) : literal
  }

  private var scale: Double {
    var scale = 1.0
    for _ in 0..<exponent.magnitude { scale *= 10 }
    return scale
  }

  /// A number without what binary arithmetic leaves at its end: 12 significant digits.
  public static func tidy(_ value: Double) -> Double { rounded(value, digits: 12) }

  /// A number with so many significant digits, 1 to 15: the nearest that one would type.
  public static func rounded(_ value: Double, digits: Int) -> Double {
    guard value.isFinite, value != 0 else { return value }
    var exponent = 0
    var size = value.magnitude
    while size >= 10 {
      size /= 10
      exponent += 1
    }
    while size < 1 {
      size *= 10
      exponent -= 1
    }
    let shift = digits - 1 - exponent
    var power = 1.0
    for _ in 0..<min(shift.magnitude, 300) { power *= 10 }
    let whole = (shift >= 0 ? value * power : value / power).rounded()
    guard whole.isFinite, whole.magnitude < 9e15,
      let result = ArgumentReader.decimal("\(Int64(whole.magnitude))", -shift)
    else { return value }
    return value < 0 ? -result : result
  }
}

extension Expression {
  /// The two ends of `A..B` and of `A to B`, a bare one with the unit of the other, and how their numbers
  /// are written; nil of anything else.
  public var ends: (low: Expression, high: Expression, form: LiteralForm)? {
    let (low, high): (Expression, Expression)
    switch kind {
    case .range(let left, let right), .binary(.to, let left, let right):
      (low, high) = (left.takingUnit(of: right), right.takingUnit(of: left))
      // An end that takes the other's unit stays bare on the page.
      let own = LiteralForm(left).flatMap { $0.ending.isEmpty ? nil : $0 }
      guard let form = own ?? LiteralForm(right) else { return nil }
      return (low, high, form)
    default: return nil
    }
  }

  /// The number with its unit that it is, perhaps behind a minus; nil of anything else.
  public var quantity: Quantity? {
    switch kind {
    case .quantity(let quantity, _): quantity
    case .negation(let inner): inner.quantity.map { Quantity(-$0.value, $0.unit) }
    case .group(let inner): inner.quantity
    default: nil
    }
  }

  /// A number that is open between two others: what the draws of a question fill.
  public static func open(between low: Double, and high: Double, _ unit: Unit) -> Expression {
    func end(_ value: Double) -> Argument {
      Argument(
        key: nil,
        value: Expression(
          .quantity(Quantity(value, unit), text: LiteralForm(unit).text(value)), Span(0, 0)))
    }
    return Expression(.call("uniform", [end(low), end(high)]), Span(0, 0), depth: 2)
  }
}

extension Expression {
  /// The same schedule with other numbers, all at one place of the text; nil where it is none, or where a
  /// body makes nothing of a number.
  public func mappingSchedule(at span: Span, _ body: (Expression) -> Expression?) -> Expression? {
    func moved(_ key: Expression) -> Expression { Expression(key.kind, span, depth: key.depth) }
    switch kind {
    case .schedule(let entries):
      var made: [Entry] = []
      for entry in entries {
        guard let value = body(entry.value) else { return nil }
        made.append(Entry(key: moved(entry.key), value: value))
      }
      return Expression(.schedule(made), span, depth: depth)
    case .call("ramp", let arguments):
      var made: [Argument] = []
      for argument in arguments {
        guard let value = body(argument.value) else { return nil }
        made.append(Argument(key: argument.key.map(moved), value: value))
      }
      return Expression(.call("ramp", made), span, depth: depth)
    default: return nil
    }
  }

  /// A date at a place of the text.
  public init(_ period: CalendarPeriod, at span: Span) { self.init(.date(period), span) }
}
