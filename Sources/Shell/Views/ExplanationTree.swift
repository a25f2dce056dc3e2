import Analysis
import Diagnostics
import Quantities
import Reports
import Simulation

/// An explanation as a tree for people: of each number a label, its value, and where it comes from.
///
/// The lines below a sum add up to it as they are printed. Where there are many, the largest are
/// shown and the rest in one line.
struct ExplanationTree {
  private let explanation: Explanation
  /// Levels below the figure; nil for all that matters: the largest part of each level, down to the
  /// statements.
  private let depth: Int?
  /// How figures and words are written.
  private let style: FigureStyle
  private var nodes: [Tree.Node] = []

  init(_ explanation: Explanation, depth: Int?, _ style: FigureStyle) {
    self.explanation = explanation
    self.style = style
    self.depth = depth
  }

  func tree() -> Tree {
    var copy = self
    copy.add(
      FactorView(explanation.root, isOpened: true), shown: nil, sign: "", level: 0,
      isFollowed: true)
    return Tree(nodes: copy.nodes)
  }

  // MARK: The tree

  private mutating func add(
    _ view: FactorView, shown: ShownCount?, sign: String, level: Int, isFollowed: Bool
  ) {
    let isOpen = isFollowed && !view.isLeaf && level < depth ?? ExplanationTree.deepest
    let count = shown ?? ShownCount(view)
    let value = ValueText(view, count)
    var note = view.note.text(style.wording)
    // What is not taken apart further says where it comes from; a part of a sum is a number of
    // its own kind, whose causes are as many as its parts'.
    let isDeep = !isOpen && !view.isAccount && (view.isInProduct || view.isFormula)
    let origin = OriginText(explanation.sources, view, deep: isDeep, style).text
    note = [note, origin].filter { !$0.isEmpty }.joined(separator: " · ")
    nodes.append(
      Tree.Node(
        level: level, label: sign + view.label.text(style.wording), number: value.number,
        unit: value.unit,
        note: note))
    guard isOpen else { return }
    // Views are made of what is shown only: there may be thousands of parts.
    let parts = view.parts
    let most = level == 0 ? 10 : view.isNested ? 4 : 6
    let chosen = chosen(
      parts, isMany: view.isSum || view.isFunction || view.isAccount, keepsFirst: view.isAccount,
      most: depth == nil ? most : 10)
    let counts = count?.divided(
      among: parts.map(FactorView.size(of:)), signs: view.signs(of: parts.count))
    let rest = parts.count - chosen.count
    let largest = chosen.max {
      FactorView.size(of: parts[$0]).magnitude < FactorView.size(of: parts[$1]).magnitude
    }
    for index in chosen {
      // Of a sum, the largest part is followed down; of a product, what is a product or sum itself.
      let closed = FactorView(parts[index], isOpened: false)
      let isFollowed =
        depth != nil
        || (view.isSum
          ? index == largest : !view.isProduct && !closed.isEarlier || closed.isNested)
      var part = FactorView(
        parts[index], isOpened: isFollowed && level + 1 < depth ?? ExplanationTree.deepest)
      part.isInProduct = view.isProduct
      add(
        part, shown: counts?[index], sign: view.sign(of: index), level: level + 1,
        isFollowed: isFollowed)
    }
    if rest > 0 { addRest(parts, Swift.Set(chosen), counts, view, level + 1) }
  }

  /// The line of all that are not shown.
  private mutating func addRest(
    _ parts: [Factor], _ chosen: Swift.Set<Int>, _ counts: [ShownCount]?, _ whole: FactorView,
    _ level: Int
  ) {
    let others = parts.indices.filter { !chosen.contains($0) }
    let sign = whole.isAccount ? "− " : ""
    let label: Sentence = "and \(others.count) more"
    var node = Tree.Node(level: level, label: sign + label.text(style.wording))
    if let counts, let first = counts.first {
      let sum = others.reduce(Int64(0)) { $0 + counts[$1].units }
      node.number = ShownCount(units: sum, decimals: first.decimals).text
      node.unit = whole.unit
    } else if whole.isSum, whole.isMoney {
      let fen = others.reduce(Int64(0)) { $0 + FactorView.fen(of: parts[$1]) }
      node.number = NumberFormat.groupedYuan(fen: fen)
      node.unit = "yuan"
    }
    nodes.append(node)
  }

  /// Which parts are shown: all of a few, else the largest, the largest first.
  private func chosen(_ parts: [Factor], isMany: Bool, keepsFirst: Bool, most: Int) -> [Int] {
    guard isMany, parts.count > most else { return Array(parts.indices) }
    var sizes = parts.map { FactorView.size(of: $0).magnitude }
    // What others are taken off stands above them.
    if keepsFirst { sizes[0] = .infinity }
    let order = parts.indices.sorted { a, b in
      sizes[a] == sizes[b] ? a < b : sizes[a] > sizes[b]
    }
    return Array(order.prefix(most - 1))
  }

  /// Levels that are followed down where no depth is given.
  private static let deepest = 12
}
