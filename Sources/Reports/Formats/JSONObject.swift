import Diagnostics

/// A row of a table as a JSON object: numbers as numbers, what is undefined as null.
struct JSONObject {
  /// The names of the members, as JSON strings, each once.
  private let names: [String]

  init(_ table: Table) {
    var seen: Set<String> = []
    names = table.fileHeadings.map { heading in
      // A reader keeps only the last of two members of one name.
      var name = heading
      var count = 1
      while !seen.insert(name).inserted {
        count += 1
        name = "\(heading) \(count)"
      }
      return jsonString(name)
    }
  }

  func text(_ row: [Table.Cell]) -> String {
    let members = zip(names, row).map { name, cell in "\(name): \(JSONObject.value(cell))" }
    return "{" + members.joined(separator: ", ") + "}"
  }

  private static func value(_ cell: Table.Cell) -> String {
    if case .text(let text, _) = cell { return jsonString(text) }
    return cell.exactNumber ?? "null"
  }
}
