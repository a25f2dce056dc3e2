/// Where numbers are in a picture, and the lines and words of its axis.
struct SVGPlot {
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double
  let scale: SVGScale

  /// The height of a number, from below.
  func y(_ value: Double) -> Double {
    bottom - (bottom - top) * scale.axis.place(of: value)
  }

  /// The place of a number, from the left.
  func x(_ value: Double) -> Double { left + (right - left) * scale.axis.place(of: value) }

  /// Where nothing is; the nearer edge where it is outside.
  var zero: Double { y(0) }

  /// About so many ticks suit a height.
  static func ticks(height: Double) -> Int { min(12, max(3, Int(height / 48) + 1)) }

  /// The room that numbers left of a plot take.
  static func labelWidth(_ scale: SVGScale, within width: Double) -> Double {
    min(scale.labels.map { SVGTextWidth.of($0, size: 12) }.max() ?? 0, width * 0.3)
  }

  /// Lines across, with their numbers at the left.
  func verticalAxis() -> SVGMarkup {
    var markup = SVGMarkup()
    let ticks = scale.axis.ticks
    let apart = (bottom - top) / Double(max(1, ticks.count - 1))
    let every = max(1, Int((18 / max(apart, 0.01)).rounded(.up)))
    for index in stride(from: 0, to: ticks.count, by: every) {
      let y = y(ticks[index])
      markup.add(line((left, y), (right, y), isZero: ticks[index] == 0))
      let whole = scale.labels[index]
      let shown = SVGTextWidth.clipped(whole, to: left - 8 - 2, size: 12)
      markup.add(
        SVGLabel(
          x: left - 8, y: y + SVGLabel.drop(), anchor: .end, color: "q", text: shown,
          whole: shown == whole ? nil : whole))
    }
    return markup
  }

  /// Lines down, with those numbers below that do not touch.
  func horizontalAxis(baseline: Double, within width: Double) -> SVGMarkup {
    var markup = SVGMarkup()
    var free = 2.0
    for (tick, text) in zip(scale.axis.ticks, scale.labels) {
      let x = x(tick)
      markup.add(line((x, top), (x, bottom), isZero: tick == 0))
      let half = SVGTextWidth.of(text, size: 12) / 2
      guard x - half >= free, x + half <= width - 2 else { continue }
      markup.add(SVGLabel(x: x, y: baseline, anchor: .middle, color: "q", text: text))
      free = x + half + 8
    }
    return markup
  }

  /// The names of periods, with a short line up to the plot.
  func names(of periods: SVGPeriods, _ frame: SVGFrame) -> SVGMarkup {
    var markup = SVGMarkup()
    for (_, label) in periods.labels(baseline: frame.periodBaseline, within: frame.width) {
      markup.add(
        "path",
        [
          "d": .word("M\(SVGValue.text(label.x)) \(SVGValue.text(bottom))v5"), "class": "z",
        ])
      markup.add(label)
    }
    return markup
  }

  private func line(
    _ from: (Double, Double), _ to: (Double, Double), isZero: Bool
  ) -> (String, SVGMarkup.Attributes) {
    let path =
      "M\(SVGValue.text(from.0)) \(SVGValue.text(from.1))L\(SVGValue.text(to.0)) \(SVGValue.text(to.1))"
    return ("path", ["d": .word(path), "class": isZero ? "z" : "g"])
  }
}

extension SVGMarkup {
  /// An element that is given as it is.
  mutating func add(_ element: (String, Attributes)) { add(element.0, element.1) }

  /// A bar, of whatever sides are given.
  mutating func add(
    bar x: ClosedRange<Double>, _ y: ClosedRange<Double>, _ style: String, hover: String? = nil
  ) {
    add(
      "rect",
      [
        "x": .number(x.lowerBound), "y": .number(y.lowerBound),
        "width": .number(x.upperBound - x.lowerBound),
        "height": .number(y.upperBound - y.lowerBound), "class": .word(style),
      ], hover: hover)
  }
}
