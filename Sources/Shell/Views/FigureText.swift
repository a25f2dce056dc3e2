import Language
import Quantities
import Simulation

/// Figures as people read them.
enum FigureText {
  /// What an expression came to. `unit` is that of the metric that it is as such.
  static func text(
    _ outcome: Outcome, _ unit: String?, _ calendar: StepCalendar?
  ) -> String {
    switch outcome {
    case .scalar(let value): return text(value, unit)
    case .schedule(let schedule):
      let entries = zip(schedule.keys, schedule.values).map { key, value in
        "\(text(key)): \(text(value, nil))"
      }
      return (schedule.isStraight ? "ramp(" : "{") + entries.joined(separator: ", ")
        + (schedule.isStraight ? ")" : "}")
    case .series(let series):
      return zip(series.periods, series.values).map { period, value in
        "\(calendar?.label(period) ?? ""): \(text(value, nil))"
      }.joined(separator: "\n")
    }
  }

  static func text(_ value: Scalar, _ unit: String? = nil) -> String {
    switch value {
    case .truth(let holds): holds ? "true" : "false"
    case .undefined(let reason): "– (\(reason))"
    case .number(let quantity):
      if quantity.unit.text == "fen", quantity.dimension == .money {
        money(fen: quantity.value)
      } else if unit == "share" {
        NumberFormat.significant(quantity.value * 100) + " %"
      } else if let unit, quantity.dimension == .number {
        NumberFormat.significant(quantity.value) + (unit.isEmpty ? "" : " " + unit)
      } else {
        text(quantity.inYuan)
      }
    }
  }

  /// An amount with its exact yuan behind it; small ones as they are.
  private static func money(fen: Double) -> String {
    guard fen.magnitude < 9e15, fen == fen.rounded() else {
      return scaled(fen / 100, "yuan")
    }
    let exact = NumberFormat.groupedYuan(fen: Int64(fen))
    return fen.magnitude < 1_000_000
      ? "\(exact) yuan" : "\(scaled(fen / 100, "yuan")) (\(exact))"
  }

  /// A quantity in its own unit.
  static func text(_ quantity: Quantity) -> String {
    let unit = quantity.unit.text
    if unit.hasPrefix("yuan") { return scaled(quantity.value, unit) }
    // A number of a few digits is printed whole, a long one to four.
    let digits = NumberFormat.shortest(quantity.value).count { $0.isNumber }
    let number = NumberFormat.significant(quantity.value, digits: digits <= 7 ? 7 : 4)
    if unit == "%" { return number + "%" }
    return unit.isEmpty ? number : "\(number) \(unit)"
  }

  private static func text(_ key: ScheduleKey) -> String {
    switch key {
    case .date(let date): date.shortText
    case .age(let months): NumberFormat.significant(months / 12) + "y"
    }
  }

  /// A figure of a metric in few digits, with a `+` before what is more where asked.
  static func short(_ figure: Figure, _ unit: String, signed: Bool = false) -> String {
    guard let value = figure.value else { return "–" }
    let sign = signed && value > 0 ? "+" : ""
    if unit == "share" { return sign + NumberFormat.significant(value * 100, digits: 3) + " %" }
    return sign + text(Quantity(value, UnitTable.product(unit) ?? .one))
  }

  /// A number of yuan with a magnitude: `484.5M yuan`.
  static func scaled(_ value: Double, _ unit: String) -> String {
    let steps: [(Double, String)] = [(1e12, "tn"), (1e9, "bn"), (1e6, "M"), (1e3, "k")]
    let step = steps.first { value.magnitude >= $0.0 }
    guard let step, value.magnitude >= 10_000 else {
      return NumberFormat.significant(value) + " " + unit
    }
    return NumberFormat.significant(value / step.0) + step.1 + " " + unit
  }
}
