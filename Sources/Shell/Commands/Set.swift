/// `set NAME attribute=value …`: changes what was declared.
enum SetCommand {
  static let row = Command(
    "set", .describe,
    signature: [.needed(.entity), .optional(.title), .needed(.attributes(nil))],
    summary: "change attributes of what was declared",
    details: "The name may be that of anything declared, also by a library, or `scenario` or "
      + "`model`.",
    examples: ["set smart area=45ha", "set model rail_elasticity=0.1"],
    run: Declare.edit)
}
