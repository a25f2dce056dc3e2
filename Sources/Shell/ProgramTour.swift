import Diagnostics
import Language

/// The tour in a conversation.
extension Program {
  /// Looks whether a statement that was accepted does what the step at hand asks for, and says what comes next or
  /// what is different.
  func goOnWithTour(
    behind statement: StatementText, answering output: String, from start: Session
  ) throws(Diagnostic) {
    guard var tour = session.tour, !tour.isPaused, let goal = tour.goal, start.tour != nil,
      let command = CommandTable.command(of: statement)?.name, command != TourCommand.row.name
    else { return }
    if let difference = goal.difference(
      of: statement, answering: output, from: start, to: session)
    {
      // Whoever looks around is not held up.
      if case .other = difference, ["help", "quit", "new"].contains(command) { return }
      tour.tellDifference(difference, in: &session)
    } else if tour.moveOn(session) {
      session.tour = tour
      tour.tell(in: &session)
    } else {
      session.tour = nil
      session.printLine(TourCommand.ending)
    }
    try write(session.takeOutput())
  }

  /// Says which statement waits, behind an error.
  func remindOfTour() throws(Diagnostic) {
    guard let tour = session.tour, !tour.isPaused, session.questions == nil else { return }
    tour.remind(in: &session)
    try write(session.takeOutput())
  }
}
