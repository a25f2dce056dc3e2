import Diagnostics
import Testing

@Test(
  "a text is broken between words, and Chinese between characters with their punctuation",
  arguments: [
    ("", 5, [""]), ("a b", 5, ["a b"]), ("one two three", 7, ["one two", "three"]),
    ("one two  three", 8, ["one two", "three"]), ("  in", 5, ["  in"]),
    ("abcdefgh", 3, ["abc", "def", "gh"]), ("a abcdefgh", 3, ["a", "abc", "def", "gh"]),
    ("衢州智慧产业园", 6, ["衢州智", "慧产业", "园"]), ("衢州智慧产业园", 7, ["衢州智", "慧产业", "园"]),
    ("衢州，智慧。", 4, ["衢", "州，", "智", "慧。"]), ("叫《衢州》", 6, ["叫《衢", "州》"]),
    ("税收1,234.6万元多", 10, ["税收", "1,234.6万", "元多"]),
    ("税收为1,234.6万元", 12, ["税收为", "1,234.6万元"]),
    ("open (66 %), all", 9, ["open", "(66 %),", "all"]),
    ("at 1.2M yuan a", 10, ["at", "1.2M yuan", "a"]),
    ("at 1.2M yuan", 6, ["at", "1.2M", "yuan"]), ("so much  % x", 8, ["so much", "% x"]),
    ("park衢州 b", 6, ["park衢", "州 b"]), ("衢", 1, ["衢"]),
    ("a\nb c", 3, ["a", "b c"]),
    ("叫《衢州》", 5, ["叫", "《衢", "州》"]), ("2027年12月31日止", 9, ["2027年", "12月31日", "止"]),
  ])
func rows(text: String, width: Int, rows: [String]) {
  #expect(wrapped(text, to: width) == rows)
}

@Test("further rows are indented, and no row is wider than asked", arguments: 2...60)
func indented(width: Int) {
  let text = "the land is 41.5ha；衢州智慧产业园（一期）已建成， and `smart` has no phase before 2021."
  let rows = wrapped(text, to: width, indent: 6, start: 1)
  #expect(rows.allSatisfy { displayWidth($0) <= width })
  let glued = rows.joined().filter { $0 != " " }
  #expect(glued == text.filter { $0 != " " })
  let margin = min(6, width / 2, width - 2)
  #expect(rows.dropFirst().allSatisfy { $0.prefix { $0 == " " }.count == margin })
}
