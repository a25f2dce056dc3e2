import Analysis
import Diagnostics
import Quantities
import Simulation

/// An explanation as an indented tree: a label, a value, and where it comes from.
///
/// The lines below a sum add up to it as they are printed. Where there are many, the largest are
/// shown and the rest in one line.
struct ExplanationText {
  private let explanation: Explanation
  /// Levels below the figure; nil for all that matters: the largest part of each level, down to the
  /// statements.
  private let depth: Int?
  private let width: Int?
  private var lines: [Line] = []

  private struct Line {
    var branch: String
    var label: String
    var number: String
    var unit: String
    var note: String
  }

  init(_ explanation: Explanation, depth: Int?, width: Int?) {
    self.explanation = explanation
    self.depth = depth
    self.width = width
  }

  /// Every line with its line break.
  func text() -> String {
    var copy = self
    copy.add(
      FactorView(explanation.root), shown: nil, branch: "", below: "", sign: "", level: 0,
      isFollowed: true)
    return copy.laidOut()
  }

  // MARK: The tree

  private mutating func add(
    _ view: FactorView, shown: ShownCount?, branch: String, below: String, sign: String,
    level: Int, isFollowed: Bool
  ) {
    let isOpen = isFollowed && !view.isLeaf && level < depth ?? ExplanationText.deepest
    let count = shown ?? ShownCount(view)
    let value = ValueText(view, count)
    var note = view.note
    // What is not taken apart further says where it comes from; a part of a sum is a number of
    // its own kind, whose causes are as many as its parts'.
    let isDeep = !isOpen && (view.isInProduct || view.isFormula)
    let origin = OriginText(explanation.sources, view, deep: isDeep).text
    note = [note, origin].filter { !$0.isEmpty }.joined(separator: " · ")
    lines.append(
      Line(
        branch: branch, label: sign + view.label, number: value.number, unit: value.unit,
        note: note))
    guard isOpen else { return }
    let parts = view.parts.map(FactorView.init)
    let most = level == 0 ? 10 : view.isNested ? 4 : 6
    let chosen = chosen(parts, isSum: view.isSum, most: depth == nil ? most : 10)
    let counts = count?.divided(among: parts.map(\.size), isSum: view.isSum)
    let rest = parts.count - chosen.count
    let largest = chosen.max {
      parts[$0].size.magnitude < parts[$1].size.magnitude
    }
    for (place, index) in chosen.enumerated() {
      let isLast = place == chosen.count - 1 && rest == 0
      // Of a sum, the largest part is followed down; of a product, what is a product or sum itself.
      let isFollowed =
        depth != nil || (view.isSum ? index == largest : parts[index].isNested || !view.isProduct)
      var part = parts[index]
      part.isInProduct = view.isProduct
      add(
        part, shown: counts?[index], branch: below + (isLast ? "└─ " : "├─ "),
        below: below + (isLast ? "   " : "│  "), sign: view.sign(of: index), level: level + 1,
        isFollowed: isFollowed)
    }
    if rest > 0 { addRest(parts, Swift.Set(chosen), counts, view, below) }
  }

  /// The line of all that are not shown.
  private mutating func addRest(
    _ parts: [FactorView], _ chosen: Swift.Set<Int>, _ counts: [ShownCount]?, _ whole: FactorView,
    _ below: String
  ) {
    let others = parts.indices.filter { !chosen.contains($0) }
    var line = Line(
      branch: below + "└─ ", label: "and \(others.count) more", number: "", unit: "", note: "")
    if whole.isMoney {
      let fen = others.reduce(Int64(0)) { $0 + parts[$1].fen }
      line.number = NumberFormat.groupedYuan(fen: fen)
      line.unit = "yuan"
    } else if let counts, let first = counts.first {
      let sum = others.reduce(Int64(0)) { $0 + counts[$1].units }
      line.number = ShownCount(units: sum, decimals: first.decimals).text
      line.unit = whole.unit
    }
    lines.append(line)
  }

  /// Which parts are shown: all of a few, else the largest, the largest first.
  private func chosen(_ parts: [FactorView], isSum: Bool, most: Int) -> [Int] {
    guard isSum, parts.count > most else { return Array(parts.indices) }
    let order = parts.indices.sorted { a, b in
      let (x, y) = (parts[a].size.magnitude, parts[b].size.magnitude)
      return x == y ? a < b : x > y
    }
    return Array(order.prefix(most - 1))
  }

  /// Levels that are followed down where no depth is given.
  private static let deepest = 12

  // MARK: Layout

  private func laidOut() -> String {
    let numbers = lines.map { displayWidth($0.number) }.max() ?? 0
    let units = lines.map { displayWidth($0.unit) }.max() ?? 0
    let labels = lines.map { displayWidth($0.branch) + displayWidth($0.label) }.max() ?? 0
    let room = width.map { max(16, $0 - numbers - units - 3) } ?? Int.max
    let label = min(labels, room)
    var text = ""
    for line in lines {
      let own = label - displayWidth(line.branch)
      var row = line.branch + padded(truncated(line.label, to: max(4, own)), to: own)
      row += "  " + String(repeating: " ", count: max(0, numbers - displayWidth(line.number)))
      row += line.number + " " + padded(line.unit, to: units)
      let left = width.map { $0 - displayWidth(row) - 2 } ?? Int.max
      if !line.note.isEmpty, left >= 8 { row += "  " + truncated(line.note, to: left) }
      while row.last == " " { row.removeLast() }
      text += escapingControls(row) + "\n"
    }
    return text
  }

  private func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - displayWidth(text)))
  }
}
