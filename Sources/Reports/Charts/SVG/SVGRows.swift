import Diagnostics

/// Pictures of rows, named at the left: waterfalls and tornados.
struct SVGRows {
  let chart: Chart
  let names: [String]
  let extent: ClosedRange<Double>
  let width: Double
  let height: Double
  let style: FigureStyle

  var words: SVGWords { SVGWords(language: style.language) }

  /// Where everything is.
  struct Place {
    let frame: SVGFrame
    let plot: SVGPlot
    /// From the middle of a row to the next.
    let pitch: Double
    /// What bars take of it.
    let thickness: Double
    /// What a text beside a bar may take.
    let room: Double

    func middle(_ row: Int) -> Double { plot.top + (Double(row) + 0.5) * pitch }
  }

  /// A row is at least so high, and a picture grows where there are many.
  private static let least = 22.0

  /// The numbers of a picture, as they will be beside it: before it is known how wide texts are.
  var scale: SVGScale {
    SVGScale(extent, most: 7, unit: chart.unit, style, fromZero: false)
  }

  /// A text beside the end of a bar.
  struct Text {
    let value: Double
    let isLeft: Bool
    let width: Double
  }

  /// Names at the left, and bars as long as leaves room for the texts at their ends.
  func place(keys: [SVGFrame.Key], texts: [Text]) -> Place {
    var frame = SVGFrame(chart, keys: keys, width: width, height: height, style)
    frame.grow(plot: Double(names.count) * SVGRows.least)
    let left = SVGFrame.margin + nameWidth + 10
    let most = max(0, width - SVGFrame.margin - left) * 0.36
    let end = width - SVGFrame.margin
    var inset = (left: 0.0, right: 16.0)
    // Shorter bars may need more room beside them, so that a few rounds are needed.
    for _ in 0..<12 {
      let room = max(1, end - inset.right - left - inset.left)
      let axis = fitting(room).axis
      for text in texts {
        let share = axis.place(of: text.value)
        let own = room * (text.isLeft ? share : 1 - share)
        let need = min(min(text.width, most) + SVGRows.gap - own, most + SVGRows.gap)
        if text.isLeft { inset.left = max(inset.left, need) }
        if !text.isLeft { inset.right = max(inset.right, need) }
      }
    }
    let from = left + inset.left
    let to = max(from + 1, end - inset.right)
    let plot = SVGPlot(
      left: from, right: to, top: frame.top, bottom: frame.bottom, scale: fitting(to - from))
    let pitch = (plot.bottom - plot.top) / Double(max(1, names.count))
    return Place(
      frame: frame, plot: plot, pitch: pitch, thickness: min(pitch * 0.66, 34), room: most)
  }

  /// From the end of a bar to its text.
  static let gap = 6.0

  /// As many ticks as have room for their numbers.
  private func fitting(_ room: Double) -> SVGScale {
    for most in stride(from: 8, to: 2, by: -1) {
      let scale = SVGScale(extent, most: most, unit: chart.unit, style, fromZero: false)
      let widest = scale.labels.map { SVGTextWidth.of($0, size: 12) }.max() ?? 0
      if (widest + 10) * Double(scale.labels.count - 1) <= room { return scale }
    }
    return SVGScale(extent, most: 2, unit: chart.unit, style, fromZero: false)
  }

  private var nameWidth: Double {
    min(names.map { SVGTextWidth.of($0, size: 12) }.max() ?? 0, width * 0.3)
  }

  /// Axis, unit and the names of rows.
  func ground(_ place: Place, unit: String) -> SVGMarkup {
    var markup = place.frame.markup
    markup.append(place.frame.unit(unit))
    markup.append(
      place.plot.horizontalAxis(baseline: place.frame.periodBaseline, within: width))
    let clipped = SVGTextWidth.clipped(names, to: nameWidth + 0.01, size: 12)
    for (row, (name, shown)) in zip(names, clipped).enumerated() {
      markup.add(
        SVGLabel(
          x: SVGFrame.margin + nameWidth, y: place.middle(row) + SVGLabel.drop(), anchor: .end,
          text: shown, whole: shown == name ? nil : name))
    }
    return markup
  }
}
