import Diagnostics
import Foundation
import Language
import Testing

@testable import ParkModel
@testable import Shell

/// The first minutes: the banner, `demo`, `new` and `tour`.
@Suite struct FirstStepsTests {
  // MARK: The banner

  @Test("the first screen says four lines that work, in the language of the session")
  func banner() {
    for isChinese in [false, true] {
      let talk = Conversation(width: 80)
      if isChinese { talk.beginInChinese() }
      let rows = talk.banner().split(separator: "\n")
      #expect(rows.count == 5)
      let words = rows.dropFirst().map { $0.split(separator: " ")[0] }
      #expect(
        words == (isChinese ? ["演示", "教程", "新建", "帮助"] : ["demo", "tour", "new", "help"]))
      for word in words {
        let other = Conversation()
        let answer = other.say(String(word))
        #expect(!answer.contains("error["), "\(word): \(answer)")
      }
    }
  }

  @Test("the first screen fits narrow terminals", arguments: [40, 30])
  func narrow(_ width: Int) {
    for isChinese in [false, true] {
      let talk = Conversation(width: width)
      if isChinese { talk.beginInChinese() }
      for row in talk.banner().split(separator: "\n") {
        #expect(displayWidth(String(row)) <= width, "\(row)")
      }
    }
  }

  // MARK: demo

  @Test("what `demo` loads is the study of Scenarios, statement by statement")
  func study() throws {
    let study = try Scripts.text("Scenarios/quzhou-smart-industry-park.park")
    let text = try #require(study.components(separatedBy: "\n# 7. Results").first)
    #expect(text != study)
    func statements(_ text: String) -> [String] {
      Script(SourceText(name: "", text: text)).statements.map { statement in
        statement.tokens.map { $0.text(in: statement.source) }.joined(separator: " ")
      }
    }
    #expect(
      statements(String(decoding: Demo.script, as: UTF8.self)) == statements(text))
  }

  @Test("each change that `demo` proposes works and changes the figures", arguments: [false, true])
  func proposals(_ isChinese: Bool) throws {
    let talk = Conversation()
    if isChinese { talk.beginInChinese() }
    let answer = talk.say("demo")
    let lines = answer.matches(of: #/(?m)^`([^`]+)`[:：]/#).map { String($0.1) }
    #expect(lines.count == 3)
    for line in lines {
      let changed = talk.say(line)
      #expect(!changed.contains("["), "\(changed)")
      #expect(changed.contains(isChinese ? "（" : "("), "\(line) changes nothing: \(changed)")
      #expect(!talk.say("undo").contains("["))
    }
  }

  @Test("`demo` puts away what was there, and `undo` brings it back")
  func over() {
    let talk = Conversation()
    talk.say("city a", "branch b", "park p area=1ha")
    let before = talk.session.scenario.script
    #expect(talk.say("demo").contains("What was here is put away; `undo` brings it back."))
    #expect(talk.session.scenario.script.contains("park smart"))
    talk.say("undo")
    #expect(talk.session.scenario.script == before)
    #expect(talk.session.branch == "b")
  }

  @Test("`demo` is recorded as it was typed, and works in a script")
  func script() {
    let talk = Conversation(files: ["a.park": "demo\nset tenants firms=240\nprint jobs[2035]\n"])
    #expect(talk.run("a.park").contains("jobs"))
    #expect(talk.exit == .done)
  }

  // MARK: new

  @Test("five empty answers make a park that runs", arguments: [false, true])
  func defaults(_ isChinese: Bool) {
    let talk = Conversation()
    if isChinese { talk.beginInChinese() }
    let answer = talk.say("new", "", "", "", "", "", "table jobs")
    #expect(!answer.contains("["), "\(answer)")
    let script = talk.session.scenario.script
    #expect(script.contains(isChinese ? "firm 玩具厂 park=江滨产业园" : "firm first-plant"), "\(script)")
    #expect(answer.contains(isChinese ? "> 企业 玩具厂 园区=江滨产业园 行业=toys" : "> firm first-plant"))
    let jobs = talk.say("print jobs[2035]")
    #expect(jobs.contains("250.8"), "\(jobs)")
  }

  @Test("wrong answers are said and asked again, and change nothing")
  func wrong() {
    let talk = Conversation()
    let answer = talk.say(
      "new", "soon", "2035..2026", "2026..2027..2028", "2026..2035", "chin", "", "衢州, 5ha",
      "衢州, 2125亿元", "River, 6 # x", "River", "River, 600yuan", "River, ten", "River, 600亩",
      "Plant, tois, 5",
      "Plant, toys, dear", "Plant, toys", "Plant, toys, 80亩")
    for said in [
      "`soon` names no first and last year", "did you mean `china`?",
      "how large `River` is, is missing", "this is no number with a unit",
      "`area` is an area, but `600 yuan` is money", "did you mean `toys`?",
      "`dear` is neither a number of jobs nor an area", "a name, a kind and a size belong here",
    ] {
      #expect(answer.contains(said), "\(said): \(answer)")
    }
    #expect(answer.contains("firm plant \"Plant\" park=river sector=toys arrives=2027 land=80亩"))
    // No end of the questions, and so nothing of them.
    let other = Conversation()
    other.say("new", "", "", "", "", "Plant, tois, 5")
    #expect(other.session.scenario.isEmpty)
  }

  @Test("words of the language and names that are there take a number", arguments: [false, true])
  func names(_ isChinese: Bool) {
    let talk = Conversation()
    if isChinese { talk.beginInChinese() }
    talk.say("new", "", "", "园区", "Park, 10ha", "park-1, toys, 10")
    let names = talk.session.scenario.all.filter { $0.library == nil }.map(\.name)
    #expect(names == ["园区-1", "park-1", isChinese ? "一期" : "phase-1", "park-1-1"])
  }

  @Test(
    "a city's product is money of a year, however that is written",
    arguments: ["2125.2亿元", "2125.2亿元/年", "212.52bn yuan/year", "212.52bn", "2,125.2亿"])
  func product(_ gdp: String) {
    let talk = Conversation()
    talk.say("new", "", "", "Quzhou, \(gdp)", "", "")
    let answer = talk.say("print quzhou.gdp in 亿元/year")
    #expect(answer.hasPrefix("2,125.2"), "\(answer)")
  }

  @Test("leaving changes nothing", arguments: ["quit", "退出"])
  func leaving(_ word: String) {
    let talk = Conversation()
    let answer = talk.say("new", "", "", word, "list")
    #expect(answer.contains("left: nothing is changed"))
    #expect(answer.contains("nothing is declared"))
  }

  @Test("over something that is there, all of it is taken back together")
  func newOver() {
    let talk = Conversation()
    talk.say("city a")
    let before = talk.session.scenario.script
    let answer = talk.say("new", "", "", "", "", "")
    #expect(answer.contains("remove --all"))
    talk.say(answer.matches(of: #/`(undo \d+)`/#).last.map { String($0.1) } ?? "-")
    #expect(talk.session.scenario.script == before)
  }

  @Test("in a script nobody is asked", arguments: ["new", "tour"])
  func scripts(_ command: String) {
    let talk = Conversation(files: ["a.park": "\(command)\n"])
    #expect(talk.run("a.park").contains("error[needs-terminal]"))
    #expect(talk.exit == .usage)
  }

  // MARK: tour

  /// The statements of a page, in their order.
  private static func statements(of page: String) throws -> [String] {
    Document.conversations(in: try Scripts.text(page)).flatMap { Transcript($0).lines }
  }

  /// A page's sentences in one line, without what marks them in bold.
  private static func plain(_ text: String) -> String {
    let words = text.replacing("*", with: "").split { $0.isWhitespace }
    return words.joined(separator: " ").replacing(#/([\u{3000}-\u{FFEF}]) /#) { "\($0.1)" }
      .replacing(#/ ([\u{3000}-\u{FFEF}])/#) { "\($0.1)" }
  }

  @Test("the tour is what the tutorial types and says", arguments: [false, true])
  func tutorial(_ isChinese: Bool) throws {
    let page = isChinese ? "Docs/Tutorial.zh.md" : "Docs/Tutorial.md"
    var typed = try FirstStepsTests.statements(of: page)[...]
    let text = try Scripts.text(page)
    let plain = FirstStepsTests.plain(text)
    for (chapter, step) in Tour.steps {
      let statement = isChinese ? step.chinese : step.statement
      let index = typed.firstIndex(of: statement)
      #expect(index != nil, "\(page) does not type \(statement) here")
      typed = typed[(index.map { $0 + 1 } ?? typed.startIndex)...]
      var reason = FirstStepsTests.plain(isChinese ? step.reason.chinese : step.reason.english)
      if let last = reason.last, ".。:：".contains(last) { reason.removeLast() }
      #expect(plain.contains(reason), "\(page) does not say: \(reason)")
      let title = isChinese ? chapter.title.chinese : chapter.title.english
      #expect(text.contains(#/\n## \d+\. /#) && text.contains(". \(title)\n"), "\(title)")
    }
  }

  @Test("who types every statement gets to the end", arguments: [false, true])
  func through(_ isChinese: Bool) {
    let talk = Conversation()
    if isChinese { talk.beginInChinese() }
    talk.say("tour")
    for (index, entry) in Tour.steps.enumerated() {
      #expect(talk.session.tour?.index == index)
      let answer = talk.say(isChinese ? entry.step.chinese : entry.step.statement)
      #expect(!answer.contains("error["), "\(answer)")
    }
    #expect(talk.session.tour == nil)
  }

  @Test("who leaves every step to the shell gets to the end, too")
  func skipped() {
    let talk = Conversation()
    talk.say("tour")
    for index in Tour.steps.indices {
      #expect(talk.session.tour?.index == index)
      let answer = talk.say("tour skip")
      #expect(!answer.contains("error["), "\(answer)")
    }
    #expect(talk.session.tour == nil)
    #expect(talk.session.scenario.script.contains("rail fast-line"))
  }

  @Test("the same meant otherwise counts: other units, order, title, language")
  func otherwise() {
    let talk = Conversation()
    talk.say("tour")
    let lines = [
      "情景 结束=2035 开始=2024", "采用 中国", "city quzhou gdp=212.52bn yuan/year",
      "园区 river 面积=40公顷 城市=quzhou",
    ]
    for (index, line) in lines.enumerated() {
      talk.say(line)
      #expect(talk.session.tour?.index == index + 1, "\(line)")
    }
  }

  @Test("what is different is said, with what mends it")
  func different() {
    let talk = Conversation()
    talk.say("tour", "scenario start=2024 end=2035", "use china")
    #expect(talk.say("city quzho gdp=2125.20亿元/year").contains("`rename quzho quzhou`"))
    talk.say("rename quzho quzhou")
    #expect(talk.session.tour?.index == 3)
    let answer = talk.say("park river city=quzhou area=500亩")
    #expect(answer.contains("asks for `area=600亩`, and here is `area=500亩`"), "\(answer)")
    #expect(answer.contains("`set river area=600亩`"))
    talk.say("set river area=600亩")
    #expect(talk.session.tour?.index == 4)
    // What fails is said as ever, and the step again.
    let error = talk.say("phase p1 park=river area=240yuan")
    #expect(error.contains("error[wrong-dimension]") && error.contains("Step 5 waits for:"))
    // Looking around moves nothing.
    talk.say("table tax")
    #expect(talk.session.tour?.index == 4)
  }

  @Test("a question counts where it has the same answer")
  func questions() {
    let talk = Conversation()
    talk.say("tour")
    while talk.session.tour?.index ?? 99 < 11 { talk.say("tour skip") }
    #expect(talk.say("table jobs").contains("That asks for something else."))
    talk.say("表")
    #expect(talk.session.tour?.index == 12)
    talk.say("表 tax 每隔=3年 年份=2026..2035 by=税种")
    #expect(talk.session.tour?.index == 13)
  }

  @Test("a tour is stopped, goes on, back and to a step")
  func moving() {
    let talk = Conversation()
    #expect(talk.say("tour back").contains("error[no-tour]"))
    talk.say("tour", "tour stop", "scenario start=2024 end=2035")
    #expect(talk.session.tour?.index == 0)
    #expect(talk.say("tour").contains("— Step 1 of 33: Start"))
    #expect(talk.say("tour back").contains("this is the first step"))
    #expect(talk.say("tour 3").contains("city quzhou"))
    #expect(talk.say("tour back").contains("use china"))
    for wrong in [
      "tour 0", "tour 34", "tour 99999999999999999999", "tour x", "tour 1 2", "tour -1",
    ] {
      #expect(talk.say(wrong).contains("error[syntax]"), "\(wrong)")
    }
  }

  @Test("a tour begins with nothing declared")
  func notEmpty() {
    let talk = Conversation()
    let answer = talk.say("city a", "tour")
    #expect(answer.contains("error[not-empty]"))
    #expect(talk.say("remove --all", "tour").contains("— Step 1 of 33: Start"))
  }
}
