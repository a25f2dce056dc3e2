import Testing

@testable import Diagnostics

/// Sentences and amounts that come as text, in another language.
@Suite struct KeptSentenceTests {
  private let wording = Wording(
    name: "zh",
    sentences: [
      "the shares of `{}` add up to {} %, not 100 %": "`{1}` 的份额之和为 {2} %，而不是 100 %",
      "{}: {}": "{1}：{2}", "{} has no value": "{1} 没有数值",
      "in one of its periods, {}": "某一期间，{1}", "{} mistake(s) of {}": "{2} 的 {1} 处错误",
      "it was {}": "为{1}", "no land is free of {}": "{1} 没有土地",
    ],
    words: ["there is no tax": "没有税收"])

  @Test(
    "a sentence that was kept as text is found again by what it says",
    arguments: [
      ("the shares of `surtax` add up to 90 %, not 100 %", "`surtax` 的份额之和为 90 %，而不是 100 %"),
      ("in one of its periods, there is no tax", "某一期间，没有税收"),
      ("in one of its periods, no land is free of `p`", "某一期间，`p` 没有土地"),
      ("1 mistake of a", "a 的 1 处错误"), ("3 mistakes of a", "a 的 3 处错误"),
      ("there is no tax", "没有税收"),
    ])
  func reread(_ english: String, _ chinese: String) {
    #expect(wording.text(Sentence(said: english)) == chinese)
    let sentence: Sentence = "it was \(said: english)"
    #expect(wording.text(sentence) == (chinese.hasPrefix("`") ? "为 " : "为") + chinese)
    #expect(sentence.text == "it was " + english)
  }

  @Test(
    "what nobody says stays as it is",
    arguments: ["", "anything", "the shares of", "add up to 90 %, not 100 %", "`a`: b"])
  func unknown(_ text: String) { #expect(wording.text(Sentence(said: text)) == text) }

  @Test(
    "an amount of money is in 万 and 亿, digit for digit",
    arguments: [
      ("280M yuan", "2.8亿元"), ("62.12bn yuan", "621.2亿元"), ("4,700bn yuan", "47,000亿元"),
      ("1.5M yuan", "150万元"), ("255,000 yuan", "25.5万元"), ("9,999 yuan", "9,999元"),
      ("-0.5M yuan", "-50万元"), ("0 yuan", "0元"), ("12k yuan", "1.2万元"), ("2tn yuan", "20,000亿元"),
      ("0.00 yuan", "0元"),
    ])
  func amounts(_ english: String, _ chinese: String) {
    #expect(wording.amount(english) == chinese)
    let sentence: Sentence = "it was \(english)"
    #expect(wording.text(sentence) == "为" + chinese)
  }

  @Test(
    "what is no amount is none",
    arguments: ["yuan", " yuan", "M yuan", "1.2.3 yuan", "a yuan", "1 EUR"])
  func others(_ text: String) { #expect(wording.amount(text) == nil) }
}
