import Diagnostics
import Language
import ParkModel

/// `edit`: the scenario, or the last statement, in the user's own editor.
enum Edit {
  static let row = Command(
    "edit", .describe, usage: "[last]", summary: "edit the scenario in your editor",
    details:
      "It is opened as `save` would write it, in `$VISUAL`, `$EDITOR` or vi, and what comes back takes\n"
      + "its place, as with `open`: one change, which `undo` takes back. What has an error changes\n"
      + "nothing, and `edit` opens it again. `edit last` does the same with the last statement, and\n"
      + "runs it. An editor that ends with an error of its own, as vi does at `:cq`, changes nothing.",
    arguments: [.words(["last"])]
  ) { (session, invocation) throws(Diagnostic) in
    let isLast = invocation.reader.peekedWord == "last"
    if isLast { _ = invocation.reader.word() }
    try invocation.reader.end()
    guard let editor = session.editor, session.isConversation, session.replaying.isEmpty else {
      throw Diagnostic(
        "no-editor", "there is no editor here",
        help: ["`save study.park` writes the scenario, and `open study.park` reads it back"])
    }
    if isLast {
      try editLast(with: editor, in: &session)
    } else {
      try editScenario(with: editor, in: &session)
    }
  }

  private static func editScenario(
    with editor: OutsideEditor, in session: inout Session
  ) throws(Diagnostic) {
    let before = session.branches.script
    guard let path = try editor.edit(before, .scenario) else { return sayUnchanged(in: &session) }
    try run(path, .scenario, with: editor, in: &session) { (text, session) throws(Diagnostic) in
      guard text.utf8 != Array(before.utf8) else { return sayUnchanged(in: &session) }
      try session.anew { (session) throws(Diagnostic) in
        try session.together { (session) throws(Diagnostic) in
          try Interpreter.replay(Script(text), in: &session)
        }
      }
      session.change = "scenario edited"
      session.edited = ("open", text.utf8)
    }
  }

  private static func editLast(
    with editor: OutsideEditor, in session: inout Session
  ) throws(Diagnostic) {
    guard let last = session.statements.last(where: { !isEdit($0) }) else {
      throw Diagnostic(
        "no-statement", "nothing was said yet that could be edited",
        help: ["`edit` opens the scenario"])
    }
    guard let path = try editor.edit(last, .statement) else { return sayUnchanged(in: &session) }
    try run(path, .statement, with: editor, in: &session) { (text, session) throws(Diagnostic) in
      try session.together { (session) throws(Diagnostic) in
        try Interpreter.replay(Script(text), in: &session)
      }
      session.change = "statement edited"
      session.edited = ("replay", text.utf8)
      var statement = String(decoding: text.utf8, as: UTF8.self)
      while statement.last?.isNewline == true { statement.removeLast() }
      session.statements.append(statement)
    }
  }

  /// Runs what a file holds and removes it; a file with an error is kept, and the error says where.
  private static func run(
    _ path: String, _ subject: OutsideEditor.Subject, with editor: OutsideEditor,
    in session: inout Session,
    _ body: (SourceText, inout Session) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    session.replaying.append(path)
    defer { session.replaying.removeLast() }
    do throws(Diagnostic) {
      let bytes = try session.files.read(path)
      try ScriptFile.check(bytes, path)
      try body(SourceText(name: "edit", utf8: bytes), &session)
    } catch {
      var problem = error
      let command = subject == .scenario ? "edit" : "edit last"
      problem.notes.append(
        Diagnostic.Note(
          editor.keep(path, subject)
            ? "nothing is changed; your text is kept in `\(path)`, and `\(command)` opens it again"
            : "nothing is changed"))
      throw problem
    }
    editor.remove(path)
  }

  private static func sayUnchanged(in session: inout Session) {
    session.printLine("nothing is changed")
  }

  private static func isEdit(_ statement: String) -> Bool {
    statement.prefix { $0.isLetter } == "edit"
  }
}
