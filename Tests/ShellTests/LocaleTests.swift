import Diagnostics
import Testing

@testable import Shell

/// The language that a conversation begins in: what the locale says, and what wins over it
/// (Docs/Decisions/0166).
@Suite struct LocaleTests {
  private static let installed: Set = ["zh_CN.UTF-8", "zh_TW.UTF-8", "zh_CN", "en_US.UTF-8", "C"]

  private func isChinese(_ variables: [String: String]) -> Bool {
    StartingLocale.isChinese({ variables[$0] }, isInstalled: LocaleTests.installed.contains)
  }

  @Test(
    "a locale of Chinese is one of zh_*, by the first variable that says something",
    arguments: [
      ["LANG": "zh_CN.UTF-8"], ["LC_ALL": "zh_CN.UTF-8", "LANG": "en_US.UTF-8"],
      ["LC_MESSAGES": "zh_CN", "LANG": "C"], ["LC_ALL": "", "LANG": "zh_TW.UTF-8"],
    ])
  func chinese(_ variables: [String: String]) { #expect(isChinese(variables)) }

  @Test(
    "anything else stays English",
    arguments: [
      [:], ["LANG": "C"], ["LANG": "POSIX"], ["LANG": "en_US.UTF-8"], ["LANG": "zh"],
      ["LANG": "zhu_XX"], ["LC_ALL": "C", "LANG": "zh_CN.UTF-8"],
      ["LC_MESSAGES": "en_US.UTF-8", "LANG": "zh_CN.UTF-8"], ["LC_CTYPE": "zh_CN.UTF-8"],
      // Not installed, or a path.
      ["LANG": "zh_SG.UTF-8"], ["LANG": "zh_../../etc"],
    ])
  func english(_ variables: [String: String]) { #expect(!isChinese(variables)) }

  @Test("the prompt answers in the language of the locale, and says in both how to change it")
  func prompt() throws {
    let talk = Conversation()
    let notice = try #require(talk.beginInChinese())
    #expect(notice.contains("`format language=en` 改为英文"))
    #expect(notice.contains("`format language=en` changes that"))
    #expect(talk.say("pakr p").contains("没有名为 `pakr` 的命令或类别"))
    talk.say("format language=en")
    #expect(talk.say("pakr p").contains("there is no command or kind `pakr`"))
  }

  @Test("what a script says of the language wins over the locale, and nothing is said of it")
  func script() {
    let talk = Conversation(files: [
      "study.park": "scenario \"s\" start=2020 end=2030\nformat language=en\n"
    ])
    talk.run("study.park")
    #expect(talk.beginInChinese() == nil)
    #expect(talk.say("pakr p").contains("there is no command or kind `pakr`"))
  }

  @Test("scripts are answered in English before, whatever the conversation begins in")
  func before() {
    let talk = Conversation(
      files: ["study.park": "scenario \"s\" start=2020 end=2022\ncheck\n"])
    #expect(talk.run("study.park").contains("the scenario is consistent"))
    talk.beginInChinese()
    #expect(talk.say("check").contains("情景前后一致"))
  }

  @Test("what a script writes is the same behind a Chinese locale")
  func files() {
    func written(_ isChinese: Bool) -> String? {
      let talk = Conversation()
      if isChinese { talk.beginInChinese() }
      talk.say(
        "scenario \"s\" start=2020 end=2022", "use china", "city c gdp=100bn",
        "park p city=c area=1ha",
        "phase a park=p area=1ha", "firm f park=p sector=toys arrives=2020 jobs=10",
        "export f.csv tax, jobs", "save s.park")
      return (talk.file("f.csv") ?? "-") + (talk.file("s.park") ?? "-")
    }
    #expect(written(false)?.contains("2021") == true)
    #expect(written(false) == written(true))
  }
}
