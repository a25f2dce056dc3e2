import Foundation
import Testing

/// The table of Tests/README.md: each kind of fault that was seen has tests, and they are there.
struct FaultTableTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let number: String
    let what: String
    let file: String
    let tests: [String]
    /// Conversations among the transcripts.
    let transcripts: [String]

    var testDescription: String { "\(number): \(file)" }
  }

  static let folder = Parkline.root.appendingPathComponent("Tests")

  static let rows: [Row] = {
    let page = try? String(contentsOf: folder.appendingPathComponent("README.md"), encoding: .utf8)
    return (page ?? "").split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|", omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 6, cells[1].first?.isNumber == true else { return nil }
      let names = cells[4].matches(of: /`([^`]+)`/).map { String($0.1) }
      return Row(
        number: cells[1], what: cells[2], file: cells[3].filter { $0 != "`" },
        tests: names.filter { !$0.hasSuffix(".txt") },
        transcripts: names.filter { $0.hasSuffix(".txt") })
    }
  }()

  @Test("a test that the table names is there", arguments: rows)
  func exists(_ row: Row) throws {
    let text = try String(
      contentsOf: Self.folder.appendingPathComponent(row.file), encoding: .utf8)
    #expect(!row.tests.isEmpty)
    for test in row.tests {
      let beginning = row.file.hasSuffix(".py") ? "\ndef \(test)(" : "func \(test)("
      #expect(text.contains(beginning), "\(row.file) has no \(test)")
    }
    for name in row.transcripts {
      let path = Self.folder.appendingPathComponent("ShellTests/Transcripts/\(name)").path
      #expect(FileManager.default.fileExists(atPath: path), "\(name)")
    }
  }

  @Test("every kind from 1 to 48 has a row that says what it is, in order")
  func complete() {
    let first = Self.rows.filter { !$0.what.isEmpty }.map(\.number)
    let wanted = (1...48).flatMap { $0 == 14 ? ["14", "14b"] : ["\($0)"] }
    #expect(first == wanted)
    // What follows on a row is of the same kind.
    var number = ""
    for row in Self.rows {
      if !row.what.isEmpty { number = row.number }
      #expect(row.number == number)
    }
  }
}
