import Diagnostics
import Language
import Testing

@Test(
  "a file name is quoted, or bare of letters, digits and `. _ - /`",
  arguments: [
    ("projection.csv", "projection.csv"), ("out/2030-12/a_b.csv x", "out/2030-12/a_b.csv"),
    ("\"a b.csv\"", "a b.csv"),
    ("- x", "-"), ("../a.park", "../a.park"), ("/tmp/a", "/tmp/a"), ("衢州.park", "衢州.park"),
    ("2020..csv", "2020..csv"),
  ])
func files(text: String, name: String) throws {
  var reader = ArgumentReader(statement(text))
  #expect(try reader.file().text == name)
}

@Test("what is no file name is refused", arguments: ["", "--raw", "= a", "[a]", "\"a"])
func noFiles(text: String) {
  var reader = ArgumentReader(statement(text))
  #expect(throws: Diagnostic.self) { try reader.file() }
}

@Test("an option has two dashes that touch its word")
func options() throws {
  var reader = ArgumentReader(statement("--raw --no-rc x"))
  #expect(try reader.option()?.text == "raw")
  #expect(try reader.option()?.text == "no-rc")
  #expect(try reader.option() == nil)
  #expect(reader.word()?.text == "x")
  var apart = ArgumentReader(statement("-- raw"))
  #expect(try apart.option() == nil)
  #expect(throws: Diagnostic.self) { try apart.end() }
}

@Test("a path is words with touching dots")
func paths() throws {
  var reader = ArgumentReader(statement("smart.area.x y . z"))
  #expect(try reader.path(of: "a thing").parts == ["smart", "area", "x"])
  #expect(try reader.path(of: "a thing").parts == ["y"])
  #expect(throws: Diagnostic.self) { try reader.end() }
}

@Test(
  "a quoted text reads back to itself",
  arguments: [
    "", "a", "a \"b\" c", "back\\slash", "\\", "\\n", "line\nbreak", "tab\t", "“衢州”", "＂", "\u{0}",
    "\r\n", "e\u{301}",
    "\u{301}", "# no comment", "a;b", "\u{FFFD}", "\\\"", "😀",
  ])
func quotedTexts(text: String) throws {
  var reader = ArgumentReader(statement("x " + quoted(text)))
  _ = reader.word()
  let read = try reader.quotedText()?.text
  #expect(read.map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
  try reader.end()
}
