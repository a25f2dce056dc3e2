/// A named value that attributes and figures are worked out from: `assume g = 5%`.
public enum Assumption {
  public static let value = AttributeRow.special(
    "value", .expression, required: true, "a number, a schedule, a distribution or a date")

  static let row = EntityRow(
    kind: .assume, summary: "a named value that others are worked out from", attributes: [value],
    example: "assume saving = 2min to 34min")
}
