import Diagnostics
import Language
import ParkModel

/// `save FILE`: writes the scenario as a script.
enum Save {
  static let row = Command(
    "save", .files, usage: "[FILE]", summary: "write the scenario as a script",
    details: "The script has every declaration in canonical form, with its comments and sources.\n"
      + "Without a FILE, it goes to the file that was opened or saved last; `-` prints it.",
    examples: ["save -"], arguments: [.file]
  ) { (session, invocation) throws(Diagnostic) in
    let path: String
    if invocation.reader.isAtEnd {
      guard let last = session.file else {
        throw Diagnostic(
          "no-file", "the scenario has no file yet", help: ["name one: `save study.park`"])
      }
      path = last
    } else {
      path = try invocation.reader.file().text
      try invocation.reader.end()
    }
    if path == "-" {
      if !session.isSilent { session.print(session.branches.script) }
    } else {
      try session.files.write(path, Array(session.branches.script.utf8))
      session.file = path
    }
  }
}
