import Analysis
import Diagnostics
import Quantities
import Reports
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
  /// What units are called; numbers stay exact, since the lines add up as they are printed.
  private let style: FigureStyle
  private var lines: [Line] = []

  private struct Line {
    var branch: String
    /// What stands before the lines below it.
    var below = ""
    var label: String
    var number: String
    var unit: String
    var note: String
  }

  init(_ explanation: Explanation, depth: Int?, width: Int?, style: FigureStyle = FigureStyle()) {
    self.style = style
    self.explanation = explanation
    self.depth = depth
    self.width = width
  }

  /// Every line with its line break.
  func text() -> String {
    var copy = self
    copy.add(
      FactorView(explanation.root, isOpened: true), shown: nil, branch: "", below: "", sign: "",
      level: 0,
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
    let wording = style.wording
    var note = view.note.text(wording)
    // What is not taken apart further says where it comes from; a part of a sum is a number of
    // its own kind, whose causes are as many as its parts'.
    let isDeep = !isOpen && !view.isAccount && (view.isInProduct || view.isFormula)
    let origin = OriginText(explanation.sources, view, deep: isDeep, style).text
    note = [note, origin].filter { !$0.isEmpty }.joined(separator: " · ")
    lines.append(
      Line(
        branch: branch, below: below, label: sign + view.label.text(wording), number: value.number,
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
    for (place, index) in chosen.enumerated() {
      let isLast = place == chosen.count - 1 && rest == 0
      // Of a sum, the largest part is followed down; of a product, what is a product or sum itself.
      let closed = FactorView(parts[index], isOpened: false)
      let isFollowed =
        depth != nil
        || (view.isSum
          ? index == largest : !view.isProduct && !closed.isEarlier || closed.isNested)
      var part = FactorView(
        parts[index], isOpened: isFollowed && level + 1 < depth ?? ExplanationText.deepest)
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
    _ parts: [Factor], _ chosen: Swift.Set<Int>, _ counts: [ShownCount]?, _ whole: FactorView,
    _ below: String
  ) {
    let others = parts.indices.filter { !chosen.contains($0) }
    let sign = whole.isAccount ? "− " : ""
    let label: Sentence = "and \(others.count) more"
    var line = Line(
      branch: below + "└─ ", label: sign + label.text(style.wording), number: "", unit: "", note: ""
    )
    if let counts, let first = counts.first {
      let sum = others.reduce(Int64(0)) { $0 + counts[$1].units }
      line.number = ShownCount(units: sum, decimals: first.decimals).text
      line.unit = whole.unit
    } else if whole.isSum, whole.isMoney {
      let fen = others.reduce(Int64(0)) { $0 + FactorView.fen(of: parts[$1]) }
      line.number = NumberFormat.groupedYuan(fen: fen)
      line.unit = "yuan"
    }
    lines.append(line)
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

  // MARK: Layout

  /// Terminals narrower than this get a column for each level, and no units.
  private static let narrow = 60

  private mutating func laidOut() -> String {
    for index in lines.indices { lines[index].unit = style.name(ofUnit: lines[index].unit) }
    if let width, width < ExplanationText.narrow {
      for index in lines.indices {
        let segments = lines[index].branch.enumerated().filter { $0.offset % 3 == 0 }
        lines[index].branch = String(segments.map(\.element))
        lines[index].unit = ""
      }
    }
    let numbers = lines.map { displayWidth($0.number) }.max() ?? 0
    let units = lines.map { displayWidth($0.unit) }.max() ?? 0
    let labels = lines.map { displayWidth($0.branch) + displayWidth($0.label) }.max() ?? 0
    let room = width.map { max(16, $0 - numbers - units - 3) } ?? Int.max
    let label = min(labels, room)
    var text = ""
    for line in lines {
      let own = max(min(4, displayWidth(line.label)), label - displayWidth(line.branch))
      var row = line.branch + padded(truncated(line.label, to: own), to: own)
      row += "  " + String(repeating: " ", count: max(0, numbers - displayWidth(line.number)))
      row += line.number + " " + padded(line.unit, to: units)
      let left = width.map { $0 - displayWidth(row) - 2 } ?? Int.max
      let isBeside = displayWidth(line.note) <= left
      if !line.note.isEmpty, isBeside { row += "  " + line.note }
      while row.last == " " { row.removeLast() }
      if let width { row = truncated(row, to: width) }
      text += escapingControls(row) + "\n"
      if let width, !isBeside, !line.note.isEmpty, width >= ExplanationText.narrow {
        for piece in pieces(of: line.note, indent: line.below + "     ", width: width) {
          text += escapingControls(piece) + "\n"
        }
      }
    }
    return text
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
