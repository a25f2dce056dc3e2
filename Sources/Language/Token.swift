public import Diagnostics

/// The smallest piece of a statement.
public struct Token: Sendable {
  public enum Kind: Sendable, Equatable {
    /// A name, a keyword or a unit: letters of any script, digits, `_`, inner hyphens.
    case word
    /// Digits with their decimal point, exponent and thousands commas.
    case number
    /// A date that could not be a number: `2021Q3`, `2020-12`.
    case date
    /// A quoted text.
    case text
    /// A quoted text that nothing closes.
    case openText
    /// One ASCII mark, or the first of a pair of them.
    case mark(UInt8)
    /// `..`
    case range
    /// `==`, `!=`, `<=`, `>=`, `<`, `>`
    case comparison
    /// From `#` to the end of the line.
    case comment
    /// The end of a statement: a line break or `;`.
    case end
    /// A character that the language has no use for.
    case stray
  }

  public var kind: Kind
  public var span: Span
  /// Whether white space, or the beginning of the statement, stands before it.
  public var spaced: Bool
  /// Whether some of it is full-width and stands for ASCII.
  var wide: Bool
  /// The English word that it stands for, by its place in `TypedChinese.english` from 1 on; 0 for none.
  var english: UInt16 = 0

  /// Whether it is a word of the language in Chinese, or a part or a dot of one.
  public var isChinese: Bool { english > 0 }

  /// Its text with full-width characters as their ASCII twins, and the English of a Chinese word.
  public func text(in source: SourceText) -> String {
    if english > 0 { return TypedChinese.english[Int(english) - 1] }
    return written(in: source)
  }

  /// The same as it is typed.
  public func written(in source: SourceText) -> String {
    let text = source.text(in: span)
    return wide ? narrowed(text) : text
  }

  /// Whether it is this ASCII mark.
  public func isMark(_ character: Unicode.Scalar) -> Bool {
    kind == .mark(UInt8(truncatingIfNeeded: character.value))
  }
}

/// The ASCII twin of a full-width character, of a printed `×`, `÷`, `−` or `–`, or the character
/// itself.
func narrowed(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  switch scalar.value {
  case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
  case 0xD7: "*"
  case 0xF7: "/"
  case 0x2013, 0x2212: "-"
  case 0x3000: " "
  case 0x3001: ","
  case 0x3010: "["
  case 0x3011: "]"
  case 0x201C, 0x201D: "\""
  default: scalar
  }
}

/// A text with every full-width character as its ASCII twin.
func narrowed(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars { result.append(narrowed(scalar)) }
  return String(result)
}
