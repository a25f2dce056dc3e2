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
