import Diagnostics
import Language
import Testing

@Test(
  "a text is cut into tokens as Language 1 and 2 say",
  arguments: [
    // Names and hyphens.
    ("no-rail", "w:no-rail"), ("a-1-b", "w:a-1-b"), ("a - b", "w:a - w:b"), ("a -b", "w:a - w:b"),
    ("a- b", "w:a - w:b"), ("a--b", "w:a - - w:b"), ("衢州-杭州", "w:衢州-杭州"), ("né2", "w:né2"),
    ("p2020-12", "w:p2020-12"), ("value_added", "w:value_added"), ("-a", "- w:a"),
    // Dates and subtraction.
    ("2020-12", "d:2020-12"), ("2020-12-26", "d:2020-12-26"), ("2020H1", "d:2020H1"),
    ("2020Q4", "d:2020Q4"), ("2020-1", "n:2020 - n:1"), ("2020-123", "n:2020 - n:123"),
    ("2020 - 12", "n:2020 - n:12"), ("5-3", "n:5 - n:3"), ("20201-12", "n:20201 - n:12"),
    ("2020H12", "n:2020 w:H12"), ("2020-12-2", "d:2020-12 - n:2"), ("2020", "n:2020"),
    // Numbers.
    ("1,000,000", "n:1,000,000"), ("1,00", "n:1 , n:00"), ("1,0000", "n:1 , n:0000"),
    ("1000,000", "n:1000 , n:000"), ("1,234.5e6", "n:1,234.5e6"), ("1e9", "n:1e9"),
    ("1E+9", "n:1E+9"), ("1e-9", "n:1e-9"), ("1e", "n:1 w:e"), ("1e+", "n:1 w:e +"),
    ("12.", "n:12 ."), (".5", ". n:5"), ("1.5.2", "n:1.5 . n:2"), ("0x1F", "n:0 w:x1F"),
    ("[1,000, 2]", "[ n:1 , n:000 , n:2 ]"), ("(1,000)", "( n:1 , n:000 )"),
    ("{1,000: 2}", "{ n:1 , n:000 : n:2 }"), ("(1) 1,000", "( n:1 ) n:1,000"),
    ("2021..2030", "n:2021 .. n:2030"), ("1.5..2", "n:1.5 .. n:2"), ("a..b", "w:a .. w:b"),
    ("2020-12..2021-03", "d:2020-12 .. d:2021-03"), ("1...2", "n:1 .. . n:2"),
    // Comparisons and marks.
    ("a==b", "w:a c:== w:b"), ("a=b", "w:a = w:b"), ("a===b", "w:a c:== = w:b"),
    ("a<=b>=c<d>e!=f", "w:a c:<= w:b c:>= w:c c:< w:d c:> w:e c:!= w:f"),
    ("a!b", "w:a stray:! w:b"),
    ("tax:vat", "w:tax : w:vat"), ("30万元/亩", "n:30 w:万元 / w:亩"), ("5%", "n:5 %"),
    ("a@b $ ~", "w:a stray:@ w:b stray:$ stray:~"),
    // Full-width twins.
    ("１２．３５亿元", "n:12.35 w:亿元"), ("１，０００", "n:1,000"), ("ａ－ｂ", "w:a-b"),
    ("ａｒｅａ＝５％", "w:area = n:5 %"),
    ("（１，２）", "( n:1 , n:2 )"), ("【ａ、ｂ】", "[ w:a , w:b ]"), ("｛２０２１：８％｝", "{ n:2021 : n:8 % }"),
    ("２０２０－１２", "d:2020-12"), ("2020-１2", "d:2020-12"), ("2020－12", "d:2020-12"),
    ("2020Ｈ1", "d:2020H1"), ("2020-12-2６", "d:2020-12-26"), ("１e５", "n:1e5"), ("1ｅ5", "n:1e5"),
    ("ａ＝＝ｂ", "w:a c:== w:b"), ("ａ＜ｂ", "w:a c:< w:b"), ("2021．．2030", "n:2021 .. n:2030"),
    ("a\u{3000}b", "w:a w:b"), ("a；b", "w:a end w:b"), ("a＃ b", "w:a #"),
    // Texts.
    ("\"a b\"", "t:\"a b\""), ("“衢州”", "t:“衢州”"), ("＂a＂", "t:＂a＂"), ("\"a\\\"b\"", "t:\"a\\\"b\""),
    ("\"a\\\\\" b", "t:\"a\\\\\" w:b"), ("\"１\"", "t:\"１\""), ("\"a # b\"", "t:\"a # b\""),
    ("\"“a”\"", "t:\"“a”\""), ("“a\"b", "t:“a\" w:b"),
    ("\"open", "open:\"open"), ("\"a\\", "open:\"a\\"), ("\"a\nb\"", "t:\"a\nb\""),
    // Statements, lines and comments.
    ("a;b", "w:a end w:b"), ("a\nb", "w:a end w:b"), ("a\r\nb", "w:a end w:b"),
    ("a # b\nc", "w:a # end w:c"),
    ("[a\nb]", "[ w:a w:b ]"), ("a\\\nb", "w:a w:b"), ("a \\  \nb", "w:a w:b"),
    ("a\\b", "w:a stray:\\ w:b"),
    ("[a;b]", "[ w:a end w:b ]"), ("a ] [\nb]", "w:a ] [ w:b ]"), ("", ""), ("\u{FEFF}a", "w:a"),
    ("a\u{0}b", "w:a stray:\u{0} w:b"), ("a\u{7}", "w:a stray:\u{7}"), ("😀", "stray:😀"),
  ])
func cutting(text: String, expected: String) {
  #expect(tokens(text).joined(separator: " ") == expected)
}

@Test(
  "bytes that are no UTF-8 are strays, one each, and end nothing",
  arguments: [
    [0xFF], [0xC0, 0xA2], [0xC0, 0x8A], [0xC1, 0x81], [0xE0, 0x80, 0xA2], [0xF0, 0x80, 0x80, 0xB1],
    [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80], [0xE8, 0xA1],
    [0x80],
  ] as [[UInt8]])
func brokenBytes(bytes: [UInt8]) {
  let source = SourceText(name: "test", utf8: [0x61] + bytes + [0x20, 0x62])
  let (tokens, unfinished) = Lexer.tokens(of: source)
  #expect(!unfinished)
  #expect(
    tokens.map(\.kind) == [.word] + bytes.map { _ in Token.Kind.stray } + [.word, .end])
}

@Test("tokens touch nothing but white space, and lie in order within the text")
func spansInOrder() {
  let source = SourceText(
    name: "test", text: "city 衢州 gdp=2125.20亿元/year # n\n[a,\n\"b\"] ２０２０－１２ ..")
  var end = 0
  for token in Lexer.tokens(of: source).tokens {
    let gap = source.text(in: Span(end, token.span.lower))
    #expect(gap.allSatisfy { $0.isWhitespace })
    #expect(token.span.lower >= end && token.span.upper >= token.span.lower)
    end = token.span.upper
  }
  #expect(end == source.utf8.count)
}

@Test(
  "a token says whether white space stands before it", arguments: ["a b", "a\tb", "a\\\nb", "a;b"])
func spaced(text: String) {
  let tokens = Lexer.tokens(of: SourceText(name: "test", text: text)).tokens
  #expect(tokens.filter { $0.kind == .word }.map(\.spaced) == [true, true])
  let touching = Lexer.tokens(of: SourceText(name: "test", text: "a=b")).tokens
  #expect(touching.prefix(3).map(\.spaced) == [true, false, false])
}
