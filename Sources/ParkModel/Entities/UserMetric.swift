/// A figure made of others: `metric tax-per-job = tax / jobs`.
public enum UserMetric {
  public static let value = AttributeRow.special(
    "value", .expression, required: true, "what it is worked out from")

  static let row = EntityRow(
    kind: .metric, summary: "a figure made of others", attributes: [value],
    example: "metric tax-per-job = tax / jobs")
}
