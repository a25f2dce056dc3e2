import Diagnostics

/// A chart as its part of the file: `xl/charts/chart1.xml`.
struct ChartXML {
  let chart: Workbook.Chart
  /// The sheet of its cells, and its name as the file has it.
  let sheet: Workbook.Sheet
  let name: String

  /// Colours that people tell apart who do not see all of them.
  private static let colours = [
    "0072B2", "D55E00", "009E73", "CC79A7", "E69F00", "56B4E9", "7F7F7F", "000000",
  ]

  func xml() -> XMLBytes {
    var xml = XMLBytes()
    xml.put(XMLBytes.declaration)
    xml.put("<c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"")
    xml.put(" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\">")
    xml.put("<c:roundedCorners val=\"0\"/><c:chart>")
    putTitle(chart.title, size: 1400, to: &xml)
    xml.put("<c:autoTitleDeleted val=\"")
    xml.put(chart.title.isEmpty ? 1 : 0)
    xml.put("\"/><c:plotArea><c:layout/>")
    switch chart.kind {
    case .line: xml.put("<c:lineChart><c:grouping val=\"standard\"/>")
    case .columns:
      xml.put("<c:barChart><c:barDir val=\"col\"/><c:grouping val=\"clustered\"/>")
    case .stacked: xml.put("<c:barChart><c:barDir val=\"col\"/><c:grouping val=\"stacked\"/>")
    }
    xml.put("<c:varyColors val=\"0\"/>")
    let series = chart.series.filter { !$0.values.isEmpty }
    for (index, one) in series.enumerated() { put(one, index, to: &xml) }
    switch chart.kind {
    case .line: xml.put("<c:marker val=\"1\"/>")
    case .columns: xml.put("<c:gapWidth val=\"60\"/>")
    case .stacked: xml.put("<c:gapWidth val=\"60\"/><c:overlap val=\"100\"/>")
    }
    xml.put("<c:axId val=\"1\"/><c:axId val=\"2\"/>")
    xml.put(chart.kind == .line ? "</c:lineChart>" : "</c:barChart>")
    putAxes(to: &xml)
    xml.put("</c:plotArea>")
    if series.count > 1 {
      xml.put("<c:legend><c:legendPos val=\"b\"/><c:overlay val=\"0\"/></c:legend>")
    }
    xml.put("<c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/></c:chart></c:chartSpace>")
    return xml
  }

  private func put(_ series: Workbook.Chart.Series, _ index: Int, to xml: inout XMLBytes) {
    xml.put("<c:ser><c:idx val=\"")
    xml.put(index)
    xml.put("\"/><c:order val=\"")
    xml.put(index)
    xml.put("\"/><c:tx><c:v>")
    xml.put(text: series.name)
    xml.put("</c:v></c:tx><c:spPr>")
    let colour = ChartXML.colours[index % ChartXML.colours.count]
    if chart.kind == .line { xml.put("<a:ln w=\"25400\" cap=\"rnd\">") }
    xml.put("<a:solidFill><a:srgbClr val=\"")
    xml.put(plain: colour)
    xml.put("\"/></a:solidFill>")
    if chart.kind == .line { xml.put("<a:round/></a:ln>") }
    xml.put("</c:spPr>")
    if chart.kind == .line {
      xml.put("<c:marker><c:symbol val=\"none\"/></c:marker>")
    } else {
      xml.put("<c:invertIfNegative val=\"0\"/>")
    }
    if !chart.categories.isEmpty {
      xml.put("<c:cat>")
      putCells(chart.categories, isText: !isOfDates, to: &xml)
      xml.put("</c:cat>")
    }
    xml.put("<c:val>")
    putCells(series.values, isText: false, to: &xml)
    xml.put("</c:val>")
    if chart.kind == .line { xml.put("<c:smooth val=\"0\"/>") }
    xml.put("</c:ser>")
  }

  /// A range, and what stands there for readers that do not look it up.
  private func putCells(_ span: Workbook.Chart.Span, isText: Bool, to xml: inout XMLBytes) {
    xml.put(isText ? "<c:strRef><c:f>" : "<c:numRef><c:f>")
    xml.put(label: CellName.fixed(rows: span.rows, columns: span.columns, sheet: name))
    xml.put(isText ? "</c:f><c:strCache>" : "</c:f><c:numCache><c:formatCode>")
    let cells = cells(of: span)
    if !isText {
      let first = cells.first { $0.value != .empty }
      let format = first.flatMap { $0.format } ?? sheet.format(of: span.columns.lowerBound)
      let code = isOfDates && span == chart.categories ? Workbook.Format.date : format ?? .general
      xml.put(text: code.code)
      xml.put("</c:formatCode>")
    }
    xml.put("<c:ptCount val=\"")
    xml.put(cells.count)
    xml.put("\"/>")
    for (index, cell) in cells.enumerated() {
      guard let value = value(of: cell, isText: isText) else { continue }
      xml.put("<c:pt idx=\"")
      xml.put(index)
      xml.put("\"><c:v>")
      xml.put(value.bytes)
      xml.put("</c:v></c:pt>")
    }
    xml.put(isText ? "</c:strCache></c:strRef>" : "</c:numCache></c:numRef>")
  }

  private func value(of cell: Workbook.Cell, isText: Bool) -> XMLBytes? {
    var xml = XMLBytes()
    switch cell.value {
    case .text(let text):
      guard isText else { return nil }
      xml.put(text: text)
    case .number(let number), .formula(_, let number): xml.put(number)
    case .decimal(let digits, let places): xml.put(decimal: digits, places: places)
    case .date(let date):
      guard !isText, let serial = CellXML.serial(date) else { return nil }
      xml.put(serial)
    case .empty: return nil
    }
    return xml
  }

  func cells(of span: Workbook.Chart.Span) -> [Workbook.Cell] {
    span.rows.flatMap { row in
      span.columns.map { column in
        sheet.rows.indices.contains(row) && sheet.rows[row].indices.contains(column)
          ? sheet.rows[row][column] : .empty
      }
    }
  }

  /// Whether days stand along the axis.
  private var isOfDates: Bool {
    cells(of: chart.categories).allSatisfy { cell in
      if case .date(let date) = cell.value { return CellXML.serial(date) != nil }
      return false
    }
  }
}
