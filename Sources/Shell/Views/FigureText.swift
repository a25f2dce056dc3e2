import Diagnostics
import Language
import Quantities
import Reports
import Simulation

/// Figures as people read them, in the magnitudes and words of the settings.
struct FigureText {
  let style: FigureStyle

  init(_ style: FigureStyle) {
    self.style = style
  }

  /// What an expression came to. `unit` is that of the metric that it is as such; `isAsked` says that
  /// somebody asked for the unit that it has, which else is yuan for fen.
  func text(
    _ outcome: Outcome, _ unit: String?, _ calendar: StepCalendar?, inItsUnit isAsked: Bool = false
  ) -> String {
    switch outcome {
    case .scalar(.number(let quantity)) where isAsked: return text(quantity)
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

  func text(_ value: Scalar, _ unit: String? = nil) -> String {
    switch value {
    case .truth(let holds): holds ? "true" : "false"
    case .undefined(let reason): "–" + style.bracketed(reason.text(style.wording))
    case .number(let quantity):
      if quantity.unit.text == "fen", quantity.dimension == .money {
        money(fen: quantity.value)
      } else if unit == "share" {
        style.percent(quantity.value)
      } else if let unit, quantity.dimension == .number {
        style.text(style.number(quantity.value), unit)
      } else {
        text(quantity.inYuan)
      }
    }
  }

  /// An amount with its exact yuan behind it; small ones as they are.
  private func money(fen: Double) -> String {
    guard fen.magnitude < 9e15, fen == fen.rounded() else {
      // Less than a fen is what rounding leaves.
      return style.money(fen.rounded(.toNearestOrEven) / 100)
    }
    let exact = NumberFormat.groupedYuan(fen: Int64(fen))
    return fen.magnitude < 1_000_000
      ? style.text(exact, "yuan") : style.money(fen / 100) + style.bracketed(exact)
  }

  /// What stands behind a figure that is none of a plain run in real money.
  func word(of basis: Table.Basis) -> String {
    style.language == .chinese ? basis.chinese : basis.word
  }

  /// A quantity in its own unit.
  func text(_ quantity: Quantity) -> String {
    style.text(Table.Measured(quantity.value, quantity.unit.text))
  }

  private func text(_ key: ScheduleKey) -> String {
    switch key {
    case .date(let date): date.shortText
    case .age(let months): NumberFormat.significant(months / 12) + "y"
    }
  }
}
