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
}
