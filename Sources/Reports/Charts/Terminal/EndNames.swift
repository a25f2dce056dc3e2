import Diagnostics

/// The names at the right of a picture, each in a row of its own, as near to its place as the others let
/// it.
struct EndNames {
  struct Name {
    /// The curve or part that it is of.
    let index: Int
    /// What it would be in if there were no other, counted from below.
    var height: Double
    /// The mark before it, if any, and the name.
    let text: String
    /// The last value.
    let value: String
  }

  private let names: [Name]
  private let textColumns: Int
  private let valueColumns: Int

  /// Names for a page of some columns, clipped to less than a third of it; values only where they leave
  /// the plot as much beside the axis.
  init(_ names: [Name], page: TextChart, scale: VerticalScale) {
    let widest = names.map { displayWidth($0.text) }.max() ?? 0
    let textColumns = min(widest, max(page.width * 3 / 10, 4))
    self.textColumns = textColumns
    let values = names.map { displayWidth($0.value) }.max() ?? 0
    let both = textColumns + 1 + values
    let hasValues = both <= page.width * 2 / 5 && page.width - scale.gutter - both > page.width / 3
    valueColumns = hasValues ? values : 0
    self.names = zip(names, page.clipped(names.map(\.text), to: textColumns)).map { name, text in
      Name(index: name.index, height: name.height, text: text, value: name.value)
    }
  }

  /// What they take with the blank before them.
  var columns: Int { 1 + textColumns + (valueColumns > 0 ? 1 + valueColumns : 0) }

  /// Writes as many as there are rows, the first ones.
  func draw(_ grid: inout TextGrid, in frame: PlotFrame, colours: (Int) -> Colour?) {
    let shown = names.prefix(frame.scale.rows).sorted {
      ($0.height, $1.index) < ($1.height, $0.index)
    }
    let rows = EndNames.apart(shown.map(\.height), rows: frame.scale.rows)
    for (name, row) in zip(shown, rows) {
      let place = frame.row(row)
      let colour = colours(name.index)
      grid.put(name.text, row: place, column: frame.nameColumn, colour)
      if valueColumns > 0 {
        grid.put(
          name.value, row: place, before: frame.nameColumn + textColumns + 1 + valueColumns,
          colour)
      }
    }
  }

  /// Rows of their own for places in ascending order, all of them moved as little as can be: those that
  /// are in each other's way are put around their middle.
  static func apart(_ places: [Double], rows: Int) -> [Int] {
    // Groups of neighbours: the sum of what their first would be in, and how many they are.
    var groups: [(sum: Double, count: Int)] = []
    for (index, place) in places.enumerated() {
      var group = (sum: place - Double(index), count: 1)
      while let last = groups.last, last.sum / Double(last.count) > group.sum / Double(group.count)
      {
        group = (group.sum + last.sum, group.count + last.count)
        groups.removeLast()
      }
      groups.append(group)
    }
    let firsts = groups.flatMap { group in
      Array(repeating: group.sum / Double(group.count), count: group.count)
    }
    let most = Double(max(0, rows - places.count))
    return firsts.enumerated().map { index, first in
      Int(min(max(first.rounded(), 0), most)) + index
    }
  }
}
