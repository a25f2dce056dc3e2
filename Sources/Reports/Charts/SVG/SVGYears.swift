import Quantities

/// Years from the left of a picture to the right.
struct SVGYears {
  /// Not empty, and less than a hundred thousand years.
  let span: Range<Double>
  let left: Double
  let right: Double

  /// The place of a moment; the nearer edge where it is outside.
  func x(_ year: Double) -> Double {
    let share = (year - span.lowerBound) / (span.upperBound - span.lowerBound)
    return left + (right - left) * min(max(share.isNaN ? 0 : share, 0), 1)
  }

  /// Round years, so far apart that their names do not touch.
  var ticks: [Double] {
    let room = 42.0
    let years = span.upperBound - span.lowerBound
    let least = years * room / max(right - left, room)
    var step = 1.0
    for factor in [2, 2.5, 2, 2, 2.5, 2, 2, 2.5, 2, 2, 2.5, 2, 2, 2.5, 2] where step < least {
      step *= factor
    }
    let first = (span.lowerBound / step).rounded(.up) * step
    return Array(stride(from: first, through: span.upperBound, by: step))
  }

  /// Lines down, with their years below, and above where the way is long.
  func axis(top: Double, bottom: Double, bothEnds: Bool) -> SVGMarkup {
    var markup = SVGMarkup()
    let ticks = ticks
    for year in ticks {
      let place = SVGValue.text(x(year))
      markup.add(
        "path",
        [
          "d": .word("M\(place) \(SVGValue.text(top))L\(place) \(SVGValue.text(bottom))"),
          "class": "g",
        ])
    }
    let baseline = bottom + 6 + SVGTextWidth.ascent * 12
    if ticks.count < 2 {
      markup.add(
        SVGLabel(x: left, y: baseline, color: "q", text: Timeline.month(span.lowerBound)))
      markup.add(
        SVGLabel(
          x: right, y: baseline, anchor: .end, color: "q", text: Timeline.month(span.upperBound)))
      return markup
    }
    var free = left - 24
    for year in ticks {
      let text = "\(NumberFormat.whole(year))"
      let half = SVGTextWidth.of(text, size: 12) / 2
      // The last may stand at the edge, where half of it has no room.
      let place = min(x(year), right + 14 - half)
      guard place - half >= free else { continue }
      markup.add(SVGLabel(x: place, y: baseline, anchor: .middle, color: "q", text: text))
      if bothEnds {
        markup.add(SVGLabel(x: place, y: top - 6, anchor: .middle, color: "q", text: text))
      }
      free = place + half + 6
    }
    return markup
  }
}
