/// The functions that work wherever an expression stands; a new one is one row and its file.
public enum FunctionTable {
  public static let rows: [FunctionRow] = [
    Elementary.exponential,
    Choice.row,
    Elementary.logarithm,
    Extremes.maximum,
    Extremes.minimum,
    Elementary.root,
  ]

  static func row(named name: String) -> FunctionRow? { rows.first { $0.name == name } }
}
