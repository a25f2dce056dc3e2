import CSQLite

/// A statement of SQL that is ready, with its values in the places of its question marks, which count
/// from 1.
final class DatabaseStatement {
  let handle: OpaquePointer
  /// Open as long as its statements.
  private let connection: DatabaseConnection

  init(_ text: String, _ connection: DatabaseConnection) throws(DatabaseFailure) {
    var made: OpaquePointer?
    let code = sqlite3_prepare_v2(connection.handle, text, -1, &made, nil)
    guard let made else {
      try connection.check(code)
      throw .other("there is no statement in `\(text)`")
    }
    handle = made
    self.connection = connection
  }

  deinit { sqlite3_finalize(handle) }

  /// Runs on to the next row; false at the end.
  func step() throws(DatabaseFailure) -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code:
      try connection.check(code)
      return false
    }
  }

  /// Runs it to its end with these values, and makes it ready again.
  func run(_ values: [Value]) throws(DatabaseFailure) {
    for (place, value) in values.enumerated() { bind(value, at: Int32(place + 1)) }
    defer { sqlite3_reset(handle) }
    while try step() {}
  }

  /// The number that it answers to these values; nil where there is none.
  func number(_ values: [Value]) throws(DatabaseFailure) -> Int64? {
    for (place, value) in values.enumerated() { bind(value, at: Int32(place + 1)) }
    defer { sqlite3_reset(handle) }
    guard try step() else { return nil }
    return sqlite3_column_int64(handle, 0)
  }

  enum Value {
    case text(String)
    case integer(Int64)
    case null
  }

  func bind(_ value: Value, at place: Int32) {
    switch value {
    case .text(var text):
      // With its length, for a text may have a NUL in it.
      text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) {
          _ = csqlite_bind_copy(
            handle, place, $0.baseAddress ?? UnsafePointer(bitPattern: 1), Int32($0.count))
        }
      }
    case .integer(let number): sqlite3_bind_int64(handle, place, number)
    case .null: sqlite3_bind_null(handle, place)
    }
  }

  /// A column of the row at hand, which counts from 0.
  func text(_ column: Int32) -> String? {
    guard let start = sqlite3_column_text(handle, column) else { return nil }
    let count = Int(sqlite3_column_bytes(handle, column))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }
}
