import Diagnostics
import Quantities
import Simulation

/// A factor as it is shown: what only passes its value on is left out, and an amount that was
/// rounded stands above what it was before.
struct FactorView {
  var label: Sentence
  var note: Sentence
  var statements: [StatementKey]
  let value: Factor.Value
  let unit: String
  /// Whether it stands among the factors of a product.
  var isInProduct = false
  private let inner: Factor

  /// `isOpened` says whether its parts are shown; else those that would have to be worked out are
  /// left alone.
  init(_ factor: Factor, isOpened: Bool) {
    label = factor.label
    note = factor.note
    statements = factor.statements
    (value, unit) = FactorView.value(of: factor)
    var inner = factor
    while let part = FactorView.passedOn(by: inner, isOpened: isOpened) {
      if case .rounding(100) = inner.kind, case .number(let yuan) = part.value {
        let exact = NumberFormat.grouped(yuan, decimals: 6)
        note = exact.hasSuffix("0000") ? "" : "\(exact) before rounding"
      } else if note.isEmpty {
        note = part.note
      }
      // A branch with one twig bears both names.
      if inner.kind == .sum, part.kind == .sum, !part.isKnown { label = "\(label), \(part.label)" }
      statements += part.statements
      inner = part
    }
    self.inner = inner
  }

  /// The value as it is shown: what was worked out in parts of a fen is shown in yuan.
  private static func value(of factor: Factor) -> (Factor.Value, String) {
    guard case .number(let fen) = factor.value, factor.unit.hasPrefix("fen") else {
      return (factor.value, factor.unit)
    }
    return (.number(fen / 100), "yuan" + factor.unit.dropFirst("fen".count))
  }

  static func size(of factor: Factor) -> Double { value(of: factor).0.size }

  static func fen(of factor: Factor) -> Int64 {
    if case .fen(let fen) = factor.value { return fen }
    return 0
  }

  /// The one part of a factor that says no more than it.
  private static func passedOn(by factor: Factor, isOpened: Bool) -> Factor? {
    switch factor.kind {
    case .agreement, .rounding, .function("at"): return factor.parts.first
    // What was worked out in fen is shown in yuan.
    case .conversion:
      return factor.parts.first { $0.unit.hasPrefix("fen") && factor.unit.hasPrefix("yuan") }
    case .sum, .product:
      guard isOpened || factor.isKnown else { return nil }
      let parts = factor.parts
      return parts.count == 1 ? parts[0] : nil
    default: return nil
    }
  }

  var parts: [Factor] { inner.parts }

  /// The parts that need not be worked out first.
  var knownParts: [Factor] { inner.isKnown ? inner.parts : [] }
  var isLeaf: Bool { inner.isLeaf }

  var isMoney: Bool {
    if case .fen = value { return true }
    return false
  }

  var isSum: Bool { inner.kind == .sum || inner.kind == .function("sum") }
  var isProduct: Bool { inner.kind == .product }
  /// Whether it is an equation of the model.
  var isFormula: Bool {
    if case .formula = inner.kind { return true }
    return false
  }

  /// Whether it goes back to earlier periods, one below the other: followed where a depth is asked.
  var isEarlier: Bool { inner.kind == .formula(.carried) || inner.kind == .formula(.lesser) }

  /// Whether its parts are lines to be read one by one, and no list of inputs.
  var isAccount: Bool {
    inner.kind == .formula(.remainder) || inner.kind == .formula(.excess) || isEarlier
  }

  /// With what sign so many parts are added up to it; nil where it is no such sum, or less than
  /// nothing counted as nothing.
  func signs(of count: Int) -> [Double]? {
    if isSum { return Array(repeating: 1, count: count) }
    guard unit == "yuan", case .number(let number) = value, count > 1 else { return nil }
    let others = Array(repeating: -1.0, count: count - 1)
    switch inner.kind {
    case .difference: return [1] + others
    case .formula(.remainder) where number > 0: return [1] + others
    case .formula(.excess) where number > 0: return [1, 1, -1]
    default: return nil
    }
  }

  /// Whether it is yuan less others, as they are printed.
  var isDifference: Bool { !isSum && signs(of: isExcess ? 3 : 2) != nil }

  private var isExcess: Bool { inner.kind == .formula(.excess) }

  /// Whether it is a function of the language, perhaps of hundreds of periods.
  var isFunction: Bool {
    if case .function = inner.kind { return true }
    return false
  }

  /// Whether it is worth showing below a product.
  var isNested: Bool {
    switch inner.kind {
    case .sum, .product, .quotient, .difference, .formula(.remainder), .formula(.excess),
      .function("max"):
      !isLeaf
    default: false
    }
  }

  /// What stands before a part: the sign by which it enters.
  func sign(of index: Int) -> String {
    guard index > 0 else { return "" }
    switch inner.kind {
    case .product: return "× "
    case .difference, .runningTotals: return "− "
    case .quotient: return "÷ "
    case .operation("*"): return "× "
    case .operation("/"): return "÷ "
    case .operation("-"): return "− "
    case .operation(let sign): return "\(sign) "
    case .formula(.rest), .formula(.remainder): return "− "
    case .formula(.excess): return index == 1 ? "+ " : "− "
    case .formula(.carried): return "× "
    default: return ""
    }
  }
}
