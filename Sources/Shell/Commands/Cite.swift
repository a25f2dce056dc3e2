import ParkModel

/// `cite smart.area "China Daily, 2021-07-16"`: says where a figure comes from.
enum Cite {
  static let row = Command(
    "cite", .describe,
    signature: Signature(
      [.needed(.entityOrAttribute), .needed(.source)] + Citation.rows.map { .attribute($0) }),
    summary: "say where a figure comes from",
    details: "Evidence: S seen in the source, D derived from one, M from memory, A assumed.\n"
      + "`show NAME` prints the sources; `save` keeps them.",
    examples: ["cite smart.area \"China Daily, 2021-07-16\" kind=reported evidence=S"],
    run: Declare.edit)
}
