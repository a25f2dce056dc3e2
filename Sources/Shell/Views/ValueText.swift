import Quantities
import Simulation

/// The value of a factor as a number and a unit.
struct ValueText {
  let number: String
  let unit: String

  init(_ view: FactorView, _ count: ShownCount?) {
    switch view.value {
    case .undefined:
      number = "–"
      unit = ""
    case .fen(let fen):
      number = NumberFormat.groupedYuan(fen: fen)
      unit = "yuan"
    case .number(let value):
      if let count {
        number = count.text
        unit = view.unit
      } else if view.unit == "share" || view.unit.hasPrefix("share/") {
        number = NumberFormat.significant(value * 100, digits: 6)
        unit = "%" + view.unit.dropFirst("share".count)
      } else if view.unit == "yuan", value.magnitude < 1e-6 {
        number = "0"
        unit = view.unit
      } else {
        number = NumberFormat.significant(value, digits: 7)
        unit = view.unit
      }
    }
  }
}
