import Quantities
import Simulation

/// A count as it is printed, in whole units of its last decimal, so that printed parts add up to
/// the printed whole.
struct ShownCount {
  /// The number times ten to the power of its decimals.
  var units: Int64
  var decimals: Int

  init(units: Int64, decimals: Int) {
    self.units = units
    self.decimals = decimals
  }

  /// The number of a sum that is no money, to about six digits, or an amount in fen whose parts are
  /// not rounded to the fen themselves; nil for anything else.
  init?(_ view: FactorView) {
    if case .fen(let fen) = view.value {
      guard view.isSum, fen.magnitude < 1 << 53, view.parts.allSatisfy(\.isUnrounded) else {
        return nil
      }
      self.init(units: fen, decimals: 2)
      return
    }
    guard view.isSum || view.isDifference, case .number(let value) = view.value,
      value.magnitude < 1e15
    else {
      return nil
    }
    var decimals = value == 0 ? 0 : 5
    var size = value.magnitude
    while size >= 10, decimals > 0 {
      size /= 10
      decimals -= 1
    }
    decimals = value == 0 ? 0 : max(decimals, 2)
    self.init(
      units: NumberFormat.rounded(value, decimals: decimals), decimals: decimals)
  }

  /// The parts of a sum, with the signs by which they are added: each to the nearest, and those that
  /// were rounded most moved by one until they add up.
  func divided(among values: [Double], signs: [Double]?) -> [ShownCount]? {
    guard let signs else { return nil }
    let signed = zip(values, signs).map { $0 * $1 }
    let parts = LargestRemainder.round(signed, decimals: decimals, to: units)
    return zip(parts, signs).map { part, sign in
      ShownCount(units: sign < 0 ? -part : part, decimals: decimals)
    }
  }

  var text: String {
    NumberFormat.grouped(
      Double(units) / NumberFormat.scale(decimals: decimals), decimals: decimals)
  }
}

extension Factor {
  /// Whether it is an amount in parts of a fen.
  fileprivate var isUnrounded: Bool {
    if case .number = value { return true }
    return false
  }
}
