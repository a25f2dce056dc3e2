import Diagnostics

/// Newline-delimited JSON: an object a line, of all tables.
enum JSONLines {
  static let format = FileFormat(name: "ndjson", summary: "JSON, an object a line") {
    (tables, _, sink) throws(Diagnostic) in
    for table in tables {
      var shape = JSONObject.shape(of: table.columns)
      shape.end += "\n"
      try shape.write(table, to: sink)
    }
  }
}
