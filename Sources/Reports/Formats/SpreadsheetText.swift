import Diagnostics

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

  /// Rows as lines below a line of headings, with an empty line between tables.
  func write(
    _ tables: [RowSource], to sink: ByteSink, separator: String,
    _ field: @escaping @Sendable (String) -> String
  ) throws(Diagnostic) {
    sink.append(start)
    let text = { @Sendable (text: String) in field(guarded(text)) }
    for (index, table) in tables.enumerated() {
      if index > 0 { sink.append(lineEnd) }
      let headings = table.columns.map { text($0.nameInFiles) }
      sink.append(headings.joined(separator: separator) + lineEnd)
      let leads = table.columns.indices.map { $0 == 0 ? "" : separator }
      try RowShape(leads: leads, end: lineEnd, text: text).write(table, to: sink)
    }
  }
}
