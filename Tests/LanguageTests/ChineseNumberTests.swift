import Language
import Testing

/// Whole numbers in Chinese numerals.
@Suite struct ChineseNumberTests {
  @Test(
    "what is said is a number",
    arguments: [
      ("零", 0), ("五", 5), ("十", 10), ("十五", 15), ("二十", 20), ("三百五十", 350), ("两千", 2000),
      ("一千零五", 1005), ("一百一十", 110), ("一万", 10_000), ("十万", 100_000), ("一万二千", 12_000),
      ("一万零二百", 10_200), ("两千三百万", 23_000_000), ("三亿", 300_000_000), ("一亿二千万", 120_000_000),
      ("一亿零五", 100_000_005), ("一亿二万", 100_020_000),
      // One numeral alone is of the next smaller scale.
      ("三百五", 350), ("两千五", 2500), ("一万二", 12_000), ("一亿二", 120_000_000), ("一万零二", 10_002),
      ("一千零五十", 1050), ("一万零五十五", 10_055),
    ])
  func numbers(text: String, value: Int) { #expect(ChineseNumber.value(text) == value) }

  @Test(
    "other words are none",
    arguments: ["", "万", "百", "一二", "玩具", "一万亿", "十万元", "万一", "1万", "一亿二千", "二十三百", "一千二千", "零十"])
  func words(text: String) { #expect(ChineseNumber.value(text) == nil) }

  @Test(
    "it is proposed as it is typed",
    arguments: [
      ("一万", "1万"), ("十万", "10万"), ("两千", "2000"), ("一万二千", "12000"), ("三亿", "3亿"), ("五", "5"),
    ])
  func typed(text: String, digits: String) { #expect(ChineseNumber.typed(text) == digits) }

  @Test(
    "a unit behind it stays",
    arguments: [
      ("三十亩", "30亩"), ("三亿元", "3亿元"), ("两千万元/年", "2000万元/年"), ("两百人", "200人"), ("三期", nil),
      ("十五", "15"), ("玩具", nil),
      ("万元", nil), ("三1", nil),
      ("", nil),
    ])
  func amounts(text: String, digits: String?) { #expect(ChineseNumber.amount(text) == digits) }

  @Test("a share is one in percent")
  func shares() {
    #expect(ChineseNumber.percent("百分之八") == "8%")
    #expect(ChineseNumber.percent("百分之二十五") == "25%")
    #expect(ChineseNumber.percent("百分之2.5") == "2.5%")
    for text in ["八成", "百分之nan", "百分之inf", "百分之0x10", "百分之-8"] {
      #expect(ChineseNumber.percent(text) == nil)
    }
  }
}
