import Glibc

/// Whether a node follows from its parts.
extension ProofNode {
  /// Why it does not hold; nil where it does.
  func fault() -> String? {
    let parts = parts ?? []
    guard isComplete(parts.count) else { return "it has the wrong parts for a \(kind)" }
    if ["reading", "stated", "undefined"].contains(kind) { return nil }
    if parts.contains(.undefined) { return "it has a value, and one of its parts has none" }
    if isRate { return rateFault(parts) }
    guard let result = result(parts) else { return "its parts have no such result" }
    if holds(result) { return nil }
    return "its parts come to \(result.text), and it says \(value.text)"
  }

  /// Whether it is an internal rate of return.
  var isRate: Bool { kind == "function" && terms["function"] == "irr" }

  /// Why a rate, in percent, is not one at which its parts are worth nothing: each flow and then the
  /// years after which it comes. Nil where it is.
  private func rateFault(_ parts: [ProofValue]) -> String? {
    guard parts.count >= 4, parts.count.isMultiple(of: 2), value.number > -100 else {
      return "it is no rate of flows in time"
    }
    var worth = 0.0
    var size = 0.0
    for place in stride(from: 0, to: parts.count, by: 2) {
      let part =
        parts[place].number * pow(1 + value.number / 100, -parts[place + 1].number)
      worth += part
      size += abs(part)
    }
    // A rate is known to about its last digit; flows of nothing have every rate.
    if size > 0, abs(worth) <= 1e-9 * size { return nil }
    return "at that rate its flows are worth \(worth), not nothing"
  }

  private func holds(_ result: ProofValue) -> Bool {
    if result == value { return true }
    switch kind {
    case "formula": return Equations.agree(result.number, value.number)
    case "function", "operator":
      let isRough = ["exp", "ln", "sqrt"].contains(terms["function"] ?? "") || terms["sign"] == "^"
      if isRough { return Equations.agree(result.number, value.number) }
      return result.number == value.number
    case "agreement":
      let size = max(abs(result.number), abs(value.number))
      return abs(result.number - value.number) <= 1e-11 * size
    case "conversion": return result.number == value.number
    default: return false
    }
  }

  /// Whether there are as many parts as the kind has.
  private func isComplete(_ count: Int) -> Bool {
    switch kind {
    case "reading", "stated": count == 0 && parts == nil
    case "undefined": true
    case "sum", "function": parts != nil
    case "product", "formula": count >= 1
    case "rounding", "negation", "conversion", "agreement": count == 1
    case "running-totals", "difference", "quotient", "operator": count == 2
    default: false
    }
  }

  /// What the parts come to.
  private func result(_ parts: [ProofValue]) -> ProofValue? {
    var isMoney = false
    if case .fen = value { isMoney = true }
    switch kind {
    case "sum": return isMoney ? sum(parts) : .number(parts.reduce(0) { $0 + $1.number })
    case "product":
      return .number(parts.dropFirst().reduce(parts[0].number) { $0 * $1.number })
    case "rounding": return term("scale").flatMap { rounded(parts[0].number * $0) }
    case "running-totals", "difference":
      return isMoney ? difference(parts) : .number(parts[0].number - parts[1].number)
    case "negation":
      if case .fen(let fen) = parts[0], fen != .min { return .fen(-fen) }
      return .number(-parts[0].number)
    case "quotient":
      guard let times = term("times"), let over = term("over") else { return nil }
      return .number(parts[0].yuan / parts[1].yuan * times / over)
    case "conversion":
      guard let times = term("times"), let over = term("over") else { return nil }
      return .number(parts[0].number * times / over)
    case "operator": return operation(parts[0].number, parts[1].number).map(ProofValue.number)
    case "formula": return equation(parts).map(ProofValue.number)
    case "function":
      if terms["function"] == "other" { return value }
      if isMoney, terms["function"] == "sum" { return sum(parts) }
      return Equations.function(terms["function"] ?? "", parts.map(\.number))
        .map(ProofValue.number)
    default: return parts.first
    }
  }

  private func equation(_ parts: [ProofValue]) -> Double? {
    Equations.value(terms["formula"] ?? "", parts.map(\.number))
  }

  private func operation(_ a: Double, _ b: Double) -> Double? {
    switch terms["sign"] {
    case "+": a + b
    case "-": a - b
    case "*": a * b
    case "/": a / b
    case "^": pow(a, b)
    default: nil
    }
  }

  private func term(_ name: String) -> Double? { terms[name].flatMap { Double($0) } }

  // MARK: Whole fen

  private func sum(_ parts: [ProofValue]) -> ProofValue? {
    var sum: Int64 = 0
    for part in parts {
      guard case .fen(let fen) = part else { return nil }
      let (next, overflows) = sum.addingReportingOverflow(fen)
      if overflows { return nil }
      sum = next
    }
    return .fen(sum)
  }

  private func difference(_ parts: [ProofValue]) -> ProofValue? {
    guard case .fen(let a) = parts[0], case .fen(let b) = parts[1] else { return nil }
    let (rest, overflows) = a.subtractingReportingOverflow(b)
    return overflows ? nil : .fen(rest)
  }

  /// Half-even to whole fen.
  private func rounded(_ number: Double) -> ProofValue? {
    Int64(exactly: number.rounded(.toNearestOrEven)).map(ProofValue.fen)
  }
}
