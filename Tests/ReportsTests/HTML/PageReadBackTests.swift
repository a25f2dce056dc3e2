import Diagnostics
import Foundation
import Reports
import TestSupport
import Testing

private let reader = PythonReader("read_page.py")
private let hasReader = reader.isThere

/// A text as a page shows it: controls, and what Unicode keeps for programs, written out.
private func shown(_ text: String) -> String {
  escapingControls(text).unicodeScalars.reduce(into: "") { shown, scalar in
    let isKept = scalar.value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(scalar.value)
    shown += isKept ? "\\u{" + String(scalar.value, radix: 16) + "}" : String(scalar)
  }
}

private let pieces =
  SVGGenerator.names + [
    "</td><script>alert(1)</script>", "</style>", "</title>", "<!--", "-->", "<![CDATA[", "&amp;",
    "&#x3c;", "' onmouseover='x", "\" onload=\"x", "javascript:x", "http://a.b/c", "\r\n", "\u{85}",
    "\u{2028}", "\u{FEFF}", "שלום", "\u{2066}a", "𠮷", "\u{7F}", "  two  ",
  ] + [0xFDD0, 0x1FFFE, 0x10FFFF].compactMap { Unicode.Scalar($0 as UInt32).map { String($0) } }

@Test(
  "readers of HTML and XML read hostile names back as they are shown",
  .enabled(if: hasReader, "python3 is needed for this"), arguments: Sample.every(3, of: 0..<9))
func pageReadBack(seed: Int) throws {
  var random = SeededGenerator(seed: UInt64(seed))
  func name() -> String {
    (0...Int.random(in: 0...3, using: &random)).map { _ in
      pieces.randomElement(using: &random) ?? ""
    }.joined()
  }
  var expected: [String: [String]] = [
    "td": [], "th": [], "caption": [], "h2": [], "figcaption": [], "folded": [],
  ]
  var generator = SVGGenerator(seed: UInt64(seed))
  var blocks: [Block] = []
  for section in 0..<5 {
    let title = name()
    blocks.append(.heading(Table.Note(title)))
    expected["h2"]?.append(shown(title))
    let heading = name()
    var table = Table(columns: [Table.Column(heading), Table.Column("b")])
    let caption = "c" + name()
    table.name = Table.Note(caption)
    expected["caption"]?.append(shown(caption))
    expected["th"]? += [shown(heading), "b"]
    for row in 0..<12 {
      let (key, text) = (name(), section == 0 && row < pieces.count ? pieces[row] : name())
      table.rows.append([.text(key), .text(text)])
      expected["th"]?.append(shown(key))
      expected["td"]?.append(shown(text))
    }
    blocks.append(.table(table))
    blocks.append(.sentence(name()))
    var chart = generator.chart()
    chart.title = Table.Note("t" + name())
    expected["figcaption"]?.append(shown(chart.title.text))
    // Its figures are in a table that is folded away.
    expected["folded"]? += ([chart.title] + chart.names).map { shown($0.text) }
    blocks.append(.chart(chart))
    blocks.append(.text(name()))
  }
  let title = "t" + name()
  expected["h1"] = [shown(title)]
  let page = HTMLPage(subtitle: name(), author: "a" + name(), prices: name())
    .bytes(Document(title: title, blocks: blocks))
  let answer = try read(page, expected)
  #expect(answer.hasSuffix("texts as written\n"), "\(answer)")
}

@Test(
  "a report of every kind of block is HTML and XML, links within itself and names no place elsewhere",
  .enabled(if: hasReader, "python3 is needed for this"), arguments: [0, 1])
func reportReadBack(language: Int) throws {
  let style = ReportSamples.styles[language]
  let document = ReportSamples.document(style)
  let page = ReportSamples.page(style).bytes(document)
  let answer = try read(page, ["h1": [document.title]])
  #expect(answer == "1 texts as written\n")
}

private func read(_ page: [UInt8], _ expected: [String: [String]]) throws -> String {
  try reader.read(page, as: "page.html", expected)
}

extension Chart {
  /// What its curves, steps or inputs are called.
  fileprivate var names: [Table.Note] {
    switch marks {
    case .curves(let curves, _), .areas(let curves, _), .bars(let curves, _): curves.map(\.name)
    case .waterfall(let steps): steps.map(\.name)
    case .tornado(let swings, _): swings.map(\.name)
    case .spans(let spans): spans.map(\.name)
    }
  }
}
