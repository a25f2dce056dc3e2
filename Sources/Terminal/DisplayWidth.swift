import CEditline
import Glibc

extension Unicode.Scalar {
  /// Columns this takes on the terminal: 0 for a combining mark, 2 for a Chinese character.
  ///
  /// By the C library's table, which is libedit's too. What that does not know (newer emoji; all but
  /// ASCII when there is no UTF-8 locale) counts as most such characters do: 2 from the Hangul block
  /// on, 1 before.
  var columns: Int {
    if value >= 0x20 && value < 0x7F { return 1 }
    let known = Int(editline_width(wchar_t(bitPattern: value)))
    return known >= 0 ? known : (value >= 0x1100 ? 2 : 1)
  }

  /// Whether the C library knows no width for this, and no way to write it.
  var isUnknown: Bool { editline_width(wchar_t(bitPattern: value)) < 0 }

  /// Control characters do not belong in text that is shown.
  var isControl: Bool { value < 0x20 || (0x7F...0x9F).contains(value) }
}

extension StringProtocol {
  /// Columns this takes on the terminal.
  var columns: Int { unicodeScalars.reduce(0) { $0 + $1.columns } }

  /// This, cut to at most `limit` columns with `ellipsis` at the end when something was cut.
  func fitted(to limit: Int, ellipsis: String) -> String {
    if columns <= limit { return String(self) }
    let room = limit - ellipsis.columns
    guard room >= 0 else { return "" }
    var kept = ""
    var used = 0
    for character in self {
      let width = String(character).columns
      if used + width > room { break }
      kept.append(character)
      used += width
    }
    return kept + ellipsis
  }
}
