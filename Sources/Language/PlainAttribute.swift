public import Diagnostics

/// An attribute whose value is read as it stands and not as an expression: `jobs=就业人数`,
/// `行业=玩具:toys,数字:digital`, `land="用地 (亩)"`.
public struct PlainAttribute: Sendable {
  public var name: String
  public var nameSpan: Span
  /// What it says, between its commas: each the text before a colon, if there is one, and the text behind.
  public var entries: [Entry]
  public var span: Span

  public struct Entry: Sendable {
    public var key: String?
    public var value: String
    public var span: Span
  }
}

extension ArgumentReader {
  /// Reads an attribute up to the next blank; nil where none stands.
  public mutating func plainAttribute() throws(Diagnostic) -> PlainAttribute? {
    guard isAttributeAhead, let word = next else { return nil }
    index += 2
    guard let first = next, !first.spaced else { throw .missingValue(of: text(word), at: here) }
    var entries: [PlainAttribute.Entry] = []
    var key: String?
    var value = ""
    var span = first.span
    var end = first.span
    var isFirst = true
    while let token = next, isFirst || !token.spaced {
      isFirst = false
      if token.kind == .openText { throw .unclosedText(at: location(token.span)) }
      index += 1
      end = token.span
      if token.isMark(":"), key == nil {
        (key, value) = (value, "")
        continue
      }
      if token.isMark(",") {
        entries.append(PlainAttribute.Entry(key: key, value: value, span: span))
        (key, value) = (nil, "")
        span = next?.span ?? token.span
        continue
      }
      span = span.joined(token.span)
      value +=
        token.kind == .text ? unquoted(source.text(in: token.span)) : token.written(in: source)
    }
    entries.append(PlainAttribute.Entry(key: key, value: value, span: span))
    return PlainAttribute(
      name: word.written(in: source), nameSpan: word.span, entries: entries,
      span: word.span.joined(end))
  }
}
