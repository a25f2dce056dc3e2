import Diagnostics
import Language
import ParkModel

/// `save FILE`: writes the scenario as a script.
enum Save {
  static let row = Command(
    "save", .files, signature: [.optional(.file(endings: ["park"])), .replacing],
    summary: "write the scenario as a script",
    details: "The script has every declaration in canonical form, with its comments and sources.\n"
      + "Without a FILE, it goes to the file that was opened or saved last; `-` prints it. A file that\n"
      + "this session neither opened nor wrote is replaced with `--over` only.",
    examples: ["save -"], trace: .saving
  ) { (session, invocation) throws(Diagnostic) in
    let start = invocation.reader.here
    var name: (text: String, span: Span)?
    if !invocation.reader.isAtEnd, !invocation.reader.isOptionAhead {
      name = try invocation.reader.file()
    }
    let isOver = try invocation.reader.option() != nil
    try invocation.reader.end()
    guard let path = name?.text ?? session.file else {
      throw Diagnostic(
        "no-file", "the scenario has no file yet", help: ["name one: `save study.park`"])
    }
    if path == "-" {
      // Not made for nobody: a session that is brought back may have asked for it hundreds of times.
      if !session.isSilent { session.print(session.branches.script) }
      return
    }
    let text = session.branches.script
    let place = name.map { invocation.reader.location($0.span) } ?? start
    let isHome = path == session.file
    let isReplaced = try session.replace(
      path, by: Array(text.utf8), isOver: isOver, statement: invocation.statement, at: place)
    session.file = path
    session.settleSaved()
    let count = Script(SourceText(name: path, text: text)).statements.count
    session.say(
      isReplaced && !isHome
        ? "saved \(count) statement\(s: count) to \(typed: escapingControls(path)) (replaced)"
        : "saved \(count) statement\(s: count) to \(typed: escapingControls(path))")
    for branch in session.branches.all {
      guard let mistake = session.mistakes(branch.name).first else { continue }
      session.say("`open` takes the file once this is mended: \(mistake.message)")
    }
  }
}
