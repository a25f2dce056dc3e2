import Diagnostics

/// Draws a chart as text, for a terminal or a page of fixed columns.
public struct TextChart: Sendable {
  /// Columns of a line at most.
  let width: Int
  /// Lines at most.
  let height: Int
  let style: FigureStyle
  let glyphs: Glyphs
  /// Whether curves and bars are coloured, with codes that a terminal of 256 colours understands.
  let colours: Bool

  public init(width: Int, height: Int, style: FigureStyle, glyphs: Glyphs, colours: Bool) {
    self.width = max(1, width)
    self.height = max(1, height)
    self.style = style
    self.glyphs = glyphs
    self.colours = colours
  }

  /// The chart in lines that end with `\n`, none wider than the columns; a sentence where no value is
  /// defined.
  public func render(_ given: Chart) -> String {
    let chart = given.drawable(keepsRows: true)
    let title = chart.title.text(style)
    let whole = title.isEmpty ? [] : rows(of: title)
    guard let extent = given.drawableExtent else {
      return text(whole + rows(of: nothing))
    }
    var head = whole
    var notes = chart.sentences(style).flatMap { rows(of: $0, indent: 2) }
    // A picture of a few lines is worth more than what is said around it.
    if height - head.count - notes.count < 10 { notes = [] }
    if height - head.count < 8, head.count > 1 {
      head = [clipped(whole.joined(separator: " "), to: width)]
    }
    if height - head.count < 4 { head = [] }
    let room = height - head.count - notes.count
    return text(
      head + picture(of: chart, given, extent, room: room).lines(colours: colours) + notes)
  }

  private func picture(
    of chart: Chart, _ given: Chart, _ extent: ClosedRange<Double>, room: Int
  ) -> TextGrid {
    let unit = unit(of: chart)
    switch chart.marks {
    case .curves(let curves, let periods):
      return CurvePicture(page: self, curves: curves, periods: periods, unit: unit)
        .drawn(extent, room: room)
    case .areas(let parts, let periods):
      return AreaPicture(page: self, parts: parts, periods: periods, unit: unit)
        .drawn(extent, room: room)
    case .bars(let curves, let periods):
      return BarPicture(page: self, curves: curves, periods: periods, unit: unit)
        .drawn(extent, room: room)
    case .waterfall(let steps):
      return WaterfallPicture(page: self, steps: steps, given: given.steps, unit: unit)
        .drawn(extent, room: room)
    case .tornado(let swings, let central):
      return TornadoPicture(
        page: self, swings: swings, given: given.swings, central: central, unit: unit
      ).drawn(extent, room: room)
    case .spans(let spans): return SpanPicture(page: self, spans: spans).drawn(room: room)
    }
  }

  private func unit(of chart: Chart) -> ChartUnit {
    let words = chart.bases.map { style.language == .chinese ? $0.chinese : $0.word }
    return ChartUnit(name: chart.unit, bases: words)
  }

  private var nothing: String {
    style.language == .chinese ? "没有可画的：所有数值都未定义" : "nothing to draw: every value is undefined"
  }

  private func text(_ lines: [String]) -> String {
    lines.prefix(height).map { $0 + "\n" }.joined()
  }

  /// A text in lines of the chart's width; a wide character does not fit one column.
  private func rows(of text: String, indent: Int = 0) -> [String] {
    wrapped(escapingControls(text), to: width, indent: indent).map {
      truncated($0, to: width, ellipsis: "")
    }
  }
}

/// What the numbers of a chart are.
struct ChartUnit {
  /// `yuan`, `share`, or nothing.
  let name: String
  /// `nominal`, in the language of the chart.
  let bases: [String]

  /// What stands above an axis: `M yuan, nominal`.
  func heading(_ axis: Axis) -> String {
    escapingControls(([axis.unit] + bases).filter { !$0.isEmpty }.joined(separator: ", "))
  }
}

extension TextChart {
  func name(_ note: Table.Note) -> String { escapingControls(note.text(style)) }

  /// A text of so many columns at most.
  func clipped(_ text: String, to columns: Int) -> String {
    guard displayWidth(text) > columns else { return text }
    if columns < 1 { return "" }
    return truncated(
      text, to: columns, ellipsis: glyphs == .braille ? "…" : columns < 6 ? "~" : "...")
  }

  /// Names of so many columns at most: cut at their ends, and those that would look alike in their
  /// middles.
  func clipped(_ names: [String], to columns: Int) -> [String] {
    ClippedNames.apart(names) {
      clipped($0, to: columns)
    } inTheMiddle: {
      ClippedNames.middle(of: $0, to: columns, ellipsis: glyphs == .braille ? "…" : "...") {
        displayWidth($0)
      }
    }
  }

  /// What stands where there is no number.
  var undefined: String { glyphs == .braille ? "–" : "-" }

  /// Of what has no room: `… 7 more`.
  func more(_ count: Int) -> String {
    let dots = glyphs == .braille ? "…" : "..."
    return style.language == .chinese ? "\(dots)另有 \(count) 项" : "\(dots) \(count) more"
  }
}
