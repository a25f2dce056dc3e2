import Diagnostics

/// What lies within limits, beside all that there is: a row each.
extension SVGRows {
  func spans(_ spans: [Chart.Span]) -> SVGDrawing {
    let texts = spans.map { SVGText.name($0.text) }
    let place = place(
      keys: [],
      texts: texts.map { Text(value: 1, isLeft: false, width: SVGTextWidth.of($0, size: 12)) })
    let plot = place.plot
    var markup = ground(place, unit: words.ofRange)
    var hovers = SVGMarkup()
    for (row, span) in spans.enumerated() {
      let middle = place.middle(row)
      let half = place.thickness / 2
      markup.add(
        bar: plot.x(0)...plot.x(1), (middle - half / 4)...(middle + half / 4), "f0")
      for part in span.parts {
        // What is next to nothing is a line.
        let (low, high) = (plot.x(part.lowerBound), plot.x(part.upperBound))
        let thin = max(0, 0.5 - (high - low) / 2)
        markup.add(bar: (low - thin)...(high + thin), (middle - half)...(middle + half), "f1")
      }
      let shown = SVGTextWidth.clipped(texts[row], to: place.room + 0.01, size: 12)
      markup.add(
        SVGLabel(
          x: plot.x(1) + SVGRows.gap, y: middle + SVGLabel.drop(), anchor: .start, text: shown,
          whole: shown == texts[row] ? nil : texts[row]))
      hovers.add(
        bar: plot.left...plot.right, (middle - place.pitch / 2)...(middle + place.pitch / 2), "h",
        hover: texts[row])
    }
    markup.append(hovers)
    return SVGDrawing(markup: markup, width: width, height: place.frame.height)
  }
}
