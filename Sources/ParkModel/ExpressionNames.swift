import Language
import Quantities

extension Expression {
  /// The names in it: `g`, `smart` of `smart.area`, `vat` of `tax.vat`, units, and what narrows a
  /// metric.
  var names: Set<String> {
    var found: Set<String> = []
    collectNames(in: &found)
    return found
  }

  /// Names in it that may stand for numbers or dates, in the order in which they stand: `g`,
  /// `smart.area`.
  var paths: [[String]] {
    var found: [[String]] = []
    collectPaths(in: &found)
    return found
  }

  private func collectPaths(in found: inout [[String]]) {
    if case .path(let parts) = kind { found.append(parts) }
    for part in parts { part.collectPaths(in: &found) }
  }

  private func collectNames(in found: inout Set<String>) {
    switch kind {
    case .path(let parts):
      found.insert(parts[0])
      if parts[0] == EntityKind.tax.rawValue, parts.count == 2 { found.insert(parts[1]) }
      if parts[0].hasPrefix("tax:") { found.insert(String(parts[0].dropFirst(4))) }
    case .quantity(let quantity, _): found.formUnion(quantity.unit.words)
    case .conversion(_, let unit): found.formUnion(unit.words)
    default: break
    }
    for part in parts { part.collectNames(in: &found) }
  }
}

extension Unit {
  /// The words of a unit's text: `bn USD/亩` has `bn`, `USD` and `亩`.
  fileprivate var words: [String] {
    text.split(whereSeparator: { " /·".contains($0) }).flatMap { word in
      let word = String(word)
      // `万USD` is a magnitude and a unit.
      return [word] + (Magnitude.prefix(of: word).map { [$0.rest] } ?? [])
    }
  }
}
