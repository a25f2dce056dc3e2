import Diagnostics
import Foundation
import ParkModel
import Testing

/// Statements that go wrong, each with what is said of them. `RECORD=1` writes the file anew.
private let transcript = URL(filePath: #filePath).deletingLastPathComponent()
  .appending(path: "Errors.txt")

private func transcripts() throws -> [[String]] {
  try String(contentsOf: transcript, encoding: .utf8).split(separator: "\n\n----\n\n").map {
    $0.split(separator: "\n\n>>\n\n", maxSplits: 1).map(String.init)
  }
}

private func said(of text: String) -> String {
  let rendered = problem(text).map { DiagnosticRenderer().render($0) } ?? "nothing\n"
  return String(rendered.dropLast())
}

@Test("every error says what is wrong, where, and what to type instead")
func everyError() throws {
  let cases = try transcripts()
  if ProcessInfo.processInfo.environment["RECORD"] == "1" {
    let text = cases.map { "\($0[0])\n\n>>\n\n\(said(of: $0[0]))" }.joined(
      separator: "\n\n----\n\n")
    try Data((text + "\n").utf8).write(to: transcript)
    Issue.record("recorded; read the difference")
    return
  }
  for entry in cases {
    var expected = try #require(entry.last)
    while expected.last == "\n" { expected.removeLast() }
    #expect(expected.hasPrefix("error[") && said(of: entry[0]) == expected)
  }
}

@Test(
  "every kind of error of the language and the model has a transcript",
  arguments: [
    "bad-distribution", "cannot-remove", "cannot-rename", "chained", "circular", "circular-tax",
    "conflict", "declared-twice", "division-by-zero",
    "empty-list", "empty-schedule", "ends-before-start", "in-use", "library-needed",
    "missing-attribute",
    "missing-name",
    "missing-unit", "missing-value", "mixed-keys", "name", "no-such-date", "no-value",
    "not-a-constant", "not-a-step",
    "not-one-number", "not-set", "not-straight", "out-of-order", "out-of-range",
    "result-among-inputs", "shares-do-not-add-up", "syntax",
    "too-deep", "too-large", "twice", "unclosed", "unknown-attribute", "unknown-choice",
    "unknown-function",
    "unknown-library", "unknown-name", "unknown-option", "unknown-unit", "wrong-count",
    "wrong-dimension",
    "wrong-kind", "wrong-park",
  ])
func everySlug(slug: String) throws {
  #expect(try transcripts().contains { $0.last?.hasPrefix("error[\(slug)]") == true })
}
