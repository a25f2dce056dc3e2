import Diagnostics
import Language
import ParkModel

/// `replay FILE`: runs a script as if it were typed here.
enum Replay {
  static let row = Command(
    "replay", .files, signature: [.needed(.script)],
    summary: "run a script as if it were typed here",
    details: "If a statement of it fails, none of it counts. A script may replay another, named\n"
      + "relative to itself. Where there is no file of the name, the first digits of a scenario's id,\n"
      + "six at least, name the run that a receipt in `datapackage.json` keeps (`help export`)."
  ) { (session, invocation) throws(Diagnostic) in
    let name = try invocation.reader.file()
    try invocation.reader.end()
    let run = try run(name.text, at: invocation.reader.location(name.span), in: &session)
    session.change = "\(run.name) replayed"
  }

  /// Runs the script of a file, or of a run that is named by its id; the path as it was resolved, or what
  /// the run is called, which is no file.
  static func run(
    _ name: String, at place: Location, in session: inout Session
  ) throws(Diagnostic) -> (name: String, isFile: Bool) {
    let path = resolve(name, in: session)
    guard !session.replaying.contains(path) else {
      throw Diagnostic(
        "replay-circle", "`\(path)` replays itself", at: place,
        notes: [
          Diagnostic.Note(
            Sentence(verbatim: (session.replaying + [path]).joined(separator: " → ")))
        ])
    }
    guard session.replaying.count < 32 else {
      throw Diagnostic("replay-circle", "scripts replay each other 32 deep", at: place)
    }
    let (source, isFile) = try script(path, at: place, in: &session)
    let isEmpty = session.scenario.isEmpty
    let isWhole = session.replaying.isEmpty && isEmpty
    do throws(Diagnostic) {
      try play(source, at: path, in: &session)
    } catch {
      throw isEmpty ? error : error.whereScriptBegins(name)
    }
    // A script in an empty shell is where the scenario comes from; one that it replays is not.
    if isWhole, isFile {
      session.ownFiles.insert(path, in: session.currentFolder)
      session.settleSaved()
    }
    return (isFile ? path : source.name, isFile)
  }

  /// Runs a script's text as one change; `path` is where files named in it are looked for.
  static func play(
    _ source: SourceText, at path: String, in session: inout Session
  ) throws(Diagnostic) {
    if session.replaying.isEmpty { session.hasAnswers = false }
    let folder = session.scriptFolder
    session.scriptFolder = ScriptFile.folder(of: path)
    session.replaying.append(path)
    defer {
      session.replaying.removeLast()
      session.scriptFolder = folder
    }
    try session.together { (session) throws(Diagnostic) in
      try Interpreter.replay(Script(source, stop: session.stop), in: &session)
    }
  }

  /// A file's text. Where there is none of that name, it may be the id of a run.
  private static func script(
    _ path: String, at place: Location, in session: inout Session
  ) throws(Diagnostic) -> (source: SourceText, isFile: Bool) {
    do throws(Diagnostic) {
      do throws(Diagnostic) {
        return (try ScriptFile.read(path, session.files), true)
      } catch {
        guard error.slug == "file", let run = try KnownRuns.script(path, &session) else {
          throw error
        }
        return (run, false)
      }
    } catch {
      throw error.placed(at: place)
    }
  }

  /// A path, relative to the script that names it.
  static func resolve(_ name: String, in session: Session) -> String {
    guard let folder = session.scriptFolder, !name.hasPrefix("/"), name != "-", !folder.isEmpty
    else {
      return name
    }
    return folder + "/" + name
  }
}

extension Diagnostic {
  /// A script that begins a scenario of its own, where there is one, is opened and not replayed.
  fileprivate func whereScriptBegins(_ file: String) -> Diagnostic {
    guard slug == "declared-twice", let location,
      location.source.text(in: location.span) == EntityKind.scenario.rawValue
    else { return self }
    var copy = self
    copy.help = ["`open \(file)` reads it in the place of what is here"]
    return copy
  }
}
