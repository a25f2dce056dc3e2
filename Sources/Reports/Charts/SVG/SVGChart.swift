/// Draws a chart as a self-contained SVG: texts as texts, one style, no script, nothing from elsewhere.
///
/// A picture is as wide as it is said to be, and higher than it is said to be where its names need it.
/// The same chart gives the same bytes.
public struct SVGChart: Sendable {
  public enum Theme: String, Sendable, CaseIterable {
    case light
    case dark
    /// As the reader's screen is; light in print.
    case automatic
  }

  /// Pixels, 240 to 10,000.
  public let width: Double
  /// Pixels, 160 to 10,000.
  public let height: Double
  public let style: FigureStyle
  public let theme: Theme

  public init(
    width: Double = 800, height: Double = 450, style: FigureStyle = FigureStyle(),
    theme: Theme = .automatic
  ) {
    self.width = width.isFinite ? min(max(width, 240), 10_000) : 800
    self.height = height.isFinite ? min(max(height, 160), 10_000) : 450
    self.style = style
    self.theme = theme
  }

  /// A Latin font first, then those that have Chinese on Windows, macOS and Linux.
  public static let fonts =
    "'Segoe UI', 'Helvetica Neue', Arial, 'Noto Sans', 'Noto Sans SC', 'Noto Sans CJK SC', "
    + "'Microsoft YaHei', 'PingFang SC', 'Source Han Sans SC', sans-serif"

  /// A whole file.
  public func document(_ chart: Chart) -> String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + element(chart, idPrefix: "chart")
  }

  /// The picture alone, for a page: all identifiers on it begin with a prefix, its own among the pictures
  /// of the page, and all rules of style are of this picture alone.
  public func element(_ chart: Chart, idPrefix: String) -> String {
    let id = SVGChart.identifier(idPrefix)
    let chart = chart.drawable(keepsRows: false)
    let words = SVGDescription(chart: chart, style: style)
    return drawing(chart).element(
      id: id, title: words.title, description: words.text, style.language,
      rules: SVGPalette.style(theme, of: "#\(id)"))
  }

  /// The figures alone, for a page that says the title and the notes itself, and has the rules of style for
  /// all its pictures.
  func plainElement(_ chart: Chart, id: String) -> String {
    let chart = chart.drawable(keepsRows: false)
    var untitled = chart
    (untitled.title, untitled.notes, untitled.priceYear) = ("", [], nil)
    let words = SVGDescription(chart: chart, style: style)
    return drawing(untitled).element(
      id: id, title: words.title, description: words.text, style.language, rules: nil)
  }

  private func drawing(_ chart: Chart) -> SVGDrawing {
    guard let extent = chart.drawableExtent else { return nothing(chart) }
    func series(_ curves: [Chart.Curve], _ periods: [String]) -> SVGSeries {
      SVGSeries(curves, periods, of: chart, extent, self)
    }
    func rows(_ names: [Table.Note]) -> SVGRows {
      SVGRows(
        chart: chart, names: names.map { SVGText.name($0.text(style)) }, extent: extent,
        width: width, height: height, style: style)
    }
    switch chart.marks {
    case .curves(let curves, let periods): return series(curves, periods).curvesDrawing()
    case .areas(let curves, let periods): return series(curves, periods).areasDrawing()
    case .bars(let curves, let periods): return series(curves, periods).barsDrawing()
    case .waterfall(let steps): return rows(steps.map(\.name)).waterfall(steps)
    case .tornado(let swings, let central):
      return rows(swings.map(\.name)).tornado(swings, central: central)
    case .spans(let spans): return rows(spans.map(\.name)).spans(spans)
    }
  }

  /// A picture that says that there is none.
  private func nothing(_ chart: Chart) -> SVGDrawing {
    let frame = SVGFrame(chart, keys: [], width: width, height: height, style)
    var markup = frame.markup
    let words = SVGWords(language: style.language)
    let lines = SVGTextWidth.wrapped(words.nothing, to: width - 24, size: 14, most: 3)
    let middle = (frame.top + frame.bottom) / 2
    for (index, line) in lines.enumerated() {
      markup.add(
        SVGLabel(
          x: width / 2, y: middle + Double(index) * 21, size: 14, anchor: .middle, color: "q",
          text: line))
    }
    return SVGDrawing(markup: markup, width: width, height: frame.height)
  }

  /// A prefix as an identifier of XML and of CSS: other characters as their numbers.
  static func identifier(_ prefix: String) -> String {
    var identifier = ""
    for scalar in prefix.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-": identifier.unicodeScalars.append(scalar)
      default: identifier += "_" + String(scalar.value, radix: 16) + "_"
      }
    }
    let isLetter = identifier.unicodeScalars.first?.properties.isAlphabetic ?? false
    return isLetter ? identifier : "c_" + identifier
  }
}
