import Diagnostics

/// JSON as it is put together in code: literals, and a line of text.
extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  public init(stringLiteral text: String) { self = .text(text) }

  public init(integerLiteral number: Int) { self = .number("\(number)") }

  public init(booleanLiteral value: Bool) { self = .bool(value) }

  public init(arrayLiteral items: JSONValue...) { self = .array(items) }

  /// Members in the order in which they stand.
  public init(dictionaryLiteral members: (String, JSONValue)...) {
    self = .object(members.map { Member($0, $1) })
  }

  /// A whole number.
  public init(_ number: Int) { self = .number("\(number)") }

  /// A whole number that has no fraction and no exponent; nil for anything else.
  public var int: Int? {
    if case .number(let digits) = self { return Int(digits) }
    return nil
  }

  /// True or false; nil for anything else.
  public var bool: Bool? {
    if case .bool(let value) = self { return value }
    return nil
  }

  /// In one line, with no blank that nobody needs.
  public var line: String {
    var text = ""
    writeLine(into: &text)
    return text
  }

  private func writeLine(into text: inout String) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .number(let digits): text += digits
    case .text(let value): text += jsonString(value)
    case .array(let items):
      text += "["
      for (index, item) in items.enumerated() {
        if index > 0 { text += "," }
        item.writeLine(into: &text)
      }
      text += "]"
    case .object(let members):
      text += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { text += "," }
        text += jsonString(member.name) + ":"
        member.value.writeLine(into: &text)
      }
      text += "}"
    }
  }
}
