import Diagnostics

/// Rows of what lies within limits, beside all that there is: `slow  ·····█████████  slow > 1.2y`.
struct SpanPicture {
  let page: TextChart
  let spans: [Chart.Span]

  func drawn(room: Int) -> TextGrid {
    let rows = ShownRows(spans.count, room: room, keepsLast: false)
    let all = spans.map { page.name($0.name) }
    let names = min(all.map(displayWidth).max() ?? 0, max(4, page.width / 3))
    let texts = spans.map { escapingControls($0.text) }
    let widest = texts.map(displayWidth).max() ?? 0
    // Words go where bars would have no room beside them.
    let words = min(widest, max(0, page.width - names - 12))
    let columns = max(1, page.width - names - 1 - (words > 0 ? words + 2 : 0))
    let clipped = page.clipped(all, to: names)
    let isAscii = page.glyphs == .ascii
    var grid = TextGrid(columns: page.width, rows: max(1, rows.shown.count))
    for (row, shown) in rows.shown.enumerated() {
      guard let shown else {
        grid.put(page.more(rows.missing), row: row, column: 0)
        continue
      }
      grid.put(clipped[shown], row: row, column: 0)
      for column in 0..<columns {
        // A cell counts as in where its middle is; the narrowest part has one.
        let middle = (Double(column) + 0.5) / Double(columns)
        let isIn = spans[shown].parts.contains { part in
          part.contains(middle) || column == place(part, columns)
        }
        grid.put(
          isIn ? (isAscii ? "#" : "█") : isAscii ? "." : "·", row: row, column: names + 1 + column,
          isIn ? .skyBlue : .grey)
      }
      if words > 0 {
        grid.put(page.clipped(texts[shown], to: words), row: row, column: names + columns + 3)
      }
    }
    return grid
  }

  /// The cell of a part that is narrower than one.
  private func place(_ part: ClosedRange<Double>, _ columns: Int) -> Int {
    let middle = part.lowerBound / 2 + part.upperBound / 2
    return min(columns - 1, max(0, Int(middle * Double(columns))))
  }
}
