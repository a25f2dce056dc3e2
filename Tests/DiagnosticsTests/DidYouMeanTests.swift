import Diagnostics
import Testing

private let words = ["area", "arrives", "attraction", "city", "complete", "cohort", "衢州智慧产业园"]

@Test(
  "a word is guessed within one edit for every three letters, never over three",
  arguments: [
    ("ara", ["area"]),  // one letter lost of three
    ("aera", ["area"]),  // two neighbours swapped
    ("Area", ["area"]),  // only the case differs
    ("ar", []),  // two letters lost of four
    ("ct", []),
    ("a", []),  // too short to guess
    ("arex", ["area"]),
    ("axex", []),  // two edits of four letters
    ("arivs", []),  // two edits of five letters
    ("arrvse", ["arrives"]),  // two edits of six letters
    ("complt", ["complete"]),
    ("attracshun", ["attraction"]),  // three edits of ten letters
    ("attrxcshun", []),  // four edits of ten letters
    ("衢州智慧产业区", ["衢州智慧产业园"]),
    ("comp", ["complete"]),  // its beginning
    ("衢州智慧", ["衢州智慧产业园"]),
    ("att", []),  // too short to be one
    ("", []),
  ])
func guesses(word: String, expected: [String]) {
  #expect(nearest(to: word, in: words) == expected)
}

@Test("the two nearest are named, in order, and each once")
func twoNearest() {
  #expect(nearest(to: "pat", in: ["pbt", "pct", "pat", "pdt", "pbt"]) == ["pbt", "pct"])
  #expect(
    didYouMean("pat", among: ["pct", "pbt"]) == ["did you mean `pbt` or `pct`?"])
  #expect(didYouMean("zzz", among: ["pct", "pbt"]).isEmpty)
}

@Test(
  "of a word of two letters, one letter may be lost of three or more",
  arguments: [
    ("tx", ["tax"]), ("mi", ["min"]), ("kk", []), ("xt", []), ("tn", []),
  ])
func shortWords(word: String, expected: [String]) {
  #expect(nearest(to: word, in: ["tax", "min", "k", "ha", "table"]) == expected)
}

@Test(
  "two ideographs are near what begins with them, else what has one of them changed",
  arguments: [
    ("三角", ["三角分布"]), ("机率", ["概率"]), ("均直", ["均值"]), ("率概", ["概率"]),
    ("离分", []),  // no beginning
    ("投资", ["投资强度", "投资强度下限"]),
    ("总税", ["总税收"]),
    ("总收", ["总税收"]),  // both of three, and one of 丰收
    ("角", []),  // too short to guess
    ("二期", []),  // what another is numbered by is no slip
    ("东区", []),
    ("下游", []),
    ("己区", []),
    ("地产", []),  // one of three words
  ])
func pairs(word: String, expected: [String]) {
  let known = [
    "三角分布", "离散分布", "概率", "均值", "总税收", "投资强度", "投资强度下限", "一期", "三期", "西区", "地价", "地方",
    "地段", "丰收", "上游", "戊区",
  ]
  #expect(nearest(to: word, in: known) == expected)
}

@Test("a nearer word hides a farther one")
func nearerFirst() {
  #expect(nearest(to: "productivty", in: ["productive", "productivity"]) == ["productivity"])
}

@Test("a word of more than 64 letters is not guessed at")
func longWords() {
  let long = String(repeating: "a", count: 65)
  #expect(nearest(to: long, in: [long + "b"]).isEmpty)
  #expect(nearest(to: String(long.dropFirst()), in: [long]) == [long])
}
