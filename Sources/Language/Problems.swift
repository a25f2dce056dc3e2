public import Diagnostics
public import Quantities

/// What the language says of a text that it cannot read.
extension Diagnostic {
  static func expected(_ what: String, found: String? = nil, at place: Location) -> Diagnostic {
    let standing: Sentence = found.map { ", but \($0) stands here" } ?? " here"
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
      "too-deep",
      "more than \(ArgumentReader.deepest) operators or brackets stand one within the other here",
      at: place, help: ["name parts of it, and put the names together"])
  }

  static func tooLong(at place: Location) -> Diagnostic {
    Diagnostic(
      "too-deep", "more than \(ArgumentReader.longest) operators stand in a row here",
      at: place, help: ["name parts of it, and put the names together"])
  }

  static func groupedNumber(_ pieces: [String], at place: Location) -> Diagnostic {
    Diagnostic(
      "grouped-number",
      "inside brackets a comma separates, so `\(pieces.joined(separator: ","))` would be "
        + "\(pieces.count) numbers",
      at: place,
      help: [
        "write `\(pieces.joined())`, or `\(pieces.joined(separator: ", "))` if they are several"
      ])
  }

  static func tooLarge(at place: Location) -> Diagnostic {
    Diagnostic("too-large", "this number is larger than any that can be stored", at: place)
  }

  static func resultTooLarge(at place: Location) -> Diagnostic {
    Diagnostic(
      "too-large", "the result is larger than any number that can be stored", at: place)
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
    Diagnostic(
      "chained", "`\(sign)` goes between two values, and this is a third", at: place,
      help: sign == "to" ? [] : ["join two comparisons with `and`: `1 < a and a < 3`"])
  }

  static func unknownUnit(
    _ word: String, _ units: UnitScope, at place: Location
  ) -> Diagnostic {
    var guesses = didYouMean(word, among: UnitTable.names + units.names)
    if guesses.isEmpty, let row = UnitTable.row(describedBy: word) {
      guesses = ["did you mean `\(row.names[0])`, \(row.summary)?"]
    }
    if guesses.isEmpty { guesses = didYouMean(word, among: Magnitude.rows.map(\.word)) }
    return Diagnostic(
      "unknown-unit", "`\(word)` is not a unit", at: place,
      help: guesses.isEmpty
        ? ["units are \(units: UnitTable.rows.map { $0.names[0] })"] : guesses)
  }
}

/// What the language says of an expression that cannot be worked out.
extension Diagnostic {
  static func nameAmongNumbers(_ name: NameUse) -> Diagnostic {
    if name.parts.count == 1, UnitTable.unit(named: name.parts[0]) != nil {
      return Diagnostic(
        "wrong-kind",
        "`\(name.text)` is a unit, and a unit stands right behind its number",
        at: name.location, help: ["write for example `30万元/亩`, without spaces"])
    }
    return Diagnostic(
      "not-a-constant", "`\(name.text)` is a name, and only numbers are read here",
      at: name.location)
  }

  static func notANumber(_ expression: Expression, at place: Location) -> Diagnostic {
    if case .date(let period) = expression.kind {
      return Diagnostic("wrong-kind", "`\(period.text)` is a date, not a number", at: place)
    }
    return Diagnostic(
      "wrong-kind", "`\(expression.canonical)` is not a number", at: place,
      help: ["write a number with its unit, for example `41.5ha` or `12.35bn yuan`"])
  }

  static func notOneNumber(_ expression: Expression, at place: Location) -> Diagnostic {
    Diagnostic(
      "not-one-number", "`\(expression.canonical)` has several values, and one is read here",
      at: place)
  }

  public static func wrongDimension(
    expected: Dimension, found: Dimension, at place: Location
  ) -> Diagnostic {
    Diagnostic("wrong-dimension", "this is \(found.phrase), not \(expected.phrase)", at: place)
  }

  static func bentRamp(at place: Location) -> Diagnostic {
    Diagnostic(
      "not-straight", "a `ramp` runs straight between its dates, and this would bend it",
      at: place, help: ["work the values out inside the brackets of the `ramp`"])
  }

  static func mixedKeys(at place: Location) -> Diagnostic {
    Diagnostic("mixed-keys", "a schedule goes by dates or by ages, not by both", at: place)
  }

  static func emptySchedule(at place: Location) -> Diagnostic {
    Diagnostic(
      "empty-schedule", "this schedule has no values", at: place,
      help: ["write for example `{2021: 8%, 2025: 5%}`"])
  }

  static func unknownFunction(
    _ name: String, _ context: any ExpressionContext, at place: Location
  ) -> Diagnostic {
    // `max` and `min` of several values and of one series have one name.
    let known = Array(
      Set(
        ["ramp"] + FunctionTable.rows.map(\.name) + DistributionTable.rows.map(\.name)
          + context.functions))
    let guesses = didYouMean(name, among: TypedChinese.candidates(known, for: name, at: .other))
    return Diagnostic(
      "unknown-function", "there is no function `\(name)` here", at: place,
      help: guesses.isEmpty
        ? ["functions are \(figures: known.sorted())"] : guesses)
  }
}
