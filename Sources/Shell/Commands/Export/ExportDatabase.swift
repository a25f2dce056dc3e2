import Diagnostics
import Language
import Reports

/// `export runs.sqlite tax, jobs by=park`: adds a run to a database, or the run of every branch.
extension Export {
  static func database(
    _ file: (text: String, span: Span), _ session: inout Session, _ invocation: inout Invocation
  ) throws(Diagnostic) {
    let place = Location(invocation.reader.source, file.span)
    var options = DatabaseOptions()
    let start = invocation.reader
    let request = try options.read(&invocation.reader, &session)
    var runs = [try DatabaseRun(request, &session)]
    if options.hasEveryBranch {
      let home = session.branch
      runs = []
      for name in session.branches.names {
        var reader = start
        _ = session.branches.go(to: name)
        do throws(Diagnostic) {
          runs.append(try DatabaseRun(try options.read(&reader, &session), &session))
        } catch {
          throw name == home ? error : error.inBranch(name)
        }
      }
      _ = session.branches.go(to: home)
    }
    var count = 0
    var replaced = 0
    var hadRuns = false
    do throws(Diagnostic) {
      try session.files.database(file.text) { (database) throws(Diagnostic) in
        (count, replaced, hadRuns) = (0, 0, database.hadRuns)
        if options.isOver {
          try Files.database(file.text) { () throws(DatabaseFailure) in try database.clear() }
        }
        for run in runs where try run.write(to: database, file.text) { replaced += 1 }
        count = database.count
      }
    } catch {
      throw error.placed(at: place)
    }
    session.hasWritten = true
    for note in runs.flatMap(\.notes) { session.say(note.text(session.settings.style.language)) }
    let values = "\(count) value\(count == 1 ? "" : "s")"
    let path = escapingControls(file.text)
    let what = runs.count == 1 ? values : "\(values) of \(runs.count) branches"
    if options.isOver, hadRuns {
      session.say("wrote \(what) to \(path) (replaced)")
    } else if replaced > 0 {
      let those = replaced == 1 ? "a run that was" : "\(replaced) runs that were"
      session.say("wrote \(what) to \(path), in the place of \(those) there")
    } else {
      session.say(hadRuns ? "added \(what) to \(path)" : "wrote \(what) to \(path)")
    }
    if let year = runs.first?.record.priceYear { session.say("money in prices of \(year)") }
  }
}

/// What an export to a database is asked for, beside its figures.
private struct DatabaseOptions {
  var isOver = false
  var hasEveryBranch = false

  /// Reads them and the figures, to the end of the statement.
  mutating func read(
    _ reader: inout ArgumentReader, _ session: inout Session
  ) throws(Diagnostic) -> ViewRequest {
    var (isOver, hasEveryBranch) = (isOver, hasEveryBranch)
    let source = reader.source
    let request = try ViewRequest(
      &reader, &session, view: RunView(),
      other: { (attribute) throws(Diagnostic) in
        guard attribute.name == "layout" else { return false }
        // Each value is a row: there is no other way.
        _ = try ViewRequest.choice(
          attribute, ["tidy"], at: Location(source, attribute.value.span))
        return true
      },
      option: { option in
        isOver = isOver || option == "over"
        hasEveryBranch = hasEveryBranch || option == "branches"
        return option == "over" || option == "branches"
      })
    (self.isOver, self.hasEveryBranch) = (isOver, hasEveryBranch)
    return request
  }
}
