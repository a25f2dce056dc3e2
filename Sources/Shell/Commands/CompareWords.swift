import Diagnostics
import Language
import ParkModel
import Simulation

/// What `compare` reads: branches, then figures of them.
extension Compare {
  /// Names of branches, up to what is none.
  static func branches(
    _ reader: inout ArgumentReader, _ session: Session
  ) throws(Diagnostic) -> [String] {
    var names: [String] = []
    while let word = reader.peekedWord, !reader.isAttributeAhead {
      let place = reader.here
      guard session.branches[word] != nil else {
        if isBranchMeant(reader, after: names.count) {
          throw .unknownBranch(word, among: session.branches, at: place)
        }
        break
      }
      guard !names.contains(word) else {
        throw Diagnostic("twice", "branch `\(word)` is named twice", at: place)
      }
      names.append(word)
      _ = reader.word()
    }
    guard names.count >= 2 else {
      let first = names.first ?? session.branch
      let other = session.branches.names.first { $0 != first } ?? "no-rail"
      throw Diagnostic(
        "syntax", "`compare` takes two branches or more", at: reader.here,
        help: session.branches.names.count < 2
          ? ["make another one first: `branch \(other)`"]
          : ["for example `compare \(first) \(other) tax, jobs`"]
      )
    }
    return names
  }

  /// Whether a word that is no branch stands where only a branch makes sense: in the place of one of
  /// the first two, or with another word right behind it.
  private static func isBranchMeant(_ reader: ArgumentReader, after count: Int) -> Bool {
    var ahead = reader
    let word = ahead.word()?.text ?? ""
    let followsWord = ahead.peekedWord != nil && !ahead.isAttributeAhead
    return count < 2 ? !Names.isMetric(word) : followsWord && ahead.peekedWord != "in"
  }

  /// What is asked for, read against the first of the branches that knows it, and the calendar of
  /// that branch. Years that are asked for lie in all of them.
  static func request(
    _ reader: inout ArgumentReader, _ names: [String], _ view: RunView, _ session: inout Session
  ) throws(Diagnostic) -> (ViewRequest, StepCalendar) {
    var first: Diagnostic?
    // A branch that cannot run says so when its figures are asked for.
    let calendars = names.compactMap { try? session.project($0).calendar }
    for name in names {
      var attempt = reader
      do throws(Diagnostic) {
        let request = try session.within(name) { (session) throws(Diagnostic) in
          try ViewRequest(&attempt, &session, beside: calendars, view: view)
        }
        reader = attempt
        return (request, try session.project(name).calendar)
      } catch {
        first = first ?? error
      }
    }
    throw first ?? .unknownBranch("", among: session.branches, at: reader.here)
  }
}
