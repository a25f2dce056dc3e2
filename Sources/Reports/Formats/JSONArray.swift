import Diagnostics

/// JSON: an array of objects, one a row and a line; of several tables, an array of such arrays.
enum JSONArray {
  static let format = FileFormat(name: "json", summary: "JSON, an array of objects") {
    (tables, _, sink) throws(Diagnostic) in
    if tables.count > 1 { sink.append("[\n") }
    for (index, table) in tables.enumerated() {
      if index > 0 { sink.append(",\n") }
      try write(table, to: sink)
    }
    sink.append(tables.count > 1 ? "\n]\n" : "\n")
  }

  private static func write(_ table: RowSource, to sink: ByteSink) throws(Diagnostic) {
    var shape = JSONObject.shape(of: table.columns)
    // What is without rows is `[]`.
    let opening = "[\n  "
    shape.between = ",\n  "
    sink.append(try shape.write(table, to: sink, behind: opening) > 0 ? "\n]" : "[]")
  }
}
