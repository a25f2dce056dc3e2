import Diagnostics
import Foundation
import Testing

@testable import Reports

/// Pictures on a page: their identifiers, rules of style and colours.
@Suite("SVG on a page")
struct SVGPageTests {
  @Test("identifiers and rules of two pictures on a page do not meet")
  func prefixes() {
    let both = ["one", "two"].map { SVGChart().element(SVGSamples.fan, idPrefix: $0) }
    let pictures = both.map { SVGPicture($0) }
    let identifiers = pictures.map { Set($0.elements.compactMap { $0.attributes["id"] }) }
    #expect(identifiers[0].isDisjoint(with: identifiers[1]))
    #expect(identifiers[0] == ["one", "one-title", "one-desc"])
    for (id, picture) in zip(["one", "two"], pictures) {
      let style = picture.elements.first { $0.name == "style" }?.text ?? ""
      let selectors = style.split(separator: "\n").filter { $0.contains("{") && !$0.hasPrefix("@") }
        .flatMap { $0.prefix { $0 != "{" }.split(separator: ",") }
      #expect(selectors.count > 20)
      #expect(selectors.allSatisfy { $0.hasPrefix("#\(id) .") })
    }
    #expect(!both[0].hasPrefix("<?xml"))
  }

  @Test(
    "any prefix is an identifier of its own",
    arguments: ["", "1", "c1", "c_1", "税 收", "a b", "a\"b", "_", "-", "chart-2"])
  func identifier(prefix: String) throws {
    let id = SVGChart.identifier(prefix)
    #expect(id.wholeMatch(of: /[A-Za-z][A-Za-z0-9_-]*/) != nil)
    for other in ["", "1", "c1", "c_1", "税 收", "a b", "a\"b", "_", "-", "chart-2"]
    where other != prefix {
      #expect(SVGChart.identifier(other) != id)
    }
  }

  @Test("the root is an image with a title, a description and a language")
  func root() throws {
    let svg = SVGChart(style: FigureStyle(magnitudes: .tenThousands, language: .chinese)).document(
      SVGSamples.tornado)
    #expect(
      svg.hasPrefix(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\""))
    let picture = SVGPicture(svg)
    let root = try #require(picture.root)
    #expect(root.attributes["role"] == "img")
    #expect(root.attributes["aria-labelledby"] == "chart-title chart-desc")
    #expect(root.attributes["xml:lang"] == "zh-CN")
    for font in [
      "Noto Sans SC", "Microsoft YaHei", "PingFang SC", "Source Han Sans SC", "sans-serif",
    ] {
      #expect(root.attributes["font-family"]?.contains(font) == true)
    }
    let description = picture.elements.first { $0.name == "desc" }?.text ?? ""
    #expect(description.hasPrefix("龙卷风图，共4项输入。中间值：1.234亿元。口岸等待时间：2min：1.61亿元"))
    #expect(!svg.contains("<script") && !svg.contains("href"))
  }

  @Test("dark is of screens alone, and a fixed theme is one")
  func themes() {
    let automatic = SVGChart().document(SVGSamples.fan)
    #expect(automatic.contains("@media screen and (prefers-color-scheme:dark){"))
    for theme in [SVGChart.Theme.light, .dark] {
      #expect(!SVGChart(theme: theme).document(SVGSamples.fan).contains("@media"))
    }
  }

  @Test(
    "curves have a contrast of 3 at least, and texts 4.5", arguments: [SVGChart.Theme.light, .dark])
  func contrast(theme: SVGChart.Theme) throws {
    let svg = SVGChart(theme: theme).document(SVGSamples.fan)
    var colors: [String: Double] = [:]
    for match in svg.matches(of: /\.([a-z][0-9]?)\{(?:fill|stroke):#([0-9a-f]{6})\}/) {
      colors[String(match.1)] = try luminance(String(match.2))
    }
    let background = try #require(colors["p"])
    func contrast(_ name: String) throws -> Double {
      let other = try #require(colors[name])
      return (max(other, background) + 0.05) / (min(other, background) + 0.05)
    }
    for index in 1...7 {
      for mark in ["s", "f"] { #expect(try contrast("\(mark)\(index)") >= 3, "\(mark)\(index)") }
      #expect(try contrast("t\(index)") >= 4.5, "t\(index)")
    }
    for name in ["k", "q"] { #expect(try contrast(name) >= 4.5, "\(name)") }
    #expect(try contrast("f0") >= 3)
  }

  /// Relative luminance (WCAG 2.2).
  private func luminance(_ hex: String) throws -> Double {
    let number = try #require(Int(hex, radix: 16))
    let parts = [number >> 16, number >> 8 & 255, number & 255].map { part -> Double in
      let share = Double(part) / 255
      return share <= 0.03928 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }
}
