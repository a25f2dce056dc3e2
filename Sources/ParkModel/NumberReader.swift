import Diagnostics
import Language
import Quantities

/// Turns what is written for a number into a number in the unit of its attribute, checked.
struct NumberReader {
  let source: SourceText
  let row: AttributeRow
  /// What it is an attribute of, to offer others of it.
  let kind: EntityKind?
  let unit: Unit
  let range: ClosedRange<Double>
  let context: any ExpressionContext

  /// The number that an expression comes to, constant or over time.
  func number(_ expression: Expression) throws(Diagnostic) -> NumberValue {
    // Most of what is written: a number with its unit.
    if case .quantity(let quantity, _) = expression.kind {
      return .constant(
        try number(quantity, isBare: expression.isBareNumber, expression, isUncertain: false))
    }
    let type = try TypeChecker(source: source, context: context).type(expression)
    try check(type, expression)
    let evaluator = Evaluator(source: source, context: context)
    if let schedule = try written(expression, evaluator) { return .schedule(schedule) }
    let isUncertain = type.traits.contains(.uncertain)
    switch try evaluator.outcome(expression) {
    case .scalar(let value):
      return .constant(try number(value, type.isBare, expression, isUncertain))
    case .schedule(let schedule):
      var values: [Double] = []
      for value in schedule.values {
        values.append(try number(value, type.isBare, expression, isUncertain))
      }
      return .schedule(
        Schedule(keys: schedule.keys, values: values, isStraight: schedule.isStraight))
    case .series: throw .resultAmongInputs(expression.canonical, at: place(expression))
    }
  }

  private func place(_ expression: Expression) -> Location { Location(source, expression.span) }

  /// A schedule that stands as such, each of its values under an error of its own.
  private func written(
    _ expression: Expression, _ evaluator: Evaluator
  ) throws(Diagnostic) -> Schedule<Double>? {
    let entries: [Expression]
    switch expression.kind {
    case .schedule(let written): entries = written.map(\.value)
    case .call("ramp", let arguments): entries = arguments.map(\.value)
    default: return nil
    }
    guard case .schedule(let schedule) = try evaluator.outcome(expression) else { return nil }
    let checker = TypeChecker(source: source, context: context)
    var values: [Double] = []
    let types = try entries.map { (entry) throws(Diagnostic) in try checker.type(entry) }
    // Nothing is nothing in every unit, where another value says which.
    let hasUnits = types.contains { !$0.isBare }
    for ((value, entry), type) in zip(zip(schedule.values, entries), types) {
      if hasUnits, type.isNought, range.contains(0) {
        values.append(0)
        continue
      }
      try check(type, entry)
      values.append(
        try number(value, type.isBare, entry, type.traits.contains(.uncertain)))
    }
    return Schedule(keys: schedule.keys, values: values, isStraight: schedule.isStraight)
  }

  /// Refuses what cannot be a number of the attribute, whatever it comes to.
  private func check(_ type: ExpressionType, _ expression: Expression) throws(Diagnostic) {
    guard let dimension = type.dimension else {
      throw Diagnostic(
        "wrong-kind", "`\(row.name)` is \(unit.dimension.phrase), and this is true or false",
        at: place(expression))
    }
    if type.traits.contains(.series) || type.traits.contains(.projected) {
      throw .resultAmongInputs(expression.canonical, at: place(expression))
    }
    guard isTaken(dimension, isBare: type.isBare) else {
      // A schedule is wrong at the value that is wrong.
      if case .schedule = expression.kind { return }
      throw .wrongDimension(
        row, of: kind, unit: unit, found: dimension, isBare: type.isBare, written: expression,
        at: place(expression))
    }
  }

  /// Whether a value of a dimension can be put into the unit of the attribute.
  private func isTaken(_ dimension: Dimension, isBare: Bool) -> Bool {
    if dimension == unit.dimension { return true }
    var yearly = dimension
    yearly.time -= 1
    if unit.dimension.time == -1, dimension.time == 0, yearly == unit.dimension { return true }
    return isBare && dimension == .number && isMoney
  }

  private var isMoney: Bool {
    unit.dimension == .money || unit.dimension == Dimension(money: 1, time: -1)
  }

  private func number(
    _ scalar: Scalar, _ isBare: Bool, _ expression: Expression, _ isUncertain: Bool
  ) throws(Diagnostic) -> Double {
    guard case .number(let quantity) = scalar else {
      throw .resultAmongInputs(expression.canonical, at: place(expression))
    }
    return try number(quantity, isBare: isBare, expression, isUncertain: isUncertain)
  }

  /// A quantity in the unit of the attribute, within its range. An uncertain one outside is taken to
  /// the nearer end. Model 1.
  private func number(
    _ quantity: Quantity, isBare: Bool, _ expression: Expression, isUncertain: Bool
  ) throws(Diagnostic) -> Double {
    guard let value = reading(quantity, isBare: isBare) else {
      throw .wrongDimension(
        row, of: kind, unit: unit, found: quantity.dimension, isBare: isBare, written: expression,
        at: place(expression))
    }
    if isUncertain { return min(max(value, range.lowerBound), range.upperBound) }
    guard range.contains(value) else {
      throw .outOfRange(
        row, unit: unit, range: range, written: expression, at: place(expression))
    }
    return value
  }

  /// A quantity in the unit of the attribute: of its dimension, or of its dimension but for a year
  /// (`wage=9万元`), or a bare number where it is money.
  private func reading(_ quantity: Quantity, isBare: Bool) -> Double? {
    guard let (own, target) = units(of: quantity.unit, isBare: isBare) else { return nil }
    return own.convert(quantity.value, to: target)
  }

  /// What a number of a unit is taken to be measured in, and the unit that it is converted to; nil
  /// where it is none of the attribute.
  func units(of written: Unit, isBare: Bool) -> (own: Unit, target: Unit)? {
    if written.dimension == unit.dimension { return (written, unit) }
    if unit.dimension.time == -1, written.dimension.time == 0,
      let rate = written.multiplied(
        by: UnitTable.known("year"), power: -1, text: written.text + "/year"),
      rate.dimension == unit.dimension
    {
      return (rate, unit)
    }
    return isBare && isMoney && written.dimension == .number ? (written, .one) : nil
  }
}
