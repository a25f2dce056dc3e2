import Diagnostics

/// Names side by side in lines, for those that cannot stand where what they name is.
struct Legend {
  struct Entry {
    let text: String
    let colour: Colour?
  }

  private var places: [(entry: Entry, row: Int, column: Int)] = []
  /// Lines.
  private(set) var rows = 0

  private static let gap = 2

  /// In so many lines at most; those that have no room are counted at the end.
  init(_ entries: [Entry], page: TextChart, most: Int) {
    guard most > 0 else { return }
    var used = 0
    var row = 0
    for (index, entry) in entries.enumerated() {
      let text = page.clipped(entry.text, to: page.width)
      let width = displayWidth(text)
      let isBehind = used > 0
      if isBehind, used + Legend.gap + width > page.width {
        row += 1
        used = 0
      }
      if row >= most {
        replaceEnd(by: entries.count - index, page: page)
        break
      }
      let column = used > 0 ? used + Legend.gap : 0
      places.append((Entry(text: text, colour: entry.colour), row, column))
      used = column + width
    }
    rows = (places.last?.row ?? -1) + 1
  }

  /// Writes how many are missing over the end of the last line.
  private mutating func replaceEnd(by missing: Int, page: TextChart) {
    var missing = missing
    while let last = places.last {
      let text = page.more(missing)
      let column = last.column + displayWidth(last.entry.text) + Legend.gap
      if column + displayWidth(text) <= page.width {
        places.append((Entry(text: text, colour: nil), last.row, column))
        return
      }
      if last.column == 0 {
        places[places.count - 1].entry = Entry(text: page.more(missing + 1), colour: nil)
        return
      }
      places.removeLast()
      missing += 1
    }
  }

  func draw(_ grid: inout TextGrid, row: Int) {
    for place in places {
      grid.put(place.entry.text, row: row + place.row, column: place.column, place.entry.colour)
    }
  }
}
