import Diagnostics
public import Quantities

/// What stands behind the digits of numbers that are read one after another, as in a column of a file:
/// `万元`, `%`, `mu`, or nothing.
public struct NumberEnding: Sendable {
  private let unit: Unit
  private let exponent: Int
  private let text: String

  /// Nil where no number ends so.
  public init?(_ text: String, units: UnitScope) {
    let script = Script(SourceText(name: "unit", text: "1\(text)"))
    guard script.statements.count == 1, !script.isUnfinished else { return nil }
    var reader = ArgumentReader(script.statements[0], units: units)
    guard let expression = try? reader.expression(), reader.isAtEnd,
      case .quantity(let quantity, let shown) = expression.kind, shown.hasPrefix("1")
    else { return nil }
    unit = quantity.unit
    self.text = String(shown.dropFirst())
    guard let power = (-2...12).first(where: { ArgumentReader.decimal("1", $0) == quantity.value })
    else { return nil }
    exponent = power
  }

  /// The number of some digits, perhaps with a point; nil for what is none, or too large.
  public func expression(_ digits: String) -> Expression? {
    guard let value = ArgumentReader.decimal(digits, exponent) else { return nil }
    return Expression(
      .quantity(Quantity(value, unit), text: digits + text), Span(0, digits.utf8.count))
  }
}
