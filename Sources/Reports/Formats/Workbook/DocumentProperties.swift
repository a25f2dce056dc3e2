import Quantities

/// What the properties of a document say of it.
extension Workbook {
  /// Title, author and the rest: `docProps/core.xml`.
  func coreProperties() -> XMLBytes {
    var xml = XMLBytes()
    xml.put(XMLBytes.declaration)
    xml.put("<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/")
    xml.put("metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"")
    xml.put(" xmlns:dcterms=\"http://purl.org/dc/terms/\"")
    xml.put(" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">")
    let texts = [
      ("dc:title", title), ("dc:subject", subject), ("dc:creator", author),
      ("dc:description", comments),
    ]
    for (element, text) in texts where !text.isEmpty {
      xml.put(plain: "<\(element)>")
      xml.put(label: text)
      xml.put(plain: "</\(element)>")
    }
    if let created {
      xml.put("<dcterms:created xsi:type=\"dcterms:W3CDTF\">")
      xml.put(plain: created.text + "T00:00:00Z")
      xml.put("</dcterms:created>")
    }
    xml.put("</cp:coreProperties>")
    return xml
  }

  /// What wrote it: `docProps/app.xml`.
  static func applicationProperties() -> XMLBytes {
    var xml = XMLBytes()
    xml.put(XMLBytes.declaration)
    xml.put("<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/")
    xml.put("extended-properties\"><Application>Parkline</Application></Properties>")
    return xml
  }
}
