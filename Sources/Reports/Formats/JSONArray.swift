/// JSON: an array of objects, one a row and a line; of several tables, an array of such arrays.
enum JSONArray {
  static let format = FileFormat(name: "json", summary: "JSON, an array of objects") { tables, _ in
    let arrays = tables.map(text)
    let whole =
      arrays.count == 1 ? arrays[0] : "[\n" + arrays.joined(separator: ",\n") + "\n]"
    return Array((whole + "\n").utf8)
  }

  private static func text(_ table: Table) -> String {
    guard !table.rows.isEmpty else { return "[]" }
    let object = JSONObject(table)
    return "[\n" + table.rows.map { "  " + object.text($0) }.joined(separator: ",\n") + "\n]"
  }
}
