import Analysis
import Diagnostics
import Language
import ParkModel
import Quantities
import Reports
import Simulation

/// `events`: what happens in the run, in order of time.
enum Events {
  static let row = Command(
    "events", .look, usage: "[NAME] [years=A..B]",
    summary: "list what happens: phases, lines, arrivals, who waits and why",
    examples: ["events", "events years=2020..2022"],
    arguments: [.entity, .attributes([("years", [])])]
  ) { (session, invocation) throws(Diagnostic) in
    let projection = try session.project()
    let calendar = projection.calendar
    var name: String?
    var steps: Range<Int>?
    while !invocation.reader.isAtEnd {
      if let attribute = try invocation.reader.attribute() {
        let reader = PeriodReader(calendar, invocation.reader.source)
        guard attribute.name == "years", let range = try reader.steps(attribute.value) else {
          throw Diagnostic(
            "unknown-attribute", "`events` takes `years=2020..2025`",
            at: invocation.reader.location(attribute.span))
        }
        steps = range
      } else {
        let word = try invocation.reader.name(of: "the name of what the events are about")
        guard session.scenario.entity(named: word.text) != nil else {
          throw .unknownEntity(word.text, session, at: invocation.reader.location(word.span))
        }
        name = word.text
      }
    }
    let chosen = projection.events.filter { event in
      (name == nil || event.name == name)
        && (steps.map { $0.contains(calendar.step(at: event.instant)) } ?? true)
    }
    guard !chosen.isEmpty else {
      session.printLine("nothing happens")
      return
    }
    var table = Table(columns: [
      Table.Column("date", chinese: "日期"), Table.Column("name", chinese: "名称"),
      Table.Column("event", chinese: "事件"),
    ])
    table.rows = chosen.map { event in
      [
        .text(calendar.date(at: event.instant).text), .text(event.name), .text(event.text),
      ]
    }
    session.show(table)
  }
}
