import Diagnostics
import Reports
import Testing

@Suite struct DelimitedCellsTests {
  private func rows(_ text: String) -> [[String]] {
    DelimitedCells(SourceText(name: "t", text: text)).rows.map { $0.cells.map(\.text) }
  }

  @Test("commas, semicolons and tabs divide, whichever the first line has most of")
  func separators() {
    #expect(rows("a,b\n1,2") == [["a", "b"], ["1", "2"]])
    #expect(rows("a;b;c,d\r\n1;2;3\r\n") == [["a", "b", "c,d"], ["1", "2", "3"]])
    #expect(rows("a\tb c\r1\t\r") == [["a", "b c"], ["1", ""]])
    #expect(rows("一个\n二") == [["一个"], ["二"]])
    #expect(rows("").isEmpty)
  }

  @Test("quotes hold separators, line breaks and quotes")
  func quotes() {
    #expect(rows("a,\"b,\n\"\"c\"\"\" ,d\n") == [["a", "b,\n\"c\"", "d"]])
    #expect(rows(" x , \"y\"z ,") == [["x", "yz", ""]])
    #expect(DelimitedCells(SourceText(name: "t", text: "a,\"b\nc")).openQuote == Span(2, 3))
  }

  @Test("each cell has its place, with its quotes")
  func places() throws {
    let source = SourceText(name: "t", text: "名称, x \n\"玩,具\",12\n")
    let cells = DelimitedCells(source)
    let last = try #require(cells.rows.last)
    #expect(last.cells.map { source.text(in: $0.span) } == ["\"玩,具\"", "12"])
    #expect(Location(source, last.cells[1].span).place == "t:2")
  }
}

@Suite struct TextEncodingTests {
  private func decoded(_ bytes: [UInt8]) -> String? {
    TextEncoding.decode(bytes).map { String(decoding: $0.utf8, as: UTF8.self) }
  }

  @Test("UTF-8 is read with and without a mark, UTF-16 with one")
  func unicode() {
    #expect(decoded(Array("衢州".utf8)) == "衢州")
    #expect(decoded([0xEF, 0xBB, 0xBF] + Array("衢州".utf8)) == "衢州")
    #expect(decoded([0xFF, 0xFE, 0x62, 0x88, 0x2C, 0x00]) == "衢,")
    #expect(decoded([0xFE, 0xFF, 0x88, 0x62, 0x00, 0x2C]) == "衢,")
    #expect(decoded([0xFF, 0xFE, 0x62]) == nil)
  }

  /// What Python makes of a text by `encode("gb18030")`.
  @Test(
    "GB18030 is read with one, two and four bytes a character",
    arguments: [
      ("衢州智慧产业园", "e1e9d6ddd6c7bbdbb2fad2b5d4b0"),
      ("企业名称,用地(亩)", "c6f3d2b5c3fbb3c62cd3c3b5d828c4b629"),
      ("投资额（万元）", "cdb6d7cab6eea3a8cdf2d4aaa3a9"), ("€é", "a2e3a8a6"), ("ẋ", "8135fc33"),
      ("䶮ㇼ", "fe9f8139bd36"),
      ("𠀀😀", "953282369439fc36"),
    ])
  func gb18030(_ text: String, _ hex: String) {
    var bytes: [UInt8] = []
    var digits = Substring(hex)
    while let byte = UInt8(digits.prefix(2), radix: 16), !digits.isEmpty {
      bytes.append(byte)
      digits = digits.dropFirst(2)
    }
    #expect(decoded(bytes) == text)
    #expect(TextEncoding.decode(bytes)?.encoding == .gb18030)
  }

  @Test(
    "bytes without a meaning are none of these",
    arguments: [[0xFF], [0xC4], [0x81, 0x30, 0x81]] as [[UInt8]])
  func broken(_ bytes: [UInt8]) {
    #expect(TextEncoding.decode(bytes) == nil)
  }
}
