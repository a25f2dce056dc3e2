import Diagnostics
import Language

extension ArgumentReader {
  /// Reads `FIGURE == VALUE`. A single `=` says what was meant.
  mutating func equality(_ example: String) throws(Diagnostic) -> Expression {
    let expression = try expression()
    if next?.isMark("=") == true {
      throw Diagnostic(
        "syntax", "a figure is held against a value with `==`", at: here,
        help: ["write for example `\(example)`"])
    }
    return expression
  }
}
