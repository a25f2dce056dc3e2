/// What is drawn, and the size that it takes.
struct SVGDrawing {
  let markup: SVGMarkup
  let width: Double
  let height: Double
}

extension SVGDrawing {
  /// The root of a picture, whose identifiers begin with its own, called so, and what it shows in words;
  /// nil for no rules of style where its page has them.
  func element(
    id: String, title: String, description: String, _ language: FigureStyle.Language, rules: String?
  ) -> String {
    var root = SVGMarkup()
    root.open(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "id": .word(id),
        "viewBox": .word("0 0 \(SVGValue.text(width)) \(SVGValue.text(height))"),
        "width": .number(width), "height": .number(height), "role": "img",
        "aria-labelledby": .word("\(id)-title \(id)-desc"),
        "xml:lang": language == .chinese ? "zh-CN" : "en",
        "font-family": .word(SVGChart.fonts),
      ])
    root.add("title", ["id": .word("\(id)-title")], text: SVGText.visible(title))
    root.add("desc", ["id": .word("\(id)-desc")], text: SVGText.visible(description))
    if let rules { root.add(style: rules) }
    root.add("rect", ["width": "100%", "height": "100%", "class": "p"])
    root.append(markup)
    root.close("svg")
    return root.text
  }
}
