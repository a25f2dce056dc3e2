import Diagnostics
import Testing

@Test(
  "a text takes as many columns as a terminal gives it",
  arguments: [
    ("", 0), ("abc", 3), ("衢州", 4), ("１２．３", 8), ("：，。", 6), ("é", 1), ("e\u{301}", 1),
    ("한국", 4), ("カタ", 4), ("ｶﾀ", 2), ("😀", 2), ("👩‍🔬", 2), ("🇨🇳", 2), ("❤️", 2), ("…", 1),
    ("–", 1),
    ("→", 1), ("²", 1), ("\u{200B}", 0), ("𠀀", 2), ("a\tb", 2),
    // A terminal shows a soft hyphen as a hyphen.
    ("\u{AD}", 1),
    ("“衢州”", 6), ("±", 1), ("×", 1), ("①", 1), ("—", 1), ("㎡", 2), ("　", 2),
    // Marks that combine: Vietnamese, Devanagari, Tamil, Thai, Hebrew, Arabic, kana.
    ("o\u{302}\u{301}", 1), ("नमस्ते", 4), ("கி", 2), ("กำ", 2), ("שָׁלוֹם", 4), ("السَّلَام", 6),
    ("か\u{3099}", 2), ("\u{301}", 0),
    // Korean in letters of its own.
    ("\u{1112}\u{1161}\u{11AB}\u{1100}\u{116E}\u{11A8}", 4),
    // Emoji: joined, of a skin, with and without selector, flags of regions, keys, newer than libc's.
    ("👨‍👩‍👧‍👦", 2), ("👩‍⚕️", 2), ("🏳️‍🌈", 2), ("👍🏽", 2), ("☝🏽", 2), ("❤", 1), ("☺️", 2), ("1️⃣", 2),
    ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 2), ("🇨🇳🇯🇵", 4), ("\u{1FAE9}", 2), ("\u{1FAC8}", 2), ("🏽", 2),
  ])
func width(text: String, columns: Int) {
  #expect(displayWidth(text) == columns)
}

@Test(
  "a text is cut to a width with an ellipsis, never through a wide character",
  arguments: [
    ("abcdef", 6, "abcdef"), ("abcdef", 5, "abcd…"), ("衢州智慧", 8, "衢州智慧"), ("衢州智慧", 7, "衢州智…"),
    ("衢州智慧", 6, "衢州…"), ("衢州", 1, "…"), ("衢州", 0, "…"), ("e\u{301}e\u{301}e", 2, "e\u{301}…"),
  ])
func cut(text: String, width: Int, expected: String) {
  #expect(truncated(text, to: width) == expected)
}

@Test(
  "characters that drive a terminal are written out",
  arguments: [
    ("plain 衢州", "plain 衢州"), ("\u{1B}[0m", "\\u{1b}[0m"), ("a\nb", "a\\u{a}b"),
    ("\u{7F}", "\\u{7f}"), ("\u{85}", "\\u{85}"), ("\u{202E}x", "\\u{202e}x"),
    ("\u{2066}x\u{2069}", "\\u{2066}x\\u{2069}"), ("\r\n", "\\u{d}\\u{a}"),
    ("a\u{2028}b\u{2029}", "a\\u{2028}b\\u{2029}"), ("\u{61C}x", "\\u{61c}x"),
    ("智\u{200B}慧", "智\\u{200b}慧"), ("\u{FEFF}a", "\\u{feff}a"), ("a\u{AD}b", "a\\u{ad}b"),
    ("a\u{2060}b\u{2064}", "a\\u{2060}b\\u{2064}"), ("a\u{E0001}", "a\\u{e0001}"),
    // Joiners and tags stay in what they make one character of, and nowhere else.
    ("👩‍💻", "👩‍💻"), ("👨‍👩‍👧‍👦 🏳️‍🌈 👩🏽‍⚕️", "👨‍👩‍👧‍👦 🏳️‍🌈 👩🏽‍⚕️"), ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🏴󠁧󠁢󠁥󠁮󠁧󠁿"),
    ("می\u{200C}خواهم", "می\u{200C}خواهم"), ("क्\u{200D}ष", "क्\u{200D}ष"),
    ("a\u{200D}b\u{200C}c", "a\\u{200d}b\\u{200c}c"), ("1\u{200D}2", "1\\u{200d}2"),
    ("园\u{200D}👩", "园\\u{200d}👩"), ("👩\u{200D}", "👩\\u{200d}"),
    ("a\u{E0067}", "a\\u{e0067}"),
    // Signs of Arabic numbers are seen.
    ("\u{600}12", "\u{600}12"),
  ])
func escaped(text: String, shown: String) {
  #expect(escapingControls(text) == shown)
}

@Test("no character that is not seen comes to a terminal by itself")
func unseen() {
  var count = 0
  for value in UInt32(0)...0x10FFFF {
    guard let scalar = Unicode.Scalar(value), scalar.properties.generalCategory == .format,
      displayWidth(scalar) == 0 || value == 0xAD
    else { continue }
    count += 1
    let shown = escapingControls("x" + String(Character(scalar)) + "y")
    #expect(shown == "x\\u{" + String(value, radix: 16) + "}y")
  }
  #expect(count > 130)
}

@Test("an ideograph is a character of Chinese words, and no punctuation")
func ideographs() {
  #expect("园区亩〇".unicodeScalars.map(\.isIdeograph) == [true, true, true, false])
  #expect("aé，。（Ａ１😀".unicodeScalars.allSatisfy { !$0.isIdeograph })
}
