import Foundation
import Testing

/// Conversations kept as text: `parkline> ` and a line, then the exact answer. `RECORD=1` writes
/// the answers of today and fails, so that they are read before they count.
@Suite struct TranscriptTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Transcripts")

  static let names: [String] = {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return all.filter { $0.hasSuffix(".txt") }.sorted()
  }()

  @Test("a kept conversation goes as it went", arguments: names)
  func goesAsItWent(_ name: String) throws {
    let url = TranscriptTests.folder.appendingPathComponent(name)
    let kept = try String(contentsOf: url, encoding: .utf8)
    let now = Transcript(kept).rerun(files: try Scripts.all())
    if ProcessInfo.processInfo.environment["RECORD"] == "1", now != kept {
      try now.write(to: url, atomically: true, encoding: .utf8)
    }
    #expect(now == kept, "\(name) differs; RECORD=1 rewrites it")
  }

  @Test("there are conversations to check") func thereAreSome() {
    #expect(TranscriptTests.names.count >= 5)
  }
}

/// A conversation as text.
struct Transcript {
  let lines: [String]

  /// The lines that were said, without their prompts.
  init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .compactMap(Transcript.said)
  }

  /// What was said in a line that begins with a prompt, `parkline> ` or `parkline no-rail 2026> `, or
  /// with the dots of a statement that goes on.
  static func said(_ line: Substring) -> String? {
    if let match = line.prefixMatch(of: #/parkline( [^ >]+)*> /#) {
      return String(line[match.range.upperBound...])
    }
    if let match = line.prefixMatch(of: #/\.{4,}[(\[{"]* /#) {
      return String(line[match.range.upperBound...])
    }
    return nil
  }

  func rerun(files: [String: String]) -> String {
    Conversation(files: files).transcript(of: lines)
  }
}

/// The repository's own files.
enum Scripts {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Every script of Scenarios, by its path from the root.
  static func all() throws -> [String: String] {
    var files: [String: String] = [:]
    let folder = root.appendingPathComponent("Scenarios")
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      files["Scenarios/\(name)"] = try String(
        contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    }
    return files
  }

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }
}
