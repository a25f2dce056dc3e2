import Foundation
import Testing

/// Exit codes and streams: Language 7 and 8. Colour, locales, pipes, and streams that are full, closed
/// or gone are in Tests/Terminal/conventions_test.py.
@Suite struct ExitTests {
  @Test("statements run and the program ends well")
  func runs() throws {
    let result = try Parkline.run(["-c", "print 10亿元 / 41.5ha in 万元/亩"])
    #expect(result.status == 0)
    #expect(result.output == "160.6 万元/亩\n")
    #expect(result.errors.isEmpty)
  }

  @Test("an error of a script stops it, says where, and exits with 2")
  func scriptError() throws {
    let result = try Parkline.run([], input: "park a area=1ha\npark b area=1\npark c area=1ha\n")
    #expect(result.status == 2)
    #expect(result.errors.contains("standard input:2:13"))
    #expect(result.output.isEmpty)
  }

  @Test(
    "undo and redo work in a script as at the prompt",
    arguments: [
      ("park a area=1ha; park b area=1ha; undo; save -", "park a area=1ha\n"),
      ("park a area=1ha; set a area=2ha; undo; redo; save -", "park a area=2ha\n"),
    ])
  func undoInScripts(_ script: String, _ expected: String) throws {
    for result in [try Parkline.run(["-c", script]), try Parkline.run([], input: script)] {
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.output.hasSuffix(expected))
    }
  }

  @Test("what the command line does not know exits with 2", arguments: ["--nonsense", "-x"])
  func usage(_ option: String) throws {
    #expect(try Parkline.run([option]).status == 2)
  }

  @Test("asking for help or the version ends well", arguments: ["--help", "--version"])
  func help(_ option: String) throws {
    let result = try Parkline.run([option])
    #expect(result.status == 0)
    #expect(!result.output.isEmpty)
  }

  @Test("files run in order, then the statements")
  func order() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("order-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try "park a area=1ha".write(
      to: folder.appendingPathComponent("a.park"), atomically: true, encoding: .utf8)
    try "set a area=2ha".write(
      to: folder.appendingPathComponent("b.park"), atomically: true, encoding: .utf8)
    let result = try Parkline.run(["a.park", "b.park", "-c", "save -"], in: folder)
    #expect(result.output == "park a area=2ha\n")
  }

  @Test(
    "a file that cannot be read is a sentence and exit 5",
    arguments: [("/nonexistent/x.park", "no such file"), ("/tmp", "folder")])
  func unreadable(_ path: String, _ reason: String) throws {
    let result = try Parkline.run([path])
    #expect(result.status == 5)
    #expect(result.errors.contains(reason))
  }

  @Test("a file that is not UTF-8 is a sentence with its line and exit 5")
  func notUTF8() throws {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("bytes-\(UUID().uuidString).park")
    try Data([0x23, 0x0A, 0xFF, 0xFE, 0x0A]).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let result = try Parkline.run([file.path])
    #expect(result.status == 5)
    #expect(result.errors.contains("line 2"))
  }

  @Test(
    "what the command line answers itself needs room as well",
    arguments: ["--help", "--version", "fmt --help"])
  func fullDiskForAnswers(words: String) throws {
    let full = try Parkline.run("/bin/sh", ["-c", "'\(Parkline.path)' \(words) > /dev/full"])
    #expect(full.status == 5)
    #expect(full.errors == "error[file]: `standard output` cannot be written: the disk is full\n")
    let closed = try Parkline.run("/bin/sh", ["-c", "'\(Parkline.path)' \(words) >&-"])
    #expect(closed.status == 5)
  }

  @Test("each `-c` is run, one after the other as one script")
  func severalStatements() throws {
    let result = try Parkline.run(["-c", "print 1 + 1", "-c", "print 2 + 2; nonsense"])
    #expect(result.output == "2\n4\n")
    #expect(result.status == 2)
    #expect(result.errors.contains("--> command line:2:14"))
  }

  @Test("an export that cannot be written leaves nothing behind")
  func nothingHalfWritten() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("half-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let result = try Parkline.run(
      ["-c", "scenario start=2020 end=2021; export none/out.csv tax"], in: folder)
    #expect(result.status == 5)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test("what a statement says of its file is no data, and is left out of JSON messages")
  func saysBesideData() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("beside-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let script = "scenario start=2020 end=2021; export out.csv tax; save out.park; export - tax"
    let result = try Parkline.run(["-c", script], in: folder)
    #expect(result.output.hasPrefix("period_start,period_end,tax (yuan)\n"))
    #expect(
      result.errors
        == "wrote 2 rows to out.csv\nmoney in prices of 2020\nsaved 1 statement to out.park\n")
    let again = try Parkline.run(["--json-errors", "-c", script], in: folder)
    #expect(again.output == result.output)
    #expect(again.errors == "")
  }

  @Test("a link's file, a folder and a full disk: nothing is replaced and nothing said to be saved")
  func hardPlaces() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("places-\(UUID().uuidString)")
    let manager = FileManager.default
    try manager.createDirectory(
      at: folder.appendingPathComponent("inner"), withIntermediateDirectories: true)
    defer { try? manager.removeItem(at: folder) }
    let precious = folder.appendingPathComponent("precious.park")
    try "park p area=1ha\n".write(to: precious, atomically: true, encoding: .utf8)
    try manager.createSymbolicLink(
      atPath: folder.appendingPathComponent("link.park").path, withDestinationPath: "precious.park")
    try Data().write(to: folder.appendingPathComponent("empty.park"))
    for (name, status, words) in [
      ("link.park", 2, "`link.park` is there already"), ("inner", 5, "it is a folder"),
      ("inner --over", 5, "it is a folder"), ("/dev/full", 5, "the disk is full"),
      ("nowhere/a.park", 5, "its folder does not exist"),
    ] {
      let result = try Parkline.run(["-c", "park q area=2ha; save \(name)"], in: folder)
      #expect(result.status == status, "\(name): \(result.errors)")
      #expect(result.errors.contains(words), "\(name): \(result.errors)")
      #expect(!result.errors.contains("saved"))
    }
    #expect(try String(contentsOf: precious, encoding: .utf8) == "park p area=1ha\n")
    // Nothing is lost in an empty file, and a link stays one.
    let result = try Parkline.run(
      ["-c", "park q area=2ha; save empty.park; save /dev/null; save link.park --over"], in: folder)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.errors.hasSuffix("saved 1 statement to link.park (replaced)\n"))
    #expect(try String(contentsOf: precious, encoding: .utf8) == "park q area=2ha\n")
    let link = folder.appendingPathComponent("link.park").path
    #expect(try manager.destinationOfSymbolicLink(atPath: link) == "precious.park")
  }

  @Test("a file that is written again keeps its permissions")
  func permissions() throws {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("mode-\(UUID().uuidString).csv")
    try Data().write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
    let result = try Parkline.run(
      ["-c", "scenario start=2020 end=2021; export \"\(file.path)\" tax"])
    #expect(result.status == 0, "\(result.errors)")
    let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  @Test("bytes that are no text end a pipe with exit 5 and their line")
  func brokenPipeText() throws {
    let shell = try Parkline.run(
      "/bin/sh", ["-c", "printf 'park a area=1ha\\n\\377\\n' | '\(Parkline.path)'"])
    #expect(shell.status == 5)
    #expect(shell.errors.contains("line 2"))
  }

  @Test("doubts are counted on standard error at the end of scripts that do not ask for them")
  func doubtsAreCounted() throws {
    let one = "city c gdp=2000"
    let two = "scenario start=2020 end=2022; city c gdp=2000; set model discount=8"
    for (script, line) in [
      (one, "1 doubt: `check` says it\n"), (two, "2 doubts: `check` says them\n"),
      ("print 1 + 1", ""),
      (two + "; check", ""), (one + "; quit", "1 doubt: `check` says it\n"), ("", ""),
    ] {
      let typed = try Parkline.run(["-c", script])
      let piped = try Parkline.run([], input: script + "\n")
      for result in [typed, piped] {
        #expect(result.status == 0 && result.errors == line, "\(script): \(result.errors)")
        #expect(!result.output.contains("`check`"))
      }
      #expect(try Parkline.run(["--json-errors", "-c", script]).errors == "")
    }
    // An error is all that is said of a script that has one.
    let wrong = try Parkline.run(["-c", two + "; nonsense"])
    #expect(wrong.status == 2 && !wrong.errors.contains("doubts:"))
    // `check` says just as many.
    let checked = try Parkline.run(["-c", two + "; check"])
    #expect(checked.output.hasSuffix("consistent, with 2 doubts\n"), "\(checked.output)")
  }

  @Test("a folder on standard input is no empty script")
  func folderAsInput() throws {
    let shell = try Parkline.run("/bin/sh", ["-c", "'\(Parkline.path)' < /tmp"])
    #expect(shell.status == 5)
    #expect(shell.errors.contains("standard input cannot be read: Is a directory"))
  }
}
