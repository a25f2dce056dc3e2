import Diagnostics
import Quantities

/// A distribution as it is written: `normal(5%, 1%)`, `300 to 400`, `discrete(2y: 0.3, 3y: 0.7)`.
struct DistributionCall {
  private let row: DistributionRow
  private let arguments: [Expression.Argument]
  private let whole: Expression

  /// Of a call whose name is that of a distribution, or of a range of values.
  init(_ expression: Expression) {
    whole = expression
    switch expression.kind {
    case .call(let name, let arguments):
      row = DistributionTable.row(named: name) ?? Interval.row
      self.arguments = arguments
    case .binary(_, let low, let high):
      row = Interval.row
      arguments = [low, high].map { Expression.Argument(key: nil, value: $0) }
    default:
      row = Interval.row
      arguments = []
    }
  }

  /// The dimension of its values, uncertain. Throws where parameters do not fit.
  func type(_ checker: TypeChecker) throws(Diagnostic) -> ExpressionType {
    let place = Location(checker.source, whole.span)
    var result: ExpressionType?
    for (value, isPlain) in try parameters(at: place) {
      let type = try single(value, checker)
      if isPlain {
        guard type.dimension == .number else {
          throw .wrongDimension(
            expected: .number, found: type.dimension ?? .number,
            at: Location(checker.source, value.span))
        }
        continue
      }
      if let before = result {
        let dimension = try checker.shared(row.name, before, type, at: place)
        result = ExpressionType(.number(dimension)).made(of: before, type)
      } else {
        result = type
      }
    }
    var type = result ?? ExpressionType(.number(.number))
    type.traits = .uncertain
    type.isNought = false
    return type
  }

  func outcome(_ evaluator: Evaluator) throws(Diagnostic) -> Outcome {
    let place = Location(evaluator.source, whole.span)
    var unit: Unit?
    var values: [Quantity] = []
    var plain: [Double] = []
    let parameters = try parameters(at: place)
    for (value, isPlain) in parameters {
      let quantity = try evaluator.quantity(value)
      if isPlain {
        plain.append(quantity.value(in: .one) ?? quantity.value)
        continue
      }
      // Nought and bare numbers beside money take the unit of what has one.
      if unit == nil || unit?.dimension == .number && quantity.dimension != .number {
        unit = quantity.unit
      }
      values.append(quantity)
    }
    let own = unit ?? .one
    var numbers: [Double] = []
    for quantity in values {
      let (number, _) = Arithmetic.alike(quantity, Quantity(1, own))
      guard let number = number.value(in: own) else {
        throw .wrongDimension(expected: own.dimension, found: quantity.dimension, at: place)
      }
      numbers.append(number)
    }
    let isWeighted = row.name == Discrete.row.name
    let distribution = Distribution(
      row: row, parameters: isWeighted ? numbers : numbers + plain,
      probabilities: isWeighted ? plain : [], unit: own)
    if let fault = row.fault(distribution) {
      throw Diagnostic(
        "bad-distribution", "this is no distribution: \(fault)", at: place,
        help: ["it is written `\(row.usage)`"])
    }
    let value = evaluator.context.value(of: distribution, at: place)
    guard value.isFinite else {
      throw Diagnostic(
        "too-large", "the result is larger than any number that can be stored", at: place)
    }
    return .number(Quantity(value, own))
  }

  /// The parameters and whether each is a plain number; throws where there are too many or too few.
  private func parameters(
    at place: Location
  ) throws(Diagnostic) -> [(Expression, isPlain: Bool)] {
    if case .weighted? = row.parameters.first {
      var pairs: [(Expression, isPlain: Bool)] = []
      for argument in arguments {
        guard let key = argument.key else {
          throw Diagnostic(
            "syntax", "every value of a `discrete` has its probability behind a `:`",
            at: Location(place.source, argument.value.span),
            help: ["write for example `discrete(0y: 0.7, 3y: 0.3)`"])
        }
        pairs += [(key, false), (argument.value, true)]
      }
      guard !pairs.isEmpty else {
        throw Diagnostic(
          "wrong-count", "this distribution has no values", at: place,
          help: ["write for example `discrete(0y: 0.7, 3y: 0.3)`"])
      }
      return pairs
    }
    let call = FunctionCall(name: row.name, arguments: arguments, location: place)
    let count = row.parameters.count
    let values = try call.values(count...count, usage: row.usage)
    return zip(values, row.parameters).map { value, parameter in
      if case .plain = parameter { (value, true) } else { (value, false) }
    }
  }

  /// A parameter is one certain number.
  private func single(
    _ value: Expression, _ checker: TypeChecker
  ) throws(Diagnostic) -> ExpressionType {
    let type = try checker.number(value, of: row.name)
    guard type.traits.isEmpty else {
      throw Diagnostic(
        "wrong-kind",
        "a distribution is made of single, certain numbers, and this is a \(type.kind)",
        at: Location(checker.source, value.span))
    }
    return type
  }
}
