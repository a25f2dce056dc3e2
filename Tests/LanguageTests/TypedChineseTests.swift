import Diagnostics
import Quantities
import Testing

@testable import Language

/// Words of the language typed in Chinese.
@Suite struct TypedChineseTests {
  private func words(_ text: String) -> [String] {
    let source = SourceText(name: "t", text: text)
    return Lexer.tokens(of: source).tokens.filter { $0.kind != .end }
      .map { $0.text(in: source) }
  }

  @Test(
    "a statement in Chinese is the same tokens as in English",
    arguments: [
      ("表 税收, 就业 年份=2025..2030", "table tax, jobs years=2025..2030"),
      ("园区 smart 城市=quzhou 面积=41.5公顷", "park smart city=quzhou area=41.5公顷"),
      ("显示 地方税收[2030]/地方净收益", "print tax.local[2030]/net_local"),
      ("企业 f 园区=p 地方税收=700万元 税收=1亿元", "firm f park=p local_tax=700万元 total_tax=1亿元"),
      ("断言 税收==地方税收", "expect tax==tax.local"),
      ("企业群 t 开始=2026年 结束=2030年", "cohort t from=2026年 until=2030年"),
      ("分期 t 开始=2026年 建成=2030年", "phase t start=2026年 complete=2030年"),
      ("表 税收; 抽样 次数=500", "table tax ; ensemble draws=500"),
      ("显示 净现值(地方净收益) # 税收", "print npv(net_local) # 税收"),
      ("扫描 f.就业=1..3 税收", "sweep f.jobs=1..3 tax"), ("显示 扫描", "print 扫描"),
      ("画图 税收 按=行业 图形=面积图", "plot tax by=sector kind=areas"),
    ])
  func tokens(chinese: String, english: String) {
    #expect(words(chinese).filter { $0 != ";" } == words(english).filter { $0 != ";" })
  }

  @Test("of what a word is called in Chinese, what reads back as it at a place")
  func readable() {
    #expect(TypedChinese.names(of: "tax").contains("税"))
    #expect(TypedChinese.readable("tax", at: .other) == ["税收", "税种"])
    #expect(TypedChinese.readable("tax", at: .beginning) == ["税种", "税", "税收"])
    #expect(TypedChinese.readable("tax", at: .attribute(of: "incentive")) == ["税种"])
    #expect(TypedChinese.readable("from", at: .attribute(of: "boost")).first == "开始")
    #expect(TypedChinese.readable("from", at: .attribute(of: "rail")).first == "起点")
    #expect(TypedChinese.readable("toys", at: .other).isEmpty)
  }

  @Test("names, titles and numbers stay as they are typed")
  func kept() {
    #expect(words("企业 玩具厂 \"税收\" 就业=350个") == ["firm", "玩具厂", "\"税收\"", "jobs", "=", "350", "个"])
    #expect(words("园区-1 税收率 地方 税收") == ["园区-1", "税收率", "地方", "tax"])
  }

  @Test("places are those of what was typed")
  func places() {
    let source = SourceText(name: "t", text: "表 地方税收[2030]")
    let tokens = Lexer.tokens(of: source).tokens
    #expect(tokens.prefix(4).map { $0.written(in: source) } == ["表", "地方税收", "地方税收", "地方税收"])
    #expect(tokens[4].isMark("["))
  }

  @Test("what attributes and choices are called may be the user's own elsewhere")
  func free() {
    #expect(words("假设 税率=5%") == ["assume", "税率", "=", "5", "%"])
    #expect(words("设定 税率=5%") == ["set", "税率", "=", "5", "%"])
    #expect(words("设定 税甲 税率=税率*2") == ["set", "税甲", "rate", "=", "税率", "*", "2"])
    #expect(words("优惠 返还 类型=返还") == ["incentive", "返还", "type", "=", "rebate"])
    #expect(words("查看 f 面积") == ["show", "f", "area"])
    #expect(words("显示 f.面积 * 面积") == ["print", "f", ".", "area", "*", "面积"])
  }

  @Test("an error shows what was typed")
  func shown() {
    let statement = Script(SourceText(name: "t", text: "表 税收")).statements[0]
    var reader = ArgumentReader(statement)
    #expect(reader.word()?.text == "table")
    let problem = #expect(throws: Diagnostic.self) { try reader.end() }
    #expect(problem?.message.contains("`税收`") == true)
  }

  @Test("a word stands for one thing at its place, and is neither a unit nor a magnitude")
  func unambiguous() {
    for (area, rows) in TypedChinese.words {
      var meant: [String: String] = [:]
      for (english, chinese) in rows {
        #expect(!chinese.isEmpty, "\(english)")
        for word in chinese {
          #expect(meant[word] == nil, "\(area): \(word) is \(meant[word] ?? "") and \(english)")
          meant[word] = english
          #expect(UnitTable.unit(named: word) == nil, "\(word)")
          let place: TypedChinese.Place =
            switch area {
            case "kinds", "commands": .beginning
            case "attributes": .attribute(of: "")
            case "choices": .choice
            default: .other
            }
          #expect(TypedChinese.english(word, at: place) == english, "\(area): \(word)")
        }
      }
    }
  }

  @Test("laid out in Chinese and back it is the same script")
  func layout() throws {
    let english = "park smart city=q area=41.5ha\nprint tax.local[2030] + smart.area in 万元\n"
    let chinese = "园区 smart 城市=q 面积=41.5ha\n显示 地方税收[2030] + smart.面积 in 万元\n"
    #expect(try laidOut(english, inChinese: true) == chinese)
    #expect(try laidOut(chinese, inChinese: false) == english)
    #expect(try laidOut(chinese) == chinese)
    #expect(
      try laidOut("园区 a area=1ha\nfirm f park=a 就业=5\n") == "园区 a 面积=1ha\nfirm f park=a jobs=5\n")
    // A name of the user's own is none of ours.
    let named = "assume growth = 5%\nfirm f park=a growth=growth\n"
    #expect(try laidOut(named, inChinese: true) == "假设 growth = 5%\n企业 f 园区=a 增长率=growth\n")
  }

  private func laidOut(_ text: String, inChinese: Bool? = nil) throws -> String {
    let source = SourceText(name: "t", text: text)
    let definitions: Set = ["assume"]
    let outcome = ScriptFormatter.format(source, inChinese: inChinese) { word, _ in
      word == "print"
        ? .expressions
        : definitions.contains(word) ? .definition : .declaration(named: true)
    }
    switch outcome {
    case .text(let text): return text
    case .problems(let problems): throw problems[0]
    }
  }
}
