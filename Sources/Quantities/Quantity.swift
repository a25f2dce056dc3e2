/// A number with its unit, as written: converting is put off until a unit is asked for, so that
/// `2125.20亿元/year` read in yuan a year is exactly 212,520,000,000.
public struct Quantity: Sendable, Hashable {
  public var value: Double
  public var unit: Unit

  public init(_ value: Double, _ unit: Unit = .one) {
    self.value = value
    self.unit = unit
  }

  public var dimension: Dimension { unit.dimension }

  /// The number of another unit of the same dimension; nil for another dimension.
  public func value(in other: Unit) -> Double? {
    guard dimension == other.dimension else { return nil }
    return unit.convert(value, to: other)
  }

  /// The sum in the unit of the left side; nil where the dimensions differ.
  public func adding(_ other: Quantity, sign: Double = 1) -> Quantity? {
    guard let right = other.value(in: unit) else { return nil }
    return Quantity(value + sign * right, unit)
  }

  /// The product, or the quotient for a power of -1; nil where the unit leaves every range.
  public func multiplied(by other: Quantity, power: Int = 1) -> Quantity? {
    guard let (product, plain) = unit.joined(with: other.unit, power: power) else { return nil }
    let result = power < 0 ? value / other.value : value * other.value
    guard let plain else { return Quantity(result, product) }
    return Quantity(product.convert(result, to: plain), plain)
  }

  /// The same amount with its fen as yuan, as it is shown.
  public var inYuan: Quantity {
    let words = UnitWords(unit.text)
    let hundreds =
      words.above.count { $0 == "fen" } - words.below.count { $0 == "fen" }
    guard words.above.contains("fen") || words.below.contains("fen") else { return self }
    var shown = unit
    shown.text = words.replacing("fen", with: "yuan").text
    for _ in 0..<hundreds.magnitude {
      if hundreds > 0 { shown.numerator *= 100 } else { shown.denominator *= 100 }
    }
    return Quantity(unit.convert(value, to: shown), shown)
  }
}

extension Unit {
  /// What a product with a quantity of another unit is measured in, or the quotient for a power of -1,
  /// and the plainer unit that it is then converted to, if any; nil where the unit leaves every range.
  public func joined(with other: Unit, power: Int = 1) -> (product: Unit, plain: Unit?)? {
    let joint = UnitWords(text).joined(UnitWords(other.text), power: power).text
    guard let product = multiplied(by: other, power: power, text: joint) else { return nil }
    // Units that cancel leave a plain number, or what is left of them: `tce/万元` times `元` is `tce`.
    if product.dimension == .number { return (product, .one) }
    let rest = UnitWords(joint).reduced
    guard rest.text != joint, let plain = UnitTable.product(rest.text),
      plain.dimension == product.dimension
    else { return (product, nil) }
    return (product, plain)
  }
}

/// The text of a unit as words above and below the line: `万元/亩/year`.
struct UnitWords {
  var above: [String]
  var below: [String]

  init(_ text: String) {
    let parts = text.split(separator: "/").map(String.init)
    above = (parts.first ?? "").split(separator: "·").map(String.init).filter { $0 != "1" }
    below = Array(parts.dropFirst())
  }

  /// The words of a product, or of a quotient for a power of -1. What stands above and below alike
  /// goes.
  func joined(_ other: UnitWords, power: Int) -> UnitWords {
    var result = self
    result.above += power > 0 ? other.above : other.below
    result.below += (power > 0 ? other.below : other.above).map(UnitWords.singular)
    for word in result.above {
      guard
        let place = result.below.firstIndex(where: {
          $0 == word || $0 == UnitWords.singular(word)
        }),
        let own = result.above.firstIndex(of: word)
      else { continue }
      result.below.remove(at: place)
      result.above.remove(at: own)
    }
    return result
  }

  /// One of a unit: a yuan is a yuan for each `job`, not `jobs`.
  private static func singular(_ word: String) -> String {
    guard word.last == "s", let several = UnitTable.plainUnit(named: word),
      let one = UnitTable.plainUnit(named: String(word.dropLast())),
      one.dimension == several.dimension, one.numerator == several.numerator
    else { return word }
    return String(word.dropLast())
  }

  /// Without the words above and below that measure the same.
  var reduced: UnitWords {
    var result = self
    for word in above {
      guard let dimension = UnitTable.unit(named: word)?.dimension,
        let place = result.below.firstIndex(where: {
          UnitTable.unit(named: $0)?.dimension == dimension
        }), let own = result.above.firstIndex(of: word)
      else { continue }
      result.below.remove(at: place)
      result.above.remove(at: own)
    }
    return result
  }

  func replacing(_ word: String, with other: String) -> UnitWords {
    var result = self
    result.above = above.map { $0 == word ? other : $0 }
    result.below = below.map { $0 == word ? other : $0 }
    return result
  }

  var text: String {
    let top = above.joined(separator: "·")
    if below.isEmpty { return top }
    return (top.isEmpty ? "1" : top) + "/" + below.joined(separator: "/")
  }
}
