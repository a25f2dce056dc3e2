import Diagnostics
import Language
import ParkModel

/// What people write where `new` asks.
enum NewAnswer {
  /// Without blanks around it, and in half-width letters, digits and marks.
  static func plain(_ text: String) -> String {
    let words = ImportHeadings.halfWidth(text).split { $0.isWhitespace || $0.isNewline }
    return words.joined(separator: " ")
  }

  /// The first and the last year: `2026..2035`, `2026 to 2035`, `2026年至2035年`; nil of what is no two years.
  static func years(_ text: String) -> (Int, Int)? {
    let numbers = text.split { !("0"..."9").contains($0) }
    let words = text.split { ("0"..."9").contains($0) || " .-–—~,、年".contains($0) }
    guard numbers.count == 2, numbers.allSatisfy({ $0.count == 4 }),
      words.allSatisfy({ ["to", "到", "至"].contains(String($0)) }),
      let first = Int(numbers[0]), let last = Int(numbers[1])
    else { return nil }
    return (first, last)
  }

  /// The English name of a library that may be typed in Chinese.
  static func library(_ text: String) -> String {
    let statement = Script(SourceText(name: "", text: "use \(text)")).statements.first
    guard let statement, statement.tokens.count == 2 else { return text.lowercased() }
    return statement.tokens[1].text(in: statement.source).lowercased()
  }

  /// The pieces between commas, of which none divides the groups of a number. Where there is no comma, three
  /// words of which the second is one of `kinds` are three pieces.
  static func parts(_ text: String, kinds: [String] = []) -> [String] {
    let text = plain(text)
    var parts: [String] = []
    for piece in text.split(
      omittingEmptySubsequences: false, whereSeparator: { ",;".contains($0) })
    {
      let isGroup =
        piece.prefix { ("0"..."9").contains($0) }.count == 3
        && parts.last?.last.map { ("0"..."9").contains($0) } == true
      if isGroup {
        parts[parts.count - 1] += piece
      } else {
        parts.append(plain(String(piece)))
      }
    }
    while parts.last == "" { parts.removeLast() }
    let words = text.split(separator: " ").map(String.init)
    if parts.count == 1, words.count >= 3, kinds.contains(words[words.count - 2]) {
      return [words.dropLast(2).joined(separator: " ")] + words.suffix(2)
    }
    if parts.count == 1, kinds.isEmpty, words.count >= 2,
      let digit = words[words.count - 1].first, ("0"..."9").contains(digit)
    {
      return [words.dropLast().joined(separator: " "), words[words.count - 1]]
    }
    return parts.isEmpty ? [""] : parts
  }

  /// A name for a title: `衢州`, `river-park`.
  static func name(for title: String, kind: String) -> String {
    let plain = FirmNames.plain(title)
    if plain == "unnamed" { return "\(kind)-1" }
    let isPrefixed = plain.hasPrefix("firm-") && !title.lowercased().hasPrefix("firm")
    return isPrefixed ? kind + plain.dropFirst("firm".count) : plain
  }

  /// What a file of a name is called: in small letters of ASCII, as any program takes it.
  static func file(_ name: String) -> String {
    name.utf8.allSatisfy { $0 < 0x80 } ? name : "park"
  }

  static let slug = "syntax"

  /// What is said of an answer that is none.
  static func wrong(_ message: Sentence, _ help: Sentence) -> Diagnostic {
    Diagnostic(slug, message, help: [help])
  }
}

extension NewAnswer {
  /// Whether an answer is the word that ends a shell, and so the questions.
  static func leaves(_ text: String) -> Bool {
    ["quit", "exit", "q", "退出"].contains(plain(text).lowercased())
  }
}
