import Testing

/// Whoever types Chinese is answered with what may be typed in Chinese.
@Suite struct ChineseAnswerTests {
  private func talk(_ language: String = "zh") -> Conversation {
    let talk = Conversation()
    talk.say(
      "format language=\(language)", "scenario \"s\" start=2021 end=2025", "use china",
      "city longyou", "park east city=longyou area=10ha",
      "firm one park=east sector=toys arrives=2021 jobs=100")
    return talk
  }

  @Test(
    "lists of words are in Chinese where these have names",
    arguments: [
      ("设定 one 就业=随便(1, 2, 3)", ["`三角分布`", "`均匀分布`", "`最大值`", "`ramp`"]),
      ("优惠 a 园区=east 类型=补贴 税种=vat", ["`减免`", "`返还`", "`投资奖补`"]),
      ("表 税收 按=颜色", ["`企业`", "`行业`", "`政府层级`", "`辖区`", "`税种`"]), ("格式 语言=法文", ["`中文`", "`英文`"]),
      ("采用 火星", ["`中国`", "`德国`"]), ("列出 颜色", ["`企业`", "`税种`", "`准入条件`"]),
      ("准入条件 g 园区=east", ["行业范围", "能耗上限"]), ("设定 east 面积=3尺", ["`公顷`", "`亩`", "`个月`"]),
      ("引用 one \"x\" 颜色=1", ["核对日期", "网址"]),
      ("税种 水利 计税依据=output 税率=1% 中央=50% federal=50%", ["中央", "省级", "地方"]),
    ])
  func lists(statement: String, words: [String]) {
    let answer = talk().say(statement)
    for word in words { #expect(answer.contains(word), "\(answer)") }
  }

  @Test("whoever types English, or is answered in it, is told in English words")
  func english() {
    for (language, statement) in [
      ("zh", "set one jobs=anything(1, 2)"), ("en", "设定 one 就业=随便(1, 2)"),
    ] {
      let answer = talk(language).say(statement)
      #expect(answer.contains("`triangular`") && !answer.contains("三角"), "\(answer)")
    }
  }

  @Test(
    "a slip in Chinese is answered with what was meant",
    arguments: [
      ("设定 one 就业=三角(1, 2, 3)", "`三角分布`"), ("显示 机率(税收[2022] > 1万元)", "`概率`"),
      ("设定 east 面积=30公倾", "面积=30公顷`"), ("抽样 次数=一万", "`抽样 次数=1万`"),
      ("抽样 次数=两千", "`抽样 次数=2000`"), ("设定 east 面积=三十亩", "`30亩`"), ("设定 one 就业=三百五十", "`350`"),
      ("表 地方税受", "`地方税收`"), ("表 税赋", "是否指 `税收`？"), ("采用 中囯", "`采用 中国`"),
      ("清屏", "`帮助`"), ("显示 就业[2022] * 二", "`2`"), ("引用 china", "`采用 中国`"), ("引用 中国", "`采用 中国`"),
    ])
  func slips(statement: String, meant: String) {
    let answer = talk().say(statement)
    #expect(answer.contains(meant), "\(answer)")
  }

  @Test("where a thing is meant no number is proposed, and of two that are as near neither")
  func noGuess() {
    #expect(!talk().say("企业 two 园区=三百 行业=toys 入驻=2022 就业=10").contains("`300`"))
    let answer = talk().say("采用 美国")
    #expect(answer.contains("`中国`") && answer.contains("`德国`"), "\(answer)")
    #expect(!answer.contains("`采用"), "\(answer)")
  }

  @Test("what a library brings is listed by its Chinese title")
  func titles() {
    let talk = talk()
    let answer = talk.say("列出 行业")
    #expect(answer.contains("玩具及轻工组装") && answer.contains("toys"), "\(answer)")
    #expect(!answer.contains("Toys and light assembly"))
    #expect(talk.say("列出 企业").contains("企业"))
    #expect(!self.talk("en").say("list sector").contains("玩具"))
  }

  @Test("a number of draws in digits and 万 is read")
  func draws() {
    #expect(!talk().say("抽样 次数=1万").contains("错误"))
    #expect(talk().say("抽样 次数=10万") == talk().say("抽样 次数=100000"))
  }

  @Test("a date and a name may be added without blanks")
  func dates() {
    let (one, other) = (talk("en"), talk("en"))
    one.say("假设 推迟 = uniform(0y, 2y)", "设定 one 入驻=2022+推迟")
    other.say("假设 推迟 = uniform(0y, 2y)", "设定 one 入驻=2022 + 推迟")
    #expect(one.say("show one", "save -") == other.say("show one", "save -"))
    #expect(one.say("save -").contains("arrives=2022 + 推迟"))
  }
}
