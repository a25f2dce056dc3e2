import Diagnostics
import Foundation
import Reports
import TestSupport
import Testing

/// Databases of runs: Docs/Files.md.
@Suite struct RunDatabaseTests {
  private static func record(_ id: String = "a", periods: Int = 3) -> RunRecord {
    var run = RunRecord(
      sha256: id, scenario: "Test", branch: "main", engine: "0", closures: "expected", script: "")
    run.periods = (0..<periods).map { ("\(2021 + $0)-01-01", "\(2022 + $0)-01-01") }
    return run
  }

  /// Writes a run of one metric whose values are these fen.
  private static func write(
    _ id: String, _ fen: [Int64], to database: RunDatabase
  ) throws(DatabaseFailure) -> Bool {
    let rows = try database.begin(record(id, periods: fen.count))
    let metric = try rows.metric("tax", label: "tax", unit: "yuan", basis: "")
    let scope = try rows.scope("", "", title: "")
    for (place, fen) in fen.enumerated() {
      try rows.add(metric: metric, scope: scope, period: place, statistic: 0, .money(fen: fen))
    }
    return rows.isReplacing
  }

  @Test(
    "Python's sqlite3 reads everything back as it was written, and sums are exact to the fen",
    arguments: Sample.every(4, of: 0..<8))
  func readBack(seed: Int) throws {
    let connection = try DatabaseConnection(.memory([]))
    let database = try RunDatabase(connection)
    let corpus = try DatabaseCorpus(seed: UInt64(seed), to: database)
    try database.commit()
    #expect(database.count == corpus.rows.count)
    let answer = try PythonReader("read_back.py").read(
      try connection.bytes(), as: "a.sqlite",
      ["runs": corpus.runs, "rows": corpus.rows] as [String: Any])
    #expect(answer.hasSuffix("values as written\n") && !answer.hasPrefix("0"), "\(answer)")
  }

  @Test("another run is added, and the same one takes the place of what it was")
  func appends() throws {
    var bytes: [UInt8] = []
    for (id, fen, isReplacing) in [
      ("a", [1, 2, 3], false), ("b", [10, 20], false), ("a", [5, 6], true),
    ] as [(String, [Int64], Bool)] {
      let connection = try DatabaseConnection(.memory(bytes))
      let database = try RunDatabase(connection)
      #expect(database.hadRuns == !bytes.isEmpty)
      #expect(try Self.write(id, fen, to: database) == isReplacing)
      try database.commit()
      bytes = try connection.bytes()
    }
    let rows = try DatabaseConnection(.memory(bytes)).rows(
      "SELECT run, period_start, fen FROM figures ORDER BY run, period_start")
    #expect(
      rows == [
        ["1", "2021-01-01", "5"], ["1", "2022-01-01", "6"], ["2", "2021-01-01", "10"],
        ["2", "2022-01-01", "20"],
      ])
  }

  @Test("what is not committed is not there")
  func rollsBack() throws {
    let connection = try DatabaseConnection(.memory([]))
    let first = try RunDatabase(connection)
    _ = try Self.write("a", [1], to: first)
    try first.commit()
    let bytes = try connection.bytes()
    let again = try DatabaseConnection(.memory(bytes))
    let second = try RunDatabase(again)
    try second.clear()
    _ = try Self.write("b", [1], to: second)
    try again.execute("ROLLBACK")
    #expect(try again.rows("SELECT sha256 FROM runs") == [["a"]])
  }

  @Test(
    "a database that is somebody else's, or not as Parkline makes one, is refused as it is",
    arguments: [
      ("CREATE TABLE a (b)", "it is no database that Parkline wrote"),
      ("PRAGMA application_id = 7", "it is no database that Parkline wrote"),
      ("PRAGMA application_id = 1348563563; CREATE TABLE runs (id)", "another version"),
      (
        "PRAGMA application_id = 1348563563; PRAGMA user_version = 1; CREATE TABLE runs (id)",
        "its table `runs` is not as Parkline makes it"
      ),
      ("PRAGMA application_id = 1348563563; PRAGMA user_version = 2", "another version"),
    ])
  func foreign(_ statements: String, _ reason: String) throws {
    let connection = try DatabaseConnection(.memory([]))
    try connection.execute(statements)
    let before = try connection.bytes()
    do {
      _ = try RunDatabase(connection)
      Issue.record("taken for one of Parkline's")
    } catch {
      guard case .foreign(let text) = error else { throw error }
      #expect(text.contains(reason), "\(text)")
    }
    try connection.execute("ROLLBACK")
    #expect(try connection.bytes() == before)
  }

  @Test("the beginning of a file says whose it is")
  func headers() throws {
    let connection = try DatabaseConnection(.memory([]))
    let database = try RunDatabase(connection)
    _ = try Self.write("a", [1], to: database)
    try database.commit()
    let bytes = try connection.bytes()
    try RunDatabase.check(header: Array(bytes.prefix(RunDatabase.headerSize)))
    try RunDatabase.check(header: [])
    for header in [
      Array(bytes.prefix(99)), Array("a,b\n1,2\n".utf8), [UInt8](repeating: 0, count: 100),
    ] {
      #expect(throws: DatabaseFailure.self) { try RunDatabase.check(header: header) }
    }
  }

  @Test("a figure stands once for each period, scope and statistic")
  func twice() throws {
    let database = try RunDatabase(try DatabaseConnection(.memory([])))
    let rows = try database.begin(Self.record())
    let metric = try rows.metric("tax", label: "tax", unit: "yuan", basis: "")
    let scope = try rows.scope("", "", title: "")
    try rows.add(metric: metric, scope: scope, period: 0, statistic: 0, .number(1))
    #expect(throws: DatabaseFailure.self) {
      try rows.add(metric: metric, scope: scope, period: 0, statistic: 0, .number(1))
    }
  }

  @Test("a database that is a document is none")
  func noDocument() throws {
    let format = try #require(FileFormat.named("sqlite"))
    let failure = #expect(throws: FormatFailure.self) { try format.bytes(of: Document()) }
    guard case .needsRuns = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
  }
}
