import Diagnostics

/// A tree as lines of a terminal: branches, labels, numbers below each other, and notes beside them or in
/// lines of their own.
public struct TextTree {
  /// Columns of the terminal; nil for lines of any length.
  private let width: Int?
  /// What units are called; numbers stay exact, since the lines add up as they are printed.
  private let style: FigureStyle

  public init(width: Int?, style: FigureStyle = FigureStyle()) {
    self.width = width
    self.style = style
  }

  /// Terminals narrower than this get a column for each level, and no units.
  private static let narrow = 60

  private struct Line {
    var branch = ""
    /// What stands before the lines below it.
    var below = ""
    var node: Tree.Node
  }

  /// Every line with its line break.
  public func render(_ tree: Tree) -> String {
    var lines = TextTree.lines(tree)
    let isNarrow = width.map { $0 < TextTree.narrow } ?? false
    for index in lines.indices {
      lines[index].node.unit = isNarrow ? "" : style.name(ofUnit: lines[index].node.unit)
      guard isNarrow else { continue }
      let segments = lines[index].branch.enumerated().filter { $0.offset % 3 == 0 }
      lines[index].branch = String(segments.map(\.element))
    }
    let numbers = lines.map { displayWidth($0.node.number) }.max() ?? 0
    let units = lines.map { displayWidth($0.node.unit) }.max() ?? 0
    let labels = lines.map { displayWidth($0.branch) + displayWidth($0.node.label) }.max() ?? 0
    let room = width.map { max(16, $0 - numbers - units - 3) } ?? Int.max
    let label = min(labels, room)
    var text = ""
    for line in lines {
      let node = line.node
      let own = max(min(4, displayWidth(node.label)), label - displayWidth(line.branch))
      var row = line.branch + padded(truncated(node.label, to: own), to: own)
      row += "  " + String(repeating: " ", count: max(0, numbers - displayWidth(node.number)))
      row += node.number + " " + padded(node.unit, to: units)
      let left = width.map { $0 - displayWidth(row) - 2 } ?? Int.max
      let isBeside = displayWidth(node.note) <= left
      if !node.note.isEmpty, isBeside { row += "  " + node.note }
      while row.last == " " { row.removeLast() }
      if let width { row = truncated(row, to: width) }
      text += row + "\n"
      if let width, !isBeside, !node.note.isEmpty, !isNarrow {
        for piece in pieces(of: node.note, indent: line.below + "     ", width: width) {
          text += piece + "\n"
        }
      }
    }
    return text
  }

  /// Each node with the branch that leads to it: which of its level is the last is known from behind.
  private static func lines(_ tree: Tree) -> [Line] {
    var lines = tree.nodes.map { node in
      // As it is shown, before it is measured.
      var node = node
      node.label = escapingControls(node.label)
      node.note = escapingControls(node.note)
      return Line(node: node)
    }
    // Of each level, whether another node of the same parent stands behind.
    var goesOn: [Bool] = []
    for index in lines.indices.reversed() {
      let level = lines[index].node.level
      if goesOn.count > level + 1 { goesOn.removeLast(goesOn.count - level - 1) }
      while goesOn.count <= level { goesOn.append(false) }
      if level > 0 {
        let above = goesOn[1..<level].map { $0 ? "│  " : "   " }.joined()
        lines[index].branch = above + (goesOn[level] ? "├─ " : "└─ ")
        lines[index].below = above + (goesOn[level] ? "│  " : "   ")
      }
      goesOn[level] = true
    }
    return lines
  }

  /// A note in lines below its number, each no wider than the terminal.
  private func pieces(of note: String, indent: String, width: Int) -> [String] {
    let room = max(16, width - displayWidth(indent))
    var lines: [String] = []
    var line = ""
    for word in note.split(separator: " ") {
      let longer = line.isEmpty ? String(word) : line + " " + word
      if displayWidth(longer) > room, !line.isEmpty {
        lines.append(line)
        line = String(word)
      } else {
        line = longer
      }
    }
    return (lines + [line]).map { indent + truncated($0, to: room) }
  }

  private func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - displayWidth(text)))
  }
}
