import Diagnostics

/// Tab-separated values: UTF-8, LF, no quotes. A tab, a line break or a backslash in a text is written
/// `\t`, `\n`, `\r` or `\\`, so that a row is a line and a tab ends a field.
enum TSV {
  static let format = FileFormat(
    name: "tsv", summary: "tab-separated values", options: [.excel, .raw]
  ) { (tables, options, sink) throws(Diagnostic) in
    try options.write(tables, to: sink, separator: "\t", escaped)
  }

  private static func escaped(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { "\t\n\r\\".unicodeScalars.contains($0) }) else {
      return text
    }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\t": result += "\\t"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\\": result += "\\\\"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
