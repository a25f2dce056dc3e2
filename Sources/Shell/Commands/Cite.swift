import ParkModel

/// `cite smart.area "China Daily, 2021-07-16"`: says where a figure comes from.
enum Cite {
  static let row = Command(
    "cite", .describe, usage: "NAME[.attribute] \"SOURCE\" [kind=…] [evidence=S|D|M|A] [url=…]",
    summary: "say where a figure comes from",
    details: "Evidence: S seen in the source, D derived from one, M from memory, A assumed.\n"
      + "`show NAME` prints the sources; `save` keeps them.",
    examples: ["cite smart.area \"China Daily, 2021-07-16\" kind=reported evidence=S"],
    arguments: [
      .entity,
      .attributes(Citation.rows.map { ($0.name, Completion.values(of: $0)) }),
    ], run: Declare.edit)
}
