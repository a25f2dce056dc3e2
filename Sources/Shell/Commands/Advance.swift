import Diagnostics
import Language
import Quantities
import Simulation

/// `advance 1y`: walks on along the timeline.
enum Advance {
  static let row = Command(
    "advance", .time, signature: [.optional(.time)],
    summary: "walk on, a year if nothing is said, past events and figures",
    details: "Each year passed is said with what happened in it and how its figures moved. What\n"
      + "is declared from then on without a date begins today, where today is later than the\n"
      + "scenario's beginning; the date is written into the scenario. No figure changes by it.",
    examples: ["advance", "advance 5y", "advance 2030"]
  ) { (session, invocation) throws(Diagnostic) in
    let walk = try Walk(&session)
    let start = invocation.reader.start
    let goal = try walk.goal(&invocation.reader, .onward)
    guard !walk.isAtEnd else {
      let later = Walk.laterEnd(walk.calendar)
      throw Diagnostic(
        "no-more-time", walk.place, at: start,
        help: ["`rewind` goes back to the beginning; `set scenario end=\(later)` makes it longer"])
    }
    session.print(WalkText.text(walk, to: goal, width: session.width, settings: session.settings))
    session.walked = walk.today(at: goal)
    if goal == walk.calendar.count { session.printLine(try Walk(&session).place) }
  }
}
