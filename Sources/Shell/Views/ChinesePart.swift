import Analysis
import ParkModel
import Simulation

/// What Chinese statistics call the parts of a figure that the program names itself: the levels of
/// government, as their library does, and the taxes of China. Every other part has the name that the
/// scenario gives it.
enum ChinesePart {
  /// Taxes of the library by name.
  static let taxes = [
    "cit": "企业所得税",
    "land-use": "城镇土地使用税",
    "pit": "个人所得税",
    "property": "房产税",
    "stamp": "印花税",
    "surtax": "附加税费",
    "vat": "增值税",
  ]

  /// The name of a part; empty where it has only its own.
  static func name(_ part: String, of division: Division) -> String {
    switch division {
    case .level: Levels.level(named: part)?.chinese ?? ""
    case .tax: taxes[part] ?? ""
    case .firm, .jurisdiction, .park, .phase, .sector: ""
    }
  }

  /// The heading of a figure, with what it is narrowed to; empty where it has only its own.
  static func heading(of figure: FigureRequest) -> String {
    let label = figure.label
    guard figure.chinese.isEmpty, label.hasPrefix("tax.") else { return figure.chinese }
    let name = label.dropFirst(4).prefix { $0 != "[" }
    return taxes[String(name)].map { $0 + label.dropFirst(4 + name.count) } ?? ""
  }
}
