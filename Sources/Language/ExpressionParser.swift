public import Diagnostics
import Quantities

/// Expressions, from tight to loose: unit, `^`, unary minus, `* /`, `+ -`, `to`, comparisons,
/// `not`, `and`, `or`, `in` (Language 2).
extension ArgumentReader {
  /// The deepest tree that is read; deeper ones are refused, so that no input exhausts the stack.
  static let deepest = 200

  /// The most operators that a chain may have: `a + b + c` has two.
  static let longest = 5000

  /// Reads an expression.
  public mutating func expression() throws(Diagnostic) -> Expression {
    try expression(atLeast: 1)
  }

  private mutating func expression(atLeast minimum: Int) throws(Diagnostic) -> Expression {
    depth += 1
    defer { depth -= 1 }
    guard depth <= ArgumentReader.deepest else { throw .tooDeep(at: here) }
    var left = try placed(try prefix())
    var links = 0
    while let (strength, step) = infix(), strength >= minimum {
      let sign = index
      links += 1
      guard links <= ArgumentReader.longest else { throw .tooLong(at: location(left.span)) }
      index += 1
      left = try apply(step, to: left, strength: strength, sign: sign)
      guard left.depth <= ArgumentReader.deepest else { throw .tooDeep(at: location(left.span)) }
    }
    return left
  }

  // MARK: Infix

  private enum Infix {
    case conversion
    case range
    case binary(Expression.Operator)
  }

  /// The operator that comes next and how tightly it binds.
  private func infix() -> (Int, Infix)? {
    guard let next, !isAttributeAhead else { return nil }
    switch next.kind {
    case .word:
      switch text(next) {
      case "in": return (1, .conversion)
      case "or", "and", "to": break
      default: return nil
      }
    case .range: return (Expression.Operator.to.strength, .range)
    case .comparison: break
    case .mark: if isOptionAhead { return nil }
    default: return nil
    }
    return Expression.Operator(rawValue: text(next)).map { ($0.strength, .binary($0)) }
  }

  private mutating func apply(
    _ step: Infix, to left: Expression, strength: Int, sign: Int
  ) throws(Diagnostic) -> Expression {
    switch step {
    case .conversion:
      let (unit, span) = try unitExpression()
      return Expression(
        .conversion(left, unit), left.span.joined(span), depth: left.depth + 1)
    case .range:
      let right = try expression(atLeast: strength + 1)
      return join(.range(left, right), left, right)
    case .binary(let sign):
      // `^` binds to the right; every other operator to the left, and `to` and comparisons once.
      var right = try expression(atLeast: sign == .power ? strength : strength + 1)
      // `to` and comparisons go between two values and no more.
      if strength == 5 || strength == 6, let (next, _) = infix(), next == strength {
        throw .chained(sign.rawValue, at: here)
      }
      if sign == .to {
        right = right.takingUnit(of: left)
        let low = left.takingUnit(of: right)
        return join(.binary(.to, low, right), left, right)
      }
      // A chain is read from the left and costs no depth, however long it is.
      return Expression(
        .binary(sign, left, right), left.span.joined(right.span),
        depth: left.isChain(of: strength)
          ? max(left.depth, right.depth + 1) : max(left.depth, right.depth) + 1)
    }
  }

  private func join(
    _ kind: Expression.Kind, _ left: Expression, _ right: Expression
  ) -> Expression {
    Expression(
      kind, left.span.joined(right.span), depth: max(left.depth, right.depth) + 1)
  }

  // MARK: Branches

  /// A figure with the branch that it is read in, where one stands behind it: `tax[2030] of late`.
  private mutating func placed(_ figure: Expression) throws(Diagnostic) -> Expression {
    guard takesBranches, peekedWord == "of", !isAttributeAhead, let branch = token(1),
      branch.kind == .word
    else { return figure }
    switch figure.kind {
    case .path, .index, .call, .group: break
    default: return figure
    }
    index += 1
    guard !isAttributeAhead else { throw .expected("the name of a branch", at: here) }
    index += 1
    if peekedWord == "of", !isAttributeAhead {
      throw Diagnostic("syntax", "a figure is read in one branch, and this names two", at: here)
    }
    return Expression(
      .elsewhere(figure, branch: text(branch), branch.span), figure.span.joined(branch.span),
      depth: figure.depth + 1)
  }

  // MARK: Prefix

  private mutating func prefix() throws(Diagnostic) -> Expression {
    guard let token = next, !isAttributeAhead else { throw .expected("a value", at: here) }
    switch token.kind {
    case .number: return try quantity()
    case .date:
      index += 1
      guard let period = CalendarPeriod(text(token)) else {
        throw .noSuchDate(text(token), at: location(token.span))
      }
      return Expression(.date(period), token.span)
    case .text, .openText:
      guard let quoted = try quotedText() else { throw .expected("a value", at: here) }
      return Expression(.text(quoted.text), quoted.span)
    case .word: return try wordExpression(token)
    case .mark:
      switch text(token) {
      case "(":
        index += 1
        let inner = try expression(atLeast: 1)
        let end = try close(")", opened: token)
        return Expression(.group(inner), token.span.joined(end), depth: inner.depth + 1)
      case "[":
        index += 1
        let (items, end) = try list(until: "]", opened: token)
        return Expression(.list(items), token.span.joined(end), depth: deepest(items))
      case "{": return try schedule(token)
      case "-":
        index += 1
        let inner = try expression(atLeast: 9)
        return Expression(
          .negation(inner), token.span.joined(inner.span), depth: inner.depth + 1)
      default: break
      }
    default: break
    }
    throw .expected("a value", found: describe(token), at: location(token.span))
  }

  private mutating func wordExpression(_ token: Token) throws(Diagnostic) -> Expression {
    if text(token) == "not" {
      index += 1
      let inner = try expression(atLeast: 4)
      return Expression(.not(inner), token.span.joined(inner.span), depth: inner.depth + 1)
    }
    if ["to", "in", "and", "or"].contains(text(token)) {
      throw .expected("a value", found: describe(token), at: location(token.span))
    }
    if let surtax = surtaxBase(token) { return surtax }
    let (parts, span) = try path(of: "a value")
    let base = Expression(.path(parts), span)
    guard let bracket = next, !bracket.spaced else { return base }
    if bracket.isMark("[") {
      index += 1
      let (items, end) = try list(until: "]", opened: bracket)
      return Expression(.index(base, items), span.joined(end), depth: deepest(items))
    }
    if bracket.isMark("("), parts.count == 1 {
      index += 1
      var arguments: [Expression.Argument] = []
      while let next, !next.isMark(")") {
        arguments.append(try argument())
        if !comma() { break }
      }
      let end = try close(")", opened: bracket)
      if let narrowing = next, narrowing.isMark("["), !narrowing.spaced {
        throw Diagnostic(
          "syntax", "`[…]` narrows a metric, and `\(parts[0])` is a function",
          at: location(narrowing.span),
          help: ["narrow what stands inside, or take one period: `at(cumulative(tax), 2030)`"])
      }
      return Expression(
        .call(parts[0], arguments), span.joined(end),
        depth: deepest(arguments.map(\.value) + arguments.compactMap(\.key)))
    }
    return base
  }

  /// `tax:vat`, the base of a surtax, is one word.
  private mutating func surtaxBase(_ token: Token) -> Expression? {
    guard text(token) == "tax", let colon = self.token(1), colon.isMark(":"), !colon.spaced,
      let name = self.token(2), name.kind == .word, !name.spaced
    else { return nil }
    index += 3
    return Expression(.path(["tax:\(text(name))"]), token.span.joined(name.span))
  }

  private mutating func argument() throws(Diagnostic) -> Expression.Argument {
    let first = try expression(atLeast: 1)
    guard let colon = next, colon.isMark(":") else {
      return Expression.Argument(key: nil, value: first)
    }
    index += 1
    return Expression.Argument(key: first, value: try expression(atLeast: 1))
  }

  private mutating func schedule(_ brace: Token) throws(Diagnostic) -> Expression {
    index += 1
    var entries: [Expression.Entry] = []
    while let next, !next.isMark("}") {
      let key = try expression(atLeast: 1)
      guard let colon = self.next, colon.isMark(":") else {
        throw .expected("`:` and the value from then on", at: here)
      }
      index += 1
      entries.append(Expression.Entry(key: key, value: try expression(atLeast: 1)))
      if !comma() { break }
    }
    let end = try close("}", opened: brace)
    return Expression(
      .schedule(entries), brace.span.joined(end),
      depth: deepest(entries.map(\.value) + entries.map(\.key)))
  }

  private mutating func list(
    until mark: Unicode.Scalar, opened: Token
  ) throws(Diagnostic) -> ([Expression], Span) {
    var items: [Expression] = []
    while let next, !next.isMark(mark) {
      items.append(try expression(atLeast: 1))
      if !comma() { break }
    }
    return (items, try close(mark, opened: opened))
  }

  private mutating func close(
    _ mark: Unicode.Scalar, opened: Token
  ) throws(Diagnostic) -> Span {
    guard let next else { throw .unclosed(text(opened), at: location(opened.span)) }
    guard next.isMark(mark) else {
      throw .expected("`\(mark)`", found: describe(next), at: location(next.span))
    }
    index += 1
    return next.span
  }

  private func deepest(_ items: [Expression]) -> Int {
    (items.map(\.depth).max() ?? 0) + 1
  }
}

extension Expression {
  /// A bare number with the unit of the other end: `2 to 34min`, `-2 to 34min`, `300 to 400万元`,
  /// `5 to 10%`. A bare number that has a magnitude of its own keeps it.
  func takingUnit(of other: Expression) -> Expression {
    if case .negation(let inner) = kind {
      return Expression(.negation(inner.takingUnit(of: other)), span, depth: depth)
    }
    guard case .quantity(_, let text) = kind, isBareNumber, let model = other.literal,
      !model.text.isEmpty
    else { return self }
    let ending = Literal(model.text, unit: model.quantity.unit)
    guard ending.isPercent || model.quantity.unit != .one else { return self }
    let own = Literal(text, unit: .one)
    let exponent = own.magnitude == nil ? ending.magnitude?.exponent ?? 0 : 0
    let shift = ending.isPercent ? -2 : exponent
    guard let value = ArgumentReader.decimal(own.digits, shift + (own.magnitude?.exponent ?? 0))
    else { return self }
    // It stays bare on the page.
    return Expression(.quantity(Quantity(value, model.quantity.unit), text: text), span)
  }

  /// The number with its unit that it is, perhaps behind a minus.
  var literal: (quantity: Quantity, text: String)? {
    switch kind {
    case .quantity(let quantity, let text): (quantity, text)
    case .negation(let inner): inner.literal
    default: nil
    }
  }

  /// Whether it is a number as such: no unit, no `%`.
  public var isBareNumber: Bool {
    guard case .quantity(let quantity, let text) = kind else { return false }
    return quantity.unit.text.isEmpty && !text.hasSuffix("%")
  }
}

/// The pieces of a canonical number: `400万元` has the digits `400` and the magnitude `万`.
struct Literal {
  var digits: String
  var magnitude: Magnitude?
  var isPercent: Bool

  init(_ text: String, unit: Unit) {
    digits = String(text.prefix { $0.isASCII && ($0.isNumber || ".,eE+-".contains($0)) })
    let rest = String(text.dropFirst(digits.count))
    isPercent = rest.hasPrefix("%")
    let word = rest.drop { $0 == " " }
    // A unit may begin like a magnitude.
    magnitude = String(word) == unit.text ? nil : Magnitude.prefix(of: rest)?.0
  }
}

/// A number and its unit as canonical text: `12.35bn yuan`, `30万元/亩`, `41.5ha`.
func joinedUnit(_ number: String, _ unit: String) -> String {
  guard let first = unit.unicodeScalars.first, let last = number.unicodeScalars.last else {
    return number
  }
  let word = unit.prefix { $0 != "/" }
  // `2021年` is a date, and two thousand years are `2021 年`.
  if word == "年", number.utf8.count == 4, number.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
    return "\(number) \(unit)"
  }
  let apart =
    first.isASCII && first != "/" && first != "%"
    && ((last.isASCII && last.properties.isAlphabetic) || word.count > 3)
  return number + (apart ? " " : "") + unit
}
