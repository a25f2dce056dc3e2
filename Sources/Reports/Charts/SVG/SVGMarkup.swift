import Diagnostics
import Quantities

/// What an attribute is: a number of at most two decimals, or a word.
enum SVGValue: ExpressibleByStringLiteral {
  case number(Double)
  case word(String)

  init(stringLiteral text: String) { self = .word(text) }

  var text: String {
    switch self {
    case .number(let value): SVGValue.text(value)
    case .word(let text): SVGText.escaped(text)
    }
  }

  /// A place in the picture: `12.5`, never more than two decimals, and no exponent.
  static func text(_ value: Double) -> String {
    let hundredths = NumberFormat.rounded(min(max(value.isNaN ? 0 : value, -1e7), 1e7), decimals: 2)
    let size = hundredths.magnitude
    let tens = size % 100
    let fraction =
      tens == 0 ? "" : tens % 10 == 0 ? ".\(tens / 10)" : tens < 10 ? ".0\(tens)" : ".\(tens)"
    let whole = String(size / 100)
    return hundredths < 0 ? "-" + whole + fraction : whole + fraction
  }
}

/// Elements of SVG, one after the other, as they will be written.
struct SVGMarkup {
  typealias Attributes = KeyValuePairs<String, SVGValue>

  private(set) var text = ""

  /// One element, with a text that is seen when the pointer rests on it.
  mutating func add(_ name: String, _ attributes: Attributes, hover: String? = nil) {
    start(name, attributes)
    guard let hover else {
      text += "/>\n"
      return
    }
    text += "><title>\(SVGText.escaped(hover))</title></\(name)>\n"
  }

  mutating func open(_ name: String, _ attributes: Attributes) {
    start(name, attributes)
    text += ">\n"
  }

  mutating func close(_ name: String) { text += "</\(name)>\n" }

  /// An element of texts only, such as `title`.
  mutating func add(_ name: String, _ attributes: Attributes = [:], text content: String) {
    start(name, attributes)
    text += ">\(SVGText.escaped(content))</\(name)>\n"
  }

  /// A rule of style, as it is.
  mutating func add(style: String) { text += "<style>\(style)</style>\n" }

  mutating func append(_ other: SVGMarkup) { text += other.text }

  /// A line of text.
  mutating func add(_ label: SVGLabel) {
    start(
      "text",
      [
        "x": .number(label.x), "y": .number(label.y), "font-size": .number(label.size),
        "text-anchor": .word(label.anchor.rawValue), "class": .word(label.color),
      ])
    text += ">"
    if let whole = label.whole { text += "<title>\(SVGText.escaped(whole))</title>" }
    if !label.name.isEmpty {
      text += "<tspan font-weight=\"600\">\(SVGText.escaped(label.name))</tspan>"
      if !label.text.isEmpty { text += " " }
    }
    text += "\(SVGText.escaped(label.text))</text>\n"
  }

  private mutating func start(_ name: String, _ attributes: Attributes) {
    text += "<"
    text += name
    for (key, value) in attributes {
      text += " "
      text += key
      text += "=\""
      text += value.text
      text += "\""
    }
  }
}

/// A line of text and where it stands.
struct SVGLabel {
  enum Anchor: String { case start, middle, end }

  var x: Double
  /// Of the baseline.
  var y: Double
  var size: Double = 12
  var anchor = Anchor.start
  /// The class of its colour.
  var color = "k"
  /// What is bold before the text, with a space between.
  var name = ""
  var text: String
  /// What it says in full, where it was cut.
  var whole: String?

  /// The width that it takes, estimated.
  var width: Double {
    let gap = name.isEmpty || text.isEmpty ? "" : " "
    return SVGTextWidth.of(name, size: size, bold: true)
      + SVGTextWidth.of(gap + text, size: size)
  }

  /// How far the baseline is below the middle of a line.
  static func drop(_ size: Double = 12) -> Double { size * 0.36 }
}
