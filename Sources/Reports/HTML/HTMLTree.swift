/// A tree on a page: a list of lists, each number at the right, so that readers aloud say how deep they are.
struct HTMLTree {
  private let tree: Tree
  private let style: FigureStyle

  init(_ tree: Tree, style: FigureStyle) {
    self.tree = tree
    self.style = style
  }

  func write(into markup: inout HTMLMarkup) {
    markup.put("<ul class=\"tree\">\n")
    var level = 0
    for (index, node) in tree.nodes.enumerated() {
      if index > 0 {
        if node.level > level {
          markup.put("\n<ul>\n")
        } else {
          markup.put("</li>\n")
          for _ in node.level..<level { markup.put("</ul>\n</li>\n") }
        }
      }
      level = node.level
      item(node, into: &markup)
    }
    if !tree.nodes.isEmpty { markup.put("</li>\n") }
    for _ in 0..<level { markup.put("</ul>\n</li>\n") }
    markup.put("</ul>\n")
    for note in tree.sentences(style) { markup.paragraph(note, "note") }
  }

  /// A number without its parts; its item is still open.
  private func item(_ node: Tree.Node, into markup: inout HTMLMarkup) {
    markup.put("<li><div><span>")
    markup.put(text: HTMLMarkup.line(node.label))
    markup.put("</span>")
    if !node.number.isEmpty {
      markup.put(" <b>")
      markup.put(text: node.number)
      // Also without one, so that numbers end below each other.
      markup.put("</b> <span class=\"unit\">")
      markup.put(text: style.name(ofUnit: node.unit))
      markup.put("</span>")
    }
    markup.put("</div>")
    if !node.note.isEmpty {
      markup.put("<small>")
      markup.put(text: HTMLMarkup.line(node.note))
      markup.put("</small>")
    }
  }
}
