import Diagnostics
import Foundation
import Testing

/// `report FILE.html`: the page about a scenario.
@Suite struct ReportTests {
  private func conversation(_ more: String...) -> Conversation {
    let conversation = Conversation(files: ["stage.park": CommandTests.stage])
    conversation.run("stage.park")
    for line in more { conversation.say(line) }
    return conversation
  }

  private func page(_ statement: String, _ conversation: Conversation) -> String {
    let answer = conversation.say(statement)
    #expect(answer.contains("wrote a report to "), "\(answer)")
    return conversation.file("a.html") ?? ""
  }

  @Test("it has every part, and each says by which statement its figures are answered")
  func parts() {
    let text = page("report a.html", conversation())
    for heading in [
      "Year by year", "Tax by level of government", "What it is worth", "When things come",
      "Who pays and who receives", "Assumptions and their sources", "Events",
      "Where this comes from",
    ] {
      #expect(text.contains(">\(heading)</h2>"), "\(heading)")
    }
    for statement in ["plot tax by=level kind=areas", "table tax by=level", "appraise", "events"] {
      #expect(text.contains("<code>\(statement)</code>"), "\(statement)")
      // A table is called by what it shows, and not by what was typed.
      #expect(!text.contains("<span>\(statement)"), "\(statement)")
    }
    // Nothing is fetched and nothing runs, whatever addresses sources name.
    for word in [
      "<script", "<link", "<img", "<iframe", " src=", "href=\"http", "url(http", "@import",
    ] {
      #expect(!text.contains(word), "\(word)")
    }
  }

  @Test("an ensemble brings what the figures hang on, and nothing does without one")
  func ensemble() {
    let heading = "How sure this is, and what it hangs on"
    #expect(!page("report a.html", conversation()).contains(heading))
    let text = page(
      "report a.html",
      conversation("assume slow = 0y to 1y", "set p1 delay=slow", "ensemble draws=20"))
    #expect(text.contains(heading))
    #expect(text.contains("slow"))
  }

  @Test("it is in the language and the magnitudes that are asked for")
  func language() {
    let text = page("report a.html tax years=2021..2022 language=zh", conversation())
    #expect(text.contains("lang=\"zh-CN\""))
    #expect(text.contains(">逐年数据</h2>") && text.contains("<code>table tax years=2021..2022</code>"))
    #expect(text.contains("万元"))
    #expect(!text.contains("M yuan"))
  }

  @Test("title, author and day are its own, and no name is markup")
  func byline() {
    let text = page(
      "report a.html title=\"<b>Park & co</b>\" author=\"O'Neil \\\"x\\\"\" date=2026-11-28",
      conversation())
    #expect(text.contains("<h1>&lt;b&gt;Park &amp; co&lt;/b&gt;</h1>"))
    #expect(text.contains("datetime=\"2026-11-28\""))
    #expect(!text.contains("<b>"))
  }

  @Test("what a report cannot be says what it can be")
  func mistakes() {
    let cases: [(String, String)] = [
      ("report a.csv tax", "call it `a.html`"), ("report a.html title=Park", "title=\"Park\""),
      ("report a.html date=2026", "date=2026-11-28"), ("report a.html language=fr", "zh"),
      ("report a.html taxes", "tax"),
      ("report a.html tax --wide", "`report` has no option `--wide`"),
      ("report a.html kind=bars", "`report` has no attribute `kind`"),
    ]
    for (statement, help) in cases {
      let conversation = conversation()
      let answer = conversation.say(statement)
      #expect(answer.contains("error[") && answer.contains(help), "\(answer)")
      #expect(conversation.file("a.html") == nil)
    }
    let empty = Conversation()
    #expect(empty.say("report a.html").contains("error[no-scenario]"))
    #expect(empty.file("a.html") == nil)
  }

  @Test("a file of somebody else stays, and a report takes the place of a report in a script")
  func replaces() {
    let conversation = conversation()
    #expect(conversation.say("report stage.html").contains("wrote a report"))
    let other = Conversation(files: [
      "stage.park": CommandTests.stage, "a.html": "<html>mine</html>",
    ])
    other.run("stage.park")
    #expect(other.say("report a.html").contains("error[file-exists]"))
    #expect(other.file("a.html") == "<html>mine</html>")
    #expect(other.say("report a.html --over").contains("(replaced)"))
  }

  @Test("a page is of the day where somebody sits")
  func day() throws {
    let conversation = conversation()
    // Half past eight in the evening of the 27th in UTC, when Quzhou has breakfast.
    conversation.setClock(1_795_811_400, offset: 8 * 3600)
    #expect(conversation.say("report a.html tax").contains("wrote"))
    #expect(try #require(conversation.file("a.html")).contains("28 November 2026"))
    conversation.setClock(1_795_811_400, offset: -5 * 3600)
    #expect(conversation.say("report a.html tax").contains("wrote"))
    #expect(try #require(conversation.file("a.html")).contains("27 November 2026"))
  }

  @Test("with a receipt it is the same page on another day")
  func verified() throws {
    let conversation = conversation()
    conversation.setClock(1_795_867_200)
    #expect(conversation.say("report a.html tax --package").contains("receipt in"))
    let package = try #require(conversation.file("datapackage.json"))
    #expect(package.contains("date=2026-11-28"))
    conversation.setClock(1_795_867_200 + 86_400 * 40)
    #expect(conversation.say("verify a.html").contains("the same"))
  }
}
