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
    "events", .look, signature: [.optional(.entity), ViewRequest.years],
    summary: "list what happens: phases, lines, arrivals, who waits and why",
    examples: ["events", "events years=2020..2022"],
    inFiles: FileAnswer { (session, invocation, _) throws(Diagnostic) in
      let (chosen, calendar) = try chosen(&invocation.reader, &session)
      return fileTable(of: chosen, calendar, session.scenario)
    }
  ) { (session, invocation) throws(Diagnostic) in
    let (chosen, calendar) = try chosen(&invocation.reader, &session)
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
        .text(calendar.date(at: event.instant).text), .text(event.name),
        .said(event.text, session.wording),
      ]
    }
    session.show(table)
  }

  /// The events that a statement asks for, in order of time.
  private static func chosen(
    _ reader: inout ArgumentReader, _ session: inout Session
  ) throws(Diagnostic) -> ([Event], StepCalendar) {
    let projection = try session.project()
    let calendar = projection.calendar
    var name: String?
    var steps: Range<Int>?
    while !reader.isAtEnd {
      if let attribute = try reader.attribute() {
        let periods = PeriodReader(calendar, reader.source)
        guard let range = try periods.steps(attribute.value) else {
          throw Diagnostic(
            "wrong-kind", "`\(attribute.name)` takes years, such as `2021..2030`",
            at: reader.location(attribute.value.span))
        }
        steps = range
      } else {
        let word = try reader.name(of: "the name of what the events are about")
        guard session.scenario.entity(named: word.text) != nil else {
          throw .unknownEntity(word.text, session, at: reader.location(word.span))
        }
        name = word.text
      }
    }
    let chosen = projection.events.filter { event in
      (name == nil || event.name == name)
        && (steps.map { $0.contains(calendar.step(at: event.instant)) } ?? true)
    }
    return (chosen, calendar)
  }

  /// As a file has them: days, names with what kind of event it is, and titles where there are any.
  private static func fileTable(
    of events: [Event], _ calendar: StepCalendar, _ scenario: Scenario
  ) -> Table {
    let titles = events.map { scenario.entity(named: $0.name)?.title }
    let hasTitles = titles.contains { $0 != nil }
    var table = Table(
      columns: [Table.Column("date", chinese: "日期"), Table.Column("name", chinese: "名称")]
        + (hasTitles ? [Table.Column("title", chinese: "标题")] : [])
        + [Table.Column("kind", chinese: "类别"), Table.Column("event", chinese: "事件")])
    table.rows = zip(events, titles).map { event, title in
      [.text(calendar.date(at: event.instant).text), .text(event.name)]
        + (hasTitles ? [.text(title ?? "")] : []) + [
          .text(event.kind.rawValue), .text(event.text.text),
        ]
    }
    return table
  }
}
