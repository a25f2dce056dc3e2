/// `rename OLD NEW`: gives a declaration another name, wherever it is named.
enum Rename {
  static let row = Command(
    "rename", .describe, signature: [.needed(.oldName), .needed(.newName, as: "NEW-NAME")],
    summary: "give a declaration another name, wherever it is named",
    details: "Everything that refers to it goes on to. What a library declares keeps its name.",
    examples: ["rename returnee video-platform"], run: Declare.edit)
}
