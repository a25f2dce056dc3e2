/// A sheet as its part of the file: `xl/worksheets/sheet1.xml`.
struct SheetXML {
  let sheet: Workbook.Sheet
  /// Its name as the file has it.
  let name: String
  /// From 0.
  let index: Int

  func write(
    to archive: inout ZipArchive, _ strings: inout SharedStrings
  ) throws(WorkbookFailure) {
    let width = sheet.width
    guard sheet.rows.count <= Workbook.mostRows else {
      throw .tooManyRows(sheet: name, count: sheet.rows.count)
    }
    guard width <= Workbook.mostColumns else {
      throw .tooManyColumns(sheet: name, count: width)
    }
    var xml = XMLBytes()
    archive.begin("xl/worksheets/sheet\(index + 1).xml")
    let widths = ColumnWidths(sheet)
    putHead(widths, width, to: &xml)
    let cells = CellXML(sheet, name, width)
    xml.put("<sheetData>")
    for (row, values) in sheet.rows.enumerated() {
      guard !values.isEmpty else { continue }
      try cells.put(values, row: row, lines: widths.lines[row] ?? 1, to: &xml, &strings)
      if xml.count > 1 << 16 { archive.write(&xml) }
    }
    xml.put("</sheetData>")
    putTail(widths, width, to: &xml)
    try archive.end(&xml)
  }

  /// What comes before the cells.
  private func putHead(_ widths: ColumnWidths, _ width: Int, to xml: inout XMLBytes) {
    xml.put(XMLBytes.declaration)
    xml.put("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"")
    xml.put(
      " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">")
    xml.put("<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><dimension ref=\"")
    xml.put(plain: area(width))
    xml.put("\"/><sheetViews><sheetView")
    if index == 0 { xml.put(" tabSelected=\"1\"") }
    xml.put(" workbookViewId=\"0\">")
    putPane(to: &xml)
    xml.put("</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/>")
    guard !widths.widths.isEmpty else { return }
    xml.put("<cols>")
    for (column, width) in widths.widths.prefix(Workbook.mostColumns).enumerated() {
      xml.put("<col min=\"")
      xml.put(column + 1)
      xml.put("\" max=\"")
      xml.put(column + 1)
      xml.put("\" width=\"")
      xml.put((width * 100).rounded() / 100)
      xml.put("\" customWidth=\"1\"/>")
    }
    xml.put("</cols>")
  }

  private func putPane(to xml: inout XMLBytes) {
    let (rows, columns) = sheet.frozen
    guard rows > 0 || columns > 0 else { return }
    xml.put("<pane")
    if columns > 0 {
      xml.put(" xSplit=\"")
      xml.put(columns)
      xml.put("\"")
    }
    if rows > 0 {
      xml.put(" ySplit=\"")
      xml.put(rows)
      xml.put("\"")
    }
    let pane = rows == 0 ? "topRight" : columns == 0 ? "bottomLeft" : "bottomRight"
    xml.put(" topLeftCell=\"")
    xml.put(plain: CellName.cell(row: rows, column: columns))
    xml.put("\" activePane=\"")
    xml.put(plain: pane)
    xml.put("\" state=\"frozen\"/><selection pane=\"")
    xml.put(plain: pane)
    xml.put("\"/>")
  }

  /// What comes behind the cells: how it is printed, and charts.
  private func putTail(_ widths: ColumnWidths, _ width: Int, to xml: inout XMLBytes) {
    // On A4 as wide as the page, which lies down where it would be too narrow, and as many pages as it
    // takes; one where a chart would be cut.
    let isNarrow = widths.widths.reduce(0, +) <= 100
    let end = sheet.drawn.map { $0.row + $0.height / 20 }.max() ?? 0
    let isShort = end > 0 && max(end, sheet.rows.count) <= 60
    xml.put("<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.6\" bottom=\"0.6\" header=\"0.3\"")
    xml.put(" footer=\"0.3\"/><pageSetup paperSize=\"9\" fitToHeight=\"")
    xml.put(isShort ? 1 : 0)
    xml.put("\" orientation=\"")
    xml.put(isNarrow ? "portrait" : "landscape")
    xml.put("\"/><headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter>")
    xml.put("</headerFooter>")
    if width > 0 {
      // Years and names that are digits are meant as texts.
      xml.put("<ignoredErrors><ignoredError sqref=\"")
      xml.put(plain: area(width))
      xml.put("\" numberStoredAsText=\"1\"/></ignoredErrors>")
    }
    if !sheet.drawn.isEmpty { xml.put("<drawing r:id=\"rId1\"/>") }
    xml.put("</worksheet>")
  }

  private func area(_ width: Int) -> String {
    guard width > 0 else { return "A1" }
    return CellName.range(rows: 0..<sheet.rows.count, columns: 0..<width)
  }
}

extension Workbook.Sheet {
  /// Rows and columns that stay, as many as a sheet can have.
  var frozen: (rows: Int, columns: Int) {
    (
      min(max(frozenRows, 0), Workbook.mostRows - 1),
      min(max(frozenColumns, 0), Workbook.mostColumns - 1)
    )
  }
}
