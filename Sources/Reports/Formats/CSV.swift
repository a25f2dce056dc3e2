import Diagnostics

/// Comma-separated values: RFC 4180, UTF-8, LF. Language 6.
enum CSV {
  static let format = FileFormat(
    name: "csv", summary: "comma-separated values", options: [.excel, .raw]
  ) { (tables, options, sink) throws(Diagnostic) in
    try options.write(tables, to: sink, separator: ",", quoted)
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
