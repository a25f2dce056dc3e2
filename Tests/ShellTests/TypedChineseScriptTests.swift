import Diagnostics
import Language
import ParkModel
import Simulation
import Testing

@testable import Shell

/// Scripts and statements typed in Chinese.
@Suite struct TypedChineseScriptTests {
  @Test(
    "every command, kind, attribute, metric and choice that has a name of words has one in Chinese")
  func complete() {
    var missing: [String] = []
    func look(_ word: String) {
      if TypedChinese.names(of: word).isEmpty { missing.append(word) }
    }
    for row in CommandTable.rows {
      look(row.name)
      for attribute in row.signature.attributes { look(attribute.name) }
    }
    for kind in EntityKind.allCases {
      look(kind.rawValue)
      for row in kind.row.attributes { look(row.name) }
    }
    for row in MetricTable.rows { look(row.name) }
    #expect(missing.isEmpty, "\(Set(missing).sorted())")
  }

  @Test("what the headings of tables call a metric may be typed")
  func headings() {
    let levels = Levels.known.first { $0.names == Levels.standard.names } ?? .standard
    for row in MetricTable.rows(of: levels) {
      let talk = Conversation()
      talk.say("scenario \"s\" start=2020 end=2021", "use china", "city q gdp=1bn yuan/year")
      talk.say("park p city=q")
      #expect(TypedChinese.names(of: row.name).contains(row.chinese), "\(row.name): \(row.chinese)")
      #expect(
        talk.say("显示 \(row.chinese)[2020]") == talk.say("print \(row.name)[2020]"), "\(row.name)")
    }
  }

  @Test(
    "what was answered with its English is taken now",
    arguments: [
      ("删除 one", "remove one"), ("输出 output[2024]", "print output[2024]"),
      ("场景 \"衢州东\" 开始=2025 结束=2035", "scenario \"衢州东\" start=2025 end=2035"),
      ("城市 衢州", "city 衢州"), ("园区 东区 城市=longyou 面积=600亩", "park 东区 city=longyou area=600亩"),
      (
        "firm 光电 园区=east 行业=gears 就业=350 落户=2022",
        "firm 光电 park=east sector=gears jobs=350 arrives=2022"
      ),
      (
        "地块 一期 园区=east 面积=5公顷 投资=5亿元 开工=2021 竣工=2022",
        "phase 一期 park=east area=5公顷 investment=5亿元 start=2021 complete=2022"
      ),
      ("公司 高铁 园区=east 行业=gears 就业=3 到达=2022", "firm 高铁 park=east sector=gears jobs=3 arrives=2022"),
      ("打印 产值", "print output"), ("print 就业人数[2024]", "print jobs[2024]"),
      ("表格 就业, 产值", "table jobs, output"), ("比较 main late", "compare main late"),
      ("解释 产值[2024]", "explain output[2024]"), ("use 中国", "use china"),
      ("help 城市", "help city"), ("帮助 扫描", "help sweep"), ("帮助 高铁", "help rail"),
      ("help 税收返还", "help rebates"),
      ("评估 产值", "appraise output"),
    ])
  func taken(chinese: String, english: String) {
    let stage = [
      "scenario \"Slips\" start=2021 end=2025", "city longyou", "park east city=longyou area=10ha",
      "sector gears jobs_per_area=100/ha output_per_job=80万元/year",
      "firm one park=east sector=gears arrives=2021 jobs=100", "branch late", "switch main",
    ]
    let (own, other) = (Conversation(), Conversation())
    // What begins a study needs an empty stage.
    if !english.hasPrefix("scenario") {
      own.say(stage)
      other.say(stage)
    }
    #expect(own.say(chinese) == other.say(english))
    #expect(own.say("list", "table tax, jobs") == other.say("list", "table tax, jobs"))
  }

  private let chinese = [
    "情景 \"龙游\" 开始=2026年 结束=2030年", "采用 中国", "城市 longyou 生产总值=300亿元/年",
    "园区 valley \"山谷\" 城市=longyou 面积=300亩", "企业 plant \"玩具厂\" 园区=valley 行业=toys 入驻=2026年 就业=350",
    "假设 growth-of-jobs = 3%", "设定 plant 就业增长率=growth-of-jobs",
  ]
  private let english = [
    "scenario \"龙游\" start=2026年 end=2030年", "use china", "city longyou gdp=300亿元/年",
    "park valley \"山谷\" city=longyou area=300亩",
    "firm plant \"玩具厂\" park=valley sector=toys arrives=2026年 jobs=350",
    "assume growth-of-jobs = 3%", "set plant job_growth=growth-of-jobs",
  ]

  @Test("a scenario typed in Chinese is the same scenario, and is saved as it was typed")
  func saved() {
    let (own, other) = (Conversation(), Conversation())
    for line in chinese { #expect(!own.say(line).contains("error"), "\(line)") }
    for line in english { other.say(line) }
    #expect(own.say("表 税收, 就业") == other.say("table tax, jobs"))
    own.say("保存 a.park")
    other.say("save b.park")
    let text = own.file("a.park") ?? ""
    #expect(text.hasPrefix("情景 \"龙游\" 开始=2026年 结束=2030年\n采用 中国\n"), "\(text)")
    #expect(text.contains("企业 plant \"玩具厂\" 园区=valley 行业=toys"), "\(text)")
    #expect(other.file("b.park")?.contains("firm plant") == true)
    let again = Conversation(files: ["a.park": text])
    again.say("打开 a.park")
    #expect(again.say("表 税收") == own.say("table tax"))
    again.say("保存 b.park")
    #expect(again.file("b.park") == text)
  }

  @Test("all scenarios of the repository laid out in Chinese and back are as they were")
  func scenarios() throws {
    for (name, text) in try Scripts.all() where name.hasSuffix(".park") {
      func laidOut(_ text: String, _ inChinese: Bool?) -> String {
        let source = SourceText(name: name, text: text)
        guard
          case .text(let text) = ScriptFormatter.format(
            source, inChinese: inChinese, shapes: Interpreter.shape)
        else { return "" }
        return text
      }
      let plain = laidOut(text, nil)
      guard !plain.isEmpty else { continue }
      let chinese = laidOut(plain, true)
      #expect(chinese.contains("园区 ") || !plain.contains("park "), "\(name)")
      #expect(laidOut(chinese, false) == laidOut(plain, false), "\(name)")
    }
  }

  @Test("errors show what was typed, and a word of the language names nothing")
  func errors() {
    let talk = Conversation()
    talk.say("情景 \"a\" 开始=2026年 结束=2030年")
    let taken = talk.say("企业 税收 园区=smart")
    #expect(taken.contains("`税收` cannot be a name: it stands for `tax` here"), "\(taken)")
    #expect(!talk.say("假设 税率 = 5%").contains("error"))
    #expect(talk.say("帮助 表") == talk.say("help table"))
  }

  @Test("Tab offers words in Chinese where they begin so")
  func completion() {
    let talk = Conversation()
    talk.say("scenario \"a\" start=2020 end=2021", "city q", "park p city=q")
    func offered(_ text: String) -> [String] {
      Completion.suggestions(for: text, in: talk.session).suggestions.map(\.text)
    }
    #expect(offered("园").contains("园区"))
    #expect(offered("表 地方税").contains("地方税收"))
    #expect(offered("园区 b 面").contains("面积"))
    #expect(offered("表 税收 年").contains("年份"))
  }
}
