/// Names beside the right ends of curves and areas: near where each belongs, never on one another.
struct SVGEndLabels {
  /// A name that seeks its place.
  struct Entry {
    let ink: SVGInk
    let name: String
    /// The last value with its unit.
    let figure: String
    /// Its size, by which those are chosen that are shown where there is no room for all.
    let weight: Double
    /// Where its curve ends.
    let end: (x: Double, y: Double)
  }

  /// From one baseline to the next.
  static let pitch = 18.0
  /// Names that are shown at most; a picture grows so that they have room.
  static let most = 40

  /// Labels with lines that lead to them, right of a place, between two heights.
  static func draw(
    _ entries: [Entry], at x: Double, width: Double, between heights: ClosedRange<Double>,
    _ words: SVGWords
  ) -> SVGMarkup {
    let room = max(1, min(most, Int((heights.upperBound - heights.lowerBound) / pitch)))
    var shown = Array(entries.indices)
    var more: [Int] = []
    if entries.count > room {
      let bySize = entries.indices.sorted {
        (-entries[$0].weight, $0) < (-entries[$1].weight, $1)
      }
      shown = bySize.prefix(room - 1).sorted()
      more = bySize.dropFirst(room - 1).sorted()
    }
    shown.sort { (entries[$0].end.y, $0) < (entries[$1].end.y, $1) }
    let low = heights.lowerBound + SVGTextWidth.ascent * 12 - SVGLabel.drop()
    let high =
      heights.upperBound - SVGTextWidth.descent * 12 - SVGLabel.drop() - (more.isEmpty ? 0 : pitch)
    let places = spread(shown.map { entries[$0].end.y }, apart: pitch, within: low...max(low, high))
    var markup = SVGMarkup()
    for (index, y) in zip(shown, places) {
      let entry = entries[index]
      markup.add(
        "path",
        [
          "d": .word(path(from: entry.end, to: (x - 4, y))), "class": .word("g " + entry.ink.line),
          "stroke-opacity": "0.6",
        ])
      markup.add(label(entry, at: x, y, width: width))
    }
    if !more.isEmpty {
      let names = more.prefix(60).map { entries[$0].name + " " + entries[$0].figure }
      markup.add(
        SVGLabel(
          x: x, y: heights.upperBound - SVGTextWidth.descent * 12, color: "q",
          text: SVGTextWidth.clipped(words.more(more.count), to: width, size: 12),
          whole: names.joined(separator: "\n")))
    }
    return markup
  }

  private static func path(
    from start: (x: Double, y: Double), to end: (x: Double, y: Double)
  ) -> String {
    SVGSeries.path([start, (max(start.x, end.x - 8), start.y), end])
  }

  /// The name is cut, and the figure left away where little of the name would be left.
  private static func label(_ entry: Entry, at x: Double, _ y: Double, width: Double) -> SVGLabel {
    let full = SVGTextWidth.of(entry.name, size: 12, bold: true)
    let behind = width - SVGTextWidth.of(" " + entry.figure, size: 12) + 0.01
    let hasFigure = behind >= min(full, 40)
    let name = SVGTextWidth.clipped(
      entry.name, to: hasFigure ? behind : width + 0.01, size: 12, bold: true)
    let figure = hasFigure ? entry.figure : ""
    let isWhole = name == entry.name && hasFigure
    return SVGLabel(
      x: x, y: y + SVGLabel.drop(), color: entry.ink.name, name: name, text: figure,
      whole: isWhole ? nil : entry.name + " " + entry.figure)
  }

  /// Places nearest to those that are sought, in the same order, so far apart, within bounds.
  ///
  /// What must keep a distance is, less that distance times its rank, what must not fall; the nearest such
  /// are means of neighbours (Ayer and others, 1955).
  static func spread(
    _ sought: [Double], apart: Double, within bounds: ClosedRange<Double>
  ) -> [Double] {
    var groups: [(sum: Double, count: Double)] = []
    for (rank, place) in sought.enumerated() {
      groups.append((place - Double(rank) * apart, 1))
      while groups.count > 1, let last = groups.last,
        groups[groups.count - 2].sum / groups[groups.count - 2].count > last.sum / last.count
      {
        groups.removeLast()
        groups[groups.count - 1].sum += last.sum
        groups[groups.count - 1].count += last.count
      }
    }
    let highest = max(
      bounds.lowerBound, bounds.upperBound - Double(max(0, sought.count - 1)) * apart)
    var places: [Double] = []
    for group in groups {
      let base = min(max(group.sum / group.count, bounds.lowerBound), highest)
      for _ in 0..<Int(group.count) { places.append(base + Double(places.count) * apart) }
    }
    return places
  }
}
