/// `set NAME attribute=value …`: changes what was declared.
enum SetCommand {
  static let row = Command(
    "set", .describe, usage: "NAME [\"TITLE\"] attribute=value …",
    summary: "change attributes of what was declared",
    details: "The name may be that of anything declared, also by a library, or `scenario` or "
      + "`model`.",
    examples: ["set smart area=45ha", "set model rail_elasticity=0.1"],
    arguments: [.entityAttribute], run: Declare.edit)
}
