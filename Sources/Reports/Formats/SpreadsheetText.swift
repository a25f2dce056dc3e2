extension FileFormat.Options {
  /// A text that a spreadsheet would run, behind an apostrophe: one that begins with a sign of a formula,
  /// in full width too, or with white space that is left out before one. What is a number is none.
  func guarded(_ text: String) -> String {
    guard !raw, let first = text.unicodeScalars.first,
      "=+-@＝＋－＠\t\r\n".unicodeScalars.contains(first),
      text.wholeMatch(of: /[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?%?/) == nil
    else { return text }
    return "'" + text
  }

  var lineEnd: String { excel ? "\r\n" : "\n" }
  var start: [UInt8] { excel ? [0xEF, 0xBB, 0xBF] : [] }

  /// Rows of texts as lines, with an empty line between tables.
  func lines(
    _ tables: [Table], separator: String, _ field: (String) -> String
  ) -> [UInt8] {
    var bytes = start
    for (index, table) in tables.enumerated() {
      if index > 0 { bytes += Array(lineEnd.utf8) }
      let headings = table.fileHeadings.map { field(guarded($0)) }
      bytes += Array((headings.joined(separator: separator) + lineEnd).utf8)
      for row in table.rows {
        let cells = row.map { cell in
          if case .text(let text, _) = cell { return field(guarded(text)) }
          return cell.exactNumber ?? ""
        }
        bytes += Array((cells.joined(separator: separator) + lineEnd).utf8)
      }
    }
    return bytes
  }
}
