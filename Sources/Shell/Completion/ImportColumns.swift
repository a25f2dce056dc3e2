import Diagnostics
import Language
import ParkModel
import Reports

/// What may be said of the columns of a file that is imported: attributes of a firm, and the headings that
/// stand in the file.
struct ImportColumns {
  private let context: StatementContext
  private let session: Session

  init(_ context: StatementContext, _ session: Session) {
    self.context = context
    self.session = session
  }

  /// `jobs=`: what a column may say of a firm.
  func offerNames(to offers: inout Offers) {
    // The file comes first.
    guard !context.file.isEmpty else { return }
    func offer(_ name: String, _ meaning: String) {
      guard !context.given.contains(name) else { return }
      offers.offer(name, meaning, ending: "=")
    }
    offer(ImportHeadings.name, "the column with names")
    offer(ImportHeadings.title, "the column with titles")
    for row in EntityKind.firm.row(in: session.scenario).attributes { offer(row.name, row.summary) }
  }

  /// Behind `jobs=` the headings of the file; behind `park=` first what it may be for every row.
  func offerValues(to offers: inout Offers) {
    let row = context.attribute.flatMap {
      EntityKind.firm.row(in: session.scenario).attribute(named: $0)
    }
    if case .entity(let kind)? = row?.form {
      for entity in session.scenario.entities(kind) where entity.library == nil {
        offers.offer(entity.name, entity.title ?? "\(kind)", title: entity.title)
      }
    }
    for heading in headings where !heading.isEmpty {
      offers.offer(
        ImportColumns.isBare(heading) ? heading : quoted(heading), "a column of the file")
    }
  }

  /// As much of a file is read while somebody types, bytes.
  private static let most = 64 << 10

  /// Those of the first row that has any; none where the file is no table that can be read.
  private var headings: [String] {
    let typed = context.file
    let name = typed.hasPrefix("\"") ? unescaped(String(typed.dropFirst().dropLast())) : typed
    guard name != "-", var bytes = try? session.files.read(Replay.resolve(name, in: session)) else {
      return []
    }
    if bytes.count > ImportColumns.most {
      // To the end of a line, so that no character is cut.
      bytes = Array(bytes.prefix(ImportColumns.most))
      let end = bytes.lastIndex(of: 0x0A) ?? 0
      bytes = Array(bytes.prefix(end - end % 2))
    }
    guard let (text, _) = TextEncoding.decode(bytes), !text.contains(0) else { return [] }
    let rows = DelimitedCells(SourceText(name: name, utf8: text)).rows
    return rows.first { !$0.isEmpty }?.cells.map(\.text) ?? []
  }

  /// Whether a heading may stand without quotes.
  private static func isBare(_ heading: String) -> Bool {
    heading.allSatisfy { $0.isLetter || $0.isASCII && $0.isNumber || $0 == "_" }
  }
}
