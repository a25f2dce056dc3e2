import Diagnostics
import Reports

/// What is exported, apart from how it gets to the disk.
struct ExportContent {
  let document: Document
  /// Whether a workbook has a column for each year.
  var hasYearsAcross = false
  /// Whether a workbook draws its first figure.
  var hasChart = true
  /// Whether it says in which line of which script things stand.
  var namesPlaces = false
  /// What is said of it wherever it goes, since files of rows have no place for sentences.
  var remarks: [String] = []

  init(_ document: Document) { self.document = document }

  /// `a picture`, `12 rows`.
  var size: String {
    guard let table = document.tables.first else { return "a picture" }
    return "\(table.rows.count) row\(table.rows.count == 1 ? "" : "s")"
  }

  /// In prices of which year its money is; nil where there is none.
  var priceYear: Int? { document.tables.first?.priceYear }
}
