extension HTMLPage {
  /// Tables and charts as a page of its own.
  static let format = FileFormat(
    name: "html", summary: "a page for browsers and paper", content: .tables, showsTrees: true
  ) { (document, options) throws(FormatFailure) in
    HTMLPage(style: options.style).bytes(document)
  }
}
