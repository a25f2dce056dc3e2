import Diagnostics

/// A swing in words.
struct TornadoRow {
  let swing: Chart.Swing
  var name: String
  /// The ends of the input at the sides that they are drawn.
  var left, right: String
  /// The values there.
  let least, most: String

  init(_ swing: Chart.Swing, given: Chart.Swing, _ axis: Axis, _ page: TextChart) {
    self.swing = swing
    name = page.name(swing.name)
    let (low, high) = (escapingControls(swing.ends.low), escapingControls(swing.ends.high))
    (left, right) = swing.low <= swing.high ? (low, high) : (high, low)
    func text(_ value: Double) -> String {
      if Chart.drawable(value) == nil { return page.undefined }
      return TornadoPlaces.isNarrow(page) ? axis.shortText(value) : axis.text(value)
    }
    let values = (text(given.low), text(given.high))
    (least, most) = swing.low <= swing.high ? values : (values.1, values.0)
  }
}

/// The columns of a tornado: names, bars with the ends of inputs beside them, values.
struct TornadoPlaces {
  let names: Int
  /// Of one of the two values; nothing where they have no room.
  let values: Int
  /// Blanks before each of them.
  let gap: Int
  /// Of bars and the texts beside them.
  let middle: Range<Int>
  /// Whether there is room for these texts.
  let hasEnds: Bool
  /// What they take at most.
  let ends: (left: Int, right: Int)

  init(_ rows: [TornadoRow], page: TextChart) {
    func widest(_ part: KeyPath<TornadoRow, String>) -> Int {
      rows.map { displayWidth($0[keyPath: part]) }.max() ?? 0
    }
    let isNarrow = TornadoPlaces.isNarrow(page)
    names = min(widest(\.name), max(4, page.width * (isNarrow ? 5 : 6) / 20))
    gap = isNarrow ? 1 : 2
    let value = max(widest(\.least), widest(\.most))
    let free = page.width - names - 1
    values = free - 2 * (value + gap) >= 8 ? value : 0
    let columns = free - (values > 0 ? 2 * (value + gap) : 0)
    middle = names + 1..<max(names + 2, names + 1 + columns)
    // Bars have some columns at least; where that is too little for the ends, they are clipped.
    let both = columns - 2 - TornadoPlaces.fewest
    let (left, right) = (widest(\.left), widest(\.right))
    hasEnds = both >= min(left + right, 6)
    guard left + right > both else {
      ends = (left, right)
      return
    }
    let leftMost = max(both / 2, both - right)
    ends = (min(left, leftMost), both - min(left, leftMost))
  }

  /// Whether digits and blanks are spared.
  static func isNarrow(_ page: TextChart) -> Bool { page.width < 60 }

  /// Columns of the bars.
  private static let fewest = 5

  /// Bars as wide as can be with every text still beside its own.
  func bars(_ rows: [TornadoRow], _ axis: Axis, central: Double) -> HorizontalBars {
    var widest: HorizontalBars?
    let margins = hasEnds ? 0...middle.count : 0...0
    for left in margins {
      for right in margins where left + right < middle.count {
        let columns = middle.count - left - right
        guard columns > widest?.columns ?? 0 else { break }
        let bars = HorizontalBars(
          axis: axis, left: middle.lowerBound + left, columns: columns)
        if !hasEnds || rows.allSatisfy({ fits($0, bars, central) }) { widest = bars }
      }
    }
    return widest
      ?? HorizontalBars(
        axis: axis, left: middle.lowerBound, columns: middle.count)
  }

  private func fits(_ row: TornadoRow, _ bars: HorizontalBars, _ central: Double) -> Bool {
    let ends = [central, row.swing.low, row.swing.high].map(bars.column)
    guard let first = ends.min(), let last = ends.max() else { return true }
    return first - 1 - displayWidth(row.left) >= middle.lowerBound
      && last + 2 + displayWidth(row.right) <= middle.upperBound
  }
}
