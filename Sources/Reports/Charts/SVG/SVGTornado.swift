import Diagnostics

/// What a figure comes to where one input is at either end: bars about a line in the middle.
extension SVGRows {
  func tornado(_ swings: [Chart.Swing], central: Double) -> SVGDrawing {
    // The smaller result is at the left, whichever end of the input it belongs to.
    let figures = scale.texts(swings.flatMap { [$0.low, $0.high] })
    let rows = swings.enumerated().map { row, swing in
      let ends = [
        End(value: swing.low, input: SVGText.name(swing.ends.low), figure: figures[2 * row]),
        End(value: swing.high, input: SVGText.name(swing.ends.high), figure: figures[2 * row + 1]),
      ]
      return swing.low <= swing.high ? ends : ends.reversed()
    }
    let keys = [
      SVGFrame.Key(fill: "f1", name: words.lowEnd), SVGFrame.Key(fill: "f5", name: words.highEnd),
    ]
    let texts = rows.flatMap { ends in
      ends.enumerated().map { side, end in
        Text(
          value: side == 0 ? min(end.value, central) : max(end.value, central), isLeft: side == 0,
          width: SVGTextWidth.of(text(end, within: .infinity), size: 12))
      }
    }
    let place = place(keys: keys, texts: texts)
    let plot = place.plot
    let unit = [
      words.unit(plot.scale.unit, chart.bases), words.central(plot.scale.figure(central)),
    ].filter { !$0.isEmpty }.joined(separator: " · ")
    var markup = ground(place, unit: unit)
    var hovers = SVGMarkup()
    let middle = plot.x(central)
    for (row, swing) in swings.enumerated() {
      let (low, high) = (plot.x(swing.low), plot.x(swing.high))
      markup.append(bars(low, high, middle, at: place.middle(row), place.thickness))
      let sides = [
        (x: min(low, high, middle) - SVGRows.gap, anchor: SVGLabel.Anchor.end),
        (x: max(low, high, middle) + SVGRows.gap, anchor: SVGLabel.Anchor.start),
      ]
      for (side, end) in zip(sides, rows[row]) {
        let whole = text(end, within: .infinity)
        let shown = text(end, within: place.room + 0.01)
        markup.add(
          SVGLabel(
            x: side.x, y: place.middle(row) + SVGLabel.drop(), anchor: side.anchor, text: shown,
            whole: shown == whole ? nil : whole))
      }
      let name = SVGTextWidth.clipped(names[row], to: 60, size: 1)
      let lines = [(swing.ends.low, swing.low), (swing.ends.high, swing.high)].map {
        words.point(
          name, SVGTextWidth.clipped(SVGText.name($0.0), to: 40, size: 1), plot.scale.figure($0.1))
      }
      hovers.add(
        bar: plot.left...plot.right,
        (place.middle(row) - place.pitch / 2)...(place.middle(row) + place.pitch / 2), "h",
        hover: lines.joined(separator: "\n"))
    }
    markup.add(
      "path",
      ["d": .word(SVGSeries.path([(middle, plot.top), (middle, plot.bottom)])), "class": "c"])
    markup.append(hovers)
    return SVGDrawing(markup: markup, width: width, height: place.frame.height)
  }

  /// Either bar from the middle; one above the other where both lie on one side.
  private func bars(
    _ low: Double, _ high: Double, _ middle: Double, at y: Double, _ thickness: Double
  ) -> SVGMarkup {
    var markup = SVGMarkup()
    let half = thickness / 2
    let isOneSided = (low - middle) * (high - middle) > 0
    markup.add(
      bar: min(low, middle)...max(low, middle), (y - half)...(isOneSided ? y : y + half), "f1")
    markup.add(
      bar: min(high, middle)...max(high, middle), (isOneSided ? y : y - half)...(y + half), "f5")
    return markup
  }

  /// One end of a row.
  private struct End {
    let value: Double
    let input: String
    let figure: String
  }

  /// `2min: 123.4`; the end of the input is cut where it is long, and left away where little is left.
  private func text(_ end: End, within room: Double) -> String {
    guard !end.input.isEmpty else { return SVGTextWidth.clipped(end.figure, to: room, size: 12) }
    let whole = words.named(end.input, end.figure)
    if SVGTextWidth.of(whole, size: 12) <= room { return whole }
    let rest = room - SVGTextWidth.of(words.named("", end.figure), size: 12)
    let input = rest < 20 ? "" : SVGTextWidth.clipped(end.input, to: rest, size: 12)
    let text = input.isEmpty ? end.figure : words.named(input, end.figure)
    return SVGTextWidth.clipped(text, to: max(room, 0), size: 12)
  }
}
