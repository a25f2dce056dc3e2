import Diagnostics
import Foundation
import Language
import Testing

/// What the errors of `Errors.txt` propose to type: what stands between backquotes behind
/// `for example`.
private func proposals() throws -> [String] {
  let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Errors.txt")
  let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
  let helps = lines.filter {
    $0.hasPrefix("help: ") && $0.contains("for example") && !$0.contains("…")
  }
  return helps.flatMap { line in
    line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }
}

@Test("what an error proposes to type is a statement, an attribute or a value that reads")
func proposalsRead() throws {
  let found = try proposals()
  #expect(found.count > 20)
  for text in found {
    var reader = ArgumentReader(Script(SourceText(name: "help", text: text)).statements[0])
    if reader.isAttributeAhead {
      #expect(throws: Never.self, "\(text)") { try reader.attribute() }
    } else if text.contains("=") || text.hasPrefix("set ") {
      #expect(["name", "unknown-name", nil].contains(problem(text)?.slug), "\(text)")
      continue
    } else {
      #expect(throws: Never.self, "\(text)") { try reader.expression() }
    }
    #expect(reader.isAtEnd, "\(text)")
  }
}
