/// `use china`: takes up a built-in library.
enum Use {
  static let row = Command(
    "use", .describe, signature: [.needed(.library)],
    summary: "take up a built-in library of taxes and kinds of firms",
    details: "`china` has the taxes of China and ten kinds of firms. `list tax` and `list sector`\n"
      + "show them, `show digital` one with its sources, `set` changes what they say.\n"
      + "`china-ranges` behind it has ranges in the place of its numbers: `help china-ranges`.",
    examples: ["use china", "use china-ranges"], run: Declare.edit)
}
