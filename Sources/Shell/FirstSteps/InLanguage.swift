import Diagnostics
import Language

/// A statement as it is typed in the language of a session: `set p2 delay=18 months`, or
/// `设定 p2 延误=18 months`. Where it does not read it stays as it is.
func typed(_ statement: String, inChinese isChinese: Bool) -> String {
  guard isChinese else { return statement }
  let source = SourceText(name: "", text: statement)
  guard
    case .text(let text) = ScriptFormatter.format(
      source, inChinese: true, shapes: Interpreter.shape)
  else { return statement }
  return text.last == "\n" ? String(text.dropLast()) : text
}
