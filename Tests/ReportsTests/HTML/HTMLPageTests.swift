import Diagnostics
import Foundation
import Testing

@testable import Reports

/// What a page is made of.
@Suite("HTML pages")
struct HTMLPageTests {
  private func page(_ document: Document, _ page: HTMLPage = HTMLPage()) -> String {
    String(decoding: page.bytes(document), as: UTF8.self)
  }

  @Test("it has one title, a section for each heading, and a table of contents")
  func structure() {
    for style in ReportSamples.styles {
      let text = page(ReportSamples.document(style), ReportSamples.page(style))
      let read = SVGPicture(text)
      #expect(read.fault == nil)
      func count(_ name: String) -> Int { read.elements.count { $0.name == name } }
      #expect(count("main") == 1 && count("h1") == 1 && count("nav") == 1)
      #expect(count("h2") == 7 && count("section") == 7)
      #expect(read.elements.count { $0.attributes["href"]?.hasPrefix("#s") ?? false } == 7)
      // Seven charts, a timeline and a map, each for wide pages and for narrow ones; one table is in two parts.
      #expect(count("figure") == 9 && count("svg") == 18 && count("figcaption") == 9)
      #expect(count("table") == 13 && count("caption") == 13 && count("thead") == 13)
      #expect(read.root?.attributes["lang"] == (style.language == .chinese ? "zh-CN" : "en"))
      let ids = read.elements.compactMap { $0.attributes["id"] }
      #expect(ids.count > 40 && Set(ids).count == ids.count)
      let images = read.elements.filter { $0.name == "svg" }
      #expect(
        images.allSatisfy {
          $0.attributes["role"] == "img"
            && $0.attributes["aria-labelledby"] == "\($0.attributes["id"] ?? "")-title "
              + "\($0.attributes["id"] ?? "")-desc"
        })
      let scrolls = read.elements.filter { $0.attributes["class"]?.hasPrefix("scroll") ?? false }
      #expect(scrolls.count == 13 && scrolls.allSatisfy { $0.attributes["tabindex"] == "0" })
    }
  }

  @Test("three sections need no table of contents, and nothing needs no section")
  func small() {
    let three = Document(blocks: ["a", "b", "c"].map { .heading(Table.Note($0)) })
    #expect(!page(three).contains("<nav"))
    #expect(page(three).contains("<h1>Report</h1>"))
    let empty = page(Document())
    #expect(!empty.contains("<section") && SVGPicture(empty).fault == nil)
    let none = page(Document(blocks: [.table(Table(columns: [Table.Column("a")]))]))
    #expect(none.contains("<td colspan=\"1\">nothing to show</td>"))
  }

  @Test("it lets nothing in from elsewhere, and runs nothing")
  func closed() {
    let text = page(ReportSamples.document(FigureStyle()))
    #expect(
      text.contains(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
          + "'unsafe-inline'; base-uri 'none'; form-action 'none'\"/>"))
    for word in ["<script", "<link", "@import", "url(", "src="] { #expect(!text.contains(word)) }
    let addresses = text.ranges(of: "http://").count
    #expect(text.ranges(of: "xmlns=\"http://www.w3.org/2000/svg\"").count == addresses)
    #expect(!text.contains("https:"))
    // What a script may replace is told by its first twelve bytes.
    #expect(text.hasPrefix("<!--Parkline-->\n<!DOCTYPE html>\n"))
  }

  @Test("author, date and prices stand below the title")
  func byline() {
    let style = FigureStyle(magnitudes: .tenThousands, language: .chinese)
    let text = page(Document(title: "a"), ReportSamples.page(style))
    #expect(
      text.contains("<li>衢州市投资促进中心</li>\n<li><time datetime=\"2021-07-01\">2021年7月1日</time></li>"))
    #expect(text.contains("<li>2021年不变价格</li>"))
    #expect(page(Document(title: "a"), ReportSamples.page(FigureStyle())).contains(">1 July 2021<"))
  }

  @Test("a figure is printed as everywhere, and exact when the pointer rests on it")
  func exact() {
    var table = Table(
      columns: [
        Table.Column("year"), Table.Column("tax", unit: "yuan", isNumeric: true),
        Table.Column("rate", unit: "share", isNumeric: true),
        Table.Column("value", isNumeric: true),
      ],
      rows: [
        [.text("2021"), .money(fen: 12_345_678_912), .number(0.125), .measured(.init(41.5, "ha"))],
        [.text("2022"), .undefined, .number(0.5), .undefined],
      ])
    table.name = "Tax"
    let text = page(Document(blocks: [.table(table)]))
    #expect(text.contains("<th scope=\"row\" class=\"whole\">2021</th>"))
    #expect(
      text.contains(
        "<td class=\"n\" data-value=\"123456789.12\" title=\"123456789.12 yuan\">123.5</td>"))
    #expect(text.contains("<td class=\"n\" data-value=\"0.125\" title=\"0.125\">12.5</td>"))
    #expect(text.contains("<td class=\"n\" data-value=\"41.5\" title=\"41.5 ha\">41.5 ha</td>"))
    #expect(text.contains("<td class=\"n\">–</td>"))
    #expect(text.contains("<span class=\"whole\">tax</span> <span class=\"unit\">(M yuan)</span>"))
  }

  @Test("html is a format of tables and charts, in the settings of whoever writes")
  func format() throws {
    let format = try #require(FileFormat.named("html"))
    var options = FileFormat.Options()
    options.style = FigureStyle(magnitudes: .tenThousands, language: .chinese)
    let bytes = try format.bytes(
      of: Document(title: "a", blocks: [.table(ReportSamples.figures), .chart(SVGSamples.fan)]),
      options
    )
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("企业所得税") && text.contains("<svg") && text.contains("（亿元）"))
    #expect(!FileFormat.texts.contains { $0.name == "html" })
    #expect(FileFormat.rows.filter(\.hasYearsAcross).map(\.name) == ["xlsx"])
  }

  @Test("wide tables are printed across, smaller, and at last in parts that repeat their keys")
  func paper() {
    #expect(HTMLPaper.parts([4, 8, 8], keys: 1) == [.init(columns: [0, 1, 2], paper: "p9")])
    // Eleven columns of 5.66 em are 62.26: at 8 points they take 55.3 of the 56 of an upright page.
    #expect(HTMLPaper.parts(Array(repeating: 8, count: 11), keys: 1).map(\.paper) == ["p8"])
    #expect(HTMLPaper.parts(Array(repeating: 8, count: 15), keys: 1).map(\.paper) == ["across p8"])
    let parts = HTMLPaper.parts(Array(repeating: 8, count: 60), keys: 2)
    #expect(parts.count == 4 && parts.allSatisfy { $0.columns.prefix(2) == [0, 1] })
    #expect(parts.flatMap { $0.columns.dropFirst(2) } == Array(2..<60))
    #expect(HTMLPaper.parts([], keys: 1).map(\.columns) == [[]])
    #expect(HTMLPaper.parts([10_000, 10_000], keys: 1).map(\.columns) == [[0, 1]])
  }
}
