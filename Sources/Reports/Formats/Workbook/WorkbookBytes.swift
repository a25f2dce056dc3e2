extension Workbook {
  /// The file. The same workbook has the same bytes, on any day and any machine.
  ///
  /// Throws where a spreadsheet would not open it, or not show what it says.
  public func bytes() throws(WorkbookFailure) -> [UInt8] {
    guard !sheets.isEmpty else { throw .noSheets }
    let parts = WorkbookParts(workbook: self, names: SheetNames.legal(sheets.map(\.name)))
    var archive = ZipArchive()
    try archive.add("[Content_Types].xml", parts.contentTypes())
    try archive.add("_rels/.rels", parts.root())
    try archive.add("docProps/app.xml", Workbook.applicationProperties())
    try archive.add("docProps/core.xml", coreProperties())
    try archive.add("xl/workbook.xml", parts.list())
    try archive.add("xl/_rels/workbook.xml.rels", parts.workbookRelations())
    try archive.add("xl/styles.xml", WorkbookStyles.xml())
    var strings = SharedStrings()
    var charts = 0
    for (index, sheet) in sheets.enumerated() {
      try SheetXML(sheet: sheet, name: parts.names[index], index: index)
        .write(to: &archive, &strings)
      let drawn = sheet.drawn
      guard !drawn.isEmpty else { continue }
      let own = charts..<charts + drawn.count
      charts = own.upperBound
      let place = "\(index + 1).xml"
      try archive.add("xl/worksheets/_rels/sheet\(place).rels", parts.sheetRelations(index))
      try archive.add("xl/drawings/drawing\(place)", DrawingXML.xml(drawn))
      try archive.add("xl/drawings/_rels/drawing\(place).rels", parts.drawingRelations(own))
      for (number, chart) in zip(own, drawn) {
        let source = chart.sheet.flatMap { sheets.indices.contains($0) ? $0 : nil } ?? index
        let xml = ChartXML(chart: chart, sheet: sheets[source], name: parts.names[source]).xml()
        try archive.add("xl/charts/chart\(number + 1).xml", xml)
      }
    }
    try strings.write(to: &archive)
    return try archive.finished()
  }
}
