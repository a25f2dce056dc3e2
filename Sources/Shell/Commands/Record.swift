import Diagnostics
import Language

/// `record session.park`: writes what is done as a script.
enum Record {
  static let row = Command(
    "record", .files,
    signature: Signature(
      [.needed(.file(endings: ["park"])), .replacing], or: [.needed(.words(["off"]))]),
    summary: "write what is done in this session as a script, from its beginning on",
    details:
      "The script does the same again: each statement that was accepted, as typed, with `replay` for\n"
      + "the scripts of the command line, and what was written in an editor in files beside it. It\n"
      + "grows with each statement until `record off`. A file that is there is replaced with `--over`.",
    examples: ["record session.park"],
    trace: Command.Trace.none
  ) { (session, invocation) throws(Diagnostic) in
    if invocation.reader.isAtEnd {
      session.printLine(
        session.recording.map { "recording to `\($0.path)`" } ?? "nothing is recorded")
      return
    }
    let name = try invocation.reader.file()
    let place = invocation.reader.location(name.span)
    let isOver = try invocation.reader.option() != nil
    try invocation.reader.end()
    if name.text == "off" {
      guard session.recording != nil else {
        throw Diagnostic("not-recording", "nothing is recorded", at: place)
      }
      session.recording = nil
      return
    }
    guard session.replaying.isEmpty else {
      throw Diagnostic(
        "not-recording", "a script cannot record the session that runs it", at: place)
    }
    guard name.text != "-" else {
      throw Diagnostic(
        "not-recording", "a session is recorded in a file, and `-` is none", at: place,
        help: ["`save -` prints the scenario"])
    }
    if !isOver, session.recorded != name.text, exists(name.text, session) {
      throw Diagnostic(
        "file-exists", "`\(escapingControls(name.text))` is there already", at: place,
        help: ["replace it: `record \(invocation.reader.source.text(in: name.span)) --over`"])
    }
    session.recording = Recording(path: name.text)
    session.recorded = name.text
    do throws(Diagnostic) {
      try session.writeRecording()
    } catch {
      throw error.placed(at: place)
    }
  }

  /// Looked up by name, because a pipe or a terminal is not read just to see whether it is there.
  private static func exists(_ path: String, _ session: Session) -> Bool {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let found = session.files.list(ScriptFile.folder(of: path))
    return found.contains(name) || found.contains(path) || found.contains(name + "/")
  }
}
