import Diagnostics
import Foundation
import Reports
import TestSupport
import Testing

private let reader = PythonReader("read_back.py")
private let hasReader = reader.isThere

/// Runs a reader on a workbook and what is expected of it.
private func read(
  _ workbook: Workbook, _ expected: Any?, _ arguments: [String] = [],
  by reader: PythonReader = reader
) throws -> String {
  try reader.read(try workbook.bytes(), as: "corpus.xlsx", expected, arguments)
}

private let needed: Comment =
  "python3 needs openpyxl for this: apt-get install python3-openpyxl"

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
  let (workbook, expected) = tables(seed: UInt64(seed))
  let answer = try read(workbook, expected, ["--sums"])
  #expect(answer.hasSuffix("sums as carried\n") && !answer.hasPrefix("0"), "\(answer)")
}

/// Whether LibreOffice is there.
private let hasOffice = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
  .contains { FileManager.default.isExecutableFile(atPath: "\($0)/soffice") }

@Test(
  "LibreOffice works every sum out again and comes to what it carries",
  .enabled(if: hasReader && hasOffice && Sample.isWhole, "for WHOLE=1 where LibreOffice is"))
func recalculated() throws {
  let answer = try read(tables(seed: 1).workbook, nil, by: PythonReader("recalculate.py"))
  #expect(answer.hasSuffix("formulas as carried\n") && !answer.hasPrefix("0"), "\(answer)")
}

/// Tables in each layout, magnitude and number of scopes, and of each the fen and places of its amounts.
private func tables(seed: UInt64) -> (workbook: Workbook, expected: [[Int64]]) {
  var random = SeededGenerator(seed: seed)
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
  return (workbook, expected)
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
