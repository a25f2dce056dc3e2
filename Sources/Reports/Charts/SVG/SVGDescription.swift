/// A picture in words, for those who do not see it.
struct SVGDescription {
  let chart: Chart
  let style: FigureStyle

  private var words: SVGWords { SVGWords(language: style.language) }

  /// The title of the whole picture, of any length.
  var title: String {
    let title = chart.title.text(style)
    return title.isEmpty ? words.kind(chart.marks) : title
  }

  /// What kind it is, the last figure of each curve, and the notes.
  var text: String {
    guard let extent = chart.drawableExtent else {
      return words.sentences([words.nothing] + chart.sentences(style))
    }
    let scale = SVGScale(extent, most: 5, unit: chart.unit, style)
    var sentences = [words.kind(chart.marks)]
    sentences += figures(scale).prefix(SVGDescription.most)
    return words.sentences(sentences + chart.sentences(style))
  }

  /// Figures that are read aloud at most.
  private static let most = 40

  private func figures(_ scale: SVGScale) -> [String] {
    switch chart.marks {
    case .curves(let curves, let periods), .areas(let curves, let periods),
      .bars(let curves, let periods):
      curves.map { curve in
        let name = curve.name.text(style)
        guard let last = curve.values.lastIndex(where: { $0 != nil }),
          let value = curve.values[last]
        else { return words.named(name, words.undefined) }
        return words.point(periods[last], name, scale.figure(value))
      }
    case .waterfall(let steps):
      steps.map { words.named($0.name.text(style), scale.figure($0.amount)) }
    case .tornado(let swings, let central):
      [words.central(scale.figure(central))]
        + swings.map { swing in
          words.named(
            swing.name.text(style),
            words.named(swing.ends.low, scale.figure(swing.low)) + ", "
              + words.named(swing.ends.high, scale.figure(swing.high)))
        }
    case .spans(let spans): spans.map { words.named($0.name.text(style), $0.text) }
    }
  }
}
