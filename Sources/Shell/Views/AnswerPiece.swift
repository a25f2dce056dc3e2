import Diagnostics
import Reports

/// A block of an answer, with the settings under which it was given.
struct AnswerPiece: Sendable {
  let block: Block
  let style: FigureStyle

  init(_ block: Block, _ style: FigureStyle) {
    self.block = block
    self.style = style
  }

  /// As lines for a terminal of so many columns; nil for lines of any length.
  func text(width: Int?) -> String {
    switch block {
    case .sentence(let line):
      let rows = width.map { wrapped(line, to: $0, indent: 2) } ?? [line]
      return rows.map { $0 + "\n" }.joined()
    case .table(let table): return TextLayout(width: width, style: style).render(table)
    case .chart: return ""
    case .text(let text): return text
    }
  }
}

extension Session {
  /// Answers with a block.
  mutating func answer(_ block: Block) {
    if case .text(let text) = block, text.isEmpty { return }
    answer.append(AnswerPiece(block, settings.style))
  }
}
