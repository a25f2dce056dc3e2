import Diagnostics

/// Puts a table into lines for a terminal: columns aligned on the decimal point, money in the
/// magnitude that suits its column, and columns that do not fit folded below.
///
/// Where only texts are too wide, they go on in further lines of their columns.
/// Numbers are never broken: a line is wider than the terminal only where one number and the key
/// before it are.
public struct TextLayout: Sendable {
  /// Columns of the terminal; nil where lines may be of any length.
  public var width: Int?
  public var style: FigureStyle

  public init(width: Int? = nil, style: FigureStyle = FigureStyle()) {
    self.width = width
    self.style = style
  }

  public func render(_ table: Table) -> String {
    let shown = table.columns.indices.filter { !table.columns[$0].isForFiles }
    let columns = shown.map { PrintedColumn($0, of: table, style) }
    var text = ""
    let blocks = blocks(columns, keys: min(table.keys, columns.count))
    for (index, block) in blocks.enumerated() {
      if index > 0 { text += "\n" }
      text += render(block.map { (columns[$0.column], $0.width) }, rows: table.rows.count)
    }
    var notes = table.sentences(style).map(escapingControls)
    if blocks.count > 1, let width {
      notes.insert(
        style.language == .chinese
          ? "（列已折行，以适应 \(width) 列的宽度）" : "(columns folded to fit \(width) characters)", at: 0)
    }
    for note in notes {
      let rows = width.map { wrapped(note, to: $0, indent: 2) } ?? [note]
      text += rows.map { $0 + "\n" }.joined()
    }
    return text
  }

  /// A column and the width that it is given.
  private typealias Place = (column: Int, width: Int)

  /// The columns of each block: the key columns and as many others as fit.
  private func blocks(_ columns: [PrintedColumn], keys: Int) -> [[Place]] {
    let plain = columns.indices.map { Place($0, columns[$0].natural) }
    guard let width, let last = columns.last, taken(plain) > width else { return [plain] }
    if let balanced = balanced(plain, columns, keys: keys, width) { return [balanced] }
    let room = width - taken(plain) + last.natural
    if !last.isNumeric, columns.count > keys, room >= max(last.least, least(last, width)) {
      return [plain.dropLast() + [Place(columns.count - 1, room)]]
    }
    if let narrow = narrowedTexts(plain, columns, keys: keys, width) { return [narrow] }
    let keyed = narrowed(Array(plain.prefix(keys)), columns, width)
    let start = taken(keyed) + (keys > 0 ? TextLayout.gap : 0)
    var blocks: [[Place]] = []
    var current = keyed
    for index in keys..<columns.count {
      let column = columns[index]
      let own = max(column.least, min(column.natural, width - start))
      if taken(current) + (current.isEmpty ? 0 : TextLayout.gap) + own > width,
        current.count > keys
      {
        blocks.append(current)
        current = keyed
      }
      current.append(Place(index, own))
    }
    blocks.append(current)
    return blocks
  }

  /// Columns between two columns.
  private static let gap = 2

  /// What a text at the end is given at least before it goes below instead.
  private func least(_ column: PrintedColumn, _ width: Int) -> Int {
    min(column.natural, width < 60 ? 12 : 20)
  }

  private func taken(_ places: [Place]) -> Int {
    places.reduce(0) { $0 + $1.width } + TextLayout.gap * max(0, places.count - 1)
  }

  /// All columns beside each other where a flexible text and the one at the end share what room there is
  /// so that they take few lines; nil where there are no such two or too little room.
  private func balanced(
    _ plain: [Place], _ columns: [PrintedColumn], keys: Int, _ width: Int
  ) -> [Place]? {
    let end = columns.count - 1
    guard let flexible = columns.indices.dropFirst(keys).first(where: { columns[$0].isFlexible }),
      flexible != end, !columns[end].isNumeric
    else { return nil }
    let room = width - taken(plain) + plain[flexible].width + plain[end].width
    let narrowest = max(columns[flexible].least, least(columns[flexible], width))
    let last = max(columns[end].least, least(columns[end], width))
    var best: (own: Int, lines: Int)?
    for own in stride(from: plain[flexible].width, through: narrowest, by: -1)
    where room - own >= last {
      let heights = zip(
        columns[flexible].heights(width: own), columns[end].heights(width: room - own))
      let lines = heights.reduce(0) { $0 + max($1.0, $1.1) }
      if best.map({ lines < $0.lines }) ?? true { best = (own, lines) }
    }
    guard let best else { return nil }
    var places = plain
    places[flexible].width = best.own
    places[end].width = room - best.own
    return places
  }

  /// All columns beside each other, the widest texts narrowed as far as they can still be read; nil
  /// where that is not enough.
  private func narrowedTexts(
    _ plain: [Place], _ columns: [PrintedColumn], keys: Int, _ width: Int
  ) -> [Place]? {
    var places = plain
    while taken(places) > width {
      let widest = places.indices.dropFirst(keys).filter { index in
        !columns[index].isNumeric
          && places[index].width > max(columns[index].least, least(columns[index], width))
      }.max { places[$0].width < places[$1].width }
      guard let widest else { return nil }
      places[widest].width -= 1
    }
    return places
  }

  /// The key columns, narrowed until the widest number has room beside them.
  private func narrowed(
    _ keys: [Place], _ columns: [PrintedColumn], _ width: Int
  ) -> [Place] {
    var keys = keys
    let others = columns.dropFirst(keys.count)
    let needed = others.map { min($0.natural, max($0.least, 12)) }.max() ?? -TextLayout.gap
    while taken(keys) + TextLayout.gap + needed > width {
      let widest = keys.indices.filter { keys[$0].width > columns[keys[$0].column].least }
        .max { keys[$0].width < keys[$1].width }
      guard let widest else { break }
      keys[widest].width -= 1
    }
    return keys
  }

  private func render(_ columns: [(column: PrintedColumn, width: Int)], rows: Int) -> String {
    let printed = columns.map { ($0.column, $0.width, $0.column.lines(width: $0.width)) }
    var text = ""
    /// Lines that stand beside each other; headings end together, cells begin together.
    func add(_ lines: [[String]], fromBelow: Bool) {
      let count = lines.map(\.count).max() ?? 0
      for line in 0..<count {
        var row = ""
        for (index, own) in lines.enumerated() {
          let place = fromBelow ? line - (count - own.count) : line
          let blank = String(repeating: " ", count: printed[index].1)
          row += (index > 0 ? "  " : "") + (own.indices.contains(place) ? own[place] : blank)
        }
        while row.last == " " { row.removeLast() }
        text += row + "\n"
      }
    }
    guard !printed.isEmpty else { return "" }
    add(printed.map { $0.2.heading }, fromBelow: true)
    for row in 0..<rows { add(printed.map { $0.2.cells[row] }, fromBelow: false) }
    return text
  }
}
