import Quantities

extension Table.Measured {
  /// The number as files have it: yuan to the fen, everything else as the shortest text that reads
  /// back.
  var exact: String {
    guard unit == "yuan" else { return NumberFormat.shortest(value) }
    let fen = (value * 100).rounded(.toNearestOrEven)
    return fen.magnitude < 9e15 ? NumberFormat.yuan(fen: Int64(fen)) : NumberFormat.shortest(value)
  }
}

extension Table.Cell {
  /// A number as files have it; nil for texts and what is undefined or beyond all numbers.
  var exactNumber: String? {
    switch self {
    case .money(let fen): NumberFormat.yuan(fen: fen)
    case .number(let value): value.isFinite ? NumberFormat.shortest(value) : nil
    case .measured(let figure): figure.value.isFinite ? figure.exact : nil
    case .text, .undefined: nil
    }
  }
}

extension Table {
  /// What files call each column: its heading, with the unit behind it in brackets.
  var fileHeadings: [String] {
    columns.map { column in
      let heading = column.fileHeading ?? column.heading
      return heading + (column.fullUnit.isEmpty ? "" : " (\(column.fullUnit))")
    }
  }
}
