/// `use china`: takes up a built-in library.
enum Use {
  static let row = Command(
    "use", .describe, usage: "LIBRARY",
    summary: "take up a built-in library of taxes and kinds of firms",
    details: "`china` has the taxes of China and ten kinds of firms. `list tax` and `list sector`\n"
      + "show them, `show digital` one with its sources, `set` changes what they say.",
    examples: ["use china"], arguments: [.library], run: Declare.edit)
}
