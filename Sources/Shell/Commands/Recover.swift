import Diagnostics
import Language
import Reports

/// `recover`: brings a session back that was left unsaved or ended badly.
enum Recover {
  static let row = Command(
    "recover", .files,
    signature: Signature(
      [
        .optional(.count, as: "NUMBER", or: ["all"]),
        .option("forget", "drop the session instead"),
      ], or: [.needed(.words(["list"]))]),
    summary: "bring a session back that was left unsaved or ended badly",
    details:
      "A shell at a terminal keeps a journal of what it accepts until it ends with all of it saved.\n"
      + "When it ends otherwise, the next one offers its session. `recover` does the newest\n"
      + "again: its branches, what `undo` knows and the files that it read, as they were then.\n"
      + "`recover list` shows all with their titles, `recover 2` takes the second, `--forget` drops one\n"
      + "instead, and `recover --forget all` drops all.",
    trace: Command.Trace.none
  ) { (session, invocation) throws(Diagnostic) in
    let place = invocation.reader.here
    var number = 1
    var wantsList = false
    var wantsAll = false
    var forgets = false
    while !invocation.reader.isAtEnd {
      let here = invocation.reader.here
      if try invocation.reader.option() != nil {
        forgets = true
        continue
      }
      let word = try invocation.reader.file()
      switch word.text {
      case "all": wantsAll = true
      case "list": wantsList = true
      default:
        guard let count = Int(word.text) else {
          throw Diagnostic("syntax", "the number of a session or `list` belongs here", at: here)
        }
        number = count
      }
    }
    guard !wantsAll || forgets else {
      throw Diagnostic(
        "syntax", "one session is brought back, not all", at: place,
        help: ["`recover list` shows them", "`recover --forget all` drops them"])
    }
    guard let journal = session.sessionJournal else {
      throw Diagnostic(
        "no-journal", "there are no sessions to recover here",
        notes: [Diagnostic.Note("a shell at a terminal keeps its session, unless it may not")])
    }
    let (found, unreadable) = journal.abandoned()
    let losses = unreadable.map { Diagnostic.Note($0.sentence) }
    for loss in losses { session.say(loss.message) }
    if wantsList { return session.print(list(found, session.width, session.wording)) }
    if wantsAll { return session.printLine(forgetAll(found)) }
    guard found.indices.contains(number - 1) else {
      throw Diagnostic(
        "nothing-to-recover",
        found.isEmpty ? "there is no session to recover" : "there is no session \(number)",
        at: place, notes: losses, help: found.isEmpty ? [] : ["`recover list` shows them"])
    }
    let chosen = found[number - 1]
    if forgets {
      try own(chosen, at: place)
      chosen.file.remove()
      return session.printLine("forgotten: the session of \(chosen.begun)")
    }
    guard journal.isUntouched(session) else {
      throw Diagnostic(
        "not-empty", "something is done in this shell already, which `recover` would replace",
        notes: losses, help: ["`quit`, start Parkline again and `recover` there"])
    }
    try own(chosen, at: place)
    let (other, recovery) = try journal.recover(chosen)
    session.become(other)
    session.recovery = recovery
    session.printLine(
      recovery.count == 1
        ? "1 statement is back, of the session of \(chosen.begun)"
        : "\(recovery.count) statements are back, of the session of \(chosen.begun)")
  }

  private static func own(
    _ abandoned: JournalFolder.Abandoned, at place: Location
  ) throws(Diagnostic) {
    guard abandoned.file.own() else {
      throw Diagnostic("nothing-to-recover", "another shell took that session", at: place)
    }
  }

  private static func list(
    _ found: [JournalFolder.Abandoned], _ width: Int?, _ wording: Wording?
  ) -> String {
    let none: Sentence = "there is no session to recover"
    guard !found.isEmpty else { return none.text(wording) + "\n" }
    let headings: [Sentence] = ["", "begun", "statements", "scenario"]
    var table = Table(columns: headings.map { Table.Column($0.text(wording)) })
    table.rows = found.enumerated().map { index, abandoned in
      let title = JournalTitle.title(of: abandoned.file) ?? "–"
      return [
        .text("\(index + 1)"), .text(abandoned.begun), .text("\(abandoned.statements)"),
        .text(escapingControls(title)),
      ]
    }
    let more: Sentence =
      "`recover 1` brings the first back, `recover --forget all` drops them all"
    return TextLayout(width: width).render(table) + more.text(wording) + "\n"
  }

  /// Drops what no other shell has taken meanwhile.
  private static func forgetAll(_ found: [JournalFolder.Abandoned]) -> Sentence {
    let dropped = found.filter { $0.file.own() }
    for abandoned in dropped { abandoned.file.remove() }
    switch dropped.count {
    case 0: return "there is no session to recover"
    case 1: return "forgotten: the session of \(dropped[0].begun)"
    default: return "forgotten: \(dropped.count) sessions"
    }
  }
}
