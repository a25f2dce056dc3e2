/// Areas that add up, the first at the bottom; what is below nothing is stacked downward.
extension SVGSeries {
  /// From where to where an area reaches at one period, in base units.
  typealias Part = (from: Double, to: Double)

  func areasDrawing() -> SVGDrawing {
    let (frame, plot, ends) = place(keys: [], endLabels: true)
    let places = SVGPeriods(periods, from: plot.left, to: plot.right, shares: false)
    var markup = frame.markup
    markup.append(frame.unit(words.unit(plot.scale.unit, chart.bases)))
    markup.append(plot.verticalAxis())
    let parts = stacked()
    var hovers = SVGMarkup()
    for curve in curves.indices {
      markup.append(area(curve, parts[curve], places, plot))
      if !isDense { hovers.append(hover(curve, parts[curve], places, plot)) }
    }
    markup.append(plot.names(of: places, frame))
    let entries = curves.indices.map { curve in
      let last = last(of: curve)
      let part = last.flatMap { parts[curve][$0.period] }
      let middle = part.map { plot.y($0.from / 2 + $0.to / 2) }
      return SVGEndLabels.Entry(
        ink: SVGInk(index: curve), name: names[curve], figure: ends.figures[curve],
        weight: last?.value.magnitude ?? -1,
        end: (last.map { places.places[$0.period] } ?? plot.right + 12, middle ?? plot.bottom))
    }
    markup.append(
      SVGEndLabels.draw(
        entries, at: plot.right + 22, width: ends.width,
        between: (plot.top - 10)...(plot.bottom + 8), words))
    markup.append(isDense ? hoverColumns(places, plot) : hovers)
    return SVGDrawing(markup: markup, width: frame.width, height: frame.height)
  }

  private func stacked() -> [[Part?]] {
    var above = Array(repeating: 0.0, count: periods.count)
    var below = above
    return curves.map { curve in
      periods.indices.map { period -> Part? in
        guard let value = curve.values[period] else { return nil }
        let from = value < 0 ? below[period] : above[period]
        if value < 0 { below[period] += value } else { above[period] += value }
        return (from, from + value)
      }
    }
  }

  private func area(
    _ curve: Int, _ parts: [Part?], _ places: SVGPeriods, _ plot: SVGPlot
  ) -> SVGMarkup {
    var markup = SVGMarkup()
    let ink = SVGInk(index: curve)
    for run in SVGSeries.runs(periods.count, where: { parts[$0] != nil }) {
      let near = run.map { (x: places.places[$0], y: plot.y(parts[$0]?.from ?? 0)) }
      let far = run.map { (x: places.places[$0], y: plot.y(parts[$0]?.to ?? 0)) }
      if run.count == 1, let from = near.first, let to = far.first {
        let half = periods.count == 1 ? min(40, places.step / 2) : min(12, places.step / 4)
        markup.add(
          bar: (from.x - half)...(from.x + half), min(from.y, to.y)...max(from.y, to.y),
          "w \(ink.fill)")
        continue
      }
      markup.add(
        "path",
        [
          "d": .word(SVGSeries.path(far + near.reversed(), closed: true)),
          "class": .word("w \(ink.fill)"),
        ])
    }
    return markup
  }

  private func hover(
    _ curve: Int, _ parts: [Part?], _ places: SVGPeriods, _ plot: SVGPlot
  ) -> SVGMarkup {
    var markup = SVGMarkup()
    for period in periods.indices {
      guard let part = parts[period], let text = hover(curve, period, plot.scale) else { continue }
      let (from, to) = (plot.y(part.from), plot.y(part.to))
      let left = max(plot.left, places.places[period] - places.step / 2)
      let right = min(plot.right, places.places[period] + places.step / 2)
      markup.add(bar: left...max(left, right), min(from, to)...max(from, to), "h", hover: text)
    }
    return markup
  }
}
