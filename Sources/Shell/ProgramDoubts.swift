import Analysis
import Diagnostics
import ParkModel

/// What is doubted of the scenario that scripts made.
extension Program {
  /// Says it where somebody goes on by hand, as `open` does.
  public func sayDoubts() {
    for doubt in StatementWork.doubts(in: &session) { report(doubt.asWarning) }
  }

  /// Says how much it is, at the end of scripts that did not ask; no message of its own, so that it is
  /// left out where messages are for programs. Of scenarios written by hand only: those of thousands of
  /// firms are made by programs, and looking through them costs as much as a run.
  public func sayDoubtCount() {
    guard !session.hasChecked, !session.isSilent, !session.scenario.isEmpty, !stop.isAsked,
      session.scenario.all.count(where: { $0.library == nil }) < Program.manyDeclarations
    else { return }
    let count = session.doubts().count { !$0.isRemark }
    guard count > 0, !stop.isAsked else { return }
    let line: Sentence =
      count == 1 ? "1 doubt: `check` says it" : "\(count) doubts: `check` says them"
    say([line.text(session.wording)])
  }

  private static let manyDeclarations = 300
}
