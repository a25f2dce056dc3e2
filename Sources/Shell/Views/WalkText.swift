import Diagnostics
import Quantities
import Reports
import Simulation

/// What a walk passes: each year's headline, and below it what happened.
enum WalkText {
  /// As many events of a year are shown; `events` lists all.
  private static let limit = 12

  /// The years, or parts of them, from one step to another.
  static func text(_ walk: Walk, to goal: Int, width: Int?, settings: OutputSettings) -> String {
    let calendar = walk.calendar
    return calendar.years.map { $0.clamped(to: walk.step..<goal) }.filter { !$0.isEmpty }
      .map { text($0, walk.projection, width: width, settings: settings) }.joined()
  }

  /// The figures of the steps just over, and how they moved against as many steps before.
  static func headline(
    _ steps: Range<Int>, _ projection: Projection, width: Int?, settings: OutputSettings
  ) -> String {
    let earlier = steps.lowerBound - steps.count..<steps.lowerBound
    let before = earlier.lowerBound >= 0 ? Headline(projection, over: earlier) : nil
    return Headline(projection, over: steps).map {
      $0.line(from: before, width: width, settings: settings) + "\n"
    }
      ?? ""
  }

  private static func text(
    _ steps: Range<Int>, _ projection: Projection, width: Int?, settings: OutputSettings
  ) -> String {
    let calendar = projection.calendar
    let events = projection.events.filter { steps.contains(calendar.step(at: $0.instant)) }
    let shown = events.prefix(limit)
    let column = shown.map { displayWidth(escapingControls($0.name)) }.max() ?? 0
    var text = headline(steps, projection, width: width, settings: settings)
    for event in shown {
      let line = self.line(event, calendar, column, settings.style.wording)
      text += (width.map { truncated(line, to: max(20, $0)) } ?? line) + "\n"
    }
    if events.count > shown.count {
      let year = calendar.name(of: calendar.year(holding: steps.lowerBound))
      let rest: Sentence = "and \(events.count - shown.count) more: `events years=\(year)`"
      text += "  \(rest.text(settings.style.wording))\n"
    }
    return text
  }

  /// `  2026-01-01  plant  arrives`
  static func line(
    _ event: Event, _ calendar: StepCalendar, _ column: Int, _ wording: Wording?
  ) -> String {
    let name = escapingControls(event.name)
    let gap = String(repeating: " ", count: max(0, column - displayWidth(name)))
    return "  \(calendar.date(at: event.instant).text)  \(name)\(gap)  "
      + escapingControls(event.text.text(wording))
  }
}
