/// `unset NAME attribute`: back to what holds when nothing is said.
enum Unset {
  static let row = Command(
    "unset", .describe, signature: [.needed(.entity), .needed(.attributeNames)],
    summary: "take an attribute back, so that its default holds",
    details: "`unset NAME title` takes the title away.",
    examples: ["unset p2 delay"], run: Declare.edit)
}
