import Diagnostics
import Language
import ParkModel

/// What marks say of a statement: brackets, options and the names of files.
extension StatementContext {
  mutating func take(
    _ mark: Unicode.Scalar, _ token: Token, _ tokens: ArraySlice<Token>, at index: Int,
    in source: SourceText
  ) {
    switch mark {
    case "(", "[", "{":
      isBehindColon = false
      brackets.append(bracket(mark, token, tokens, at: index, in: source))
      before = .sign
    case ")", "]", "}":
      if !brackets.isEmpty { brackets.removeLast() }
      before = .operand
    case "=":
      if attribute == nil, brackets.isEmpty, kind?.isDefinition == true { attribute = "=" }
      before = .sign
    case "%":
      before = .operand
    case "/" where !token.spaced && [.number, .unit, .magnitude].contains(before):
      before = .per
    case ".": break
    case ":", ",":
      isBehindColon = mark == ":"
      before = .sign
    default: before = .sign
    }
  }

  private func bracket(
    _ mark: Unicode.Scalar, _ token: Token, _ tokens: ArraySlice<Token>, at index: Int,
    in source: SourceText
  ) -> Bracket {
    if mark == "{" { return .schedule }
    guard !token.spaced, index > tokens.startIndex, tokens[index - 1].kind == .word,
      before != .unit, before != .magnitude
    else { return mark == "[" ? .list : .group }
    let word = tokens[index - 1].text(in: source)
    if mark == "(" { return .call(word) }
    var first = index - 1
    while first - 2 >= tokens.startIndex, tokens[first - 1].isMark("."), !tokens[first].spaced {
      first -= 2
    }
    return .scope(source.text(in: tokens[first].span.joined(tokens[index - 1].span)))
  }

  /// `--proof` at a place: two hyphens and a word that touch.
  mutating func option(
    _ tokens: ArraySlice<Token>, at index: Int, in source: SourceText
  ) -> String? {
    guard brackets.isEmpty, tokens[index].isMark("-"), tokens[index].spaced,
      index + 2 < tokens.endIndex, tokens[index + 1].isMark("-"), !tokens[index + 1].spaced,
      tokens[index + 2].kind == .word, !tokens[index + 2].spaced
    else { return nil }
    let option = tokens[index + 2].text(in: source)
    options.append(option)
    attribute = nil
    before = .operand
    if let endings = row?.signature.option(named: option)?.endings {
      isAtFile = true
      fileEndings = endings
    }
    return option
  }

  /// The tokens that a file's name takes up; nil where none stands here.
  func file(_ tokens: ArraySlice<Token>, at index: Int) -> Int? {
    switch tokens[index].kind {
    case .text, .openText: return 1
    default: break
    }
    var end = index
    while end < tokens.endIndex, end == index || !tokens[end].spaced {
      switch tokens[end].kind {
      case .word, .number, .date, .range, .stray, .mark: end += 1
      default: return end > index ? end - index : nil
      }
    }
    return end > index ? end - index : nil
  }
}
