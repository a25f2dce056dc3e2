import Diagnostics
import Foundation

@testable import Reports

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A picture as an independent reader of XML finds it.
final class SVGPicture: NSObject, XMLParserDelegate {
  struct Element {
    var name: String
    var attributes: [String: String]
    /// Its own text, without that of its `title`.
    var text = ""
    /// What of its text is bold.
    var bold = ""
    /// What is seen when the pointer rests on it.
    var hover: String?
  }

  private(set) var elements: [Element] = []
  private(set) var fault: String?
  private var open: [Int] = []

  init(_ svg: String) {
    super.init()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = self
    if !parser.parse() {
      fault =
        "line \(parser.lineNumber): \(parser.parserError.map { "\($0)" } ?? "not well-formed")"
    }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    open.append(elements.count)
    elements.append(Element(name: name, attributes: attributes))
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    let index = open.removeLast()
    guard let parent = open.last else { return }
    if name == "title" { elements[parent].hover = elements[index].text }
    if name == "tspan" {
      elements[parent].bold += elements[index].text
    }
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    if let index = open.last { elements[index].text += text }
  }

  var root: Element? { elements.first }
  var texts: [Element] { elements.filter { $0.name == "text" } }
  /// Everything that is seen as text.
  var words: [String] { texts.map { $0.bold + $0.text } }
  /// What is said of marks under the pointer.
  var hovers: [String] {
    elements.filter { $0.attributes["class"] == "h" }.compactMap(\.hover)
  }

  struct Box {
    var x: ClosedRange<Double>
    var y: ClosedRange<Double>
    var text: String

    /// Whether two boxes have an area in common, but for what two decimals leave out.
    func overlaps(_ other: Box) -> Bool {
      min(x.upperBound, other.x.upperBound) - max(x.lowerBound, other.x.lowerBound) > 0.02
        && min(y.upperBound, other.y.upperBound) - max(y.lowerBound, other.y.lowerBound) > 0.02
    }
  }

  var boxes: [Box] {
    texts.compactMap { element -> Box? in
      guard let x = element.attributes["x"].flatMap(Double.init),
        let y = element.attributes["y"].flatMap(Double.init),
        let size = element.attributes["font-size"].flatMap(Double.init)
      else { return nil }
      let width =
        SVGTextWidth.of(element.bold, size: size, bold: true)
        + SVGTextWidth.of(element.text, size: size)
      let shares = ["middle": 0.5, "end": 1.0]
      let share = shares[element.attributes["text-anchor"] ?? ""] ?? 0
      let left = x - width * share
      return Box(
        x: left...(left + width),
        y: (y - SVGTextWidth.ascent * size)...(y + SVGTextWidth.descent * size),
        text: element.bold + element.text)
    }
  }

  /// Numbers of at most two decimals, no exponent, and the letters of paths between them.
  static func isGeometry(_ text: String) -> Bool {
    var decimals: Int?
    var isNumber = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        isNumber = true
        decimals = decimals.map { $0 + 1 }
        if let decimals, decimals > 2 { return false }
      case UInt8(ascii: "."):
        guard isNumber, decimals == nil else { return false }
        decimals = 0
      case UInt8(ascii: "-"), UInt8(ascii: " "), UInt8(ascii: "M"), UInt8(ascii: "L"),
        UInt8(ascii: "C"),
        UInt8(ascii: "C"), UInt8(ascii: "v"), UInt8(ascii: "Z"):
        guard decimals != 0 else { return false }
        (isNumber, decimals) = (false, nil)
      default: return false
      }
    }
    return !text.isEmpty && decimals != 0
  }

  /// What is wrong with it: not XML, a number out of form, texts on one another or out of the picture.
  var faults: [String] {
    if let fault { return [fault] }
    guard let root, let view = root.attributes["viewBox"] else { return ["no viewBox"] }
    let size = view.split(separator: " ").compactMap { Double($0) }
    guard size.count == 4 else { return ["viewBox \(view)"] }
    var faults: [String] = []
    let geometry = [
      "x", "y", "width", "height", "cx", "cy", "r", "rx", "d", "font-size", "viewBox",
    ]
    for element in elements {
      for key in geometry {
        guard let value = element.attributes[key], value != "100%" else { continue }
        if !Self.isGeometry(value) { faults.append("\(key)=\(value.prefix(80))") }
        if key == "width" || key == "height" || key == "r", value.hasPrefix("-") {
          faults.append("\(key)=\(value)")
        }
      }
    }
    let boxes = boxes
    if boxes.count != texts.count { faults.append("a text without a place") }
    for (index, box) in boxes.enumerated() {
      if box.x.lowerBound < -0.02 || box.y.lowerBound < -0.02 || box.x.upperBound > size[2] + 0.02
        || box.y.upperBound > size[3] + 0.02
      {
        faults.append("out of the picture: \(box)")
      }
      for other in boxes[(index + 1)...] where box.overlaps(other) {
        faults.append("overlap: \(box) \(other)")
      }
    }
    return faults
  }
}
