import Diagnostics
import Foundation
import Reports
import Shell
import Testing

/// Pictures as files: svg, and png by another program.
@Suite struct ExportPictureTests {
  private func conversation() -> Conversation {
    let conversation = Conversation(files: ["stage.park": CommandTests.stage])
    conversation.run("stage.park")
    return conversation
  }

  private var signature: [UInt8] { FileFormat.named("png")?.conversion?.signature ?? [] }

  @Test("a png is what the program makes of the svg in light colours")
  func png() {
    let conversation = conversation()
    #expect(
      conversation.say("export tax.png tax by=tax kind=areas") == "wrote a picture to tax.png\n")
    let bytes = conversation.bytes("tax.png") ?? []
    #expect(bytes.starts(with: signature))
    let svg = String(decoding: bytes.dropFirst(signature.count), as: UTF8.self)
    #expect(svg.contains("<svg ") && !svg.contains("prefers-color-scheme"))
  }

  @Test("what the program does not do is said, and no file is there")
  func fails() {
    let cases: [(OutsideConverter.Outcome, String)] = [
      (.missing, "on Debian and Ubuntu it is in the package `librsvg2-bin`"),
      (.answer([]), "made no picture: it answered nothing"),
      (.answer(Array("<html>".utf8)), "made no picture: what it answered is no such file"),
      (.failure("it ended with status 1: \u{1B}[2J"), "made no picture: it ended with status 1"),
    ]
    for (outcome, text) in cases {
      let conversation = conversation()
      conversation.convert { _ in outcome }
      let answer = conversation.say("export tax.png tax")
      #expect(answer.contains("error[no-converter]") && answer.contains(text), "\(answer)")
      #expect(!answer.contains("\u{1B}"))
      #expect(conversation.bytes("tax.png") == nil)
    }
    let safe = conversation()
    safe.convertNothing()
    #expect(safe.say("export tax.png tax").contains("error[safe]"))
  }

  @Test("a file of the user's is not replaced by a picture")
  func kept() {
    let conversation = Conversation(
      files: ["stage.park": CommandTests.stage, "tax.png": "mine"])
    conversation.run("stage.park")
    #expect(conversation.say("export tax.png tax").contains("error[file-exists]"))
    #expect(conversation.file("tax.png") == "mine")
    #expect(conversation.say("export tax.png tax --over").contains("(replaced)"))
  }

  @Test("a tornado is drawn, on the terminal and as a picture")
  func tornado() {
    let conversation = conversation()
    conversation.say("assume slow = 1y to 2y; set p2 delay=slow")
    let drawn = conversation.say("plot tax[2020] kind=tornado --ascii")
    #expect(drawn.contains("what tax[2020] hangs on") && drawn.contains("slow"), "\(drawn)")
    #expect(conversation.say("export t.svg tax[2021] kind=tornado").contains("wrote a picture"))
    #expect(conversation.file("t.svg")?.contains("slow") == true)
    #expect(conversation.say("plot tax kind=tornado").contains("takes a figure with one value"))
    #expect(
      conversation.say("plot tax[2021] kind=tornado --raw").contains("error[unknown-option]"))
    #expect(conversation.say("plot tax[2021]").contains("a picture has a place for each period"))
    let tenths = self.conversation().say("plot tax[2030] kind=tornado top=3 --ascii")
    #expect(tenths.contains("10 % lower and 10 % higher") && tenths.contains("more: `top="))
  }

  @Test("the course of each figure stands below the headline where there is room")
  func sparklines() {
    func said(_ width: Int?, _ statements: String...) -> String {
      let conversation = Conversation(
        files: ["stage.park": CommandTests.stage], width: width)
      conversation.run("stage.park")
      for statement in statements.dropLast() { conversation.say(statement) }
      return conversation.say(statements[statements.count - 1])
    }
    let edit = "set returnee jobs=150"
    func courses(_ text: String) -> [String] {
      text.matches(of: /[▁▂▃▄▅▆▇█]+/).map { String($0.output) }
    }
    let wide = said(110, edit)
    #expect(courses(wide).count == 3, "\(wide)")
    #expect(courses(wide).allSatisfy { $0.count == 8 })
    for line in wide.split(separator: "\n") { #expect(line.count <= 110) }
    #expect(courses(said(40, edit)) == [])
    #expect(courses(said(nil, edit)) == [])
    let chinese = said(110, "format headings=zh units=万", edit)
    #expect(courses(chinese).count == 3, "\(chinese)")
  }
}
