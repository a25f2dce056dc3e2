public import Diagnostics
import Language
import Quantities

/// `irr(SERIES)`: the rate at which its steps are worth nothing. Model 10.
enum ReturnOf {
  private static let usage = "irr(SERIES)"

  static let row = SeriesFunctionRow(
    name: "irr", usage: usage, summary: "the rate at which all steps together are worth nothing",
    example: "print irr(tax.local - investment.public)",
    type: { (call, checker) throws(Diagnostic) in
      _ = try call.series(checker, usage: usage)
      return ExpressionType(.number(.number), .projected)
    },
    outcome: { (call, evaluator, context) throws(Diagnostic) in
      let values = try call.values(1...1, usage: usage)
      guard let flows = try PresentValueOf.flows(values[0], evaluator, context).flows else {
        return .scalar(.undefined("one of its steps has no value"))
      }
      switch InternalRate(of: flows) {
      case .one(let rate): return .number(Quantity(rate * 100, UnitTable.percent))
      case .none(let absence): return .scalar(.undefined(absence.sentence))
      case .several(let rates):
        let list = rates.map { NumberFormat.significant($0 * 100) + " %" }
        return .scalar(.undefined("several rates do: \(list.joined(separator: ", "))"))
      }
    })
}

extension InternalRate.Absence {
  /// Why there is no rate, in words.
  public var sentence: Sentence {
    switch self {
    case .noFlows: "all flows are zero"
    case .nothingComesIn: "no step brings in more than it costs"
    case .nothingGoesOut: "no step costs more than it brings in"
    case .noRoot: "no rate makes it worth nothing"
    case .outsideRange: "the rate that makes it worth nothing is outside −99 % to 100,000 %"
    }
  }
}
