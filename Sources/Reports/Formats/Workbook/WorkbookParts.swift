/// The parts of the file that say what the others are.
struct WorkbookParts {
  let workbook: Workbook
  /// The names of the sheets as the file has them.
  let names: [String]

  private static let office =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
  private static let package = "http://schemas.openxmlformats.org/package/2006/"
  private static let main = "application/vnd.openxmlformats-officedocument.spreadsheetml."

  /// `[Content_Types].xml`.
  func contentTypes() -> XMLBytes {
    var parts = [
      ("xl/workbook.xml", Self.main + "sheet.main+xml"),
      ("xl/styles.xml", Self.main + "styles+xml"),
      ("xl/sharedStrings.xml", Self.main + "sharedStrings+xml"),
      ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
      (
        "docProps/app.xml",
        "application/vnd.openxmlformats-officedocument.extended-properties+xml"
      ),
    ]
    var charts = 0
    for (index, sheet) in workbook.sheets.enumerated() {
      parts.append(("xl/worksheets/sheet\(index + 1).xml", Self.main + "worksheet+xml"))
      guard !sheet.drawn.isEmpty else { continue }
      let drawing = "application/vnd.openxmlformats-officedocument.drawing+xml"
      parts.append(("xl/drawings/drawing\(index + 1).xml", drawing))
      for _ in sheet.drawn {
        charts += 1
        let type = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
        parts.append(("xl/charts/chart\(charts).xml", type))
      }
    }
    var xml = begun("Types", Self.package + "content-types")
    let relations = "application/vnd.openxmlformats-package.relationships+xml"
    xml.put(plain: "<Default Extension=\"rels\" ContentType=\"\(relations)\"/>")
    xml.put("<Default Extension=\"xml\" ContentType=\"application/xml\"/>")
    for (part, type) in parts {
      xml.put(plain: "<Override PartName=\"/\(part)\" ContentType=\"\(type)\"/>")
    }
    xml.put("</Types>")
    return xml
  }

  /// What the file leads to: `_rels/.rels`.
  func root() -> XMLBytes {
    relations([
      (Self.office + "officeDocument", "xl/workbook.xml"),
      (Self.package + "relationships/metadata/core-properties", "docProps/core.xml"),
      (Self.office + "extended-properties", "docProps/app.xml"),
    ])
  }

  /// What the workbook leads to: its sheets, rId1 and on, and what they share.
  func workbookRelations() -> XMLBytes {
    relations(
      names.indices.map { (Self.office + "worksheet", "worksheets/sheet\($0 + 1).xml") } + [
        (Self.office + "styles", "styles.xml"),
        (Self.office + "sharedStrings", "sharedStrings.xml"),
      ])
  }

  func sheetRelations(_ sheet: Int) -> XMLBytes {
    relations([(Self.office + "drawing", "../drawings/drawing\(sheet + 1).xml")])
  }

  func drawingRelations(_ charts: Range<Int>) -> XMLBytes {
    relations(charts.map { (Self.office + "chart", "../charts/chart\($0 + 1).xml") })
  }

  private func relations(_ targets: [(type: String, target: String)]) -> XMLBytes {
    var xml = begun("Relationships", Self.package + "relationships")
    for (index, one) in targets.enumerated() {
      xml.put(plain: "<Relationship Id=\"rId\(index + 1)\" Type=\"\(one.type)\"")
      xml.put(plain: " Target=\"\(one.target)\"/>")
    }
    xml.put("</Relationships>")
    return xml
  }

  private func begun(_ element: String, _ space: String) -> XMLBytes {
    var xml = XMLBytes()
    xml.put(XMLBytes.declaration)
    xml.put(plain: "<\(element) xmlns=\"\(space)\">")
    return xml
  }

  /// The list of sheets: `xl/workbook.xml`.
  func list() -> XMLBytes {
    var xml = XMLBytes()
    xml.put(XMLBytes.declaration)
    xml.put("<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"")
    xml.put(" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">")
    xml.put("<bookViews><workbookView activeTab=\"0\"/></bookViews><sheets>")
    for (index, name) in names.enumerated() {
      xml.put("<sheet name=\"")
      xml.put(text: name)
      xml.put(plain: "\" sheetId=\"\(index + 1)\" r:id=\"rId\(index + 1)\"/>")
    }
    xml.put("</sheets>")
    putPrintTitles(to: &xml)
    // Spreadsheets work formulas out again as they open the file.
    xml.put("<calcPr fullCalcOnLoad=\"1\"/></workbook>")
    return xml
  }

  /// What is frozen is printed on every page.
  private func putPrintTitles(to xml: inout XMLBytes) {
    let frozen = workbook.sheets.map(\.frozen)
    guard frozen.contains(where: { $0.rows > 0 || $0.columns > 0 }) else { return }
    xml.put("<definedNames>")
    for (index, (rows, columns)) in frozen.enumerated() where rows > 0 || columns > 0 {
      let sheet = CellName.quoted(names[index])
      let left = columns > 0 ? ["\(sheet)!$A:$\(CellName.column(columns - 1))"] : []
      let top = rows > 0 ? ["\(sheet)!$1:$\(rows)"] : []
      xml.put(plain: "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"\(index)\">")
      xml.put(text: (left + top).joined(separator: ","))
      xml.put("</definedName>")
    }
    xml.put("</definedNames>")
  }
}
