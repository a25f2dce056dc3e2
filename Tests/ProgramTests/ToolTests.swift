import Foundation
import Testing

/// `parkline fmt` and `parkline check`, and errors for programs: Language 7 and 8.
@Suite struct ToolTests {
  /// Runs the program in a folder of its own with these files; what it did, and the files after it.
  private func run(
    _ arguments: [String], with files: [String: String] = [:], input: String = ""
  ) throws -> (result: Parkline.Result, files: [String: String]) {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("tools-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files {
      try text.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }
    let result = try Parkline.run(arguments, input: input, in: folder)
    var after: [String: String] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      after[name] = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    }
    return (result, after)
  }

  private static let untidy = "park  a area=１ha # x\npark bcd area=2ha#y\n"
  private static let tidy = "park a   area=1ha  # x\npark bcd area=2ha  #y\n"

  // MARK: fmt

  @Test("fmt lays files out in place and says nothing")
  func inPlace() throws {
    let (result, files) = try run(
      ["fmt", "a.park", "b.park"], with: ["a.park": ToolTests.untidy, "b.park": ToolTests.tidy])
    #expect(result.status == 0 && result.output.isEmpty && result.errors.isEmpty)
    #expect(files == ["a.park": ToolTests.tidy, "b.park": ToolTests.tidy])
  }

  @Test("fmt without a file, and with `-`, goes from standard input to standard output")
  func streams() throws {
    for arguments in [["fmt"], ["fmt", "-"]] {
      let result = try run(arguments, input: ToolTests.untidy).result
      #expect(result.status == 0)
      #expect(result.output == ToolTests.tidy)
    }
  }

  @Test("fmt --check names what would change, changes nothing and exits with 4")
  func checks() throws {
    let before = ["a.park": ToolTests.untidy, "b.park": ToolTests.tidy]
    let (result, files) = try run(["fmt", "--check", "a.park", "b.park"], with: before)
    #expect(result.status == 4)
    #expect(result.output == "a.park\n")
    #expect(files == before)
    #expect(try run(["fmt", "--check", "b.park"], with: before).result.status == 0)
  }

  @Test("a script that does not read stays as it is, with exit 2; the others are laid out")
  func unreadable() throws {
    let broken = "park a area=\nprint  1 +\n"
    let (result, files) = try run(
      ["fmt", "a.park", "b.park"], with: ["a.park": broken, "b.park": ToolTests.untidy])
    #expect(result.status == 2)
    #expect(result.errors.contains("a.park:1:13") && result.errors.contains("a.park:2:11"))
    #expect(files == ["a.park": broken, "b.park": ToolTests.tidy])
  }

  @Test("fmt exits with 5 where there is no file, and a script called fmt runs as ./fmt")
  func names() throws {
    #expect(try run(["fmt", "none.park"]).result.status == 5)
    let result = try run(["./fmt"], with: ["fmt": "print 1 + 1\n"]).result
    #expect(result.status == 0 && result.output == "2\n")
  }

  @Test("the scenarios of the project are laid out")
  func scenarios() throws {
    let folder = Parkline.root.appendingPathComponent("Scenarios")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".park") }
    #expect(!names.isEmpty)
    let result = try Parkline.run(["fmt", "--check"] + names.sorted(), in: folder)
    #expect(result.status == 0, "\(result.output)\(result.errors)")
  }

  // MARK: check

  @Test("check finds every error of each script, prints no result and writes nothing")
  func findsAll() throws {
    let good = "scenario start=2020 end=2021\nprint tax[2020]\nsave copy.park\nexport out.csv tax\n"
    let bad =
      "park p area=1\nfirm f park=p sector=toys arrives=2020\nprint 1 / 0\nexport o.csv tax\n"
    let (result, files) = try run(
      ["check", "good.park", "bad.park"], with: ["good.park": good, "bad.park": bad])
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(files.keys.sorted() == ["bad.park", "good.park"])
    #expect(result.errors.contains("error[missing-unit]"))
    #expect(result.errors.contains("error[division-by-zero]"))
    #expect(!result.errors.contains("`p`"), "what only follows is left out: \(result.errors)")
    #expect(try run(["check", "good.park"], with: ["good.park": good]).result.status == 0)
  }

  @Test(
    "check exits with 4 for an expectation that does not hold, 5 without a file, 2 without a name",
    arguments: [
      (["check", "a.park"], "expect 1 == 2\n", Int32(4)), (["check", "none.park"], "", 5),
      (["check"], "", 2), (["check", "a.park"], "park p city=q\n", 2),
      (["check", "a.park"], "park p\nquit\nnonsense\n", 0),
    ])
  func checkExits(_ arguments: [String], _ script: String, _ status: Int32) throws {
    #expect(try run(arguments, with: ["a.park": script]).result.status == status)
  }

  @Test("a script that is checked may replay what it has just saved")
  func savesAndReplays() throws {
    let script = "park a area=1ha\nsave copy.park\nremove a\nreplay copy.park\nset a area=2ha\n"
    let (result, files) = try run(["check", "a.park"], with: ["a.park": script])
    #expect(result.status == 0, "\(result.errors)")
    #expect(files.count == 1)
  }

  // MARK: --keep-going

  private static let script = """
    park a area=1ha
    park b area=2
    set b city=q
    tabel tax
    print (1 + 2
    save out.park
    city c gdp=5ha
    """

  @Test("--keep-going reports all errors, in a file, a pipe and -c, and nothing of it counts")
  func keepsGoing() throws {
    let script = ToolTests.script
    for (arguments, input) in [
      (["--keep-going", "a.park"], ""), (["--keep-going"], script),
      (["--keep-going", "-c", script], ""),
    ] {
      let (result, files) = try run(arguments, with: ["a.park": script], input: input)
      #expect(result.status == 2)
      let slugs = result.errors.split(separator: "\n").filter { $0.hasPrefix("error[") }
        .map { String($0.dropFirst(6).prefix { $0 != "]" }) }
      #expect(slugs == ["missing-unit", "unknown-command", "unclosed", "wrong-dimension"])
      #expect(result.errors.hasSuffix("4 errors, and 1 that only follows from them\n"))
      #expect(files.keys.sorted() == ["a.park"])
    }
  }

  @Test("what follows from an error is left out: names, figures, libraries, whole scripts")
  func followers() throws {
    for (script, errors) in [
      ("use chian\nsector own\nfirm f park=p sector=toys arrives=2020 jobs=1\npark p area=1ha", 1),
      ("scenario start=2021\nprint tax\nset scenario end=2030", 1),
      ("replay none.park\nset anything area=1ha", 1),
      ("city a gdp=\nassume g = a.gdp * 2\nprint g", 1),
      ("city a gdp=\nexpect 1 == 2\ncheck", 1),
      ("expect 1 == 2\nexpect 2 == 3", 2),
      // What only asked for something has damaged nothing.
      ("print 1/0\nexpect 1 == 2", 2),
      // Each attribute by itself, but not what they say together.
      ("park a area=1亿元 opex=5ha zz=4 urban=maybe", 4),
      ("tax t base=vat rate=5% central=150% local=50%", 1),
      ("city a gdp=\ncity b gdp=", 2),
    ] {
      let result = try run(["--keep-going", "-c", script]).result
      let count = result.errors.split(separator: "\n").count { $0.hasPrefix("error[") }
      #expect(count == errors, "\(script)\n\(result.errors)")
    }
  }

  @Test("what came behind failed questions is printed; the exit code is that of the first")
  func beforeTheFirst() throws {
    let result = try run(["--keep-going", "-c", "print 1; expect 1 == 2; print 2; nonsense"]).result
    #expect(result.output == "1\n2\n")
    #expect(result.status == 4)
  }

  @Test("behind a question with an error all others are answered")
  func answersBehindQuestions() throws {
    let script = "city a\nprint foo\nprint 2\ntable nothing by=what\nexpect 1 == 2\nprint 3"
    let result = try run(["--keep-going", "-c", script]).result
    #expect(result.output == "2\n3\n")
    #expect(result.errors.hasSuffix("4 errors\n"), "\(result.errors)")
    #expect(!result.errors.contains("left out"))
  }

  @Test("behind a declaration with an error answers are left out, and what is expected is not held")
  func leftOut() throws {
    let script =
      "print 1\ncity a gdp=\nprint 2\nexpect 1 == 1\nexport out.csv tax\nexpect a.gdp > 0"
    let (result, files) = try run(["--keep-going", "-c", script])
    #expect(result.output == "1\n" && result.status == 2 && files.isEmpty)
    #expect(result.errors.components(separatedBy: "warning[not-answered]").count == 2)
    #expect(
      result.errors.contains(
        "2 answers left out\n2 expectations could not be held, and count as not held\n"),
      "\(result.errors)")
  }

  @Test("all that is wrong with one question is said, each where it stands")
  func wholeQuestion() throws {
    let script = "print 力 + foo * bar(2)\ntable foo, tax, baz by=nothing"
    let errors = try run(["--keep-going", "-c", script]).result.errors
    for place in ["1:7", "1:11", "2:7", "2:17"] {
      #expect(errors.contains("--> command line:\(place)\n"), "\(place)\n\(errors)")
    }
    #expect(!errors.contains("`1`") && !errors.contains("tax, tax"), "\(errors)")
  }

  @Test("a mistake that a change brought is shown at the change")
  func atTheChange() throws {
    let script = """
      scenario "X" start=2021 end=2022
      city a
      park p city=a area=1ha
      sector s output_per_job=80万元/year
      firm f park=p sector=s jobs=5 arrives=2021
      unset s output_per_job
      """
    for arguments in [["--keep-going"], []] {
      let errors = try run(arguments + ["-c", script]).result.errors
      #expect(
        errors.contains("error[no-size]: nothing says how much `f` makes\n --> command line:6:7\n"))
      #expect(errors.contains("note: this goes against what is said here\n --> command line:5:6\n"))
    }
  }

  // MARK: --json-errors

  @Test("--json-errors gives one object a line, with its place in characters; Python reads them")
  func json() throws {
    let script = "city 衢州 \"\\\"引号\\\"\" gdp=12亩\npark p surface=1 ; nonsense \u{1}\u{2028}\n"
    let result = try run(["--keep-going", "--json-errors", "-c", script]).result
    #expect(result.status == 2)
    let reader = """
      import json, os, sys
      found = [json.loads(line) for line in os.environ["LINES_OF_JSON"].splitlines()]
      first, second, third = found
      assert first["slug"] == "wrong-dimension" and first["severity"] == "error", first
      assert (first["line"], first["column"], first["end_line"], first["end_column"]) == (1, 22, 1, 25), first
      assert first["file"] == "command line" and first["exit"] == 2, first
      assert first["excerpt"] == 'city 衢州 "\\\\"引号\\\\"" gdp=12亩', first
      assert first["help"][0].startswith("write for example"), first
      assert second["notes"][0]["message"].startswith("its attributes are"), second
      assert second["notes"][0]["file"] is None, second
      assert third["line"] == 2 and third["slug"] == "unknown-command", third
      """
    let check = try Parkline.run(
      "/usr/bin/env", ["python3", "-c", reader], environment: ["LINES_OF_JSON": result.errors])
    #expect(check.status == 0, "\(check.errors)\(result.errors)")
  }

  @Test("an error without a place has null for it")
  func jsonWithoutPlace() throws {
    let result = try run(["--json-errors", "none.park"]).result
    #expect(result.status == 5)
    #expect(result.errors.contains("\"file\": null, \"line\": null"))
    #expect(result.errors.hasSuffix("\"exit\": 5}\n"))
  }
}
