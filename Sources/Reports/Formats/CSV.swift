import Quantities

/// Comma-separated values: RFC 4180, UTF-8, LF. LANGUAGE 8.
enum CSV {
  static let format = FileFormat(name: "csv", summary: "comma-separated values", write: write)

  private static func write(_ table: Table, _ options: FileFormat.Options) -> [UInt8] {
    let lineEnd = options.excel ? "\r\n" : "\n"
    var bytes: [UInt8] = options.excel ? [0xEF, 0xBB, 0xBF] : []
    let headings = table.columns.map { column in
      let unit = column.unit.isEmpty ? "" : " (\(column.unit))"
      return quoted(guarded(column.heading + unit, options))
    }
    bytes += Array((headings.joined(separator: ",") + lineEnd).utf8)
    for row in table.rows {
      let cells = row.map { cell(for: $0, options) }
      bytes += Array((cells.joined(separator: ",") + lineEnd).utf8)
    }
    return bytes
  }

  private static func cell(for cell: Table.Cell, _ options: FileFormat.Options) -> String {
    switch cell {
    case .text(let text): quoted(guarded(text, options))
    case .money(let fen): NumberFormat.yuan(fen: fen)
    case .number(let value): NumberFormat.shortest(value)
    case .measured(let figure): figure.exact
    case .undefined: ""
    }
  }

  /// A text that a spreadsheet would run, behind an apostrophe.
  private static func guarded(_ text: String, _ options: FileFormat.Options) -> String {
    guard !options.raw, let first = text.unicodeScalars.first,
      "=+-@\t\r".unicodeScalars.contains(first)
    else { return text }
    return "'" + text
  }

  /// A field in quotes where commas, quotes or line breaks ask for them.
  private static func quoted(_ text: String) -> String {
    let needsQuotes = text.unicodeScalars.contains { ",\"\n\r".unicodeScalars.contains($0) }
    guard needsQuotes else { return text }
    var result = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { result += "\"\"" } else { result.unicodeScalars.append(scalar) }
    }
    return result + "\""
  }
}
