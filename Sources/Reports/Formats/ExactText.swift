import Quantities

extension Table.Measured {
  /// The number as files have it: yuan to the fen, everything else as the shortest text that reads
  /// back.
  var exact: String { fen.map(NumberFormat.yuan) ?? NumberFormat.shortest(value) }

  /// The nearest fen of what is yuan and not too much for them.
  var fen: Int64? {
    let fen = (value * 100).rounded(.toNearestOrEven)
    return unit == "yuan" && fen.magnitude < 9e15 ? Int64(fen) : nil
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

extension Table.Column {
  /// What files call it: its heading, with the unit behind it in brackets.
  var nameInFiles: String {
    (fileHeading ?? heading) + (fullUnit.isEmpty ? "" : " (\(fullUnit))")
  }
}

extension Table {
  /// What files call each column.
  var fileHeadings: [String] { columns.map(\.nameInFiles) }
}
