import Diagnostics
import Reports

/// What is exported, apart from how it gets to the disk.
struct ExportContent {
  private(set) var document: Document
  /// Whether a workbook has a column for each year.
  var hasYearsAcross = false
  /// Whether a workbook draws its first figure.
  var hasChart = true
  /// Whether it says in which line of which script things stand.
  var namesPlaces = false
  /// What is said of it wherever it goes, since files of rows have no place for sentences.
  var remarks: [Sentence] = []

  init(_ document: Document) { self.document = document }

  /// `a picture`, `12 rows`, `a tree of 12 lines`.
  var size: Sentence {
    if let tree = document.trees.first {
      return "a tree of \(tree.nodes.count) line\(s: tree.nodes.count)"
    }
    return document.tables.first.map { ExportContent.size(ofRows: $0.rows.count) } ?? "a picture"
  }

  static func size(ofRows count: Int) -> Sentence { "\(count) row\(s: count)" }

  /// In prices of which year its money is; nil where there is none.
  var priceYear: Int? {
    document.rows?.priceYear ?? document.tables.first?.priceYear
      ?? document.trees.first?.priceYear
  }

  /// The same with its rows in a table.
  func whole() throws(Diagnostic) -> ExportContent {
    guard let rows = document.rows else { return self }
    var content = self
    content.document.blocks.append(.table(try rows.table()))
    content.document.rows = nil
    return content
  }
}
