import ParkModel
import Shell
import Testing

/// Texts in quotes mean what is written, wherever they come out again.
@Suite struct QuotedTextTests {
  @Test(
    "a `\\` stands for itself but before a quote or another",
    arguments: [
      (#""C:\data\new.xlsx""#, #"C:\data\new.xlsx"#), (#""a\tb\n""#, #"a\tb\n"#),
      (#""\"q\"""#, "\"q\""), (#""\\""#, #"\"#), (#""\\server\x""#, #"\server\x"#),
      (#""\\\\server""#, #"\\server"#), ("“a\\”b”", "a”b"), (#""a\”b""#, #"a\”b"#),
      ("\"a\tb\"", "a\tb"), (#""""#, ""),
    ])
  func means(_ written: String, _ meant: String) {
    #expect(Conversation().say("print \(written)") == meant + "\n")
    let conversation = Conversation()
    conversation.say("city a \(written)")
    let script = conversation.say("save -")
    let again = Conversation(files: ["s.park": script])
    again.run("s.park")
    #expect(again.session.scenario.entity(named: "a")?.title == meant)
    #expect(again.say("save -") == script)
  }

  @Test("a text of several lines is one")
  func severalLines() {
    let conversation = Conversation()
    conversation.say("city a \"first", "second\"", "city b")
    #expect(conversation.session.scenario.entity(named: "a")?.title == "first\nsecond")
    let script = conversation.say("save -")
    let again = Conversation(files: ["s.park": script])
    again.run("s.park")
    #expect(again.say("save -") == script)
  }

  @Test("neither a terminal nor who reads a pipe is driven by a text; a pipe gets its tabs")
  func controls() {
    #expect(Conversation(width: 80).say("print \"a\tb\u{1B}[2J\"") == "a\\u{9}b\\u{1b}[2J\n")
    #expect(Conversation().say("print \"a\tb\u{1B}[2J\"") == "a\tb\\u{1b}[2J\n")
  }

  @Test(
    "a spreadsheet runs no text, and numbers are left alone",
    arguments: [
      ("＝1+1", "'＝1+1"), ("＋1", "'＋1"), ("－1", "'－1"), ("＠a", "'＠a"), ("\n=1", "\"'\n=1\""),
      ("=1+1", "'=1+1"), ("-1+1", "'-1+1"), ("-a", "'-a"), ("@a", "'@a"), ("a=1", "a=1"),
      ("-0.1", "-0.1"), ("+5%", "+5%"), ("-1e9", "-1e9"), ("-", "'-"),
    ])
  func guarded(_ title: String, _ field: String) {
    let conversation = Conversation()
    conversation.say("city a \"\(title)\"".split(separator: "\n").map(String.init))
    conversation.say("list city")
    #expect(conversation.say("last csv").contains(field), "\(conversation.say("last csv"))")
  }

  @Test("numbers among assumptions get no apostrophe")
  func assumptions() {
    let conversation = Conversation()
    conversation.say("assume g = -0.1", "assume hh = -5%", "assumptions")
    let csv = conversation.say("last csv")
    #expect(csv.contains("g,-0.1,") && csv.contains("hh,-5%,"), "\(csv)")
  }
}
