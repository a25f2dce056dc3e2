/// How cells look: every style in every format, `xl/styles.xml`.
enum WorkbookStyles {
  static let count = Workbook.Style.allCases.count * Workbook.Format.all.count

  /// The place of a look; 0 is the usual one.
  @inline(__always)
  static func index(_ style: Workbook.Style, _ format: Workbook.Format) -> Int {
    Int(style.rawValue) * 16 + Int(format.index)
  }

  /// Numbers of formats below this are those that spreadsheets know by themselves.
  private static let firstOwn = 164

  static func xml() -> XMLBytes {
    var xml = XMLBytes()
    xml.put(XMLBytes.declaration)
    xml.put("<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">")
    putFormats(to: &xml)
    let font: StaticString = "<name val=\"Calibri\"/><family val=\"2\"/></font>"
    xml.put("<fonts count=\"4\"><font><sz val=\"11\"/><color rgb=\"FF000000\"/>")
    xml.put(font)
    xml.put("<font><b/><sz val=\"11\"/><color rgb=\"FF000000\"/>")
    xml.put(font)
    xml.put("<font><b/><sz val=\"14\"/><color rgb=\"FF000000\"/>")
    xml.put(font)
    xml.put("<font><sz val=\"9\"/><color rgb=\"FF595959\"/>")
    xml.put(font)
    xml.put("</fonts><fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>")
    xml.put("<fill><patternFill patternType=\"gray125\"/></fill></fills>")
    xml.put("<borders count=\"3\"><border><left/><right/><top/><bottom/><diagonal/></border>")
    xml.put("<border><left/><right/><top/><bottom style=\"thin\"><color rgb=\"FF000000\"/>")
    xml.put("</bottom><diagonal/></border><border><left/><right/><top style=\"thin\">")
    xml.put("<color rgb=\"FF000000\"/></top><bottom/><diagonal/></border></borders>")
    xml.put("<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\"")
    xml.put(" borderId=\"0\"/></cellStyleXfs><cellXfs count=\"")
    xml.put(count)
    xml.put("\">")
    for style in Workbook.Style.allCases {
      for format in Workbook.Format.all { put(style, format, to: &xml) }
    }
    xml.put("</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\"")
    xml.put(" builtinId=\"0\"/></cellStyles><dxfs count=\"0\"/></styleSheet>")
    return xml
  }

  private static func putFormats(to xml: inout XMLBytes) {
    let own = Workbook.Format.all.dropFirst()
    xml.put("<numFmts count=\"")
    xml.put(own.count)
    xml.put("\">")
    for format in own {
      xml.put("<numFmt numFmtId=\"")
      xml.put(firstOwn + Int(format.index))
      xml.put("\" formatCode=\"")
      xml.put(plain: format.code)
      xml.put("\"/>")
    }
    xml.put("</numFmts>")
  }

  private static func put(
    _ style: Workbook.Style, _ format: Workbook.Format, to xml: inout XMLBytes
  ) {
    xml.put("<xf numFmtId=\"")
    xml.put(format == .general ? 0 : firstOwn + Int(format.index))
    xml.put("\" fontId=\"")
    xml.put(style.font)
    xml.put("\" fillId=\"0\" borderId=\"")
    xml.put(style.border)
    xml.put("\" xfId=\"0\"")
    if format != .general { xml.put(" applyNumberFormat=\"1\"") }
    if style.font > 0 { xml.put(" applyFont=\"1\"") }
    if style.border > 0 { xml.put(" applyBorder=\"1\"") }
    switch style {
    case .heading: xml.put(" applyAlignment=\"1\"><alignment wrapText=\"1\"/></xf>")
    case .numberHeading:
      xml.put(" applyAlignment=\"1\"><alignment horizontal=\"right\" wrapText=\"1\"/></xf>")
    default: xml.put("/>")
    }
  }
}

extension Workbook.Style {
  fileprivate var font: Int {
    switch self {
    case .plain: 0
    case .heading, .numberHeading, .total: 1
    case .title: 2
    case .note: 3
    }
  }

  fileprivate var border: Int {
    switch self {
    case .heading, .numberHeading: 1
    case .total: 2
    case .plain, .title, .note: 0
    }
  }
}
