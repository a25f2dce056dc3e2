/// What a file of rows says, cell by cell, as it was written: what is not there is an empty text.
public struct WrittenRows: Sendable, Equatable {
  public var headings: [String]
  public var rows: [[String]]

  /// The rows of a file in a format of rows; nil where it is none of those that say cells, and where the
  /// bytes are not such a file.
  ///
  /// Of lines at most `limit` are read, the headings among them. A byte-order mark, CRLF and quotes that nobody needs are what spreadsheets add, and change nothing.
  public init?(_ bytes: [UInt8], format: String, limit: Int = .max) {
    switch format.lowercased() {
    case "csv": self.init(lines: DelimitedText.csv(bytes, limit))
    case "tsv": self.init(lines: DelimitedText.tsv(bytes, limit))
    case "json":
      guard let items = (try? JSONValue(bytes))?.items else { return nil }
      self.init(objects: items)
    case "ndjson":
      var items: [JSONValue] = []
      for line in bytes.split(separator: UInt8(ascii: "\n")) {
        guard let item = try? JSONValue(Array(line)) else { return nil }
        items.append(item)
      }
      self.init(objects: items)
    default: return nil
    }
  }

  private init?(lines: [[String]]?) {
    guard let lines, let first = lines.first else { return nil }
    headings = first
    rows = Array(lines.dropFirst())
  }

  /// Every object has the names of the first, in any order; one that has others says so by a heading.
  private init?(objects: [JSONValue]) {
    headings = []
    rows = []
    var places: [String: Int] = [:]
    for object in objects {
      guard case .object(let members) = object else { return nil }
      var row = [String](repeating: "", count: headings.count)
      for member in members {
        let place = places[member.name] ?? headings.count
        if place == headings.count {
          places[member.name] = place
          headings.append(member.name)
          row.append("")
        }
        switch member.value {
        case .null: break
        case .bool(let value): row[place] = "\(value)"
        case .number(let text), .text(let text): row[place] = text
        case .array, .object: return nil
        }
      }
      rows.append(row)
    }
    for index in rows.indices {
      rows[index] += [String](repeating: "", count: headings.count - rows[index].count)
    }
  }
}
