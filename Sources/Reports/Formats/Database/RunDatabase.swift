import CSQLite

/// A database of runs in a transaction: what is added counts once it is committed, all of it or
/// nothing (Docs/Decisions/0142).
public final class RunDatabase {
  private let connection: DatabaseConnection
  /// How many values were added.
  public private(set) var count = 0
  /// Whether there were runs in it before.
  public let hadRuns: Bool

  /// Waits until nobody else writes; makes the tables where there are none. Throws, and changes nothing,
  /// where it is not as Parkline makes one.
  public init(_ connection: DatabaseConnection) throws(DatabaseFailure) {
    self.connection = connection
    try connection.execute("BEGIN IMMEDIATE")
    let application = try RunDatabase.number("PRAGMA application_id", connection)
    let items = try connection.rows("SELECT type, name, sql FROM sqlite_schema")
    if application == 0, items.isEmpty {
      try connection.execute(RunSchema.statements)
      hadRuns = false
      return
    }
    guard application == Int64(RunSchema.application) else { throw .foreign(RunDatabase.elses) }
    let version = try RunDatabase.number("PRAGMA user_version", connection)
    guard version == Int64(RunSchema.version) else {
      throw .foreign("another version of Parkline wrote it")
    }
    for item in RunSchema.items {
      guard items.contains([item.kind, item.name, item.text]) else {
        throw .foreign("its \(item.kind) `\(item.name)` is not as Parkline makes it")
      }
    }
    hadRuns = try RunDatabase.number("SELECT count(*) FROM runs", connection) != 0
  }

  /// Why somebody else's file is refused.
  static let elses = "it is no database that Parkline wrote"

  /// Throws where the first bytes of a file say that somebody else wrote it.
  public static func check(header: [UInt8]) throws(DatabaseFailure) {
    guard header.isEmpty || RunSchema.isOwn(header) else { throw .foreign(elses) }
  }

  /// Bytes of a file that `check` wants to see.
  public static let headerSize = 100

  /// Takes every run out of it.
  public func clear() throws(DatabaseFailure) {
    for table in ["\"values\"", "runs", "metrics", "scopes"] {
      try connection.execute("DELETE FROM \(table)")
    }
  }

  /// Begins a run, which takes the place of the same one.
  public func begin(_ run: RunRecord) throws(DatabaseFailure) -> RunRows {
    let known = try DatabaseStatement("SELECT id FROM runs WHERE sha256 = ?", connection)
      .number([.text(run.sha256)])
    if let known {
      try DatabaseStatement("DELETE FROM \"values\" WHERE run = ?", connection)
        .run([.integer(known)])
    }
    var number = known ?? 0
    if known == nil {
      number = (try RunDatabase.number("SELECT max(id) FROM runs", connection) ?? 0) + 1
    }
    try DatabaseStatement(
      """
      INSERT OR REPLACE INTO runs VALUES
        (?, ?, ?, ?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), ?, ?, ?, ?, ?, ?, ?, ?)
      """, connection
    ).run([.integer(number)] + RunDatabase.values(of: run))
    return try RunRows(
      number, of: run, isReplacing: known != nil, connection, count: { [self] in count += 1 })
  }

  /// Makes it count.
  public func commit() throws(DatabaseFailure) {
    try connection.checkStop()
    try connection.execute("COMMIT")
  }

  /// What the columns of `runs` have, behind the first.
  private static func values(of run: RunRecord) -> [DatabaseStatement.Value] {
    let year: DatabaseStatement.Value = run.priceYear.map { .integer(Int64($0)) } ?? .null
    let draws: DatabaseStatement.Value = run.draws.map { .integer(Int64($0)) } ?? .null
    let seed: DatabaseStatement.Value = run.seed.map { .integer($0) } ?? .null
    let sampling: DatabaseStatement.Value = run.sampling.map { .text($0) } ?? .null
    return [
      .text(run.sha256), .text(run.scenario), .text(run.branch), .text(run.engine), year,
      .integer(run.isNominal ? 1 : 0), .text(run.closures), draws, seed, sampling,
      .text(run.notes.joined(separator: "\n")), .text(run.script),
    ]
  }

  private static func number(
    _ question: String, _ connection: DatabaseConnection
  ) throws(DatabaseFailure) -> Int64? {
    try DatabaseStatement(question, connection).number([])
  }
}
