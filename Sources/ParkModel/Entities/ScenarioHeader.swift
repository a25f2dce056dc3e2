import Diagnostics
import Quantities

/// The span of a scenario and its steps. Model 1.
public enum ScenarioHeader {
  public static let start = AttributeRow.from("start", required: true, "when it begins")
  public static let end = AttributeRow.until("end", required: true, "when it ends")
  public static let step = AttributeRow.choice(
    "step", ["year", "half", "quarter", "month"], "the length of a step")

  static let row = EntityRow(
    kind: .scenario, summary: "the title, the span and the step of the scenario",
    attributes: [start, end, step],
    example: "scenario \"Quzhou Smart Industry Park\" start=2018 end=2035 step=year")

  /// Months of a step.
  public static func months(of step: String) -> Int {
    switch step {
    case "half": 6
    case "quarter": 3
    case "month": 1
    default: 12
    }
  }

  static func check(_ header: Declaration) throws(Diagnostic) {
    guard let first = header[start], case .period(let start) = first.value,
      let last = header[end], case .period(let end) = last.value
    else { return }
    if end.end <= start.start {
      throw Diagnostic(
        "ends-before-start",
        "the scenario starts on \(start.start.text), when it has ended already",
        at: last.location)
    }
    let word = header.choice(step)
    let months = months(of: word)
    if start.start.day != 1 || (start.start.month - 1) % months != 0 {
      throw Diagnostic(
        "not-a-step", "no \(word) of the calendar begins on \(start.start.text)",
        at: first.location, notes: [Diagnostic.Note("the step is one \(word)")])
    }
    if end.end.day != 1 || (end.end.monthIndex - start.start.monthIndex) % months != 0 {
      throw Diagnostic(
        "not-a-step",
        "from \(start.start.text) to \(end.end.text) is not a whole number of steps",
        at: last.location, notes: [Diagnostic.Note("the step is one \(word)")])
    }
    let steps = (end.end.monthIndex - start.start.monthIndex) / months
    if steps > 2400 {
      throw Diagnostic(
        "out-of-range",
        "\(NumberFormat.grouped(Double(steps), decimals: 0)) steps are more than the 2,400 that a "
          + "scenario may have",
        at: last.location)
    }
  }
}
