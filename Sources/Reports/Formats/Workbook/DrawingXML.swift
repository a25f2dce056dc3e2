/// Where the charts of a sheet stand on it: `xl/drawings/drawing1.xml`.
enum DrawingXML {
  /// English Metric Units of a pixel.
  private static let pixel = 9_525

  static func xml(_ charts: [Workbook.Chart]) -> XMLBytes {
    var xml = XMLBytes()
    xml.put(XMLBytes.declaration)
    xml.put("<xdr:wsDr xmlns:xdr=\"http://schemas.openxmlformats.org/drawingml/2006/")
    xml.put("spreadsheetDrawing\"")
    xml.put(" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\">")
    for (index, chart) in charts.enumerated() {
      xml.put("<xdr:oneCellAnchor><xdr:from><xdr:col>")
      xml.put(max(0, chart.column))
      xml.put("</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>")
      xml.put(max(0, chart.row))
      xml.put("</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx=\"")
      xml.put(min(max(1, chart.width), 10_000) * pixel)
      xml.put("\" cy=\"")
      xml.put(min(max(1, chart.height), 10_000) * pixel)
      xml.put("\"/><xdr:graphicFrame macro=\"\"><xdr:nvGraphicFramePr><xdr:cNvPr id=\"")
      xml.put(index + 2)
      xml.put("\" name=\"Chart ")
      xml.put(index + 1)
      // What is read out to those who do not see it.
      xml.put("\" descr=\"")
      xml.put(label: chart.title)
      xml.put("\"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm>")
      xml.put(
        "<a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/></xdr:xfrm><a:graphic><a:graphicData uri=\""
      )
      xml.put("http://schemas.openxmlformats.org/drawingml/2006/chart\"><c:chart")
      xml.put(" xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"")
      xml.put(" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"")
      xml.put(" r:id=\"rId")
      xml.put(index + 1)
      xml.put("\"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/>")
      xml.put("</xdr:oneCellAnchor>")
    }
    xml.put("</xdr:wsDr>")
    return xml
  }
}
