/// Curves, areas and bars along periods: what they have in common.
struct SVGSeries {
  let curves: [Chart.Curve]
  let periods: [String]
  let extent: ClosedRange<Double>
  let chart: Chart
  let painter: SVGChart
  /// The names of curves in one line.
  let names: [String]
  /// Names as hover texts have them, which are written for each point.
  let shortNames: [String]
  private let shortPeriods: [String]
  /// Whether points are too many to have a place each for the pointer: then a whole period has one.
  let isDense: Bool

  init(
    _ curves: [Chart.Curve], _ periods: [String], of chart: Chart, _ extent: ClosedRange<Double>,
    _ painter: SVGChart
  ) {
    self.curves = curves
    self.periods = periods
    self.extent = extent
    self.chart = chart
    self.painter = painter
    isDense = curves.reduce(0) { $0 + $1.values.count { $0 != nil } } > 3000
    names = curves.map { SVGText.name($0.name.text(painter.style)) }
    shortNames = names.map { SVGTextWidth.clipped($0, to: 60, size: 1) }
    shortPeriods = periods.map { SVGTextWidth.clipped(SVGText.name($0), to: 40, size: 1) }
  }

  var style: FigureStyle { painter.style }
  var width: Double { painter.width }
  var words: SVGWords { SVGWords(language: style.language) }

  /// The frame and the plot in it, with numbers at its left and room for names at its right.
  func place(keys: [SVGFrame.Key], endLabels: Bool) -> (
    SVGFrame, SVGPlot, ends: (width: Double, figures: [String])
  ) {
    var frame = SVGFrame(chart, keys: keys, width: width, height: painter.height, style)
    var ends = (width: 0.0, figures: [String]())
    if endLabels {
      let shown = min(curves.count, SVGEndLabels.most)
      frame.grow(plot: Double(shown) * SVGEndLabels.pitch)
    }
    let scale = SVGScale(
      extent, most: SVGPlot.ticks(height: frame.bottom - frame.top), unit: chart.unit, style)
    if endLabels {
      ends = self.ends(scale, within: max(width * 0.34, min(160, width * 0.45)))
    }
    let left = SVGFrame.margin + SVGPlot.labelWidth(scale, within: width) + 8
    let right = width - SVGFrame.margin - (endLabels ? ends.width + 22 : 4)
    let plot = SVGPlot(
      left: left, right: max(left + 1, right), top: frame.top, bottom: frame.bottom, scale: scale)
    return (frame, plot, ends)
  }

  /// What stands behind the names at the ends, and the room that both need: figures with their units, or
  /// as beside the axis where names would be cut for them.
  private func ends(
    _ scale: SVGScale, within most: Double
  ) -> (width: Double, figures: [String]) {
    let lasts = curves.indices.map { last(of: $0) }
    let short = scale.texts(lasts.compactMap { $0?.value })
    func width(_ figures: [String]) -> Double {
      zip(curves.indices, figures).map { curve, figure in
        SVGTextWidth.of(names[curve], size: 12, bold: true)
          + SVGTextWidth.of(" " + figure, size: 12)
      }.max() ?? 0
    }
    func figures(_ texts: [String]) -> [String] {
      var next = texts.makeIterator()
      return lasts.map { last in
        guard let last, let text = next.next() else { return words.undefined }
        return last.period == periods.count - 1 ? text : "\(text) (\(shortPeriods[last.period]))"
      }
    }
    let long = figures(lasts.compactMap { $0.map { scale.figure($0.value) } })
    if width(long) <= most { return (width(long), long) }
    let brief = figures(short)
    return (min(most, width(brief)), brief)
  }

  /// The last figure of a curve, if any is defined.
  func last(of curve: Int) -> (period: Int, value: Double)? {
    let values = curves[curve].values
    guard let period = values.lastIndex(where: { $0 != nil }), let value = values[period] else {
      return nil
    }
    return (period, value)
  }

  /// Stretches of periods where all of some values are defined.
  static func runs(_ count: Int, where isDefined: (Int) -> Bool) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for index in 0..<count where isDefined(index) {
      if let last = runs.last, last.upperBound == index {
        runs[runs.count - 1] = last.lowerBound..<index + 1
      } else {
        runs.append(index..<index + 1)
      }
    }
    return runs
  }

  /// What a point says when the pointer rests on it.
  func hover(_ curve: Int, _ period: Int, _ scale: SVGScale) -> String? {
    guard let value = curves[curve].values[period] else { return nil }
    var text = words.point(shortPeriods[period], shortNames[curve], scale.figure(value))
    if let band = curves[curve].band, let low = band.low[period], let high = band.high[period] {
      text += "\n" + words.band(scale.figure(low), scale.figure(high))
    }
    return text
  }

  /// A place for the pointer on each period, that says all of its figures.
  func hoverColumns(_ periods: SVGPeriods, _ plot: SVGPlot) -> SVGMarkup {
    var markup = SVGMarkup()
    for period in self.periods.indices {
      let figures = curves.indices.compactMap { curve in
        curves[curve].values[period].map {
          words.point(shortPeriods[period], shortNames[curve], plot.scale.figure($0))
        }
      }
      guard !figures.isEmpty else { continue }
      let x = periods.places[period]
      let left = max(plot.left, x - periods.step / 2)
      let right = min(plot.right, x + periods.step / 2)
      markup.add(
        bar: left...max(left, right), plot.top...plot.bottom, "h",
        hover: figures.joined(separator: "\n"))
    }
    return markup
  }

  /// A path through points.
  static func path(_ points: [(x: Double, y: Double)], closed: Bool = false) -> String {
    "M" + points.map { "\(SVGValue.text($0.x)) \(SVGValue.text($0.y))" }.joined(separator: "L")
      + (closed ? "Z" : "")
  }
}
