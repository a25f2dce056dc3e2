import Diagnostics

/// A row of a table as a JSON object: numbers as numbers, what is undefined as null.
enum JSONObject {
  /// How rows of some columns stand.
  static func shape(of columns: [Table.Column]) -> RowShape {
    var seen: Set<String> = []
    let leads = columns.enumerated().map { index, column in
      // A reader keeps only the last of two members of one name.
      var name = column.nameInFiles
      var count = 1
      while !seen.insert(name).inserted {
        count += 1
        name = "\(column.nameInFiles) \(count)"
      }
      return (index == 0 ? "{" : ", ") + jsonString(name) + ": "
    }
    return RowShape(leads: leads, end: "}", undefined: "null", text: jsonString)
  }
}
