import Diagnostics
import Language
import Quantities

/// The first statement of a text; empty where there is none.
func statement(_ text: String) -> StatementText {
  let source = SourceText(name: "test", text: text)
  return Script(source).statements.first ?? StatementText(source: source)
}

/// A whole text read as one expression.
func expression(_ text: String) throws(Diagnostic) -> Expression {
  var reader = ArgumentReader(statement(text))
  let expression = try reader.expression()
  try reader.end()
  return expression
}

/// What the language says of a text that is no expression; nil where it is one.
func problem(_ text: String) -> Diagnostic? {
  do {
    _ = try expression(text)
    return nil
  } catch {
    return error
  }
}

/// An expression with every operator in brackets of its own, so that its shape can be compared.
func shape(_ expression: Expression) -> String {
  switch expression.kind {
  case .binary(let sign, let left, let right): "(\(shape(left)) \(sign.rawValue) \(shape(right)))"
  case .negation(let inner): "(-\(shape(inner)))"
  case .not(let inner): "(not \(shape(inner)))"
  case .range(let first, let last): "(\(shape(first)) .. \(shape(last)))"
  case .conversion(let inner, let unit): "(\(shape(inner)) in \(unit.text))"
  case .elsewhere(let inner, let branch, _): "(\(shape(inner)) of \(branch))"
  case .group(let inner): "<\(shape(inner))>"
  case .list(let items): "[\(items.map(shape).joined(separator: ", "))]"
  case .index(let base, let items):
    "\(shape(base))[\(items.map(shape).joined(separator: ", "))]"
  case .call(let name, let arguments):
    "\(name)(\(arguments.map { ($0.key.map { shape($0) + ": " } ?? "") + shape($0.value) }.joined(separator: ", ")))"
  case .schedule(let entries):
    "{\(entries.map { "\(shape($0.key)): \(shape($0.value))" }.joined(separator: ", "))}"
  case .quantity(let quantity, _): "\(quantity.value)\(quantity.unit.text)"
  case .date(let period): "date \(period.text)"
  case .text(let text): "text \(text)"
  case .path(let parts): parts.joined(separator: ".")
  }
}

/// The tokens of a text, as `kind:text`.
func tokens(_ text: String) -> [String] {
  let source = SourceText(name: "test", text: text)
  return Lexer.tokens(of: source).tokens.dropLast().map { token in
    let text = token.text(in: source)
    switch token.kind {
    case .word: return "w:\(text)"
    case .number: return "n:\(text)"
    case .date: return "d:\(text)"
    case .text: return "t:\(text)"
    case .openText: return "open:\(text)"
    case .mark: return text
    case .range: return ".."
    case .comparison: return "c:\(text)"
    case .comment: return "#"
    case .end: return "end"
    case .stray: return "stray:\(text)"
    }
  }
}
