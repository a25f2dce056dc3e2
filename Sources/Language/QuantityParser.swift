import Diagnostics
import Quantities

/// Numbers with their magnitudes and units: `350`, `12.35bn yuan`, `30万元/亩`, `60/ha`, `106.41%`.
extension ArgumentReader {
  mutating func quantity() throws(Diagnostic) -> Expression {
    guard let number = next else { throw .expected("a number", at: here) }
    try refuseGroups(from: number)
    index += 1
    var span = number.span
    var exponent = 0
    var shown = text(number)
    var unit = Unit.one

    if let sign = next, sign.isMark("%") {
      index += 1
      span = span.joined(sign.span)
      exponent = -2
      shown += "%"
    } else if let word = unitWord(), let whole = groups(text(number), text(word)) {
      index += 1
      span = span.joined(word.span)
      unit = whole.unit
      (unit, span) = try divisors(of: unit, span)
      return Expression(
        .quantity(Quantity(whole.value, unit), text: joinedUnit(whole.shown, unit.text)), span)
    } else if let word = unitWord() {
      index += 1
      span = span.joined(word.span)
      if let found = units.plainUnit(named: text(word)) {
        unit = found
      } else {
        let (magnitude, rest) = try magnitude(text(word), word.span)
        exponent = magnitude.exponent
        shown += magnitude.word
        if let rest {
          unit = rest
        } else if let name = unitWord() {
          guard let found = units.plainUnit(named: text(name)) else {
            throw .unknownUnit(text(name), units, at: location(name.span))
          }
          index += 1
          span = span.joined(name.span)
          unit = found
          // Written as one word, it would be read as another.
          let isChinese = text(name).unicodeScalars.first?.isASCII == false
          if isChinese, units.joined(magnitude.word + text(name)) == nil { shown += " " }
        }
      }
    }
    (unit, span) = try divisors(of: unit, span)
    guard let value = ArgumentReader.decimal(text(number), exponent) else {
      throw .tooLarge(at: location(span))
    }
    return Expression(
      .quantity(Quantity(value, unit), text: joinedUnit(shown, unit.text)), span)
  }

  /// A number in groups, as `6亿3800万元`: magnitudes that get smaller, each with digits less than the one
  /// before holds. `number` is what stands before the first. Nil for any other word.
  private func groups(
    _ number: String, _ word: String
  ) -> (value: Double, shown: String, unit: Unit)? {
    guard let first = Magnitude.prefix(of: word), let digit = first.rest.first, digit.isASCII,
      digit.isNumber,
      var total = Int(number).flatMap({ $0.timesPower(first.0.exponent) })
    else { return nil }
    var exponent = first.0.exponent
    var rest = Substring(first.rest)
    while let digit = rest.first, digit.isASCII, digit.isNumber {
      // `万` is a number to Unicode.
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      guard let (magnitude, unit) = Magnitude.prefix(of: String(rest.dropFirst(digits.count))),
        magnitude.exponent < exponent, let count = Int(digits),
        let size = 1.timesPower(exponent - magnitude.exponent), count < size,
        let part = count.timesPower(magnitude.exponent)
      else { return nil }
      let (sum, overflows) = total.addingReportingOverflow(part)
      guard !overflows else { return nil }
      total = sum
      exponent = magnitude.exponent
      rest = Substring(unit)
    }
    guard let unit = rest.isEmpty ? .one : units.plainUnit(named: String(rest)) else { return nil }
    return (Double(total), number + word.dropLast(rest.count), unit)
  }

  /// Refuses `1,200` inside brackets, where a comma separates: there the lexer leaves it in pieces,
  /// and whoever typed it meant one number. Language 2.
  private func refuseGroups(from number: Token) throws(Diagnostic) {
    guard (1...3).contains(plainDigits(number)) else { return }
    var span = number.span
    var place = index + 1
    while place + 1 < tokens.count, tokens[place].isMark(","), !tokens[place].spaced,
      tokens[place + 1].kind == .number, !tokens[place + 1].spaced,
      text(tokens[place + 1]).prefix(while: \.isNumber).count == 3
    {
      let isLast = plainDigits(tokens[place + 1]) != 3
      span = span.joined(tokens[place + 1].span)
      place += 2
      if isLast { break }
    }
    guard span != number.span else { return }
    let pieces = tokens[index..<place].filter { $0.kind == .number }.map(text)
    throw .groupedNumber(pieces, at: location(span))
  }

  /// How many digits a number has, if it is nothing else; 0 otherwise.
  private func plainDigits(_ number: Token) -> Int {
    let digits = text(number)
    return digits.allSatisfy(\.isNumber) ? digits.count : 0
  }

  /// The digits times a power of ten, rounded once; nil beyond the largest binary64.
  static func decimal(_ digits: String, _ shift: Int) -> Double? {
    if let exact = exact(digits, shift) { return exact }
    let plain = digits.filter { $0 != "," }
    let parts = plain.split(whereSeparator: { $0 == "e" || $0 == "E" })
    guard let mantissa = parts.first, parts.count < 2 || parts[1].utf8.count <= 6 else {
      return nil
    }
    let written = parts.count == 2 ? Int(parts[1]) ?? 0 : 0
    guard let value = Double("\(mantissa)e\(written + shift)"), value.isFinite else { return nil }
    return value
  }

  /// Whole numbers and powers of ten that binary64 holds exactly: their product is rounded once.
  private static func exact(_ digits: String, _ shift: Int) -> Double? {
    guard shift >= 0, shift < powers.count, digits.utf8.count <= 15 else { return nil }
    var value = 0
    for byte in digits.utf8 {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return Double(value) * powers[shift]
  }

  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12,
  ]

  /// The next token if it can only be a unit or a magnitude.
  private func unitWord() -> Token? {
    guard let next, next.kind == .word, !isAttributeAhead else { return nil }
    switch text(next) {
    case "to", "in", "and", "or", "not": return nil
    // `goal jobs[2030] == 300 by plant.jobs within 10 to 500`
    case "by", "within", "among": return nil
    // `discover jobs[2030] < 300 box 3`, `robust … in 1 to 3 point 2`, where no unit is called so.
    case "box", "path", "point":
      return next.spaced && units.unit(named: text(next)) == nil ? nil : next
    default:
      // A name that goes on is no unit: `step=1 tax[2030]`, `step=1 p2.delay=[0y]`.
      if next.spaced, let after = token(1), !after.spaced,
        after.isMark("[") || after.isMark("(") || after.isMark(".")
      {
        return nil
      }
      return next
    }
  }

  /// The magnitude that a word is, or begins with, and the unit that is left.
  private func magnitude(
    _ word: String, _ span: Span
  ) throws(Diagnostic) -> (Magnitude, Unit?) {
    if let magnitude = Magnitude.named(word) { return (magnitude, nil) }
    if let (magnitude, unit) = units.joined(word) { return (magnitude, unit) }
    throw .unknownUnit(word, units, at: location(span))
  }

  /// `/亩` and the like, written without spaces behind a number or a unit.
  private mutating func divisors(of first: Unit, _ start: Span) throws(Diagnostic) -> (Unit, Span) {
    var unit = first
    var span = start
    var parts = 0
    while let slash = next, slash.isMark("/"), !slash.spaced, let word = token(1),
      word.kind == .word, !word.spaced
    {
      guard let divisor = units.unit(named: text(word)) else {
        var problem = Diagnostic.unknownUnit(text(word), units, at: location(word.span))
        let hint: Sentence = "to divide by a name, write for example `100 / jobs`, with spaces"
        problem.help = [hint] + problem.help.prefix(1)
        throw problem
      }
      let joint = "\(unit.text)/\(text(word))"
      parts += 1
      guard parts <= 9, let quotient = unit.multiplied(by: divisor, power: -1, text: joint) else {
        throw .unitTooLarge(at: location(span.joined(word.span)))
      }
      unit = quotient
      span = span.joined(word.span)
      index += 2
    }
    return (unit, span)
  }

  /// A unit by itself, as after `in`: `万元/亩`, `bn yuan`, `%`.
  mutating func unitExpression() throws(Diagnostic) -> (Unit, Span) {
    guard let first = next else { throw .expected("a unit", at: here) }
    if first.isMark("%") {
      index += 1
      return (UnitTable.percent, first.span)
    }
    guard let word = unitWord() else {
      throw .expected("a unit", found: describe(first), at: location(first.span))
    }
    index += 1
    if let unit = units.unit(named: text(word)) { return try divisors(of: unit, word.span) }
    let (magnitude, _) = try magnitude(text(word), word.span)
    guard let name = unitWord(), let unit = units.plainUnit(named: text(name)) else {
      return try divisors(of: UnitTable.scaled(.one, by: magnitude), word.span)
    }
    index += 1
    return try divisors(
      of: UnitTable.scaled(unit, by: magnitude), word.span.joined(name.span))
  }
}

extension Int {
  /// Times a power of ten; nil beyond what an integer holds.
  fileprivate func timesPower(_ exponent: Int) -> Int? {
    var result = self
    for _ in 0..<exponent {
      let (product, overflows) = result.multipliedReportingOverflow(by: 10)
      guard !overflows else { return nil }
      result = product
    }
    return result
  }
}
