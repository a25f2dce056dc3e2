import Diagnostics
import Language
import ParkModel

/// `edit`: the scenario, or the last statement, in the user's own editor.
enum Edit {
  static let row = Command(
    "edit", .describe,
    signature: [.optional(.words(["last"])), .optional(.words(["draft"]))],
    summary: "edit the scenario in your editor",
    details:
      "It is opened as `save` would write it, in `$VISUAL`, `$EDITOR` or vi, and what comes back takes\n"
      + "its place, as with `open`: one change, which `undo` takes back. What has an error changes\n"
      + "nothing and is kept: `edit` opens it again while the scenario is as it was, and `edit draft`\n"
      + "whatever came since, which it may not have. `edit last` does the same with the last statement,\n"
      + "and runs it. An editor that ends with an error of its own, as vi does at `:cq`, changes nothing.",
    trace: .writing
  ) { (session, invocation) throws(Diagnostic) in
    let isLast = invocation.reader.peekedWord == "last"
    if isLast { _ = invocation.reader.word() }
    let place = invocation.reader.here
    let wantsDraft = invocation.reader.peekedWord == "draft"
    if wantsDraft { _ = invocation.reader.word() }
    try invocation.reader.end()
    guard let editor = session.editor, session.isConversation, session.replaying.isEmpty else {
      throw Diagnostic(
        "no-editor", "there is no editor here",
        help: ["`save study.park` writes the scenario, and `open study.park` reads it back"])
    }
    if wantsDraft, editor.draft(isLast ? .statement : .scenario) == nil {
      throw Diagnostic(
        "no-statement", "no text with an error is kept", at: place,
        help: [isLast ? "`edit last` opens the last statement" : "`edit` opens the scenario"])
    }
    if isLast {
      try editLast(with: editor, draft: wantsDraft, in: &session)
    } else {
      try editScenario(with: editor, draft: wantsDraft, in: &session)
    }
  }

  /// Opens a text, or what was kept of it: as long as the text is what it was then, or where that is
  /// asked for. The path of the file; nil where it was given up.
  private static func open(
    _ text: String, _ subject: OutsideEditor.Subject, draft wantsDraft: Bool,
    with editor: OutsideEditor, in session: inout Session
  ) throws(Diagnostic) -> String? {
    guard let draft = editor.draft(subject) else { return try editor.edit(text) }
    if wantsDraft || draft.base == text { return try editor.reopen(draft.path) }
    // What came since is not in it, and saving it would take that back unsaid.
    session.printLine(
      "this is as it is now; your text with an error is still in `\(escapingControls(draft.path))`, "
        + "and `\(command(subject)) draft` opens it")
    return try editor.edit(text)
  }

  private static func command(_ subject: OutsideEditor.Subject) -> String {
    subject == .scenario ? "edit" : "edit last"
  }

  private static func editScenario(
    with editor: OutsideEditor, draft: Bool, in session: inout Session
  ) throws(Diagnostic) {
    let before = session.branches.script
    guard let path = try open(before, .scenario, draft: draft, with: editor, in: &session) else {
      return sayUnchanged(in: &session)
    }
    try run(path, .scenario, of: before, with: editor, in: &session) {
      (text, session) throws(Diagnostic) in
      guard text.utf8 != Array(before.utf8) else { return sayUnchanged(in: &session) }
      let known = names(in: session)
      try session.anew(isEdition: true) { (session) throws(Diagnostic) in
        try session.together { (session) throws(Diagnostic) in
          try Interpreter.replay(Script(text), in: &session)
        }
      }
      // A draft may be older than what was declared since.
      let gone = draft ? known.filter { session.scenario.entity(named: $0) == nil } : []
      if !gone.isEmpty {
        let names = gone.joined(separator: ", ")
        session.printLine(
          gone.count == 1
            ? "not in your text, and so gone: \(typed: names); `undo` brings it back"
            : "not in your text, and so gone: \(typed: names); `undo` brings them back")
      }
      session.change = "scenario edited"
      session.edited = ("open", text.utf8)
    }
  }

  /// What the scenario itself declares by name.
  private static func names(in session: Session) -> [String] {
    session.scenario.all.filter { $0.library == nil && $0.kind.isNamed }.map(\.name)
  }

  private static func editLast(
    with editor: OutsideEditor, draft: Bool, in session: inout Session
  ) throws(Diagnostic) {
    guard let last = session.statements.last(where: { !isEdit($0) }) else {
      throw Diagnostic(
        "no-statement", "nothing was said yet that could be edited",
        help: ["`edit` opens the scenario"])
    }
    guard let path = try open(last, .statement, draft: draft, with: editor, in: &session) else {
      return sayUnchanged(in: &session)
    }
    try run(path, .statement, of: last, with: editor, in: &session) {
      (text, session) throws(Diagnostic) in
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
    _ path: String, _ subject: OutsideEditor.Subject, of base: String, with editor: OutsideEditor,
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
      if let earlier = editor.draft(subject), earlier.path != path {
        problem.notes.append(
          Diagnostic.Note("an earlier text with an error is in `\(escapingControls(earlier.path))`")
        )
      }
      problem.notes.append(
        Diagnostic.Note(
          editor.keep(OutsideEditor.Draft(path: path, base: base), subject)
            ? "nothing is changed; your text is kept in `\(path)`, and `\(command(subject))` opens it again"
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
