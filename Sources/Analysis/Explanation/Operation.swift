import Diagnostics
import Language
import Quantities
import Simulation

extension ExpressionFactors {
  /// An operator between two values, whose units may differ.
  struct Operation {
    let walk: Walk
    let sign: Expression.Operator
    let whole: Expression

    func factor(_ left: Expression, _ right: Expression) throws(Diagnostic) -> Factor {
      var a = try walk.factor(left)
      var b = try walk.factor(right)
      let label = Sentence(typed: whole.canonical)
      let value = try walk.value(whole)
      guard case .number(let result) = value, case .number(let from) = try walk.value(left),
        case .number(let with) = try walk.value(right)
      else { return try walk.made(label, .operation(sign.rawValue), value, [a, b]) { _ in .nan } }
      switch sign {
      case .plus, .minus:
        a = Operation.converted(a, from, to: result.unit)
        b = Operation.converted(b, with, to: result.unit)
        let factor = sign == .plus ? 1.0 : -1.0
        return try walk.made(label, .operation(sign.rawValue), value, [a, b]) {
          $0[0] + factor * $0[1]
        }
      case .times, .over:
        let number = sign == .times ? a.number * b.number : a.number / b.number
        let kind = Factor.Kind.operation(sign.rawValue)
        if number == result.value {
          return try walk.made(label, kind, value, [a, b]) { _ in number }
        }
        // Units that cancel leave a plain number.
        let power = sign == .times ? 1 : -1
        guard let unit = from.unit.multiplied(by: with.unit, power: power, text: "") else {
          return try walk.made(label, kind, value, [a, b]) { _ in .nan }
        }
        let (times, over) = unit.ratio(to: .one)
        let inner = Factor(
          label, kind, .number(number), "\(from.unit.text) \(sign.rawValue) \(with.unit.text)",
          parts: [a, b])
        return try walk.made(label, .conversion(times, over), value, [inner]) {
          $0[0] * times / over
        }
      default:
        return try walk.made(label, .operation(sign.rawValue), value, [a, b]) {
          Numerics.power($0[0], $0[1])
        }
      }
    }

    /// A part in the unit of the whole; a bare number beside money is yuan, beside job-years those.
    static func converted(_ part: Factor, _ quantity: Quantity, to unit: Unit) -> Factor {
      var own = quantity.unit
      if quantity.dimension != unit.dimension {
        guard quantity.dimension == .number, quantity.value != 0 else { return part }
        own = UnitTable.base(unit.dimension)
      }
      var (times, over) = own.ratio(to: unit)
      if quantity.dimension != unit.dimension {
        // A percentage is a plain number first.
        let plain = quantity.unit.ratio(to: .one)
        (times, over) = (times * plain.times, over * plain.over)
      }
      guard times != over else { return part }
      return Factor(
        part.label, .conversion(times, over), Quantity(part.number * times / over, unit),
        parts: [part])
    }
  }
}
