import Diagnostics
import Glibc
import Testing

@testable import Terminal

extension LinePicture.Row {
  /// What it shows, without colours.
  var text: String { String(String.UnicodeScalarView(cells.map(\.scalar))) }
}

@Suite struct TerminalTests {
  init() { _ = TerminalState.prepareLocale() }

  @Test(
    "colour follows the choice, then the environment, then the terminal",
    arguments: [
      (ColourChoice.always, ["NO_COLOR": "1", "TERM": "dumb"], true),
      (.never, ["CLICOLOR_FORCE": "1"], false),
      (.auto, [:], false),
      (.auto, ["CLICOLOR_FORCE": "1"], true),
      (.auto, ["FORCE_COLOR": "3", "TERM": "dumb"], true),
      (.auto, ["FORCE_COLOR": "0"], false),
      (.auto, ["FORCE_COLOR": "0", "CLICOLOR_FORCE": "1"], false),
      (.auto, ["FORCE_COLOR": "1", "NO_COLOR": "1"], false),
      (.auto, ["FORCE_COLOR": "1", "NO_COLOR": ""], true),
    ])
  func colour(choice: ColourChoice, environment: [String: String], wanted: Bool) {
    // Descriptor -1 is no terminal.
    let isColoured = TerminalState.wantsColour(choice: choice, output: -1) { environment[$0] }
    #expect(isColoured == wanted)
  }

  @Test("whatever asks for colour or against it, on a terminal and off it, is weighed in one order")
  func everyColour() throws {
    // Each end of a pseudo-terminal is a terminal; -1 is none.
    let terminal = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    try #require(isatty(terminal) == 1)
    defer { close(terminal) }
    // no-color.org, bixense.com/clicolors: what is typed counts most, then NO_COLOR, then the forces.
    func check(_ choice: ColourChoice, _ settings: [String: String], isTerminal: Bool) {
      let wanted =
        switch choice {
        case .always: true
        case .never: false
        case .auto where settings["NO_COLOR"] == "1": false
        case .auto where settings["CLICOLOR_FORCE"] == "1": true
        case .auto: isTerminal && settings["TERM"] != "dumb" && settings["CLICOLOR"] != "0"
        }
      let output = isTerminal ? terminal : -1
      let isColoured = TerminalState.wantsColour(choice: choice, output: output) { settings[$0] }
      #expect(isColoured == wanted, "\(choice), \(settings), \(isTerminal)")
    }
    for no in [nil, "", "1"] {
      for force in [nil, "0", "1"] {
        for cli in [nil, "0", "1"] {
          for term in ["xterm", "dumb"] {
            var settings = ["TERM": term]
            settings["NO_COLOR"] = no
            settings["CLICOLOR_FORCE"] = force
            settings["CLICOLOR"] = cli
            for choice in [ColourChoice.auto, .always, .never] {
              check(choice, settings, isTerminal: true)
              check(choice, settings, isTerminal: false)
            }
          }
        }
      }
    }
  }

  @Test("pasted text keeps newlines and tabs and nothing else that is no text")
  func paste() {
    let text = "a\r\nb\rc\nd\te\u{1b}[31m\u{7}\u{7f}\u{9b}衢\n\n"
    #expect(KeyReader.cleaned(text) == "a\nb\nc\nd\te[31m衢")
  }

  @Test("a list is as wide as the terminal and no wider", arguments: [1, 2, 3, 10, 20, 21, 40, 80])
  func listFits(width: Int) {
    let completions = ["run", "衢州智慧产业园", "a-very-long-name-that-goes-on-and-on"].map {
      Completion(text: $0, summary: "情景的说明 " + String(repeating: "long ", count: 30))
    }
    for shown in [completions, completions.map { Completion(text: $0.text) }] {
      let list = CompletionList(completions: shown, width: width, colour: false, ellipsis: "…")
      for height in [1, 2, 24] {
        let page = list.page(from: 0, height: height)
        #expect(page.lines.allSatisfy { $0.columns <= max(1, width - 1) })
        #expect(page.next > 0 && (page.lines.count <= height || height == 1))
      }
      #expect(list.count.columns <= max(1, width - 1))
    }
  }

  @Test("summaries stand below each other, and control characters are shown as blanks")
  func listAligns() {
    let list = CompletionList(
      completions: [.init(text: "情景", summary: "a\nb"), .init(text: "run", summary: "c\u{1b}d")],
      width: 40, colour: false, ellipsis: "…")
    #expect(list.page(from: 0, height: 2).lines == ["情景  a b", "run   c d"])
  }

  @Test("a list longer than the screen comes a page at a time, and misses nothing")
  func longList() {
    for summary in ["x", ""] {
      let completions = (0..<123).map { Completion(text: "\($0)", summary: summary) }
      let list = CompletionList(completions: completions, width: 12, colour: false, ellipsis: "…")
      var shown: [Substring] = []
      var start = 0
      while start < 123 {
        let page = list.page(from: start, height: 5)
        #expect(page.lines.count <= 5 && page.lines.last?.hasPrefix("\(start + 1)-") == true)
        let names = page.lines.dropLast().joined(separator: " ").split(separator: " ")
        shown += names.filter { $0 != "x" }
        start = page.next
      }
      #expect(shown.compactMap { Int($0) }.sorted() == Array(0..<123))
    }
    let few = CompletionList(
      completions: [.init(text: "a"), .init(text: "b")], width: 40, colour: false, ellipsis: "…")
    #expect(few.page(from: 0, height: 24) == (["a  b"], 2))
  }

  @Test("what all candidates begin with")
  func commonPrefix() {
    func prefix(_ texts: String...) -> String {
      CompletionAnswer(replacing: 0, completions: texts.map { Completion(text: $0) }).commonPrefix
    }
    #expect(prefix() == "")
    #expect(prefix("run") == "run")
    #expect(prefix("report", "reset") == "re")
    #expect(prefix("情景", "情况") == "情")
    #expect(prefix("a", "b") == "")
  }

  @Test("Up goes back, Down returns to what was being written")
  func walking() {
    var past = PastStatements()
    #expect(past.older(than: "x") == nil)
    #expect(past.newer() == nil)
    for statement in ["one", "two", "two", ""] { _ = past.add(statement) }
    #expect(past.entries == ["one", "two"])
    #expect(past.older(than: "draft") == "two")
    #expect(past.older(than: "two!") == "one")
    #expect(past.older(than: "one") == nil)
    #expect(past.newer() == "two")
    #expect(past.newer() == "draft")
    #expect(past.newer() == nil)
  }

  @Test("the history is searched without regard to capitals, in Chinese too")
  func searching() {
    var past = PastStatements()
    for statement in ["Table 上海", "run", "table 一"] { _ = past.add(statement) }
    #expect(past.lastMatch(of: "TABLE", before: 3) == 2)
    #expect(past.lastMatch(of: "table", before: 2) == 0)
    #expect(past.lastMatch(of: "上", before: 3) == 0)
    #expect(past.lastMatch(of: "nothing", before: 3) == nil)
    #expect(past.firstMatch(of: "table", from: 1) == 2)
    #expect(past.firstMatch(of: "table", from: 3) == nil)
  }

  @Test("a wide character that does not fit goes to the next row and takes the cursor along")
  func picture() {
    func picture(_ text: String, cursor: Int) -> (rows: [String], cursor: LinePicture.Place) {
      let picture = LinePicture(prompt: "> ", text: text, cursor: cursor, width: 5)
      return (picture.rows.map(\.text), picture.cursor)
    }
    #expect(picture("", cursor: 0) == (["> "], .init(row: 0, column: 2)))
    #expect(picture("情景", cursor: 1) == (["> 情 ", "景"], .init(row: 1, column: 0)))
    #expect(picture("情a", cursor: 2) == (["> 情a", ""], .init(row: 1, column: 0)))
    #expect(picture("a\nb", cursor: 2) == (["> a", ". b"], .init(row: 1, column: 2)))
    #expect(picture("\u{3}", cursor: 1) == (["> ^C"], .init(row: 0, column: 4)))
  }

  @Test("typing at the end writes only what was typed")
  func painting() {
    var painter = LinePainter()
    func paint(_ text: String, cursor: Int) -> String {
      painter.paint(LinePicture(prompt: "> ", text: text, cursor: cursor, width: 9), height: 5)
    }
    #expect(paint("a", cursor: 1) == "> a")
    #expect(paint("ab", cursor: 2) == "b")
    #expect(paint("ab", cursor: 0) == "\r\u{1b}[2C")
    #expect(paint("xab", cursor: 1) == "xab\r\u{1b}[3C")
    #expect(paint("xb", cursor: 1) == "b\u{1b}[K\r\u{1b}[3C")
    #expect(paint("xb345", cursor: 5) == "\r\u{1b}[4C345")
    #expect(paint("xb3456", cursor: 6) == "6")
    #expect(paint("xb34567", cursor: 7) == "7 \r")
    #expect(paint("xb345678", cursor: 8) == "8")
    #expect(paint("x", cursor: 1) == "\r\u{1b}[1A\u{1b}[3C\u{1b}[J")
  }
}
