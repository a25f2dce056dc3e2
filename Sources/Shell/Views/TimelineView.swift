import Analysis
import Language
import ParkModel
import Quantities
import Reports
import Simulation

/// When phases are built, lines open and firms come, as a run has it.
enum TimelineView {
  /// Kinds that are shown, in this order, and what a group of them is called.
  private static let groups: [(kind: EntityKind, name: Table.Note)] = [
    (.phase, Table.Note("phases", chinese: "分期建设")), (.rail, Table.Note("rail", chinese: "高铁")),
    (.boost, Table.Note("incubators and the like", chinese: "孵化等支持")),
    (.firm, Table.Note("firms", chinese: "企业")), (.cohort, Table.Note("cohorts", chinese: "企业群")),
  ]

  /// Nil where nothing comes.
  static func timeline(_ projection: Projection, _ scenario: Scenario) -> Timeline? {
    let calendar = projection.calendar
    func year(_ instant: Double) -> Double { (Double(calendar.firstMonth) + instant) / 12 }
    let span = year(0)..<year(Double(calendar.count * calendar.stepMonths))
    var bars: [Timeline.Bar] = []
    for (kind, group) in groups {
      for entity in scenario.entities(kind) {
        let own = projection.events.filter { $0.name == entity.name }
        let begins: [Event.Kind] = [.starts, .rail, .opens]
        let first = own.first { begins.contains($0.kind) } ?? own.first { $0.kind == .arrives }
        let last = own.last { [.ends, .serviced].contains($0.kind) }
        guard first != nil || last != nil else { continue }
        // Those of before the scenario are no part of it.
        if kind == .cohort, let until = entity[Cohort.until]?.expression.askedPeriod,
          until.end.monthIndex <= calendar.firstMonth
        {
          continue
        }
        // What began before the scenario is shown from its first day on.
        let from = first.map { year($0.instant) } ?? span.lowerBound
        let planned = kind == .rail ? self.planned(entity) : nil
        bars.append(
          Timeline.Bar(
            group: group, name: Table.Note(entity.title ?? entity.name), from: from,
            to: last.map { year($0.instant) },
            planned: planned.flatMap { $0 < month(from) ? $0 / 12 : nil },
            detail: detail(of: entity)))
      }
    }
    guard !bars.isEmpty else { return nil }
    return Timeline(
      title: Table.Note("what comes when", chinese: "进度"), span: span, bars: bars)
  }

  /// The month in which a line was to open, by what is written alone; counted as `monthIndex` is.
  private static func planned(_ rail: Declaration) -> Double? {
    rail[Rail.opens]?.expression.askedPeriod.map { Double($0.start.monthIndex) }
  }

  /// The month that holds a moment of a year, counted the same.
  private static func month(_ year: Double) -> Double { (year * 12 + 1e-6).rounded(.down) }

  /// What is written of its size.
  private static func detail(of entity: Declaration) -> Table.Note {
    let rows = [Phase.area, Firm.jobs, Cohort.firms]
    let sizes = rows.compactMap { row -> (english: String, chinese: String)? in
      guard let attribute = entity[row] else { return nil }
      let text = attribute.expression.canonical
      // A bare number says by its attribute what it counts.
      guard text.last?.isLetter != true, text.last != "亩" else { return (text, text) }
      let counted = row.name == Firm.jobs.name ? "就业 \(text) 人" : "企业 \(text) 家"
      return ("\(text) \(row.name)", counted)
    }
    return Table.Note(
      sizes.map(\.english).joined(separator: ", "),
      chinese: sizes.map(\.chinese).joined(separator: "，"))
  }
}
