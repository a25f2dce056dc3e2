import Diagnostics
import Foundation
import Quantities
import Reports
import TestSupport

/// A workbook of everything that a spreadsheet may stumble over, and what has to be read of it.
struct WorkbookCorpus {
  private(set) var workbook = Workbook(
    title: "Taxes & <jobs> \"衢州\"", author: "Zhang 张", subject: "a_x0007_b", comments: "id 1",
    created: CalendarDate(year: 2021, month: 7, day: 1))
  /// Of each sheet: its name, what is frozen, its charts, and its cells by their names.
  private(set) var expected: [[String: Any]] = []

  /// Pieces of texts.
  private static let pieces = [
    "=1+1", "+1", "-1", "@A1", "=HYPERLINK(\"http://a\",\"b\")", "\"", "'", ",", ";", "\n", "\r",
    "\r\n", "\t", " ", "  ", "<b>", "&amp;", "]]>", "_x0007_", "_x005F_", "_x00e9_", "_x", "_",
    "_x12345_",
    "\u{0}", "\u{7}", "\u{1B}", "\u{1F}", "\u{7F}", "\u{85}", "\u{9F}", "\u{2028}", "\u{FFFE}",
    "\u{FFFF}", "\u{FFFD}", "\u{FEFF}", "\u{202E}", "שלום", "مرحبا", "衢州", "　", "é", "e\u{301}",
    "👨‍👩‍👧‍👦", "🇨🇳", "𠮷", "0", "1e5", "TRUE", "#N/A", "a", "Z",
  ]

  init(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var sheet = Workbook.Sheet(name: "Corpus", frozenRows: 1, frozenColumns: 2)
    var cells: [String: Any] = [:]
    sheet.rows.append(
      ["text", "number", "money", "day", "share", "formula", "none"].enumerated().map {
        cells["\(Self.letters[$0])1"] = ["text", $1]
        return .text($1, style: .heading)
      })
    for row in 1...400 {
      let written = Self.row(row, &random)
      for (column, (cell, expectation)) in written.enumerated() {
        if let expectation { cells["\(Self.letters[column])\(row + 1)"] = expectation }
        if sheet.rows.count <= row { sheet.rows.append([]) }
        sheet.rows[row].append(cell)
      }
    }
    sheet.charts = [
      Workbook.Chart(
        .line, title: "A & B", horizontal: "day", vertical: "yuan",
        categories: .init(rows: 1..<401, columns: 3..<4),
        series: [.init(name: "money <", values: .init(rows: 1..<401, columns: 2..<3))]),
      Workbook.Chart(
        .columns, categories: .init(rows: 1..<9, columns: 0..<1),
        series: (1...2).map {
          .init(name: "s\($0)", values: .init(rows: 1..<9, columns: $0..<$0 + 1))
        }
      ),
    ]
    let names = [
      "corpus", "", "a/b\\c:d?e*f[g]", String(repeating: "园", count: 40), "'x'", "History",
    ]
    let written = [
      "corpus (2)", "Sheet", "a_b_c_d_e_f_g_", String(repeating: "园", count: 31), "x", "History_",
    ]
    workbook.sheets = [sheet] + names.map { Workbook.Sheet(name: $0, rows: [[.text($0)]]) }
    expected.append(["name": "Corpus", "frozen": "C2", "charts": 2, "cells": cells])
    for (name, written) in zip(names, written) {
      expected.append([
        "name": written, "frozen": "", "charts": 0, "cells": ["A1": ["text", name]],
      ])
    }
  }

  private static let letters = ["A", "B", "C", "D", "E", "F", "G"]

  private static func row(
    _ row: Int, _ random: inout SeededGenerator
  ) -> [(Workbook.Cell, [Any]?)] {
    var text = ""
    for _ in 0...Int.random(in: 0..<6, using: &random) {
      text += pieces.randomElement(using: &random) ?? ""
    }
    // Each piece alone, and some that are long.
    if row <= pieces.count { text = pieces[row - 1] }
    if row == 100 { text = String(repeating: "衢 =\"", count: 2500) }
    if row == 101 { text = String(repeating: "x", count: 32_767) }
    var kept = text
    if row == 102 {
      text = String(repeating: "🏭", count: 20_000)
      kept = String(repeating: "🏭", count: 16_383) + "…"
    }
    let bits = Double(bitPattern: random.next())
    let exponent = Double(Int.random(in: -20...20, using: &random))
    let numbers = [
      bits.isFinite ? bits : 0, Double.random(in: -1...1, using: &random) * pow(10, exponent),
      Double(Int.random(in: -1_000_000...1_000_000, using: &random)), 0.1, -0.0,
      .leastNonzeroMagnitude, 1e15, 1e21,
    ]
    let number = numbers[row % numbers.count]
    let fen = [
      Int64.random(in: -1_000_000_000...1_000_000_000, using: &random), 123_456, -5, 0, 90,
      900_719_925_474_099,
    ][row % 6]
    var date = CalendarDate.firstDay(ofMonth: Int.random(in: 22_804...27_599, using: &random))
    date.day = Int.random(in: 1...28, using: &random)
    let share = Double.random(in: 0...1, using: &random)
    let exact = Decimal(fen) / 100
    return [
      (.text(text), ["text", kept]), (.number(number), ["number", number]),
      (.money(fen: fen), ["money", "\(exact)"]), (.date(date), ["date", date.text]),
      (.share(share), ["share", share]),
      (
        .formula("SUM(B\(row + 1):C\(row + 1))&\"<\"", value: share),
        ["formula", "=SUM(B\(row + 1):C\(row + 1))&\"<\"", share]
      ),
      (.empty, nil),
    ]
  }
}
