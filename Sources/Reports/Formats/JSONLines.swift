/// Newline-delimited JSON: an object a line, of all tables.
enum JSONLines {
  static let format = FileFormat(name: "ndjson", summary: "JSON, an object a line") { tables, _ in
    tables.reduce(into: []) { bytes, table in
      let object = JSONObject(table)
      for row in table.rows { bytes += Array((object.text(row) + "\n").utf8) }
    }
  }
}
