/// Curves with their bands, named at their ends.
extension SVGSeries {
  func curvesDrawing() -> SVGDrawing {
    let (frame, plot, ends) = place(keys: [], endLabels: true)
    let places = SVGPeriods(periods, from: plot.left, to: plot.right, shares: false)
    let hasBands = curves.contains { $0.band != nil }
    let unit = words.unit(plot.scale.unit, chart.bases)
    var markup = frame.markup
    markup.append(
      frame.unit(
        [unit, hasBands ? words.bandKey : ""].filter { !$0.isEmpty }.joined(separator: " · ")))
    markup.append(plot.verticalAxis())
    markup.append(plot.names(of: places, frame))
    for curve in curves.indices { markup.append(band(curve, places, plot)) }
    for curve in curves.indices { markup.append(line(curve, places, plot)) }
    let entries = curves.indices.map { curve in
      let last = last(of: curve)
      return SVGEndLabels.Entry(
        ink: SVGInk(index: curve), name: names[curve], figure: ends.figures[curve],
        weight: last?.value.magnitude ?? -1,
        end: last.map { (places.places[$0.period] + 3, plot.y($0.value)) }
          ?? (plot.right + 12, plot.bottom))
    }
    markup.append(
      SVGEndLabels.draw(
        entries, at: plot.right + 22, width: ends.width,
        between: (plot.top - 10)...(plot.bottom + 8), words))
    markup.append(isDense ? hoverColumns(places, plot) : hoverPoints(places, plot))
    return SVGDrawing(markup: markup, width: frame.width, height: frame.height)
  }

  /// From p5 to p95, where both are defined.
  private func band(_ curve: Int, _ places: SVGPeriods, _ plot: SVGPlot) -> SVGMarkup {
    var markup = SVGMarkup()
    guard let band = curves[curve].band else { return markup }
    let ends = periods.indices.map { period -> (low: Double, high: Double)? in
      guard let low = band.low[period], let high = band.high[period] else { return nil }
      return (plot.y(low), plot.y(high))
    }
    for run in SVGSeries.runs(periods.count, where: { ends[$0] != nil }) {
      let upper = run.map { (x: places.places[$0], y: ends[$0]?.high ?? 0) }
      let lower = run.map { (x: places.places[$0], y: ends[$0]?.low ?? 0) }
      let ink = SVGInk(index: curve)
      if run.count == 1, let above = upper.first, let below = lower.first {
        let half = min(6, max(1, places.step * 0.3))
        markup.add(
          bar: (above.x - half)...(above.x + half), min(above.y, below.y)...max(above.y, below.y),
          "n \(ink.plain)")
        continue
      }
      markup.add(
        "path",
        [
          "d": .word(SVGSeries.path(upper + lower.reversed(), closed: true)),
          "class": .word("n \(ink.plain)"),
        ])
    }
    return markup
  }

  /// A line for each stretch that is defined, and a point where one period stands alone.
  private func line(_ curve: Int, _ places: SVGPeriods, _ plot: SVGPlot) -> SVGMarkup {
    var markup = SVGMarkup()
    let values = curves[curve].values
    let ink = SVGInk(index: curve)
    let runs = SVGSeries.runs(periods.count) { values[$0] != nil }
    for run in runs {
      let points = run.map { (x: places.places[$0], y: plot.y(values[$0] ?? 0)) }
      if let point = points.first, points.count == 1 {
        markup.add(dot: point, ink)
        continue
      }
      markup.add(
        "path",
        [
          "d": .word(SVGSeries.path(points)), "class": .word("l \(ink.line)"),
          "stroke-dasharray": .word(ink.dashes),
        ])
      if run == runs.last, let end = points.last { markup.add(dot: end, ink) }
    }
    return markup
  }

  private func hoverPoints(_ places: SVGPeriods, _ plot: SVGPlot) -> SVGMarkup {
    var markup = SVGMarkup()
    let radius = min(9, max(2, places.step / 2))
    for curve in curves.indices {
      for period in periods.indices {
        guard let value = curves[curve].values[period],
          let text = hover(curve, period, plot.scale)
        else { continue }
        markup.add(
          "circle",
          [
            "cx": .number(places.places[period]), "cy": .number(plot.y(value)),
            "r": .number(radius), "class": "h",
          ], hover: text)
      }
    }
    return markup
  }
}

extension SVGMarkup {
  fileprivate mutating func add(dot point: (x: Double, y: Double), _ ink: SVGInk) {
    add(
      "circle",
      [
        "cx": .number(point.x), "cy": .number(point.y), "r": "3", "class": .word(ink.plain),
      ])
  }
}
