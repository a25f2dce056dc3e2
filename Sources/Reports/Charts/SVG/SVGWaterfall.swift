import Diagnostics

/// Steps that lead from nothing to a total: a row each, connected.
extension SVGRows {
  func waterfall(_ steps: [Chart.Step]) -> SVGDrawing {
    let texts = zip(steps, scale.texts(of: steps)).map { step, text in
      (step.amount > 0 && !step.isTotal ? "+" : "") + text
    }
    let stands = Chart.stands(steps)
    let place = place(
      keys: [],
      texts: steps.indices.map { row in
        let isLeft = steps[row].amount < 0
        let (from, to) = stands[row]
        return Text(
          value: isLeft ? min(from, to) : max(from, to), isLeft: isLeft,
          width: SVGTextWidth.of(texts[row], size: 12))
      })
    let plot = place.plot
    var markup = ground(place, unit: words.unit(plot.scale.unit, chart.bases))
    var hovers = SVGMarkup()
    for (row, step) in steps.enumerated() {
      let (from, to) = (plot.x(stands[row].from), plot.x(stands[row].to))
      let (low, high) = (min(from, to), max(from, to))
      let middle = place.middle(row)
      let half = place.thickness / 2
      let color = step.isTotal ? "f0" : step.amount < 0 ? "f2" : "f1"
      // A step of nothing is a line.
      let thin = max(0, 0.5 - (high - low) / 2)
      markup.add(bar: (low - thin)...(high + thin), (middle - half)...(middle + half), color)
      if row + 1 < steps.count {
        markup.add(
          "path",
          [
            "d": .word(
              SVGSeries.path([(to, middle + half), (to, place.middle(row + 1) - half)])),
            "class": "z",
          ])
      }
      let isLeft = step.amount < 0
      let shown = SVGTextWidth.clipped(
        texts[row], to: place.room + 0.01, size: 12)
      markup.add(
        SVGLabel(
          x: isLeft ? low - SVGRows.gap : high + SVGRows.gap, y: middle + SVGLabel.drop(),
          anchor: isLeft ? .end : .start, text: shown,
          whole: shown == texts[row] ? nil : texts[row]))
      let name = SVGTextWidth.clipped(names[row], to: 60, size: 1)
      let sign = step.amount > 0 && !step.isTotal ? "+" : ""
      hovers.add(
        bar: plot.left...plot.right, (middle - place.pitch / 2)...(middle + place.pitch / 2), "h",
        hover: words.named(name, sign + plot.scale.figure(step.amount)))
    }
    markup.append(hovers)
    return SVGDrawing(markup: markup, width: width, height: place.frame.height)
  }
}
