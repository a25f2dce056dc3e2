import Diagnostics
import Reports

/// What a terminal can show beside letters.
public struct Drawing: Sendable {
  /// Lines of the terminal.
  public var height: Int
  public var hasColours: Bool
  /// Whether it shows dots of braille and blocks, or only signs that any terminal has.
  public var hasBraille: Bool

  public init(height: Int = 24, hasColours: Bool = false, hasBraille: Bool = true) {
    self.height = height
    self.hasColours = hasColours
    self.hasBraille = hasBraille
  }
}

/// A block of an answer, with the settings under which it was given.
struct AnswerPiece: Sendable {
  let block: Block
  let style: FigureStyle
  /// Whether a chart is drawn with signs that any terminal has.
  var isPlain = false

  init(_ block: Block, _ style: FigureStyle) {
    self.block = block
    self.style = style
  }

  /// As lines for a terminal of so many columns; nil for lines of any length.
  func text(width: Int?, _ drawing: Drawing) -> String {
    switch block {
    case .heading(let note): return "\n" + lines(note.text(style), width)
    case .sentence(let line): return lines(line, width)
    case .table(let table): return TextLayout(width: width, style: style).render(table)
    case .timeline(let timeline):
      return TextLayout(width: width, style: style).render(timeline.table)
    case .flows(let map): return TextLayout(width: width, style: style).render(map.table)
    case .chart(let chart):
      // The statement and the next prompt stay on the screen with it.
      let height = min(max(drawing.height - 3, 8), 24)
      return TextChart(
        width: width ?? 80, height: height, style: style,
        glyphs: isPlain || !drawing.hasBraille ? .ascii : .braille, colours: drawing.hasColours
      ).render(chart)
    case .tree(let tree): return TextTree(width: width, style: style).render(tree)
    case .text(let text): return text
    }
  }

  /// A sentence in as many lines as it takes.
  private func lines(_ sentence: String, _ width: Int?) -> String {
    let rows = width.map { wrapped(sentence, to: $0, indent: 2) } ?? [sentence]
    return rows.map { $0 + "\n" }.joined()
  }
}

extension Session {
  /// Whether somebody looks who sees blocks.
  var showsBlocks: Bool { width != nil && drawing.hasBraille }

  /// Answers with a block.
  mutating func answer(_ block: Block, isPlain: Bool = false) {
    if case .text(let text) = block, text.isEmpty { return }
    var piece = AnswerPiece(block, settings.style)
    piece.isPlain = isPlain
    answer.append(piece)
  }
}
