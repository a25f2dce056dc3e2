extension SVGChart {
  /// One chart as a picture.
  static let format = FileFormat(
    name: "svg", summary: "a picture for pages and slides", content: .picture
  ) { (document, options) throws(FormatFailure) in
    try picture(of: document, SVGChart(style: options.style), options)
  }

  /// The same in dots, twice as many each way as an SVG has: in light colours, since nobody asks it for
  /// others.
  static let pngFormat = FileFormat(
    name: "png", summary: "the same picture in dots", content: .picture,
    conversion: FileFormat.Conversion(
      program: "rsvg-convert", arguments: ["--format=png", "--zoom=2"], package: "librsvg2-bin",
      signature: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], source: "svg")
  ) { (document, options) throws(FormatFailure) in
    try picture(of: document, SVGChart(style: options.style, theme: .light), options)
  }

  private static func picture(
    of document: Document, _ painter: SVGChart, _ options: FileFormat.Options
  ) throws(FormatFailure) -> [UInt8] {
    let charts = document.charts
    guard charts.count == 1 else {
      throw .severalPictures(charts.map { $0.title.text(options.style) })
    }
    return Array(painter.document(charts[0]).utf8)
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
