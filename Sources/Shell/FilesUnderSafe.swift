public import Diagnostics

extension Files {
  /// No files at all: what `--safe` gives a session (Docs/Decisions/0071). There is no other door, so
  /// nothing that a script says opens one.
  public static let underSafe = Files(
    read: { (path) throws(Diagnostic) in
      throw .safe("`\(escapingControls(path))` is not read", "name scripts on the command line")
    },
    write: { (path, _) throws(Diagnostic) in
      throw .safe(
        "`\(escapingControls(path))` is not written",
        "`save -`, `export -` and `report -` print instead")
    },
    list: { _ in [] },
    database: { (path, _) throws(Diagnostic) in
      throw .safe("`\(escapingControls(path))` is not written", "`export -` prints instead")
    })
}

extension Diagnostic {
  /// What a shell that was told to be safe does not do, and what works instead.
  public static func safe(_ message: Sentence, _ help: Sentence) -> Diagnostic {
    Diagnostic(
      "safe", "\(message): `--safe` lets statements touch no file", help: [help], exit: .file)
  }
}
