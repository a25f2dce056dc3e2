import Diagnostics
import Ensembles
import ParkModel
import Quantities
import Reports
import Simulation

/// A file as a data package describes it.
struct PackagedFile {
  /// What columns mean, as far as metrics say it.
  struct Meanings {
    private let taxes: [String]
    private let levels: Levels
    private let isChinese: Bool

    init(_ session: Session) {
      taxes = session.scenario.entities(.tax).map(\.name)
      levels = session.scenario.levels
      isChinese = session.settings.style.language == .chinese
    }

    /// A title and a sentence of a column; the sentence is empty where no metric has the name.
    func meaning(of column: Table.Column) -> (title: String, sentence: String) {
      let row = MetricTable.metric(column.heading, taxes: taxes, levels: levels)?.row
      let chinese = column.chinese.isEmpty ? row?.chinese ?? "" : column.chinese
      return (isChinese && !chinese.isEmpty ? chinese : column.heading, row?.summary ?? "")
    }
  }

  let name: String
  let bytes: [UInt8]
  let table: Table?
  let receipt: Receipt
  let meanings: Meanings

  /// The ending of the file, which says its format.
  private var ending: String {
    name.split(separator: ".", omittingEmptySubsequences: false).last?.lowercased() ?? ""
  }

  /// What `resources` of a package says of it. `isTaken` knows the names of the others.
  func json(isTaken: (String) -> Bool) -> JSONValue {
    let print = SHA256.text(SHA256.digest(bytes[...]))
    // Where the table is known, its columns are and the file says only what it calls them.
    let rows = WrittenRows(bytes, format: ending, limit: table == nil ? .max : 1)
    let fields = rows.flatMap(fields)
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let slug = PackagedFile.slug(String(name.prefix { $0 != "." })) ?? "file"
    // The format tells files of one name apart, and the name of the file itself all others.
    let names = [slug, "\(slug)-\(ending)"].filter { PackagedFile.slug($0) == $0 }
    let free = names.first { !isTaken($0) }
    let nameBytes = SHA256.digest(Array(name.utf8)[...])
    var members: [JSONValue.Member] = [
      .init("name", .text(free ?? "\(slug)-\(SHA256.text(nameBytes).prefix(8))")),
      .init("path", .text(name)),
      .init("title", .text(receipt.statement)),
    ]
    // What Frictionless calls a table it reads with what reads that format, installed or not; of a file
    // it checks the bytes.
    members += [
      .init("type", .text(fields != nil && dialect != nil ? "table" : "file")),
      .init("format", .text(ending)),
      .init("mediatype", .text(FileFormat.mediatypes[ending] ?? "application/octet-stream")),
    ]
    if FileFormat.texts.contains(where: { $0.name == ending }) {
      members.append(.init("encoding", .text(hasMark ? "utf-8-sig" : "utf-8")))
    }
    members += [
      .init("bytes", .number("\(bytes.count)")), .init("hash", .text("sha256:\(print)")),
    ]
    if let fields {
      if let dialect { members.append(.init("dialect", dialect)) }
      members.append(.init("schema", .object([.init("fields", .array(fields))])))
    }
    members.append(.init(Receipt.key, receipt.json))
    return .object(members)
  }

  /// How the fields of a line are told apart; nil where there are none.
  private var dialect: JSONValue? {
    let end = bytes.contains(UInt8(ascii: "\r")) && table != nil ? "\r\n" : "\n"
    switch ending {
    case "csv":
      return .object([
        .init("delimiter", .text(",")), .init("lineTerminator", .text(end)),
        .init("quoteChar", .text("\"")), .init("doubleQuote", .bool(true)),
      ])
    case "tsv":
      return .object([
        .init("delimiter", .text("\t")), .init("lineTerminator", .text(end)),
        .init("escapeChar", .text("\\")), .init("doubleQuote", .bool(false)),
      ])
    default: return nil
    }
  }

  /// The columns; nil where the file has several tables or none that says its columns.
  private func fields(of rows: WrittenRows) -> [JSONValue]? {
    guard !rows.headings.isEmpty, rows.rows.allSatisfy({ $0.count == rows.headings.count }) else {
      return nil
    }
    if let table, table.columns.count != rows.headings.count { return nil }
    return rows.headings.enumerated().map { index, heading in
      let type =
        table.map { kind(ofColumn: index, of: $0) } ?? kind(of: rows.rows.map { $0[index] })
      var members: [JSONValue.Member] = [
        .init("name", .text(heading)), .init("type", .text(type)),
      ]
      guard let column = table?.columns[index] else { return .object(members) }
      let (title, sentence) = meanings.meaning(of: column)
      members.append(.init("title", .text(title)))
      if !column.unit.isEmpty { members.append(.init("unit", .text(column.unit))) }
      var parts = [sentence] + column.bases.map(\.word)
      if column.unit.contains("yuan"), column.bases.isEmpty, let year = table?.priceYear {
        parts.append("money in prices of \(year)")
      }
      let description = parts.filter { !$0.isEmpty }.joined(separator: "; ")
      if !description.isEmpty { members.append(.init("description", .text(description))) }
      return .object(members)
    }
  }

  /// What a column of a table has: days, numbers, or any text.
  private func kind(ofColumn index: Int, of table: Table) -> String {
    var texts: [String] = []
    var hasNumbers = table.columns[index].isNumeric
    for row in table.rows {
      switch row[index] {
      case .text(let text, _): if !text.isEmpty { texts.append(text) }
      case .money, .number, .measured: hasNumbers = true
      case .undefined: break
      }
    }
    if texts.isEmpty { return hasNumbers ? "number" : "string" }
    return !hasNumbers && texts.allSatisfy { CalendarDate(iso: $0) != nil } ? "date" : "string"
  }

  /// The same of cells as they were written.
  private func kind(of cells: [String]) -> String {
    let cells = cells.filter { !$0.isEmpty }
    if cells.isEmpty { return "string" }
    if cells.allSatisfy({ CalendarDate(iso: $0) != nil }) { return "date" }
    return cells.allSatisfy { Double($0)?.isFinite == true } ? "number" : "string"
  }

  /// A text as a name of Frictionless: small ASCII letters, digits and `-`, `_`, `.`; nil where nothing
  /// of it is left.
  static func slug(_ text: String) -> String? {
    var slug = ""
    for scalar in text.lowercased().unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9", "_", ".": slug.unicodeScalars.append(scalar)
      default: if let last = slug.last, last != "-" { slug += "-" }
      }
      if slug.utf8.count >= 60 { break }
    }
    while slug.last == "-" || slug.last == "." { slug.removeLast() }
    while slug.first == "." { slug.removeFirst() }
    return slug.isEmpty ? nil : slug
  }
}

extension FileFormat {
  /// What each ending is called on the net.
  static let mediatypes: [String: String] = [
    "csv": "text/csv", "html": "text/html", "json": "application/json", "md": "text/markdown",
    "ndjson": "application/x-ndjson", "png": "image/png", "sqlite": "application/vnd.sqlite3",
    "svg": "image/svg+xml", "tsv": "text/tab-separated-values",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ]
}

extension CalendarDate {
  /// A day as files have it, `2025-01-01`; nil for any other text.
  fileprivate init?(iso text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard text.utf8.count == 10, parts.map(\.count) == [4, 2, 2],
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}
