import Diagnostics
import Language
import Quantities

/// A unit that a scenario defines: `unit USD = 6.47 yuan`.
public enum UserUnit {
  public static let value = AttributeRow.special(
    "value", .expression, required: true, "its size: a number above zero, with a unit")

  static let row = EntityRow(
    kind: .unit, summary: "a unit of measure, such as a currency", attributes: [value],
    example: "unit USD = 6.47 yuan")

  /// The size of a unit that a scenario defines; throws where it is no size.
  static func size(_ definition: Declaration) throws(Diagnostic) -> Quantity {
    guard let attribute = definition[value] else { throw .missingAttribute(value, of: definition) }
    let expression = attribute.expression
    if !expression.isConstant,
      (try? Evaluator(source: attribute.location.source).quantity(expression)) != nil
    {
      throw Diagnostic(
        "not-a-constant", "a unit has one size, and this is uncertain", at: attribute.location,
        help: ["assume a rate and multiply by it: `assume rate = 6 to 7`"])
    }
    let size = try Evaluator(source: attribute.location.source).quantity(attribute.expression)
    var scope = UnitScope()
    guard scope.define(definition.name, as: size) else {
      throw Diagnostic(
        "out-of-range", "the size of a unit is a number above zero", at: attribute.location,
        help: ["write for example `\(row.example)`"])
    }
    return size
  }
}
