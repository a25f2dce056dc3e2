import Diagnostics
import Language
import Simulation

/// `now`: where one stands on the timeline.
enum Now {
  static let row = Command(
    "now", .time, summary: "say where on the timeline one is, and what comes next",
    details: "The figures are those of the year before today. `advance` and `rewind` walk.",
    examples: ["now"], trace: .question
  ) { (session, invocation) throws(Diagnostic) in
    try invocation.reader.end()
    let walk = try Walk(&session)
    session.printLine(walk.place)
    let calendar = walk.calendar
    if walk.step > 0 {
      let steps = max(0, walk.step - max(1, 12 / calendar.stepMonths))..<walk.step
      session.print(
        WalkText.headline(steps, walk.projection, width: session.width, settings: session.settings))
    }
    let next = walk.projection.events.first { calendar.step(at: $0.instant) >= walk.step }
    if let next {
      session.printLine("next:")
      session.printLine(verbatim: WalkText.line(next, calendar, 0, session.wording))
    } else if !walk.isAtEnd {
      session.printLine("nothing more happens")
    }
  }
}
