import Diagnostics
import Testing

@testable import Shell

/// What a script prints on a terminal, and into a pipe.
@Suite struct AnswerTitleTests {
  private static let study = """
    scenario "Study" start=2020 end=2025
    print "Land"
    print 40ha in 亩 # to compare
    print max(1,
      2)
    export - tax years=2020
    """

  private func conversation(width: Int?) -> Conversation {
    Conversation(
      files: ["study.park": Self.study, "both.park": "replay study.park\nnow"], width: width)
  }

  @Test("each answer of a script stands below its statement, a printed text below none")
  func titles() {
    let answer = conversation(width: 80).run("study.park")
    #expect(
      answer == """
        Land
        # print 40ha in 亩
        600 亩

        # print max(1, …
        2

        # export - tax years=2020
        period_start,period_end,tax (yuan)
        2020-01-01,2021-01-01,0.00

        """)
  }

  @Test("a script that another replays has its titles, and the statement that runs it none")
  func nested() {
    for answer in [
      conversation(width: 80).run("both.park"), conversation(width: 80).say("replay both.park"),
    ] {
      #expect(answer.contains("# print 40ha in 亩\n600 亩\n") && answer.contains("\n# now\n"))
      #expect(!answer.contains("# replay"))
    }
  }

  @Test("a pipe gets what was printed and nothing else, and so does a prompt")
  func plain() {
    #expect(!conversation(width: nil).run("study.park").contains("#"))
    #expect(!conversation(width: 80).say("print 40ha in 亩").contains("#"))
  }

  @Test("a title is one line of the terminal", arguments: [20, 40])
  func narrow(width: Int) {
    let answer = conversation(width: width).run("study.park")
    #expect(answer.contains("# print 40ha in 亩\n"))
    #expect(
      answer.split(separator: "\n").filter { $0.hasPrefix("# ") }
        .allSatisfy { displayWidth(String($0)) <= width })
  }

  @Test("behind scripts a conversation begins with what was read and what it comes to")
  func opening() {
    let conversation = conversation(width: 40)
    conversation.run("study.park")
    #expect(
      conversation.opening(["study.park"])
        == "\nRead study.park: Study, nothing is\n  declared\n"
        + "2025: tax 0 yuan, jobs 0,\n      invested to date 0 yuan\n")
    #expect(conversation.opening([]) == nil)
  }
}
