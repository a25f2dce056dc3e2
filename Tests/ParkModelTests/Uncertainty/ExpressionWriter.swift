import TestSupport

/// Writes expressions of the assumptions of `InputProgramTests`, of every operator and function, in
/// dimensions that mostly fit.
struct ExpressionWriter {
  private enum Measure { case number, money, area, time }

  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// A change of an attribute.
  mutating func statement() -> String {
    switch Int.random(in: 0..<5, using: &generator) {
    case 0: "set f jobs=\(expression(.number, 4))"
    case 1: "set p1 investment=\(expression(.money, 4))"
    case 2: "set p1 area=\(expression(.area, 4))"
    case 3: "set p1 delay=\(expression(.time, 4))"
    default:
      "set f jobs={2021: \(expression(.number, 3)), 2024: \(expression(.number, 2))}"
    }
  }

  private mutating func pick(_ items: [String]) -> String {
    items[Int.random(in: 0..<items.count, using: &generator)]
  }

  private mutating func expression(_ measure: Measure, _ depth: Int) -> String {
    guard depth > 0, Int.random(in: 0..<6, using: &generator) > 0 else { return leaf(measure) }
    func own(_ writer: inout ExpressionWriter) -> String { writer.expression(measure, depth - 1) }
    func number(_ writer: inout ExpressionWriter) -> String {
      writer.expression(.number, depth - 1)
    }
    if measure == .number, Int.random(in: 0..<3, using: &generator) == 0 {
      return numeric(depth)
    }
    switch Int.random(in: 0..<10, using: &generator) {
    case 0: return "(\(own(&self)) + \(own(&self)))"
    case 1: return "(\(own(&self)) - \(own(&self)))"
    case 2: return "\(own(&self)) * \(number(&self))"
    case 3: return "\(number(&self)) * \(own(&self))"
    case 4: return "\(own(&self)) / (\(number(&self)))"
    case 5: return "max(\(own(&self)), \(own(&self)))"
    case 6: return "min(\(own(&self)), \(own(&self)))"
    case 7: return "-(\(own(&self)))"
    case 8: return "(\(own(&self)) in \(unit(measure)))"
    default: return "if(\(condition(depth - 1)), \(own(&self)), \(own(&self)))"
    }
  }

  private mutating func numeric(_ depth: Int) -> String {
    let inner = expression(.number, depth - 1)
    switch Int.random(in: 0..<5, using: &generator) {
    case 0: return "\(pick(["exp", "ln", "sqrt"]))(\(inner))"
    case 1: return "(\(inner)) ^ \(pick(["2", "0.5", "a", "-1", "3"]))"
    case 2: return "(\(expression(.money, depth - 1))) / (\(expression(.money, depth - 1)))"
    case 3: return "(\(expression(.area, depth - 1))) / (\(expression(.area, depth - 1)))"
    default: return "(\(inner))"
    }
  }

  private mutating func condition(_ depth: Int) -> String {
    let measure: Measure = Bool.random(using: &generator) ? .number : .area
    let left = expression(measure, depth)
    let test = "\(left) \(pick(["<", "<=", ">", ">=", "==", "!="])) \(expression(measure, depth))"
    switch Int.random(in: 0..<5, using: &generator) {
    case 0: return "not (\(test))"
    case 1: return "\(test) and b > 1"
    case 2: return "\(test) or a > 1"
    default: return test
    }
  }

  private mutating func unit(_ measure: Measure) -> String {
    switch measure {
    case .number: "%"
    case .money: pick(["亿元", "bn yuan", "USD", "万元"])
    case .area: pick(["亩", "ha", "m2"])
    case .time: pick(["months", "years", "days"])
    }
  }

  private mutating func leaf(_ measure: Measure) -> String {
    switch measure {
    case .number:
      pick([
        "a", "b", "half", "both", "share", "certain", "3", "0.5", "15%", "0", "1万",
        "p2.delay / 1 month", "site / 1亩", "g.jobs", "toys.margin", "uniform(0, 2)", "(1 to 3)",
      ])
    case .money:
      pick(["money", "2亿元", "30M USD", "price * site", "f.moved * money", "0", "a * 5000"])
    case .area: pick(["site", "3ha", "40亩", "p2.area", "1500 m2", "money / price"])
    case .time: pick(["span", "p2.delay", "18 months", "2y", "90 days"])
    }
  }
}
