/// Why a workbook cannot be written so that spreadsheets open it.
public enum WorkbookFailure: Error, Sendable, Equatable {
  case noSheets
  /// A sheet has more rows than `Workbook.mostRows`.
  case tooManyRows(sheet: String, count: Int)
  /// A row of a sheet has more cells than `Workbook.mostColumns`.
  case tooManyColumns(sheet: String, count: Int)
  /// A number, or the value of a formula, is infinite or none: in the cell of this name, such as `B2`.
  case notFinite(sheet: String, cell: String)
  /// A part of the file, or all of it, is larger than the 4 GB that a zip file can say.
  case tooLarge(part: String)
}
