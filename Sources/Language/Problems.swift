public import Diagnostics
import Quantities

/// What the language says of a text that it cannot read.
extension Diagnostic {
  static func expected(_ what: String, found: String? = nil, at place: Location) -> Diagnostic {
    let standing = found.map { ", but \($0) stands here" } ?? " here"
    return Diagnostic("syntax", "expected \(what)\(standing)", at: place)
  }

  static func unexpected(_ found: String, at place: Location) -> Diagnostic {
    Diagnostic(
      "syntax", "the statement is complete before \(found)", at: place,
      help: found == "`:`" || found == "`/`" ? ["put a text with marks in it between quotes"] : [])
  }

  static func missingValue(of attribute: String, at place: Location) -> Diagnostic {
    Diagnostic("missing-value", "`\(attribute)=` has no value", at: place)
  }

  static func unclosedText(at place: Location) -> Diagnostic {
    Diagnostic("unclosed", "this text has no closing quote", at: place)
  }

  static func unclosed(_ bracket: String, at place: Location) -> Diagnostic {
    Diagnostic("unclosed", "nothing closes this `\(bracket)`", at: place)
  }

  /// What is wrong with a statement that runs to the end of its script because nothing closes a
  /// bracket of it; nil where all are closed.
  public static func unclosedBracket(in statement: StatementText) -> Diagnostic? {
    var open: [Token] = []
    for token in statement.tokens {
      if token.isMark("(") || token.isMark("[") || token.isMark("{") { open.append(token) }
      if token.isMark(")") || token.isMark("]") || token.isMark("}") { _ = open.popLast() }
    }
    return open.first.map {
      unclosed($0.text(in: statement.source), at: Location(statement.source, $0.span))
    }
  }

  static func tooDeep(at place: Location) -> Diagnostic {
    Diagnostic(
      "too-deep", "this expression is nested more than \(ArgumentReader.deepest) levels deep",
      at: place)
  }

  static func tooLarge(at place: Location) -> Diagnostic {
    Diagnostic("too-large", "this number is larger than any that can be stored", at: place)
  }

  static func unitTooLarge(at place: Location) -> Diagnostic {
    Diagnostic("too-large", "this unit is beyond any that can be stored", at: place)
  }

  static func noSuchDate(_ text: String, at place: Location) -> Diagnostic {
    Diagnostic(
      "no-such-date", "there is no date `\(text)`", at: place,
      help: [
        "write a date from 1800 to 2300, such as `2025`, `2025H1`, `2025Q3`, `2025-06` or "
          + "`2025-06-15`"
      ])
  }

  static func chained(_ sign: String, at place: Location) -> Diagnostic {
    Diagnostic("chained", "`\(sign)` joins two values, not three", at: place)
  }

  static func unknownUnit(_ word: String, at place: Location) -> Diagnostic {
    let known = UnitTable.names + Magnitude.rows.map(\.word)
    let guesses = didYouMean(word, among: known)
    return Diagnostic(
      "unknown-unit", "`\(word)` is not a unit", at: place,
      help: guesses.isEmpty
        ? ["units are " + UnitTable.rows.map { "`\($0.names[0])`" }.joined(separator: ", ")]
        : guesses)
  }
}
