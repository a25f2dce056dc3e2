/// `remove NAME`: takes a declaration away.
enum Remove {
  static let row = Command(
    "remove", .describe, usage: "NAME [--cascade]",
    summary: "take a declaration away",
    details: "What something else refers to is not removed; `--cascade` takes that along.",
    examples: ["remove returnee"], arguments: [.entity], run: Declare.edit)
}
