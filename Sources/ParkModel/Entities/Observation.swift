import Diagnostics
public import Language
public import Quantities

/// A reported fact: `observe tax[2021H1] value=10亿元 yoy=106.41%`. Language 5.
///
/// No run reads it: `backtest` and `calibrate` put runs beside it. It is named by the figure that it is
/// of: `observe tax[2021H1]`.
public enum Observation {
  public static let figure = AttributeRow.special(
    "figure", .expression, required: true, "the figure with its period: `tax[2021H1]`")
  public static let value = AttributeRow.special(
    "value", .expression, required: true, "what was reported, with its unit")
  public static let growth = AttributeRow.number(
    "yoy", "", -1...1e6, "how much more it was than in the same period a year before")
  public static let source = AttributeRow.special("source", .text, "where it was reported")
  public static let evidence = AttributeRow.special(
    "evidence", .choice(["S", "D", "M", "A"]), "seen, derived, memory or assumption")
  public static let url = AttributeRow.special("url", .text, "where it can be read")
  public static let checked = AttributeRow.special(
    "checked", .text, "the day it was looked up")

  static let row = EntityRow(
    kind: .observe, summary: "keep a reported fact, for `backtest` and `calibrate`",
    attributes: [value, growth, source, evidence, url, checked], others: [figure],
    example: "observe tax[2021H1] value=10亿元 yoy=106.41% source=\"China Daily, 2021-07-16\"")

  /// What `remove` and `set` know it by.
  public static func name(_ figure: Expression) -> String {
    "\(EntityKind.observe.rawValue) \(figure.canonical)"
  }

  /// Whether a name is that of an observation.
  static func isName(_ name: String) -> Bool {
    name.hasPrefix(EntityKind.observe.rawValue + " ")
  }

  // MARK: What it says

  /// What was reported, in the unit in which it was.
  public static func reported(_ observation: Declaration) -> Quantity? {
    guard let attribute = observation[value] else { return nil }
    return try? Evaluator(source: attribute.location.source).quantity(attribute.expression)
  }

  /// The share by which it was more than a year before.
  public static func growth(of observation: Declaration) -> Double? {
    guard case .constant(let share)? = observation[growth]?.number else { return nil }
    return share
  }

  /// What it was a year before, as `yoy` has it; nil where nothing is said of that.
  public static func earlier(_ observation: Declaration) -> (figure: String, value: Quantity)? {
    guard let share = growth(of: observation), share > -1, var value = reported(observation),
      let expression = observation[figure]?.expression, let text = yearBefore(expression)
    else { return nil }
    value.value /= 1 + share
    return (text, value)
  }

  /// The days of a figure's period: the first, and the day after the last; nil where it names none.
  public static func days(of figure: Expression) -> (start: CalendarDate, end: CalendarDate)? {
    guard case .index(_, let arguments) = figure.kind else { return nil }
    return arguments.lazy.compactMap(\.days).first
  }

  /// The days of a period by itself, or of a range of periods; nil for anything else.
  public static func days(
    ofPeriod period: Expression
  ) -> (start: CalendarDate, end: CalendarDate)? {
    period.days
  }

  /// The same figure a year before, as it is written; nil for a range of periods.
  private static func yearBefore(_ figure: Expression) -> String? {
    guard case .index(let base, let arguments) = figure.kind else { return nil }
    var isMoved = false
    let texts = arguments.map { argument -> String in
      guard !isMoved, let period = argument.namedPeriod, let text = period.aYearBefore else {
        return argument.canonical
      }
      isMoved = true
      return text
    }
    return isMoved ? "\(base.canonical)[\(texts.joined(separator: ", "))]" : nil
  }

  // MARK: What has to hold

  /// That it is of a figure with a period.
  static func checkFigure(_ observation: Declaration) throws(Diagnostic) {
    guard let figure = observation[figure], days(of: figure.expression) != nil else {
      throw noFigure(observation[figure]?.location ?? observation.location)
    }
  }

  static func check(_ observation: Declaration) throws(Diagnostic) {
    try checkFigure(observation)
    guard let figure = observation[figure] else { return }
    if let value = observation[value] { try check(value) }
    guard let yoy = observation[growth] else { return }
    guard case .constant(let share)? = yoy.number else {
      throw Diagnostic(
        "wrong-kind", "`yoy` of a reported fact is a share as it stands", at: yoy.location,
        help: ["write for example `yoy=106.41%`"])
    }
    guard share > -1 else {
      throw Diagnostic(
        "conflict", "what fell by all of it says nothing of the year before", at: yoy.location,
        help: ["leave `yoy` out"])
    }
    guard yearBefore(figure.expression) != nil else {
      throw Diagnostic(
        "conflict", "`yoy` speaks of one period, and `\(figure.expression.canonical)` of several",
        at: yoy.location, help: ["leave `yoy` out"])
    }
  }

  /// A value is a number as it stands: a fact neither hangs on names nor on chance.
  private static func check(_ value: Attribute) throws(Diagnostic) {
    guard value.expression.isConstant else {
      throw Diagnostic(
        "not-a-constant", "what was reported is one number, as it stands", at: value.location,
        help: ["write for example `value=10亿元`"])
    }
    _ = try Evaluator(source: value.location.source).quantity(value.expression)
  }

  static func noFigure(_ place: Location) -> Diagnostic {
    Diagnostic(
      "syntax", "`observe` takes a figure with its period", at: place,
      help: ["for example `\(row.example)`"])
  }
}

extension Expression {
  /// The period that it names, also as `FY2021`.
  fileprivate var namedPeriod: CalendarPeriod? {
    period ?? word.flatMap { CalendarPeriod(fiscal: $0) }
  }

  /// The days of a period or of a range of periods.
  fileprivate var days: (start: CalendarDate, end: CalendarDate)? {
    if case .range(let first, let last) = kind {
      guard let a = first.namedPeriod, let b = last.namedPeriod else { return nil }
      return (a.start, b.end)
    }
    return namedPeriod.map { ($0.start, $0.end) }
  }
}

extension CalendarPeriod {
  /// The same period a year before, written as this one is.
  fileprivate var aYearBefore: String? {
    let mark = text.hasPrefix(CalendarPeriod.fiscalMark) ? CalendarPeriod.fiscalMark : ""
    let digits = text.dropFirst(mark.count).prefix(4)
    guard let year = Int(digits), CalendarDate.years.contains(year - 1) else { return nil }
    return "\(mark)\(year - 1)\(text.dropFirst(mark.count + 4))"
  }
}
