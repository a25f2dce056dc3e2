import Analysis
import Diagnostics
import Language
import ParkModel
import Quantities
import Simulation

/// Where one stands on the timeline, and how to go on: `advance`, `rewind` and `now`.
///
/// One stands at the beginning of a step, with everything before it behind one. A walk changes no
/// figure: every run is of the whole span.
struct Walk {
  enum Direction {
    case onward, back
  }

  let projection: Projection
  /// Steps that are over, 0 to all of them.
  let step: Int

  /// Throws where the scenario cannot run.
  init(_ session: inout Session) throws(Diagnostic) {
    projection = try session.project(session.view)
    let calendar = projection.calendar
    step = Walk.step(of: session.walked, in: calendar)
  }

  var calendar: StepCalendar { projection.calendar }
  var isAtEnd: Bool { step == calendar.count }

  /// `today is 2026-01-01, 8 of 18 years on`
  var place: Sentence {
    let date = calendar.date(ofStep: step).text
    if step == 0 { return "today is \(date), the beginning" }
    if isAtEnd { return "today is \(date), the end of the scenario" }
    let unit = Self.unit(calendar.stepMonths)
    return "today is \(date), \(step) of \(calendar.count) \(unit)s on"
  }

  /// The day to stand on at a step; nil for the beginning.
  func today(at step: Int) -> CalendarDate? {
    step == 0 ? nil : calendar.date(ofStep: step)
  }

  /// The step of a day; the first or the end where the scenario begins later or ends earlier.
  static func step(of day: CalendarDate?, in calendar: StepCalendar) -> Int {
    let months = day.map { $0.monthIndex - calendar.firstMonth } ?? 0
    return min(max(0, months / calendar.stepMonths), calendar.count)
  }

  // MARK: Where to

  /// The step that a statement goes to: so much time from here, or a date.
  func goal(
    _ reader: inout ArgumentReader, _ direction: Direction
  ) throws(Diagnostic) -> Int {
    guard !reader.isAtEnd else {
      return direction == .back ? 0 : min(calendar.count, step + max(1, 12 / calendar.stepMonths))
    }
    let expression = try reader.expression()
    let place = reader.location(expression.span)
    try reader.end()
    if let period = expression.askedPeriod {
      return try goal(calendar.asked(period), direction, at: place)
    }
    guard case .quantity(let quantity, _) = expression.kind,
      let months = quantity.value(in: UnitTable.known("month")), (0...12_000).contains(months)
    else {
      throw Diagnostic(
        "wrong-kind", "`\(expression.canonical)` is neither a time nor a date", at: place,
        help: ["for example `\(direction.verb) 1y` or `\(direction.verb) 2030`"])
    }
    let count = months / Double(calendar.stepMonths)
    guard count >= 1, count == count.rounded() else {
      throw notAStep(expression.canonical, at: place)
    }
    let steps = NumberFormat.whole(count)
    return direction == .onward ? min(calendar.count, step + steps) : max(0, step - steps)
  }

  private func goal(
    _ period: CalendarPeriod, _ direction: Direction, at place: Location
  ) throws(Diagnostic) -> Int {
    let months = period.start.monthIndex - calendar.firstMonth
    guard period.start.day == 1, months % calendar.stepMonths == 0 else {
      throw notAStep(period.text, at: place)
    }
    let goal = months / calendar.stepMonths
    guard (0...calendar.count).contains(goal) else {
      let begin = calendar.date(ofStep: 0)
      let end = calendar.date(ofStep: calendar.count)
      throw Diagnostic(
        "outside-span",
        "`\(period.text)` is outside the scenario, from \(begin.text) to \(end.text)", at: place)
    }
    guard direction == .onward ? goal > step : goal < step else {
      let today = calendar.date(ofStep: step)
      let other: Direction = direction == .onward ? .back : .onward
      throw Diagnostic(
        "wrong-way",
        "`\(period.text)` is not \(direction == .onward ? "after" : "before") today, \(today.text)",
        at: place, help: goal == step ? [] : ["`\(other.verb) \(period.text)` goes there"])
    }
    return goal
  }

  /// The end of a scenario that is ten years longer, as one would write it.
  static func laterEnd(_ calendar: StepCalendar) -> String {
    let end = calendar.date(ofStep: calendar.count)
    guard calendar.fiscal != 1 else { return "\(end.year + 9)" }
    return String(CalendarDate.firstDay(ofMonth: end.monthIndex + 119).text.dropLast(3))
  }

  private func notAStep(_ text: String, at place: Location) -> Diagnostic {
    Diagnostic(
      "not-a-step", "`\(text)` is no whole number of steps of the scenario", at: place,
      notes: [Diagnostic.Note("a step is a \(Self.unit(calendar.stepMonths))")],
      help: ["for shorter steps, write for example `set scenario step=month`"])
  }

  private static func unit(_ months: Int) -> String {
    switch months {
    case 1: "month"
    case 3: "quarter"
    case 6: "half"
    default: "year"
    }
  }
}

extension Session {
  /// The day on which one stands, later than the scenario's beginning; nil there. A scenario whose
  /// span is another by now has one stand in that.
  var today: CalendarDate? {
    guard let walked, let header = scenario.header, let calendar = StepCalendar(header) else {
      return walked
    }
    let step = Walk.step(of: walked, in: calendar)
    return step == 0 ? nil : calendar.date(ofStep: step)
  }
}

extension Walk.Direction {
  var verb: String { self == .onward ? "advance" : "rewind" }
}
