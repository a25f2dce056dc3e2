import Diagnostics
import Testing

@Test(
  "an offset has a line and a column counted in characters",
  arguments: [
    (0, "a:1:1"), (6, "a:1:3"), (7, "a:1:4"), (8, "a:2:1"), (10, "a:2:2"), (11, "a:3:1"),
    (12, "a:3:2"), (99, "a:3:2"),
  ])
func addresses(offset: Int, address: String) {
  // `衢州x` is 7 bytes; `é` has 2 bytes.
  let source = SourceText(name: "a", text: "衢州x\né\nz")
  #expect(Location(source, Span(offset, offset)).address == address)
}

@Test("CRLF ends a line without being part of it")
func lineEnds() {
  let source = SourceText(name: "a", text: "ab\r\ncd")
  #expect(Location(source, Span(4, 5)).address == "a:2:1")
  #expect(Location(source, Span(3, 3)).address == "a:1:3")
}

@Test(
  "a span beyond the text is the part that there is",
  arguments: [(0, 3, "abc"), (2, 9, "c"), (9, 12, ""), (-4, 2, "ab"), (2, 1, "")])
func clampedSpans(lower: Int, upper: Int, text: String) {
  #expect(SourceText(name: "a", text: "abc").text(in: Span(lower, upper)) == text)
}

@Test("broken UTF-8 is read as replacement characters")
func brokenText() {
  let source = SourceText(name: "a", utf8: [0x61, 0xFF, 0x62, 0xE8])
  #expect(source.text(in: Span(0, 4)) == "a\u{FFFD}b\u{FFFD}")
}

@Test("the joined span covers both")
func joinedSpans() {
  #expect(Span(5, 8).joined(Span(1, 6)) == Span(1, 8))
}
