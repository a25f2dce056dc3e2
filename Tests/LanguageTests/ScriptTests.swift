import Diagnostics
import Language
import Testing

private func script(_ text: String) -> Script { Script(SourceText(name: "test", text: text)) }

@Test("statements are lines, and `;` parts them on one line")
func statements() {
  let texts = script("city a\nuse china; set a gdp=1 ;; remove a\n\n;\ncity b").statements.map(
    \.text)
  #expect(texts == ["city a", "use china", "set a gdp=1", "remove a", "city b"])
}

@Test(
  "a line goes on inside brackets and texts, and after a trailing backslash",
  arguments: ["a [\nb\n]", "a (\nb)", "a {b:\n2}", "a \"b\nc\"", "a \\\nb", "a \\ \t\r\nb"])
func continuedLines(text: String) {
  let read = script(text)
  #expect(read.statements.count == 1)
  #expect(read.statements.first?.text == text)
  #expect(!read.isUnfinished)
}

@Test(
  "a text that stops in the middle of a statement is unfinished",
  arguments: [
    ("a [b", true), ("a (", true), ("a {1: 2", true), ("a \"b", true), ("a \\\n", true),
    ("a \\", true),
    ("a “b", true), ("a（b", true), ("a [b]", false), ("a ]", false), ("a", false), ("", false),
    ("a # [", false), ("a \"[\"", false), ("a ] [", true), ("a \\\nb", false), ("# \"", false),
  ])
func unfinished(text: String, isUnfinished: Bool) {
  #expect(script(text).isUnfinished == isUnfinished)
}

@Test("comments and blank lines belong to the statement they stand at")
func comments() {
  let read = script(
    """
    # about a
    #   two lines

    city a   # behind a\u{20}\u{20}
    city b; city c # behind c


    # about d

    city d gdp={2021: 1, # first
      2022: 2} # second
    # the end

    """)
  #expect(
    read.statements.map(\.leading) == [
      ["# about a", "#   two lines", ""], [], [], ["", "# about d", ""],
    ])
  #expect(read.statements.map(\.trailing) == ["# behind a", nil, "# behind c", "# first # second"])
  #expect(read.closing == ["# the end"])
}

@Test(
  "no comment is lost",
  arguments: [
    "city a # x\n; # y", "city a # x\n; # y\n# z", "# x\n; # y\ncity a # z", "; # x\n# y\n;# z",
    "city a; # x\n# y\ncity b # z", "[ # x\n# y\n] # z", "# x\r\n# y\r\ncity a # z\r\n",
    "# x\n\\\n# y\n# z",
  ])
func everyComment(text: String) {
  let read = script(text)
  let comments = read.statements.flatMap { $0.leading + [$0.trailing ?? ""] } + read.closing
  let letters = comments.joined().filter { "xyz".contains($0) }
  #expect(letters == "xyz".filter { text.contains($0) })
}

@Test("blank lines at the end and repeated ones are not kept")
func blankLines() {
  let read = script("\n\n\ncity a\n\n\n\n# x\n\n\n")
  #expect(read.statements.map(\.leading) == [[""]])
  #expect(read.closing == ["", "# x"])
}
