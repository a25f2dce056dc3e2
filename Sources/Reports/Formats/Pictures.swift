extension SVGChart {
  /// One chart as a picture.
  static let format = FileFormat(
    name: "svg", summary: "a picture for pages and slides", content: .picture
  ) { (document, options) throws(FormatFailure) in
    let charts = document.charts
    guard charts.count == 1 else {
      throw .severalPictures(charts.map { $0.title.text(options.style.language) })
    }
    return Array(SVGChart(style: options.style).document(charts[0]).utf8)
  }
}

extension Document {
  /// The charts of it, in order.
  var charts: [Chart] {
    blocks.compactMap { block in
      if case .chart(let chart) = block { chart } else { nil }
    }
  }
}
