import CEditline

/// `0`, `$`, `D` and `C` in vi's command mode, in a line of several rows.
///
/// To libedit the line is one row. Only libedit knows the operator at hand, so within rows its own
/// `t` and `T`, up to the newline, stand for `$` and `0`.
extension LineEditor {
  private var newline: wchar_t { 0x0A }

  /// Whether `0` is about rows: in a line that has several, neither in a count nor the character that
  /// the key before it asked for.
  func isRowZero(behind previous: Unicode.Scalar?) -> Bool {
    guard isVi, buffer.contains(newline) else { return false }
    guard let previous else { return true }
    return !("0"..."9").contains(previous) && !"rfFtT\u{16}".unicodeScalars.contains(previous)
  }

  func insertZero() -> UInt8 {
    insert("0")
    return refresh
  }

  func goToViRowStart() -> UInt8 {
    guard cursor == 0 || buffer[cursor - 1] != newline else { return Reply.nothing }
    let isFirst = !buffer[..<cursor].contains(newline)
    queue = (isFirst ? [KeyCode.viStart] : "T\n".wide.dropLast()) + queue
    return Reply.goOn
  }

  func goToViRowEnd() -> UInt8 {
    let isEmpty = cursor < buffer.count && buffer[cursor] == newline
    guard !isEmpty else { return Reply.nothing }
    let isLast = !buffer[cursor...].contains(newline)
    queue = (isLast ? [KeyCode.viEnd] : "t\n".wide.dropLast()) + queue
    return Reply.goOn
  }

  /// `d$` or `c$`.
  func operateToRowEnd(_ operation: String) -> UInt8 {
    queue = (operation + "$").wide.dropLast() + queue
    return Reply.goOn
  }
}
