import Diagnostics
import Foundation
import Testing

/// What differs on purpose from Python's `wcwidth`: spacing marks, such as the vowel signs of Tamil
/// that stand behind or before their consonant. It counts 0 for one alone and 1 for one in a word;
/// glibc, tmux and what is built on them count 1 always, as a font gives it room of its own.
private func differs(_ scalar: Unicode.Scalar) -> Bool {
  scalar.properties.generalCategory == .spacingMark
}

@Test("every code point is as wide as Python's wcwidth holds it, and spacing marks take a column")
func everyCodePoint() throws {
  let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Widths.txt")
  var expected = [Int](repeating: 1, count: 0x110000)
  for line in try String(contentsOf: url, encoding: .utf8).split(separator: "\n").dropFirst() {
    let parts = line.split(separator: " ")
    let low = try #require(Int(parts[0], radix: 16))
    let high = try #require(Int(parts[1], radix: 16))
    let width = try #require(Int(parts[2]))
    for code in low...high { expected[code] = width }
  }
  var others: [String] = []
  for code in UInt32(0)..<0x110000 {
    guard let scalar = Unicode.Scalar(code) else { continue }
    let wanted = differs(scalar) ? 1 : expected[Int(code)]
    let width = displayWidth(scalar)
    if width != wanted { others.append("\(String(code, radix: 16)): \(width), not \(wanted)") }
  }
  #expect(others.isEmpty, "\(others.joined(separator: "\n"))")
}
