import Diagnostics

/// A bar for each period, of several curves side by side.
extension SVGSeries {
  func barsDrawing() -> SVGDrawing {
    let shown = curves.indices.prefix(SVGEndLabels.most)
    var keys = shown.map { SVGFrame.Key(fill: SVGInk(index: $0).fill, name: names[$0]) }
    if shown.count < curves.count {
      keys.append(SVGFrame.Key(fill: "p", name: words.more(curves.count - shown.count)))
    }
    let title = SVGText.name(chart.title.text(style)).lowercased()
    if curves.count == 1, names[0].lowercased() == title { keys = [] }
    let (frame, plot, _) = place(keys: keys, endLabels: false)
    let places = SVGPeriods(periods, from: plot.left, to: plot.right, shares: true)
    var markup = frame.markup
    markup.append(frame.unit(words.unit(plot.scale.unit, chart.bases)))
    markup.append(plot.verticalAxis())
    markup.append(plot.names(of: places, frame))
    let group = min(places.step * (places.step < 6 ? 1 : 0.78), 90 * Double(curves.count))
    let width = group / Double(max(1, curves.count))
    var hovers = SVGMarkup()
    for curve in curves.indices {
      for period in periods.indices {
        guard let value = curves[curve].values[period] else { continue }
        let left = places.places[period] - group / 2 + Double(curve) * width
        let gap = width > 4 ? 0.5 : 0
        let y = plot.y(value)
        markup.add(
          bar: (left + gap)...(left + width - gap), min(y, plot.zero)...max(y, plot.zero),
          SVGInk(index: curve).fill)
        if !isDense, let text = hover(curve, period, plot.scale) {
          hovers.append(hover(text, left...(left + width), plot))
        }
      }
    }
    markup.append(amounts(places, plot))
    markup.append(isDense ? hoverColumns(places, plot) : hovers)
    return SVGDrawing(markup: markup, width: frame.width, height: frame.height)
  }

  /// The pointer finds a bar over the whole height, since the bar may be low.
  private func hover(_ text: String, _ x: ClosedRange<Double>, _ plot: SVGPlot) -> SVGMarkup {
    var markup = SVGMarkup()
    markup.add(bar: x, plot.top...plot.bottom, "h", hover: text)
    return markup
  }

  /// Each number above or below its bar, where there is one curve and all of them fit.
  private func amounts(_ places: SVGPeriods, _ plot: SVGPlot) -> SVGMarkup {
    var markup = SVGMarkup()
    guard curves.count == 1, let values = curves.first?.values else { return markup }
    let figures = plot.scale.texts(values.compactMap(\.self))
    var next = figures.makeIterator()
    let texts = values.map { $0 == nil ? "" : next.next() ?? "" }
    let widest = texts.map { SVGTextWidth.of($0, size: 12) }.max() ?? 0
    guard widest + 6 <= places.step else { return markup }
    for (period, text) in texts.enumerated() {
      guard let value = values[period] else { continue }
      let y = plot.y(value)
      let above = y - 5
      let isAbove = value >= 0 && above - SVGTextWidth.ascent * 12 > plot.top - 10
      let below = y + SVGTextWidth.ascent * 12 + 1
      let isBelow = value < 0 && below + SVGTextWidth.descent * 12 < plot.bottom + 8
      guard isAbove || isBelow else { continue }
      markup.add(
        SVGLabel(x: places.places[period], y: isAbove ? above : below, anchor: .middle, text: text))
    }
    return markup
  }
}
