import CSQLite

/// The values of one run on their way into a database: each goes in as it comes, and none is kept here.
public final class RunRows {
  /// Whether the same run was there already.
  public let isReplacing: Bool
  private let connection: DatabaseConnection
  private let insert: DatabaseStatement
  private let count: () -> Void
  /// Texts that stand in many rows, as bytes that stay where they are.
  private let periods: [(start: Text, end: Text)]
  private let statistics: [Text]
  private var metrics: [[String]: Int64] = [:]
  private var scopes: [[String]: Int64] = [:]
  private var sinceLook = 0

  private typealias Text = UnsafeBufferPointer<CChar>

  init(
    _ run: Int64, of record: RunRecord, isReplacing: Bool, _ connection: DatabaseConnection,
    count: @escaping () -> Void
  ) throws(DatabaseFailure) {
    self.isReplacing = isReplacing
    self.connection = connection
    self.count = count
    periods = record.periods.map { (RunRows.lasting($0.start), RunRows.lasting($0.end)) }
    statistics = record.statistics.map(RunRows.lasting)
    insert = try DatabaseStatement(
      "INSERT INTO \"values\" VALUES (?, ?, ?, ?, ?, ?, ?, ?)", connection)
    sqlite3_bind_int64(insert.handle, 1, run)
  }

  deinit {
    sqlite3_clear_bindings(insert.handle)
    for text in periods.flatMap({ [$0.start, $0.end] }) + statistics { text.deallocate() }
  }

  /// The number of a metric, which is added where it is new.
  public func metric(
    _ name: String, label: String, unit: String, basis: String
  ) throws(DatabaseFailure) -> Int64 {
    let key = [label, unit, basis, name]
    if let known = metrics[key] { return known }
    let number = try self.number(of: key, in: "metrics", "label, unit, basis, name")
    metrics[key] = number
    return number
  }

  /// The number of a scope, which is added where it is new. That of the whole scenario is empty.
  public func scope(
    _ kind: String, _ name: String, title: String
  ) throws(DatabaseFailure) -> Int64 {
    let key = [kind, name, title]
    if let known = scopes[key] { return known }
    let number = try self.number(of: key, in: "scopes", "kind, name, title")
    scopes[key] = number
    return number
  }

  /// Adds a value: of a metric and a scope by their numbers, of a period and a statistic by their places
  /// in the record.
  public func add(
    metric: Int64, scope: Int64, period: Int, statistic: Int, _ cell: Table.Cell
  ) throws(DatabaseFailure) {
    let handle = insert.handle
    sqlite3_bind_int64(handle, 2, metric)
    sqlite3_bind_int64(handle, 3, scope)
    let (start, end) = periods[period]
    sqlite3_bind_text(handle, 4, start.baseAddress, Int32(start.count), nil)
    sqlite3_bind_text(handle, 5, end.baseAddress, Int32(end.count), nil)
    let word = statistics[statistic]
    sqlite3_bind_text(handle, 6, word.baseAddress, Int32(word.count), nil)
    if let value = cell.number, value.isFinite {
      sqlite3_bind_double(handle, 7, value)
    } else {
      sqlite3_bind_null(handle, 7)
    }
    if case .money(let fen) = cell {
      sqlite3_bind_int64(handle, 8, fen)
    } else {
      sqlite3_bind_null(handle, 8)
    }
    let code = sqlite3_step(handle)
    sqlite3_reset(handle)
    if code != SQLITE_DONE { try connection.check(code) }
    count()
    sinceLook += 1
    if sinceLook == 1000 {
      sinceLook = 0
      try connection.checkStop()
    }
  }

  private func number(
    of key: [String], in table: String, _ columns: String
  ) throws(DatabaseFailure) -> Int64 {
    let values = key.map { DatabaseStatement.Value.text($0) }
    let marks = key.map { _ in "?" }.joined(separator: ", ")
    let known = try DatabaseStatement(
      "SELECT id FROM \(table) WHERE (\(columns)) = (\(marks))", connection
    ).number(values)
    if let known { return known }
    try DatabaseStatement("INSERT INTO \(table) (\(columns)) VALUES (\(marks))", connection)
      .run(values)
    return sqlite3_last_insert_rowid(connection.handle)
  }

  private static func lasting(_ text: String) -> Text {
    let bytes = Array(text.utf8).map { CChar(bitPattern: $0) }
    // An address also of an empty text, which would be NULL without one.
    let copy = UnsafeMutableBufferPointer<CChar>.allocate(capacity: max(1, bytes.count))
    _ = copy.initialize(from: bytes)
    return Text(start: copy.baseAddress, count: bytes.count)
  }
}
