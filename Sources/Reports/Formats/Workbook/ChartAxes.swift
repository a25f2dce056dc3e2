import Diagnostics

/// Titles and axes of a chart.
extension ChartXML {
  func putAxes(to xml: inout XMLBytes) {
    xml.put("<c:catAx><c:axId val=\"1\"/><c:scaling><c:orientation val=\"minMax\"/></c:scaling>")
    xml.put("<c:delete val=\"0\"/><c:axPos val=\"b\"/>")
    putTitle(chart.horizontal, size: 1000, to: &xml)
    xml.put("<c:numFmt formatCode=\"General\" sourceLinked=\"1\"/><c:majorTickMark val=\"out\"/>")
    // Names of periods stay at the bottom where figures are below nothing.
    xml.put("<c:minorTickMark val=\"none\"/><c:tickLblPos val=\"low\"/>")
    putSmallText(to: &xml)
    xml.put("<c:crossAx val=\"2\"/>")
    xml.put("<c:crosses val=\"autoZero\"/><c:auto val=\"1\"/><c:lblAlgn val=\"ctr\"/>")
    xml.put("<c:lblOffset val=\"100\"/>")
    putSkip(to: &xml)
    xml.put("<c:noMultiLvlLbl val=\"0\"/></c:catAx>")
    xml.put("<c:valAx><c:axId val=\"2\"/><c:scaling><c:orientation val=\"minMax\"/></c:scaling>")
    xml.put("<c:delete val=\"0\"/><c:axPos val=\"l\"/><c:majorGridlines><c:spPr><a:ln w=\"6350\">")
    xml.put("<a:solidFill><a:srgbClr val=\"D9D9D9\"/></a:solidFill></a:ln></c:spPr>")
    xml.put("</c:majorGridlines>")
    putTitle(chart.vertical, size: 1000, to: &xml)
    xml.put("<c:numFmt formatCode=\"")
    xml.put(plain: axisFormat)
    xml.put("\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/>")
    xml.put("<c:tickLblPos val=\"nextTo\"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>")
    putSmallText(to: &xml)
    xml.put("<c:crossAx val=\"1\"/><c:crosses val=\"autoZero\"/><c:crossBetween val=\"")
    xml.put(chart.kind == .line ? "midCat" : "between")
    xml.put("\"/></c:valAx>")
  }

  /// The size of what stands at the ticks.
  private func putSmallText(to xml: inout XMLBytes) {
    xml.put("<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz=\"900\"/></a:pPr>")
    xml.put("<a:endParaRPr lang=\"en-US\"/></a:p></c:txPr>")
  }

  /// How many names of periods are left out between two, so that they do not touch.
  private func putSkip(to xml: inout XMLBytes) {
    let names = cells(of: chart.categories).map { cell -> Int in
      if case .text(let text) = cell.value { return displayWidth(text) + 2 }
      return 12
    }
    // About a column of text to 8 pixels, beside the vertical axis.
    let room = max(10, (chart.width - 90) / 8)
    let skip = (names.reduce(0, +) + room - 1) / room
    guard skip > 1 else { return }
    xml.put("<c:tickLblSkip val=\"")
    xml.put(skip)
    xml.put("\"/>")
  }

  func putTitle(_ title: String, size: Int, to xml: inout XMLBytes) {
    guard !title.isEmpty else { return }
    xml.put("<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz=\"")
    xml.put(size)
    xml.put("\" b=\"0\"/></a:pPr><a:r><a:rPr sz=\"")
    xml.put(size)
    xml.put("\" b=\"0\"/><a:t>")
    xml.put(label: title)
    xml.put("</a:t></a:r></a:p></c:rich></c:tx><c:overlay val=\"0\"/></c:title>")
  }

  /// Ticks are round: shares as percent, large numbers with commas, small ones as they are.
  private var axisFormat: String {
    // A comma at the end of a format leaves out three digits.
    if chart.isInMillions { return Workbook.Format.decimals(0).code + ",," }
    let cells = chart.series.flatMap { self.cells(of: $0.values) }
    if cells.contains(where: { $0.format?.isShare ?? false }) {
      return Workbook.Format.share(decimals: 0).code
    }
    let largest = cells.reduce(0) { max($0, $1.number?.magnitude ?? 0) }
    return (largest >= 20 ? Workbook.Format.decimals(0) : .general).code
  }
}

extension Workbook.Cell {
  /// What it comes to; nil for texts, dates and nothing.
  var number: Double? {
    switch value {
    case .number(let number), .formula(_, let number): number
    case .decimal(let digits, let places):
      Double(digits) / (0..<min(max(places, 0), 18)).reduce(1.0) { power, _ in power * 10 }
    case .text, .date, .empty: nil
    }
  }
}
