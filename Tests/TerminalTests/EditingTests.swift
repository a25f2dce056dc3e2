import Glibc
import Testing

@testable import Terminal

/// What the line looks like in colour, with a hint, and over several rows; and what undo does.
@Suite struct EditingTests {
  init() { _ = TerminalState.prepareLocale() }

  // MARK: Pictures

  @Test("rows behind a newline have a margin as wide as the prompt, where that leaves room")
  func margin() {
    func rows(_ prompt: String, _ width: Int) -> [String] {
      LinePicture(prompt: prompt, text: "a\nb", cursor: 0, width: width).rows.map(\.text)
    }
    #expect(rows("> ", 20) == ["> a", ". b"])
    #expect(rows("情景> ", 20) == ["情景> a", "..... b"])
    #expect(rows("parkline no-rail> ", 20) == ["parkline no-rail> a", ". b"])
    #expect(rows("parkline> ", 7) == ["parklin", "e> a", "b"])
    #expect(rows("", 20) == ["a", "b"])
  }

  @Test("a margin shows what is open, the innermost where there is room for no more")
  func marks() {
    func rows(_ prompt: String, _ marks: [String], _ width: Int = 20) -> [String] {
      LinePicture(prompt: prompt, text: "a\nb\nc", cursor: 0, width: width, marks: marks)
        .rows.map(\.text)
    }
    #expect(rows("情景> ", ["[\"", ""]) == ["情景> a", "...[\" b", "..... c"])
    #expect(rows("> ", ["([\"", "("]) == ["> a", "\" b", "( c"])
    #expect(rows("", ["(", "("]) == ["a", "b", "c"])
    #expect(rows("parkline no-rail> ", ["(", "\""]) == ["parkline no-rail> a", "( b", "\" c"])
  }

  @Test("where the cursor is after a resize tells whether the terminal joined the rows")
  func resizing() {
    /// A line of 25 columns at a width of 10, its cursor at the end, then made wider.
    func erasure(_ width: Int, column: Int?) -> String {
      var painter = LinePainter()
      let text = String(repeating: "x", count: 23)
      _ = painter.paint(LinePicture(prompt: "> ", text: text, cursor: 23, width: 10), height: 9)
      #expect(painter.isUnsure(atWidth: width))
      return painter.erase(atWidth: width, cursorColumn: column)
    }
    // Joined: the cursor stands at column 5 of the second row of 20, or 25 of the only one.
    #expect(erasure(20, column: nil) == "\r\u{1b}[1A\u{1b}[J")
    #expect(erasure(21, column: 4) == "\r\u{1b}[1A\u{1b}[J")
    #expect(erasure(40, column: 25) == "\r\u{1b}[J")
    // Left as it was: three rows, the cursor at column 5 of the last.
    #expect(erasure(40, column: 5) == "\r\u{1b}[2A\u{1b}[J")
    #expect(erasure(4, column: 3) == "\r\u{1b}[2A\u{1b}[J")
    // An answer that fits neither is about another size.
    #expect(erasure(40, column: 11) == "\r\u{1b}[J")
    var short = LinePainter()
    _ = short.paint(LinePicture(prompt: "> ", text: "abc", cursor: 3, width: 10), height: 9)
    #expect(!short.isUnsure(atWidth: 40))
  }

  @Test("a part of the line has a margin instead of the prompt, and counts its rows on")
  func part() {
    let picture = LinePicture(prompt: "> ", text: "x\ny", cursor: 0, width: 20, firstLine: 7)
    #expect(picture.rows.map(\.text) == [". x", ". y"])
    #expect(picture.rows.map(\.line) == [7, 8])
    #expect(picture.cursor == .init(row: 0, column: 2))
  }

  @Test(
    "a hint is cut to the row and never fills it",
    arguments: [
      ("abc", "def", 20, "> abcdef"), ("abc", "defghijklmnop", 12, "> abcdefgh…"),
      ("abcdef", "ghi", 10, "> abcdef"), ("abcdef", "ghi", 9, "> abcdef"),
      ("abc", "", 20, "> abc"),
      ("a", "衢州市", 8, "> a衢…"),
    ])
  func hint(text: String, hint: String, width: Int, row: String) {
    let count = text.unicodeScalars.count
    let picture = LinePicture(prompt: "> ", text: text, cursor: count, width: width, hint: hint)
    #expect(picture.rows.count == 1 && picture.rows[0].columns < width)
    #expect(picture.rows[0].text == row)
    #expect(picture.cursor.column == 2 + count)
  }

  @Test("a hint stands only behind the end")
  func hintElsewhere() {
    let picture = LinePicture(prompt: "> ", text: "abc", cursor: 2, width: 20, hint: "def")
    #expect(picture.rows[0].text == "> abc")
  }

  @Test("of a very long line the lines around the cursor are looked at")
  func window() {
    let text = (0..<5000).map { "line \($0)" }.joined(separator: "\n")
    let scalars = text.wide.dropLast()
    Array(scalars).withUnsafeBufferPointer { buffer in
      let end = LineWindow(buffer, cursor: buffer.count, height: 3)
      #expect(end.text == "line 4996\nline 4997\nline 4998\nline 4999" && end.firstLine == 4996)
      #expect(!end.isWhole && end.cursor == end.text.unicodeScalars.count)
      let start = LineWindow(buffer, cursor: 2, height: 1)
      #expect(start.text == "line 0\nline 1" && start.firstLine == 0 && start.cursor == 2)
      let short = LineWindow(UnsafeBufferPointer(rebasing: buffer[..<14]), cursor: 7, height: 0)
      #expect(short.text == "line 0\nline 1\n".dropLast(0) && short.isWhole && short.cursor == 7)
    }
  }

  @Test("the rows in sight stay while the cursor moves among them, in a part of the line too")
  func scrolling() {
    let text = (0..<5000).map { "line \($0) goes on" }.joined(separator: "\n")
    let all = Array(text.wide.dropLast())
    var painter = LinePainter()
    func top(_ line: Int) -> String {
      let cursor =
        all.indices.filter { all[$0] == 0x0A }.dropFirst(line - 1).first.map { $0 + 1 } ?? 0
      return all.withUnsafeBufferPointer { buffer in
        let window = LineWindow(buffer, cursor: cursor, height: 4)
        let picture = LinePicture(
          prompt: "> ", text: window.text, cursor: window.cursor, width: 40,
          firstLine: window.firstLine)
        _ = painter.paint(picture, height: 4)
        return painter.rows.map(\.text).joined(separator: "|")
      }
    }
    func lines(_ numbers: ClosedRange<Int>) -> String {
      numbers.map { ". line \($0) goes on" }.joined(separator: "|")
    }
    #expect(top(4000) == lines(3997...4000) || top(4000) == lines(4000...4003))
    _ = top(4003)
    let before = painter.rows
    for line in [4002, 4001, 4003] {
      _ = top(line)
      #expect(painter.rows == before)
    }
    #expect(top(4004) != lines(4000...4003))
  }

  // MARK: Colours

  private func inks(
    _ text: String, _ spans: [StyledSpan] = [], cursor: Int? = nil, isWhole: Bool = true
  ) -> [Ink] {
    LineColours(text, spans: spans).inks(cursor: cursor, isWhole: isWhole)
  }

  @Test("spans count bytes, and what of them is outside the text counts nothing")
  func spans() {
    let spans = [StyledSpan(0..<6, .name), StyledSpan(7..<99, .error), StyledSpan(-5..<3, .string)]
    #expect(inks("衢州 ab", spans) == [.green, .magenta, .plain, .wrong, .wrong])
  }

  @Test("the bracket at the cursor and its partner are shown")
  func pairs() {
    #expect(inks("f(a)", cursor: 1) == [.plain, .pair, .plain, .pair])
    #expect(inks("f(a)", cursor: 4) == [.plain, .pair, .plain, .pair])
    #expect(inks("f(a)", cursor: 0).allSatisfy { $0 == .plain })
    #expect(inks("（1)", cursor: 3) == [.pair, .plain, .pair])
    #expect(inks("([)]", cursor: 0) == [.plain, .plain, .wrong, .plain])
  }

  @Test("a closing bracket without an opening one is wrong, but not in a string or out of sight")
  func unmatched() {
    #expect(inks("a)") == [.plain, .wrong])
    #expect(inks("a)", isWhole: false) == [.plain, .plain])
    #expect(inks("(\")\"", [StyledSpan(1..<4, .string)]) == [.plain, .green, .green, .green])
    #expect(inks("(") == [.plain])
  }

  @Test("what is not coloured has no escape sequences, and colours end before rows do")
  func painting() {
    var painter = LinePainter()
    func paint(_ text: String, _ inks: [Ink]) -> String {
      let count = text.unicodeScalars.count
      return painter.paint(
        LinePicture(prompt: "> ", text: text, cursor: count, width: 6, inks: inks), height: 9)
    }
    #expect(paint("ab", [.bold, .bold]) == "> \u{1b}[1mab\u{1b}[0m")
    #expect(paint("abc", [.bold, .bold]) == "c")
    #expect(paint("abc", [.plain, .bold]) == "\r\u{1b}[2Ca\u{1b}[1mb\u{1b}[0mc")
    #expect(paint("xbcde", [.bold, .bold]) == "\r\u{1b}[2C\u{1b}[1mxb\u{1b}[0mcde")
  }

  @Test("rows below a change that stay as they are are not written again")
  func onlyWhatDiffers() {
    var painter = LinePainter()
    func paint(_ text: String, cursor: Int) -> String {
      painter.paint(LinePicture(prompt: "> ", text: text, cursor: cursor, width: 20), height: 9)
    }
    _ = paint("one\ntwo\nthree", cursor: 3)
    #expect(paint("onex\ntwo\nthree", cursor: 4) == "x")
    #expect(paint("onex\ntwo\nthree", cursor: 5) == "\r\u{1b}[1B\u{1b}[2C")
    #expect(paint("onex\nwo\nthree", cursor: 5) == "wo\u{1b}[K\r\u{1b}[2C")
    #expect(
      paint("onex\nwo\nthree\nfour", cursor: 5)
        == "\r\u{1b}[1B\u{1b}[7C\r\n. four\r\u{1b}[2A\u{1b}[2C")
  }

  // MARK: Undo

  /// A line and its undo stack.
  private struct Line {
    var text: [wchar_t] = []
    var stack = UndoStack()

    mutating func become(_ new: String, cursor: Int? = nil) {
      text = Array(new.wide.dropLast())
      note(cursor ?? text.count)
    }

    mutating func type(_ letters: String) {
      for scalar in letters.wide.dropLast() {
        text.append(scalar)
        note(text.count)
      }
    }

    private mutating func note(_ cursor: Int) {
      let now = text
      now.withUnsafeBufferPointer { stack.note($0, cursor: cursor) }
    }

    mutating func undo() -> String? {
      guard let step = stack.undo() else { return nil }
      text.replaceSubrange(step.place..<step.place + step.inserted.count, with: step.removed)
      return String(scalars: text)
    }

    mutating func redo() -> String? {
      guard let step = stack.redo() else { return nil }
      text.replaceSubrange(step.place..<step.place + step.removed.count, with: step.inserted)
      return String(scalars: text)
    }
  }

  @Test("a word that is typed is one step, and so are its blanks")
  func words() {
    var line = Line()
    line.type("park 衢州  x")
    #expect(line.undo() == "park 衢州  ")
    #expect(line.undo() == "park ")
    #expect(line.redo() == "park 衢州  ")
    #expect(line.undo() == "park ")
    #expect(line.undo() == "")
    #expect(line.undo() == nil)
    #expect(line.redo() == "park ")
    line.type("y")
    #expect(line.redo() == nil)
    #expect(line.undo() == "park ")
  }

  @Test("a paste is one step, also in the middle of a word")
  func paste() {
    var line = Line()
    line.type("ab")
    line.become("ab one two\nthree")
    line.type("x")
    #expect(line.undo() == "ab one two\nthree")
    #expect(line.undo() == "ab")
    #expect(line.undo() == "")
  }

  @Test("characters erased one after the other are one step, on either side of the cursor")
  func erasing() {
    var line = Line()
    line.become("abcdef", cursor: 3)
    line.become("abdef", cursor: 2)
    line.become("adef", cursor: 1)
    #expect(line.undo() == "abcdef")
    line.become("abcef", cursor: 3)
    line.become("abcf", cursor: 3)
    #expect(line.undo() == "abcdef")
  }

  @Test("moving the cursor ends a step")
  func moving() {
    var line = Line()
    line.type("ab")
    line.become("ab", cursor: 0)
    line.become("ab")
    line.type("c")
    #expect(line.undo() == "ab")
    #expect(line.undo() == "")
  }

  @Test("whatever is done, undoing all of it comes back to the beginning, and redoing to the end")
  func property() {
    for seed in 1...200 as ClosedRange<UInt64> {
      var state = seed &* 0x9E37_79B9_7F4A_7C15
      func random(_ limit: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(limit))
      }
      var line = Line()
      var text: [Character] = []
      for _ in 0..<60 {
        let place = random(text.count + 1)
        switch random(5) {
        case 0: text.insert(contentsOf: "paste 衢州\n", at: place)
        case 1: text.removeSubrange(place..<min(text.count, place + random(6)))
        default: text.insert(["a", " ", "a", "州"][random(4)], at: place)
        }
        line.become(String(text), cursor: random(text.count + 1))
      }
      var all: [String] = [String(text)]
      while let before = line.undo() { all.append(before) }
      #expect(all.last == "", "seed \(seed)")
      for wanted in all.reversed().dropFirst() { #expect(line.redo() == wanted, "seed \(seed)") }
      #expect(line.redo() == nil)
    }
  }
}
