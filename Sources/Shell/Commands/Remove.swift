/// `remove NAME`: takes a declaration away.
enum Remove {
  static let row = Command(
    "remove", .describe, usage: "NAME [--cascade] [--comments], or --all",
    summary: "take a declaration away",
    details:
      "What something else refers to is not removed; `--cascade` takes that along. Comments\n"
      + "stay where they stood, but with `--comments`. `remove --all` empties the branch.",
    examples: ["remove returnee"], arguments: [.entity], run: Declare.edit)
}
