import Diagnostics
import Language
import Reports

/// `export runs.sqlite tax, jobs by=park`: adds a run to a database, or the run of every branch.
extension Export {
  static func database(
    _ target: ExportTarget, _ session: inout Session, _ invocation: inout Invocation
  ) throws(Diagnostic) {
    let hasEveryBranch = try invocation.reader.takeOption { $0 == "branches" } != nil
    // Each value is a row: there is no other way.
    _ = try target.layout(of: [.tidy])
    let start = invocation.reader
    // What is wrong in the statement is said of the branch at hand.
    _ = try ViewRequest(&invocation.reader, &session, view: RunView())
    var runs: [(branch: String, run: DatabaseRun)] = []
    for name in hasEveryBranch ? session.branches.names : [session.branch] {
      do throws(Diagnostic) {
        let run = try session.within(name) { (session) throws(Diagnostic) in
          var reader = start
          return try DatabaseRun(
            try ViewRequest(&reader, &session, view: RunView()), &session)
        }
        runs.append((name, run))
      } catch {
        throw name == session.branch ? error : error.inBranch(name)
      }
    }
    var count = 0
    var replaced = 0
    var hadRuns = false
    do throws(Diagnostic) {
      try session.files.database(target.path) { (database) throws(Diagnostic) in
        (count, replaced, hadRuns) = (0, 0, database.hadRuns)
        if target.isOver {
          try Files.database(target.path) { () throws(DatabaseFailure) in try database.clear() }
        }
        for (_, run) in runs where try run.write(to: database, target.path) { replaced += 1 }
        count = database.count
      }
    } catch {
      throw error.placed(at: target.place)
    }
    session.hasWritten = true
    for (branch, run) in runs {
      for note in run.notes {
        let text = Sentence(verbatim: note.text(session.settings.style))
        session.say(hasEveryBranch ? "`\(branch)`: \(text)" : text)
      }
    }
    let values: Sentence = "\(count) value\(s: count)"
    let path = escapingControls(target.path)
    let what: Sentence = runs.count == 1 ? values : "\(values) of \(runs.count) branches"
    if target.isOver, hadRuns {
      session.say("wrote \(what) to \(path) (replaced)")
    } else if replaced > 0 {
      let those: Sentence = replaced == 1 ? "a run that was" : "\(replaced) runs that were"
      session.say("wrote \(what) to \(path), in the place of \(those) there")
    } else {
      session.say(hadRuns ? "added \(what) to \(path)" : "wrote \(what) to \(path)")
    }
    let years = Set(runs.map(\.run.record.priceYear))
    if years.count == 1, let year = years.first ?? nil {
      session.say("money in prices of \(year)")
    }
  }
}
