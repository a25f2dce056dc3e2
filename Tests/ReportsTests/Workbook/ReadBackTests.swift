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

private let hasReader = ((try? run([]))?.status ?? 1) == 0

@Test(
  "openpyxl and the standard library read everything back as it was written",
  .enabled(if: hasReader, "python3 needs openpyxl for this: apt-get install python3-openpyxl"),
  arguments: Sample.every(4, of: 0..<8))
func readBack(seed: Int) throws {
  let corpus = WorkbookCorpus(seed: UInt64(seed))
  let folder = FileManager.default.temporaryDirectory
    .appending(path: "parkline-workbook-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let file = folder.appending(path: "corpus.xlsx")
  let expected = folder.appending(path: "corpus.json")
  try Data(try corpus.workbook.bytes()).write(to: file)
  let properties = [
    "title": corpus.workbook.title, "creator": corpus.workbook.author,
    "subject": corpus.workbook.subject, "description": corpus.workbook.comments,
    "created": "2021-07-01 00:00:00",
  ]
  try JSONSerialization.data(
    withJSONObject: ["sheets": corpus.expected, "properties": properties]
  ).write(to: expected)
  let answer = try run([file.path, expected.path])
  #expect(answer.status == 0 && answer.output.contains("cells as written"), "\(answer.output)")
}
