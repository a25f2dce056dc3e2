import Diagnostics
import Language
import ParkModel
import Quantities

/// `tour`: the tutorial inside the shell.
enum TourCommand {
  static let row = Command(
    "tour", .shell,
    signature: Signature(
      [.optional(.words(["back", "skip", "stop"]))], or: [.optional(.count, as: "STEP")]),
    summary: "go through the tutorial step by step",
    details:
      "Each step says what to type and why, and the next one comes once that is done. `tour` alone says\n"
      + "the step again, `tour skip` leaves it to the shell, `tour back` goes to the one before, `tour 12` to\n"
      + "another, and `tour stop` ends it until `tour` goes on. Everything else may be typed in between.",
    examples: ["tour"], trace: Command.Trace.none
  ) { (session, invocation) throws(Diagnostic) in
    let place = invocation.reader.here
    guard session.isConversation else {
      throw .needsTerminal(
        "`tour` answers what somebody types, and nobody is there",
        help: "Docs/Tutorial.md has the same as a page", at: invocation.reader.start)
    }
    let words = invocation.statement.tokens.dropFirst().map {
      $0.text(in: invocation.statement.source)
    }
    let word = words.joined(separator: " ")
    switch word {
    case "": try begin(&session, at: place)
    case "stop", "停止": try stop(&session, at: place)
    case "skip", "跳过": try skip(&session, at: place)
    case "back", "上一步": try back(&session, at: place)
    default: try go(to: word, &session, at: place)
    }
  }

  static let ending: Sentence =
    "That was the tour. Docs/Tutorial.md goes on from here: how sure all this is, what would turn it, and what was reported. `help` lists what there is."

  /// Begins, or says the step at hand again.
  private static func begin(_ session: inout Session, at place: Location) throws(Diagnostic) {
    guard var tour = session.tour else {
      guard session.scenario.isEmpty else {
        throw Diagnostic(
          "not-empty", "the tour begins with an empty scenario, and here something is declared",
          at: place, help: ["empty the branch with `remove --all`; `undo` brings it back"])
      }
      session.printLine(
        "The tutorial in \(Tour.steps.count) steps. `tour skip` leaves a step to the shell, `tour stop` ends it."
      )
      let tour = Tour(at: 0, inChinese: session.wording != nil)
      session.tour = tour
      return tour.tell(in: &session)
    }
    tour.isPaused = false
    session.tour = tour
    tour.tell(in: &session)
  }

  private static func stop(_ session: inout Session, at place: Location) throws(Diagnostic) {
    var tour = try running(session, at: place)
    tour.isPaused = true
    session.tour = tour
    session.printLine("The tour waits at step \(tour.index + 1): `tour` goes on.")
  }

  private static func skip(_ session: inout Session, at place: Location) throws(Diagnostic) {
    var tour = try running(session, at: place)
    tour.isPaused = false
    if let goal = tour.goal, goal.isStanding, !goal.isReached(in: session) {
      // What later steps build on is typed by the shell, and moves the tour on.
      session.prepared = PreparedLines([tour.statement])
      session.tour = tour
      return
    }
    guard tour.moveOn(session) else {
      session.tour = nil
      return session.printLine(ending)
    }
    session.tour = tour
    tour.tell(in: &session)
  }

  private static func back(_ session: inout Session, at place: Location) throws(Diagnostic) {
    let tour = try running(session, at: place)
    guard tour.index > 0 else {
      throw Diagnostic(
        "nothing-to-undo", "this is the first step of the tour", at: place,
        help: ["`tour` says it again"])
    }
    show(tour.index - 1, of: tour, &session)
  }

  private static func go(
    to word: String, _ session: inout Session, at place: Location
  ) throws(Diagnostic) {
    guard let number = Int(word), (1...Tour.steps.count).contains(number) else {
      throw Diagnostic(
        "syntax", "the tour has steps 1 to \(Tour.steps.count), and no `\(escapingControls(word))`",
        at: place, help: ["write `tour skip`, `tour back`, `tour stop` or for example `tour 12`"])
    }
    let tour = session.tour ?? Tour(at: 0, inChinese: session.wording != nil)
    show(number - 1, of: tour, &session)
  }

  private static func show(_ index: Int, of tour: Tour, _ session: inout Session) {
    var tour = tour
    tour.go(to: index)
    tour.isPaused = false
    session.tour = tour
    tour.tell(in: &session)
    if tour.goal?.isReached(in: session) == true {
      session.printLine("This is there already: `tour skip` goes on.")
    }
  }

  private static func running(_ session: Session, at place: Location) throws(Diagnostic) -> Tour {
    guard let tour = session.tour else {
      throw Diagnostic("no-tour", "no tour is under way", at: place, help: ["`tour` begins one"])
    }
    return tour
  }
}
