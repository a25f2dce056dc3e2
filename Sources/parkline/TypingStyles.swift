import Shell
import Terminal

extension TextStyle {
  /// The style of what the shell knows of a piece of text.
  init(_ style: HighlightStyle) {
    self =
      switch style {
      case .command: .command
      case .kind: .kind
      case .attribute: .attribute
      case .name: .name
      case .number: .number
      case .unit: .unit
      case .string: .string
      case .comment: .comment
      case .function: .function
      case .metric: .metric
      case .keyword: .keyword
      case .error: .error
      }
  }
}

extension Hint {
  /// What the shell says behind the cursor.
  init(_ hint: TypingHint) {
    self =
      switch hint {
      case .continuation(let text): .continuation(text)
      case .usage(let text): .usage(text)
      }
  }
}
