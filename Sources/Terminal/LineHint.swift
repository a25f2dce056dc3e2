/// The hint behind the cursor.
extension LineEditor {
  /// The hint to draw, which is the one that keys take from now on.
  ///
  /// There is one only in colour: without grey it would look like text.
  func shownHint(in window: LineWindow) -> String {
    shownHint = nil
    guard colour, search == nil, !window.text.isEmpty,
      window.cursor == window.text.unicodeScalars.count,
      let hint = hint(behind: window)
    else { return "" }
    shownHint = (window.text, hint)
    switch hint {
    case .continuation(let text):
      // Of several rows only the first is shown; all of them are taken.
      let first = text.prefix { $0 != "\n" }
      return first.utf8.count < text.utf8.count ? first + " …" : text
    case .usage(let text):
      return window.text.last?.isWhitespace == true ? text : " " + text
    }
  }

  private func hint(behind window: LineWindow) -> Hint? {
    if window.isWhole, let entry = past.newest(beginningWith: window.text) {
      return .continuation(String(entry.utf8.dropFirst(window.text.utf8.count)) ?? "")
    }
    return hint(window.text)
  }

  /// What `key` takes of the hint that is seen; nil where it does something else.
  func takenFromHint(by key: Key) -> String? {
    guard let shown = shownHint, case .continuation(let rest) = shown.hint, cursor == buffer.count,
      text == shown.text
    else { return nil }
    switch key {
    case .scalar("\u{05}"), .scalar("\u{06}"): return rest
    case .meta("f") where !isVi: return Self.firstWord(of: rest)
    case .sequence(let sequence):
      switch FunctionKey.function(of: sequence) {
      case "ed-next-char", "line-row-end": return rest
      case "em-next-word": return Self.firstWord(of: rest)
      default: return nil
      }
    default: return nil
    }
  }

  /// Blanks and what stands behind them, up to the next blank.
  static func firstWord(of text: String) -> String {
    let blanks = text.prefix { $0.isWhitespace }
    return String(blanks + text.dropFirst(blanks.count).prefix { !$0.isWhitespace })
  }
}
