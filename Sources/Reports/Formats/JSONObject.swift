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
      return JSONObject.string(name)
    }
  }

  func text(_ row: [Table.Cell]) -> String {
    let members = zip(names, row).map { name, cell in "\(name): \(JSONObject.value(cell))" }
    return "{" + members.joined(separator: ", ") + "}"
  }

  private static func value(_ cell: Table.Cell) -> String {
    if case .text(let text, _) = cell { return string(text) }
    return cell.exactNumber ?? "null"
  }

  /// Quotes, backslashes and all that is no plain line of text escaped.
  private static func string(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22: result += "\\\""
      case 0x5C: result += "\\\\"
      case 0x0A: result += "\\n"
      case 0x09: result += "\\t"
      case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
