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

  private func collectNames(in found: inout Set<String>) {
    switch kind {
    case .path(let parts):
      found.insert(parts[0])
      if parts[0] == EntityKind.tax.rawValue, parts.count == 2 { found.insert(parts[1]) }
      if parts[0].hasPrefix("tax:") { found.insert(String(parts[0].dropFirst(4))) }
    case .quantity(let quantity, _): found.formUnion(quantity.unit.words)
    case .date, .text: break
    case .index(let base, let items):
      base.collectNames(in: &found)
      for item in items { item.collectNames(in: &found) }
    case .list(let items):
      for item in items { item.collectNames(in: &found) }
    case .schedule(let entries):
      for entry in entries {
        entry.key.collectNames(in: &found)
        entry.value.collectNames(in: &found)
      }
    case .call(_, let arguments):
      for argument in arguments {
        argument.key?.collectNames(in: &found)
        argument.value.collectNames(in: &found)
      }
    case .group(let inner), .negation(let inner), .not(let inner):
      inner.collectNames(in: &found)
    case .binary(_, let left, let right), .range(let left, let right):
      left.collectNames(in: &found)
      right.collectNames(in: &found)
    case .conversion(let inner, let unit):
      inner.collectNames(in: &found)
      found.formUnion(unit.words)
    }
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
