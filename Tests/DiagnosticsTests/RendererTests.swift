import Diagnostics
import Testing

/// The lines of an error about one piece of a text.
private func rendered(_ text: String, marking piece: String, slug: String = "slug") -> String {
  let source = SourceText(name: "a.park", text: text)
  return DiagnosticRenderer().render(
    Diagnostic(slug, "message", at: Location(source, span(of: piece, in: text))))
}

@Test("the place, the line and the marks follow the sentence")
func wholeDiagnostic() {
  let source = SourceText(name: "quzhou.park", text: "first\npark smart area=12.35亿元\n")
  let diagnostic = Diagnostic(
    "wrong-dimension", "`area` is an area, but `12.35亿元` is money",
    at: Location(source, Span(22, 33)),
    notes: [Diagnostic.Note("a fact", at: Location(source, Span(0, 5)))],
    help: ["write for example `41.5ha`"])
  #expect(
    DiagnosticRenderer().render(diagnostic) == """
      error[wrong-dimension]: `area` is an area, but `12.35亿元` is money
       --> quzhou.park:2:17
      2 | park smart area=12.35亿元
        |                 ^^^^^^^^^
      note: a fact
       --> quzhou.park:1:1
      1 | first
        | ^^^^^
      help: write for example `41.5ha`

      """)
}

@Test(
  "the marks stand under the piece that is wrong",
  arguments: [
    ("area=12亿", "12亿", "1 | area=12亿", "  |      ^^^^"),
    ("park \"衢州智慧\" area=5", "area", "1 | park \"衢州智慧\" area=5", "  |                 ^^^^"),
    ("\tarea=5", "5", "1 |   area=5", "  |        ^"),
    ("a\t衢\tb=５", "５", "1 | a  衢  b=５", "  |          ^^"),
    ("e\u{301}e\u{301} x", "x", "1 | e\u{301}e\u{301} x", "  |    ^"),
    ("😀 x", "x", "1 | 😀 x", "  |    ^"),
    ("🇨🇳 x", "x", "1 | 🇨🇳 x", "  |    ^"),
  ])
func marksUnderWidePieces(text: String, piece: String, line: String, marks: String) {
  let lines = rendered(text, marking: piece).split(separator: "\n")
  #expect(lines.dropFirst(2) == [Substring(line), Substring(marks)])
}

@Test("a span over several lines is marked to the end of its first line")
func spanOverLines() {
  let source = SourceText(name: "a", text: "one two\nthree\r\nfour")
  let first = Diagnostic("s", "m", at: Location(source, Span(4, 12)))
  #expect(
    DiagnosticRenderer().render(first)
      == "error[s]: m\n --> a:1:5\n1 | one two\n  |     ^^^\n")
  let second = Diagnostic("s", "m", at: Location(source, Span(8, 20)))
  #expect(
    DiagnosticRenderer().render(second) == "error[s]: m\n --> a:2:1\n2 | three\n  | ^^^^^\n")
}

@Test("an empty span, and one behind the text, has one mark", arguments: [3, 7, 99])
func emptySpan(offset: Int) {
  let source = SourceText(name: "a", text: "one two")
  let text = DiagnosticRenderer().render(
    Diagnostic("s", "m", at: Location(source, Span(offset, offset))))
  let pad = String(repeating: " ", count: min(offset, 7))
  #expect(text.hasSuffix("1 | one two\n  | \(pad)^\n"))
}

@Test("the number of a line counts from where the source begins")
func numbersOfLines() {
  let source = SourceText(name: "prompt", text: "a\nb", firstLine: 99)
  let text = DiagnosticRenderer().render(Diagnostic("s", "m", at: Location(source, Span(2, 3))))
  #expect(text == "error[s]: m\n   --> prompt:100:1\n100 | b\n    | ^\n")
}

@Test("controls, escapes and marks that turn the text around are shown, not sent")
func escapedControls() {
  let text = rendered("a\u{1B}[31m\u{202E}b\u{0}\u{9B}c\rd", marking: "b")
  #expect(text.contains("1 | a\\u{1b}[31m\\u{202e}b\\u{0}\\u{9b}c\\u{d}d\n"))
  let marks = text.split(separator: "\n").last.map(String.init) ?? ""
  #expect(marks == "  | " + String(repeating: " ", count: 19) + "^")
  #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
}

@Test("a message and the name of a file cannot drive the terminal")
func escapedMessage() {
  let source = SourceText(name: "\u{1B}]0;x\u{7}.park", text: "a")
  let text = DiagnosticRenderer().render(
    Diagnostic(
      "s", "no `\u{1B}[2J`", at: Location(source, Span(0, 1)), notes: [.init("\u{8}")],
      help: ["\u{7F}"]))
  #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x7F })
}

@Test(
  "a long line is shown around the piece that is wrong",
  arguments: ["x", "衢", "e\u{301}", "\t", "\u{1}", "\u{FFFD}"])
func longLine(filler: String) {
  let filling = String(repeating: filler, count: 5000)
  let text = rendered(filling + "HERE" + filling, marking: "HERE")
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  #expect(lines[2].contains("HERE"))
  #expect(lines[2].hasPrefix("1 | …") && lines[2].hasSuffix("…"))
  #expect(displayWidth(String(lines[2])) < 200)
  let before = lines[2].prefix { $0 != "H" }
  #expect(displayWidth(String(lines[3].prefix { $0 != "^" })) == displayWidth(String(before)))
  #expect(lines[3].hasSuffix("  ^^^^"))
}

@Test("a very long wrong piece is cut", .timeLimit(.minutes(10)))
func longPiece() {
  let piece = String(repeating: "衢州x", count: 1_000_000)
  let text = rendered("a " + piece + " b", marking: piece)
  #expect(text.utf8.count < 1000)
}

@Test("colours surround the words and never move them")
func colours() {
  let source = SourceText(name: "a", text: "one two")
  let diagnostic = Diagnostic("s", "m", at: Location(source, Span(4, 7)), severity: .warning)
  let plain = DiagnosticRenderer().render(diagnostic)
  let coloured = DiagnosticRenderer(colour: true).render(diagnostic)
  #expect(plain.hasPrefix("warning[s]: m\n"))
  #expect(coloured.contains("\u{1B}[33;1mwarning[s]\u{1B}[0m"))
  #expect(withoutColours(coloured) == plain)
}

private func withoutColours(_ text: String) -> String {
  var kept = ""
  var isInside = false
  for character in text {
    if character == "\u{1B}" { isInside = true }
    if !isInside { kept.append(character) }
    if character == "m" { isInside = false }
  }
  return kept
}

/// The offsets of the first place of a piece.
private func span(of piece: String, in text: String) -> Span {
  let bytes = Array(text.utf8)
  let wanted = Array(piece.utf8)
  let start = bytes.indices.first { bytes[$0...].starts(with: wanted) } ?? 0
  return Span(start, start + wanted.count)
}

@Test("a sentence that repeats an endless piece of the source is cut")
func longSentence() {
  let piece = Sentence(verbatim: String(repeating: "衢\u{1}", count: 1_000_000))
  let text = DiagnosticRenderer().render(
    Diagnostic("s", piece, notes: [.init(piece)], help: [piece]))
  #expect(text.utf8.count < 30_000)
  // The note goes on in further lines; all three end where they are cut.
  #expect(text.count { $0 == "…" } == 3)
  #expect(text.split(separator: "\n").first?.hasSuffix("…") == true && text.hasSuffix("…\n"))
}
