import Foundation
import Reports
import TestSupport
import Testing

/// Python with openpyxl, which `PYTHON` may name.
private let python = ProcessInfo.processInfo.environment["PYTHON"] ?? "python3"
private let reader = URL(filePath: #filePath).deletingLastPathComponent()
  .appending(path: "read_back.py").path

private func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = [python, reader] + arguments
  let pipe = Pipe()
  process.standardOutput = pipe
  process.standardError = pipe
  try process.run()
  let output = pipe.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return (process.terminationStatus, String(decoding: output, as: UTF8.self))
}

/// Runs the reader on a workbook and what is expected of it.
private func read(_ workbook: Workbook, _ expected: Any, _ arguments: [String] = []) throws
  -> String
{
  let folder = FileManager.default.temporaryDirectory
    .appending(path: "parkline-workbook-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let file = folder.appending(path: "corpus.xlsx")
  let json = folder.appending(path: "corpus.json")
  try Data(try workbook.bytes()).write(to: file)
  try JSONSerialization.data(withJSONObject: expected).write(to: json)
  return try run(arguments + [file.path, json.path]).output
}

private let needed: Comment =
  "python3 needs openpyxl for this: apt-get install python3-openpyxl"
private let hasReader = ((try? run([]))?.status ?? 1) == 0

@Test(
  "openpyxl and the standard library read everything back as it was written",
  .enabled(if: hasReader, needed),
  arguments: Sample.every(4, of: 0..<8))
func readBack(seed: Int) throws {
  let corpus = WorkbookCorpus(seed: UInt64(seed))
  let properties = [
    "title": corpus.workbook.title, "creator": corpus.workbook.author,
    "subject": corpus.workbook.subject, "description": corpus.workbook.comments,
    "created": "2021-07-01 00:00:00",
  ]
  let answer = try read(
    corpus.workbook, ["sheets": corpus.expected, "properties": properties])
  #expect(answer.hasSuffix("cells as written\n"), "\(answer)")
}

@Test(
  "sums of tables come to what they carry, and amounts to the fen to what the table has",
  .enabled(if: hasReader, needed), arguments: Sample.every(4, of: 0..<8))
func sums(seed: Int) throws {
  var random = SeededGenerator(seed: UInt64(seed))
  var workbook = Workbook()
  var expected: [[Int64]] = []
  for layout in [Workbook.TableOptions.Layout.rows, .years] {
    for magnitude in [nil] + Workbook.Magnitude.allCases {
      for scopes in [1, 3] {
        let (table, fen) = amounts(scopes: scopes, &random)
        let options = Workbook.TableOptions(
          layout: layout, magnitude: magnitude, hasTotal: true, chart: .stacked)
        workbook.sheets.append(
          Workbook.Sheet(table: table, name: "x", style: FigureStyle(), options: options))
        let places = [nil: 2, .tenThousand: 6, .million: 8, .hundredMillion: 10][magnitude] ?? 0
        expected.append([fen, Int64(places)])
      }
    }
  }
  let answer = try read(workbook, expected, ["--sums"])
  #expect(answer.hasSuffix("sums as carried\n") && !answer.hasPrefix("0"), "\(answer)")
}

/// A table of amounts of a few parts and their sum by periods and scopes, with gaps, and what its parts
/// come to in fen.
private func amounts(scopes: Int, _ random: inout SeededGenerator) -> (Table, Int64) {
  let parts = Int.random(in: 1...4, using: &random)
  let keys =
    scopes > 1 ? [Table.Column("period"), Table.Column("scope")] : [Table.Column("period")]
  var sum = Table.Column("sum", unit: "yuan", isNumeric: true)
  sum.parts = keys.count..<keys.count + parts
  let columns = (0..<parts).map { Table.Column("part \($0)", unit: "yuan", isNumeric: true) }
  var table = Table(columns: keys + columns + [sum], keys: keys.count)
  var total: Int64 = 0
  for period in 0..<Int.random(in: 1...12, using: &random) {
    for scope in 0..<scopes where Int.random(in: 0..<5, using: &random) > 0 || scope == 0 {
      let texts = ["\(2021 + period)", "scope \(scope)"].prefix(keys.count)
      var row = texts.map { Table.Cell.text($0) }
      var whole: Int64 = 0
      for _ in 0..<parts {
        let digits = Int.random(in: 0...12, using: &random)
        let fen = Int64.random(in: -9...9, using: &random) * Int64(pow(10, Double(digits))) + 7
        let isGap = Int.random(in: 0..<6, using: &random) == 0
        row.append(isGap ? .undefined : .money(fen: fen))
        whole += isGap ? 0 : fen
      }
      table.rows.append(row + [.money(fen: whole)])
      total += whole
    }
  }
  return (table, total)
}
