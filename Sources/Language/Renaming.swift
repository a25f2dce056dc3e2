public import Quantities

extension Expression {
  /// The same expression with another name for something, and with units as they are now.
  public func renaming(_ old: String, to new: String, _ units: UnitScope) -> Expression {
    func again(_ inner: Expression) -> Expression { inner.renaming(old, to: new, units) }
    func word(_ part: String) -> String { part == old ? new : part }
    let kind: Kind
    switch self.kind {
    case .path(let parts):
      var parts = parts
      if parts[0] == "tax:\(old)" { parts[0] = "tax:\(new)" }
      parts[0] = word(parts[0])
      // A tax is named behind `tax.`, an attribute behind any other name.
      if parts[0] == "tax", parts.count == 2 { parts[1] = word(parts[1]) }
      kind = .path(parts)
    case .quantity(let quantity, let text):
      guard let unit = units.renamed(quantity.unit, old, new) else { return self }
      // The bare end of `2 to 5 USD` stays bare.
      let isBare = !text.hasSuffix(quantity.unit.text)
      let digits = String(text.dropLast(quantity.unit.text.count)).trimmingTrailingSpace
      kind = .quantity(
        Quantity(quantity.value, unit), text: isBare ? text : joinedUnit(digits, unit.text))
    case .conversion(let inner, let unit):
      kind = .conversion(again(inner), units.renamed(unit, old, new) ?? unit)
    case .elsewhere(let inner, let branch, let place):
      kind = .elsewhere(again(inner), branch: branch, place)
    case .date, .text: return self
    case .index(let base, let items): kind = .index(again(base), items.map(again))
    case .list(let items): kind = .list(items.map(again))
    case .schedule(let entries):
      kind = .schedule(entries.map { Entry(key: again($0.key), value: again($0.value)) })
    case .call(let name, let arguments):
      kind = .call(
        name, arguments.map { Argument(key: $0.key.map(again), value: again($0.value)) })
    case .group(let inner): kind = .group(again(inner))
    case .negation(let inner): kind = .negation(again(inner))
    case .not(let inner): kind = .not(again(inner))
    case .binary:
      let chain = chain
      var result = again(chain.first)
      for link in chain.links {
        result = Expression(
          .binary(link.sign, result, again(link.value)), link.whole.span, depth: link.whole.depth)
      }
      return result
    case .range(let first, let last): kind = .range(again(first), again(last))
    }
    return Expression(kind, span, depth: depth)
  }
}

extension UnitScope {
  /// A unit whose text names another, renamed and measured anew; nil where it does not.
  fileprivate func renamed(_ unit: Unit, _ old: String, _ new: String) -> Unit? {
    let parts = unit.text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.contains(where: { names(old, $0) }) else { return nil }
    let texts = parts.map { names(old, $0) ? $0.dropLast(old.count) + new : $0[...] }
    var result: Unit?
    for text in texts {
      guard let factor = text.isEmpty ? .one : scaledUnit(String(text)) else { return nil }
      guard let before = result else {
        result = factor
        continue
      }
      let joint = texts.joined(separator: "/")
      result = before.multiplied(by: factor, power: -1, text: joint)
      if result == nil { return nil }
    }
    result?.text = texts.joined(separator: "/")
    return result
  }

  /// Whether a part of a unit's text ends in a name: `bn USD`, `万USD`, `USD`.
  private func names(_ name: String, _ part: String) -> Bool {
    guard part.hasSuffix(name) else { return false }
    let rest = String(part.dropLast(name.count)).trimmingTrailingSpace
    return rest.isEmpty || Magnitude.named(rest) != nil
  }

  /// The unit of `USD`, `万USD` or `bn USD`.
  private func scaledUnit(_ text: String) -> Unit? {
    if let unit = unit(named: text) { return unit }
    let words = text.split(separator: " ").map(String.init)
    guard words.count == 2, let magnitude = Magnitude.named(words[0]),
      let unit = plainUnit(named: words[1])
    else { return nil }
    return UnitTable.scaled(unit, by: magnitude)
  }
}

extension String {
  fileprivate var trimmingTrailingSpace: String {
    var text = Substring(self)
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
