import Diagnostics
import Reports

/// The answer of a command as files have it: exact, by names, with a row for each thing. Language 8.
struct FileAnswer: Sendable {
  /// How rows and columns may stand, the usual way first.
  var layouts: [ExportLayout] = [.wide]
  /// How a picture of it is asked for, behind `export FILE.svg`; nil where there is none.
  var asPicture: String?
  /// Whether it says in which line of which script things stand.
  var namesPlaces = false
  /// The pictures that it draws itself; nil where it draws none.
  var pictures: (@Sendable (inout Session, inout Invocation) throws(Diagnostic) -> [Chart])?
  /// The tree that it is, for formats that show one; nil where it is none.
  var tree: (@Sendable (inout Session, inout Invocation) throws(Diagnostic) -> Tree)?
  /// The table, of the words behind the command's name.
  let table: @Sendable (inout Session, inout Invocation, ExportLayout) throws(Diagnostic) -> Table
}

/// How the rows and columns of a file stand.
enum ExportLayout: String, CaseIterable {
  case tidy, wide, years

  /// What chooses one of some.
  static func attribute(of layouts: [ExportLayout]) -> Signature.Piece {
    .attribute(
      "layout", .choice(layouts.map(\.rawValue)), "how the rows and columns of the file stand")
  }
}

extension CommandTable {
  /// The commands whose answers `export` writes.
  static let answering: [Command] = rows.filter { $0.inFiles != nil }
}
