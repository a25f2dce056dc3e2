import Diagnostics

/// What stands around the plot: the title and keys above, notes below, and the room that is left.
struct SVGFrame {
  /// A swatch and a name above the plot.
  struct Key {
    let fill: String
    /// In one line.
    let name: String
  }

  let width: Double
  private(set) var height: Double
  /// Where the plot begins, half a line below the row of the unit.
  let top: Double
  /// The baseline of the row where the unit stands.
  let unitBaseline: Double
  /// From the bottom of the plot to that of the picture.
  private let foot: Double
  private let head: SVGMarkup
  private let notes: [(text: String, whole: String?)]

  static let margin = 12.0
  private static let gap = 8.0
  private static let noteSize = 11.0
  private static let notePitch = 16.0

  /// Where the plot ends.
  var bottom: Double { height - foot }
  /// The baseline of the names below the plot.
  var periodBaseline: Double { bottom + 10 + SVGTextWidth.ascent * 12 }

  init(_ chart: Chart, keys: [Key], width: Double, height: Double, _ style: FigureStyle) {
    self.width = width
    let room = width - 2 * SVGFrame.margin
    var head = SVGMarkup()
    var y = SVGFrame.margin - 2
    let title = SVGText.name(chart.title.text(style))
    if !title.isEmpty {
      let shown = SVGTextWidth.clipped(title, to: room, size: 16, bold: true)
      head.add(
        SVGLabel(
          x: SVGFrame.margin, y: y + SVGTextWidth.ascent * 16, size: 16, name: shown, text: "",
          whole: shown == title ? nil : title))
      y += SVGTextWidth.line * 16 + 2
    }
    y = SVGFrame.add(keys, to: &head, from: y, room: room, SVGWords(language: style.language))
    self.head = head
    unitBaseline = y + SVGTextWidth.ascent * 12
    top = y + SVGTextWidth.line * 12 + 10
    var notes: [(text: String, whole: String?)] = []
    for sentence in chart.sentences(style) {
      let whole = SVGText.name(sentence)
      let lines = SVGTextWidth.wrapped(whole, to: room, size: SVGFrame.noteSize, most: 3)
      let isCut = lines.last?.hasSuffix("…") ?? false
      notes += lines.map { ($0, isCut ? whole : nil) }
    }
    self.notes = Array(notes.prefix(SVGFrame.mostNotes))
    foot =
      10 + SVGTextWidth.line * 12 + SVGFrame.gap
      + (notes.isEmpty ? 0 : Double(self.notes.count) * SVGFrame.notePitch + 6)
    self.height = max(height, top + foot + 80)
  }

  private static let mostNotes = 12

  /// Makes the picture higher where the plot needs it.
  mutating func grow(plot least: Double) { height = max(height, top + least + foot) }

  /// Title, keys and notes.
  var markup: SVGMarkup {
    var markup = head
    let last = height - SVGFrame.gap - SVGTextWidth.descent * SVGFrame.noteSize
    for (index, note) in notes.enumerated() {
      markup.add(
        SVGLabel(
          x: SVGFrame.margin, y: last - Double(notes.count - 1 - index) * SVGFrame.notePitch,
          size: SVGFrame.noteSize, color: "q", text: note.text, whole: note.whole))
    }
    return markup
  }

  /// The row of the unit, and whatever else is said of all numbers.
  func unit(_ text: String) -> SVGMarkup {
    var markup = SVGMarkup()
    let whole = SVGText.name(text)
    let shown = SVGTextWidth.clipped(whole, to: width - 2 * SVGFrame.margin, size: 12)
    guard !shown.isEmpty else { return markup }
    markup.add(
      SVGLabel(
        x: SVGFrame.margin, y: unitBaseline, color: "q", text: shown,
        whole: shown == whole ? nil : whole))
    return markup
  }

  /// Keys in rows, and where they end.
  static func add(
    _ keys: [Key], to markup: inout SVGMarkup, from y: Double, room: Double, _ words: SVGWords
  ) -> Double {
    guard !keys.isEmpty else { return y }
    let (pitch, swatch) = (19.0, 16.0)
    var (x, y) = (margin, y)
    for key in keys {
      let whole = key.name
      let shown = SVGTextWidth.clipped(whole, to: min(room - swatch, 220), size: 12)
      let width = swatch + SVGTextWidth.of(shown, size: 12)
      if x > margin, x + width > margin + room { (x, y) = (margin, y + pitch) }
      markup.add(
        "rect",
        [
          "x": .number(x), "y": .number(y + 4), "width": "11", "height": "11", "rx": "2",
          "class": .word(key.fill),
        ])
      markup.add(
        SVGLabel(
          x: x + swatch, y: y + SVGTextWidth.ascent * 12, text: shown,
          whole: shown == whole ? nil : whole))
      x += width + 16
    }
    return y + pitch
  }
}
