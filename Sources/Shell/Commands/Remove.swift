/// `remove NAME`: takes a declaration away.
enum Remove {
  static let row = Command(
    "remove", .describe,
    signature: Signature(
      [
        .needed(.oldName), .option("cascade", "take along what refers to it"),
        .option("comments", "take its comments along"),
      ], or: [.option("all", "empty the branch")]),
    summary: "take a declaration away",
    details:
      "What something else refers to is not removed; `--cascade` takes that along. Comments\n"
      + "stay where they stood, but with `--comments`. `remove --all` empties the branch.",
    examples: ["remove returnee"], run: Declare.edit)
}
