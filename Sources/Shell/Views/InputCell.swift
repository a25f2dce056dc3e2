import Language
import Reports

extension Table.Cell {
  /// The name of an input as it is typed.
  static func input(_ name: String) -> Table.Cell {
    .text(name, chinese: TypedChinese.input(name))
  }
}
