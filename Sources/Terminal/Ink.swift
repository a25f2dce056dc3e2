/// How a character is drawn. Few ways, all of the sixteen basic colours and all to be read on a light
/// ground as well as on a dark one (Docs/Decisions/0060-few-colours.md).
enum Ink: Equatable {
  case plain, bold, blue, magenta, green, dim, grey
  /// What cannot be right: seen without colours too.
  case wrong
  /// A bracket and its partner.
  case pair

  /// What the terminal is told to draw so, from the plain state.
  var start: String {
    switch self {
    case .plain: ""
    case .bold: "\u{1b}[1m"
    case .blue: "\u{1b}[94m"
    case .magenta: "\u{1b}[35m"
    case .green: "\u{1b}[32m"
    case .dim: "\u{1b}[2m"
    case .grey: "\u{1b}[90m"
    case .wrong: "\u{1b}[4;31m"
    case .pair: "\u{1b}[1;4m"
    }
  }

  /// What takes the terminal back to the plain state.
  static let end = "\u{1b}[0m"
}

extension TextStyle {
  var ink: Ink {
    switch self {
    case .command, .kind, .keyword: .bold
    case .attribute, .function, .metric: .blue
    case .name: .magenta
    case .number, .unit: .plain
    case .string: .green
    case .comment: .dim
    case .error: .wrong
    }
  }
}
