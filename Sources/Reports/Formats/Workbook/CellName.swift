/// What spreadsheets call cells and ranges of them.
enum CellName {
  /// `A` for 0, `AA` for 26.
  static func column(_ column: Int) -> String {
    var letters: [UInt8] = []
    var rest = column + 1
    while rest > 0 {
      letters.append(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }

  /// `B3` for row 2 and column 1.
  static func cell(row: Int, column: Int) -> String { Self.column(column) + "\(row + 1)" }

  /// `B3:D3` for what is not empty.
  static func range(rows: Range<Int>, columns: Range<Int>) -> String {
    let first = cell(row: rows.lowerBound, column: columns.lowerBound)
    let last = cell(row: rows.upperBound - 1, column: columns.upperBound - 1)
    return first == last ? first : first + ":" + last
  }

  /// `'Taxes'!$B$3:$D$3`: a range of a sheet, wherever it is said.
  static func fixed(rows: Range<Int>, columns: Range<Int>, sheet: String) -> String {
    func cell(_ row: Int, _ column: Int) -> String { "$\(Self.column(column))$\(row + 1)" }
    let first = cell(rows.lowerBound, columns.lowerBound)
    let last = cell(rows.upperBound - 1, columns.upperBound - 1)
    return quoted(sheet) + "!" + (first == last ? first : first + ":" + last)
  }

  /// The name of a sheet as formulas have it.
  static func quoted(_ sheet: String) -> String {
    "'" + sheet.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
      + "'"
  }
}
