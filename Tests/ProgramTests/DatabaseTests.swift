import Foundation
import TestSupport
import Testing

/// Databases of runs on a real disk: Docs/Files.md and note 142.
@Suite struct DatabaseTests {
  private static let study = Parkline.root
    .appendingPathComponent("Scenarios/quzhou-smart-industry-park.park").path
  private static let stage = """
    scenario "Test" start=2018 end=2035; use china; city q gdp=2125亿元/year; \
    park p "园 'x' \\"=1+1\\"" city=q area=41ha; phase f park=p area=20ha investment=5.2bn start=2018 complete=2019; \
    firm maker park=p sector=digital arrives=2020 jobs=120;
    """

  private static func inFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("database-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  /// What Python's sqlite3 reads of a database, one value a line.
  private static func ask(_ question: String, _ file: String, in folder: URL) throws -> [String] {
    let script = """
      import sqlite3, sys
      database = sqlite3.connect(sys.argv[1])
      assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
      assert database.execute("PRAGMA foreign_key_check").fetchall() == []
      for row in database.execute(sys.argv[2]):
        print("|".join("" if value is None else str(value) for value in row))
      """
    let result = try Parkline.run(
      "/usr/bin/env", ["python3", "-c", script, file, question], in: folder)
    #expect(result.status == 0, "\(result.errors)")
    return result.output.split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
  }

  private static func export(_ statements: String, in folder: URL) throws -> Parkline.Result {
    try Parkline.run(["-c", stage + statements], in: folder)
  }

  private static func names(in folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test("runs are added, the same run once, and each branch in one go; nothing is left beside")
  func appends() throws {
    try Self.inFolder { folder in
      let first = try Self.export("export a.sqlite tax, jobs", in: folder)
      #expect(first.errors.contains("wrote 36 values to a.sqlite"), "\(first.errors)")
      let other = try Self.export("export a.sqlite tax by=level", in: folder)
      #expect(other.errors.contains("added 54 values to a.sqlite"), "\(other.errors)")
      let again = try Self.export("export a.sqlite tax, jobs", in: folder)
      #expect(
        again.errors.contains("wrote 36 values to a.sqlite, in the place of a run that was there"),
        "\(again.errors)")
      let both = try Self.export(
        "branch late; set f delay=1y; export a.sqlite tax, jobs --branches", in: folder)
      #expect(both.errors.contains("72 values of 2 branches"), "\(both.errors)")
      #expect(
        try Self.ask(
          "SELECT run, branch, metric, count(*) FROM figures GROUP BY 1, 2, 3", "a.sqlite",
          in: folder)
          == [
            "1|main|jobs|18", "1|main|tax|18", "2|main|tax|54", "3|late|jobs|18", "3|late|tax|18",
          ])
      #expect(try Self.names(in: folder) == ["a.sqlite"])
      let over = try Self.export("export a.sqlite tax --over", in: folder)
      #expect(over.errors.contains("wrote 18 values to a.sqlite (replaced)"), "\(over.errors)")
      #expect(try Self.ask("SELECT count(*) FROM runs", "a.sqlite", in: folder) == ["1"])
    }
  }

  @Test("what is in the database is what the tidy CSV has, and its parts add up to the fen")
  func likeTidy() throws {
    try Self.inFolder { folder in
      let figures = "tax, jobs, tax / jobs"
      for division in ["", " by=park", " by=firm"] {
        let result = try Self.export(
          "export a.csv \(figures)\(division) layout=tidy --over; "
            + "export a.sqlite \(figures)\(division) --over", in: folder)
        #expect(result.status == 0, "\(result.errors)")
        let script = """
          import csv, sqlite3
          wanted = sorted((r["scope_kind"], r["scope"], r["metric"], r["period_start"], r["period_end"],
            r["unit"], r["value"]) for r in csv.DictReader(open("a.csv", encoding="utf-8", newline="")))
          own = sorted((k, s, m, a, b, u, "" if v is None else v, f) for k, s, m, a, b, u, v, f in
            sqlite3.connect("a.sqlite").execute("SELECT scope_kind, scope, metric, period_start, "
            "period_end, unit, value, fen FROM figures"))
          assert len(own) == len(wanted) > 0, (len(own), len(wanted))
          for (*left, value, fen), (*right, text) in zip(own, wanted):
            assert left == right, (left, right)
            if fen is not None:
              assert text == f"{'-' if fen < 0 else ''}{abs(fen) // 100}.{abs(fen) % 100:02}", (fen, text)
            assert value == "" == text or float(text) == value, (left, value, text)
          """
        let read = try Parkline.run("/usr/bin/env", ["python3", "-c", script], in: folder)
        #expect(read.status == 0, "\(read.errors)")
      }
      _ = try Self.export(
        "export a.sqlite tax --over; export a.sqlite tax by=tax; export a.sqlite tax by=firm",
        in: folder)
      let sums = try Self.ask(
        "SELECT sum(fen) FROM figures GROUP BY run ORDER BY run", "a.sqlite", in: folder)
      #expect(sums.count == 3 && Set(sums).count == 1, "\(sums)")
    }
  }

  @Test("the draws of an ensemble are rows with their statistic")
  func ensemble() throws {
    try Self.inFolder { folder in
      let result = try Self.export(
        "set f investment=triangular(4bn, 5bn, 7bn); ensemble draws=40 seed=7; "
          + "export a.sqlite investment years=2018..2019 statistic=[mean, p5]", in: folder)
      #expect(result.status == 0, "\(result.errors)")
      #expect(
        try Self.ask(
          "SELECT DISTINCT statistic, draws, seed, sampling FROM figures "
            + "JOIN runs ON runs.id = run ORDER BY 1", "a.sqlite", in: folder)
          == ["mean|40|7|sobol", "p5|40|7|sobol"])
    }
  }

  @Test("what cannot be a database is left as it is, with a sentence and exit 5")
  func refused() throws {
    try Self.inFolder { folder in
      func put(_ name: String, _ text: String) throws {
        try text.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
      }
      try put("text.sqlite", "a,b\n")
      try put("left.sqlite-journal", "x")
      try FileManager.default.createDirectory(
        at: folder.appendingPathComponent("folder.sqlite"), withIntermediateDirectories: true)
      mkfifo(folder.appendingPathComponent("pipe.sqlite").path, 0o600)
      try FileManager.default.createSymbolicLink(
        atPath: folder.appendingPathComponent("link.sqlite").path, withDestinationPath: "nowhere")
      _ = try Self.ask("CREATE TABLE runs (id)", "else.sqlite", in: folder)
      let before = try Data(contentsOf: folder.appendingPathComponent("else.sqlite"))
      let names = try Self.names(in: folder)
      for (file, reason) in [
        ("text.sqlite", "it is no database that Parkline wrote"),
        ("else.sqlite", "it is no database that Parkline wrote"),
        ("folder.sqlite", "it is a folder"), ("pipe.sqlite", "a database is a file on a disk"),
        ("link.sqlite", "it is a link that leads nowhere"),
        ("none/a.sqlite", "its folder does not exist"),
        ("left.sqlite", "`left.sqlite-journal` is left of a database that is gone"),
      ] {
        for over in ["", " --over"] {
          let result = try Self.export("export \(file) tax\(over)", in: folder)
          #expect(result.status == 5 && result.errors.contains(reason), "\(file): \(result.errors)")
        }
      }
      #expect(try Self.names(in: folder) == names)
      #expect(
        try Data(contentsOf: folder.appendingPathComponent("else.sqlite")) == before)
      let safe = try Parkline.run(["--safe", "-c", Self.stage + "export a.sqlite tax"], in: folder)
      #expect(safe.status == 5 && safe.errors.contains("--safe"), "\(safe.errors)")
      let full = try Parkline.run(
        "/usr/bin/env",
        ["sh", "-c", "trap '' XFSZ; ulimit -f 8; exec \"$0\" -c \"$1\"", Parkline.path]
          + [Self.stage + "export big.sqlite tax, jobs per=step"], in: folder)
      #expect(full.status == 5 && full.errors.contains("cannot be written"), "\(full.errors)")
      #expect(try Self.names(in: folder) == names)
    }
  }

  @Test("two programs that write at once both write")
  func twoWriters() async throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("database-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let script = """
      import subprocess, sys
      program, stage = sys.argv[1:]
      running = [subprocess.Popen([program, "-c", stage
          + "".join(f"export a.sqlite tax years=2018..{2019 + number + 4 * place};" for place in range(4))],
        stderr=subprocess.PIPE) for number in range(4)]
      for one in running:
        errors = one.communicate()[1]
        assert one.returncode == 0, errors
      """
    let result = try Parkline.run(
      "/usr/bin/env", ["python3", "-c", script, Parkline.path, Self.stage], in: folder)
    #expect(result.status == 0, "\(result.errors)")
    let counts = try Self.ask(
      "SELECT count(*) FROM figures GROUP BY run ORDER BY 1", "a.sqlite", in: folder)
    #expect(counts == (2...17).map(String.init))
    #expect(try Self.names(in: folder) == ["a.sqlite"])
  }

  @Test("Ctrl-C ends the wait for another program that writes, and what is there stays")
  func interrupted() throws {
    try Self.inFolder { folder in
      let script = """
        import os, signal, sqlite3, subprocess, sys, time
        program, stage = sys.argv[1:]
        subprocess.run([program, "-c", stage + "export a.sqlite tax"], check=True, capture_output=True)
        other = sqlite3.connect("a.sqlite", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        # The threads of tests hold signals back, and what runs behind a terminal may ignore this one:
        # what they start inherits both.
        def listen():
          signal.signal(signal.SIGINT, signal.SIG_DFL)
          signal.pthread_sigmask(signal.SIG_SETMASK, [])
        waiting = subprocess.Popen([program, "-c", stage + "export a.sqlite jobs"], stderr=subprocess.PIPE,
          preexec_fn=listen)
        # While it waits nothing is said: it waits once it has the file open.
        path, end = f"/proc/{waiting.pid}/fd", time.monotonic() + 20
        def has_opened():
          return any("a.sqlite" in os.readlink(f"{path}/{one}") for one in os.listdir(path)
            if os.path.islink(f"{path}/{one}"))
        while not has_opened():
          assert time.monotonic() < end
          time.sleep(0.01)
        waiting.send_signal(signal.SIGINT)
        errors = waiting.communicate(timeout=20)[1]
        assert waiting.returncode == 130 and b"interrupted" in errors, (waiting.returncode, errors)
        other.execute("ROLLBACK")
        assert other.execute("SELECT count(*) FROM runs").fetchone() == (1,)
        """
      let result = try Parkline.run(
        "/usr/bin/env", ["python3", "-c", script, Parkline.path, Self.stage], in: folder)
      #expect(result.status == 0, "\(result.errors)")
    }
  }

  @Test(
    "a kill at any moment leaves the database as it was or with the whole run",
    arguments: Sample.every(8, of: 0..<48))
  func kill(seed: Int) throws {
    try Self.inFolder { folder in
      let script = """
        import os, random, signal, sqlite3, subprocess, sys, time
        program, stage, study, seed = sys.argv[1:]
        dice = random.Random(int(seed))
        figures = "tax, jobs, investment, output, payroll, profit, value_added by=firm per=step"
        command = [program, study, "-c", f"export a.sqlite {figures}"]
        start = time.monotonic()
        subprocess.run(command, check=True, capture_output=True)
        length = time.monotonic() - start
        whole = sqlite3.connect("a.sqlite").execute('SELECT count(*) FROM "values"').fetchone()[0]
        assert whole > 0
        for is_new in (True, False):
          if is_new:
            os.remove("a.sqlite")
          elif not os.path.exists("a.sqlite"):
            subprocess.run(command, check=True, capture_output=True)
          other = command[:-1] + [command[-1] + ("" if is_new else " --nominal")]
          running = subprocess.Popen(other, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
          time.sleep(length * dice.uniform(0.5, 1.1))
          running.send_signal(signal.SIGKILL)
          running.wait()
          names = set(os.listdir("."))
          if is_new:
            assert names <= {"a.sqlite"}, names
            if not names:
              continue
          database = sqlite3.connect("a.sqlite")
          assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
          counts = [row[0] for row in database.execute('SELECT count(*) FROM "values" GROUP BY run')]
          assert counts and set(counts) == {whole}, counts
          database.close()
          subprocess.run(other, check=True, capture_output=True)
          assert os.listdir(".") == ["a.sqlite"], os.listdir(".")
        """
      let result = try Parkline.run(
        "/usr/bin/env",
        ["python3", "-c", script, Parkline.path, Self.stage, Self.study, "\(seed)"], in: folder)
      #expect(result.status == 0, "\(result.errors)")
    }
  }
}
