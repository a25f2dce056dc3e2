import Diagnostics
import Language

/// The brackets and quotes that are open at the line breaks of a text, for the margin of the row below
/// each, and for the hint there.
struct OpenMarks {
  /// For each line break the marks that are open behind it, outermost first; none where a statement ends
  /// or a `\` carries it on.
  private(set) var atLineBreaks: [String] = []
  /// Where the innermost mark that is open at the end begins, bytes.
  private(set) var innermost: Int?
  private let bytes: [UInt8]

  init(_ text: String) {
    bytes = Array(text.utf8)
    let tokens = Lexer.tokens(of: SourceText(name: "prompt", utf8: bytes)).tokens
    /// Open brackets, as their ASCII twins, and where they begin.
    var open: [(mark: UInt8, place: Int)] = []
    var index = 0
    var text: Token?
    func pass(to offset: Int) {
      text = nil
      while index < tokens.count, tokens[index].span.lower < offset {
        let token = tokens[index]
        switch token.kind {
        case .mark(let mark) where "([{".utf8.contains(mark):
          open.append((mark, token.span.lower))
        case .mark(let mark) where ")]}".utf8.contains(mark):
          if !open.isEmpty { open.removeLast() }
        case .text where token.span.upper > offset:
          text = token
          return
        case .openText:
          text = token
          return
        case .end: open = []
        default: break
        }
        index += 1
      }
    }
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      pass(to: offset + 1)
      var marks = open.map(\.mark)
      if text != nil { marks.append(UInt8(ascii: "\"")) }
      atLineBreaks.append(String(decoding: marks, as: UTF8.self))
    }
    pass(to: bytes.count)
    innermost = text?.span.lower ?? open.last?.place
  }

  /// What would end the innermost mark that is open at the end, and where that began: `] ends
  /// sectors=[toys`; nil where nothing is open.
  var ending: String? {
    guard let innermost else { return nil }
    let rest = String(decoding: bytes[innermost...], as: UTF8.self)
    guard let mark = rest.first else { return nil }
    let closing: String
    switch mark {
    case "(", "（": closing = ")"
    case "[", "［", "【": closing = "]"
    case "{", "｛": closing = "}"
    default: closing = "\""
    }
    let before = bytes[..<innermost].reversed().prefix { !" \t\n([{".utf8.contains($0) }
    let line = rest.prefix { $0 != "\n" }
    let begun = String(decoding: before.reversed(), as: UTF8.self) + line
    return "\(closing) ends " + truncated(begun, to: OpenMarks.widest)
  }

  /// Columns of what is open that are shown.
  private static let widest = 24
}
