/// A timeline as a picture: a row for each bar below the name of its group, years along the bottom.
struct SVGTimeline {
  let timeline: Timeline
  let width: Double
  let style: FigureStyle
  /// The years that are shown.
  let span: Range<Double>
  /// The bars that are drawn.
  private let drawn: [Timeline.Bar]

  var words: SVGWords { SVGWords(language: style.language) }

  /// Rows that a picture has at most; a table has the rest.
  private static let mostBars = 120
  private static let groupHeight = 26.0

  init(_ timeline: Timeline, width: Double, style: FigureStyle) {
    self.timeline = timeline
    self.width = width
    self.style = style
    let span = SVGTimeline.drawable(timeline.span) ? timeline.span : 0..<1
    self.span = span
    let seen = timeline.bars.filter { bar in
      let to = bar.to ?? .infinity
      return bar.from.isFinite && bar.from < span.upperBound && to > span.lowerBound
        && to >= bar.from
    }
    drawn = Array(seen.prefix(SVGTimeline.mostBars))
  }

  private static func drawable(_ span: Range<Double>) -> Bool {
    !span.isEmpty && max(span.lowerBound.magnitude, span.upperBound.magnitude) < 1e5
      && span.upperBound - span.lowerBound > 0.01
  }

  func element(id: String) -> String {
    drawing.element(
      id: id, title: timeline.title.text(style),
      description: words.sentences([
        words.timeline(
          timeline.bars.count, Timeline.month(span.lowerBound), Timeline.month(span.upperBound))
      ]), style.language, rules: nil)
  }

  private var drawing: SVGDrawing {
    var markup = SVGMarkup()
    let hasLate = drawn.contains(where: \.isLate)
    let keys = hasLate ? [SVGFrame.Key(fill: "z", name: words.planned)] : []
    let inner = width - 2 * SVGFrame.margin
    let bothEnds = drawn.count > 20
    let top =
      SVGFrame.add(keys, to: &markup, from: 4, room: inner, words) + 4
      + (bothEnds ? SVGTextWidth.line * 12 + 2 : 0)
    let names = drawn.map { SVGText.name($0.name.text(style)) }
    let widest = names.map { SVGTextWidth.of($0, size: 12) }.max() ?? 0
    let nameWidth = min(widest, width * 0.3)
    let pitch = drawn.count > 30 ? 19.0 : 25.0
    let left = SVGFrame.margin + nameWidth + 10
    let scale = SVGYears(span: span, left: left, right: width - 16)
    var rows = SVGMarkup()
    var hovers = SVGMarkup()
    var y = top
    var ink = -1
    for (index, bar) in drawn.enumerated() {
      if index == 0 || drawn[index - 1].group != bar.group {
        ink += 1
        y += add(bar.group, SVGInk(index: ink), at: y, to: &rows)
      }
      let shown = SVGTextWidth.clipped(names[index], to: nameWidth + 0.01, size: 12)
      rows.add(
        SVGLabel(
          x: SVGFrame.margin, y: y + pitch / 2 + SVGLabel.drop(), text: shown,
          whole: shown == names[index] ? nil : names[index]))
      add(bar, SVGInk(index: ink), scale, y...(y + pitch), to: &rows)
      hovers.add(
        bar: SVGFrame.margin...(width - 16), y...(y + pitch), "h", hover: hover(bar, names[index]))
      y += pitch
    }
    let bottom = y + 4
    markup.append(scale.axis(top: top, bottom: bottom, bothEnds: bothEnds))
    markup.append(rows)
    markup.append(hovers)
    var height = bottom + 10 + SVGTextWidth.line * 12 + 6
    let missing = timeline.bars.count - drawn.count
    if missing > 0 {
      height += 18
      let note = SVGTextWidth.clipped(words.inTable(missing), to: inner, size: 12)
      markup.add(SVGLabel(x: SVGFrame.margin, y: height - 8, color: "q", text: note))
    }
    return SVGDrawing(markup: markup, width: width, height: height)
  }

  /// The name of a group, and the height that it takes.
  private func add(
    _ group: Table.Note, _ ink: SVGInk, at y: Double, to markup: inout SVGMarkup
  ) -> Double {
    let whole = SVGText.name(group.text(style))
    guard !whole.isEmpty else { return 0 }
    let shown = SVGTextWidth.clipped(
      whole, to: width - 2 * SVGFrame.margin, size: 12, bold: true)
    markup.add(
      SVGLabel(
        x: SVGFrame.margin, y: y + SVGTimeline.groupHeight - 8, color: ink.name, name: shown,
        text: "", whole: shown == whole ? nil : whole))
    return SVGTimeline.groupHeight
  }

  /// A bar, the time by which it is late, and what is said beside it: behind it, in it, or before it,
  /// wherever there is room.
  private func add(
    _ bar: Timeline.Bar, _ ink: SVGInk, _ scale: SVGYears, _ row: ClosedRange<Double>,
    to markup: inout SVGMarkup
  ) {
    let (y, half) = ((row.lowerBound + row.upperBound) / 2, 8.0)
    let from = scale.x(bar.from)
    let to = max(from + 2, scale.x(bar.to ?? span.upperBound))
    var start = from
    if let planned = bar.planned, bar.isLate {
      start = scale.x(planned)
      markup.add(
        "rect",
        [
          "x": .number(start), "y": .number(y - half), "width": .number(from - start),
          "height": .number(2 * half), "class": "z", "stroke-dasharray": "3 3",
        ])
    }
    markup.add(bar: from...to, (y - half)...(y + half), "b \(ink.plain) \(ink.line)")
    let detail = SVGText.name(bar.detail.text(style))
    guard !detail.isEmpty else { return }
    let size = 11.0
    let need = SVGTextWidth.of(detail, size: size)
    let line = y + SVGLabel.drop(size)
    if need + 12 <= to - from {
      markup.add(SVGLabel(x: from + 6, y: line, size: size, text: detail))
    } else if to + 5 + need <= width - 4 {
      markup.add(SVGLabel(x: to + 5, y: line, size: size, color: "q", text: detail))
    } else if start - 5 - need >= scale.left {
      markup.add(
        SVGLabel(x: start - 5, y: line, size: size, anchor: .end, color: "q", text: detail))
    } else if to - from >= 52 {
      let shown = SVGTextWidth.clipped(detail, to: to - from - 12, size: size)
      markup.add(SVGLabel(x: from + 6, y: line, size: size, text: shown, whole: detail))
    }
  }

  /// `railway 1 · 2024-03 to 2031-01 · 41.5 ha`.
  private func hover(_ bar: Timeline.Bar, _ name: String) -> String {
    let from = Timeline.month(bar.from)
    let parts = [
      SVGTextWidth.clipped(name, to: 60, size: 1),
      bar.to.map { words.span(from, Timeline.month($0)) } ?? words.since(from),
      bar.isLate ? words.planned(Timeline.month(bar.planned ?? 0)) : "",
      SVGTextWidth.clipped(SVGText.name(bar.detail.text(style)), to: 60, size: 1),
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: " · ")
  }
}
