import Foundation
import Testing

/// The conversations shown in the documents happen as they are shown.
@Suite struct DocumentTests {
  @Test(
    "a document's conversations go as it shows them",
    arguments: [
      "README.md", "README.zh.md", "Docs/Changes.md", "Docs/Language.md",
      "Docs/Tutorial-uncertainty.md", "Docs/Tutorial.md", "Docs/Tutorial.zh.md",
      "Docs/Validation.md",
    ])
  func shownAsItGoes(_ path: String) throws {
    let text = try Scripts.text(path)
    let blocks = Document.conversations(in: text)
    #expect(!blocks.isEmpty, "\(path) shows no conversation")
    // One document is one session: what a block declares, the next may use.
    var now = text
    let conversation = Conversation(files: try Scripts.all())
    for block in blocks {
      let answer = Document.cut(
        conversation.transcript(of: Transcript(block).lines), like: block)
      #expect(answer == block, "\(path) shows something else; RECORD=1 rewrites it")
      now = now.replacingOccurrences(of: block, with: answer)
    }
    if ProcessInfo.processInfo.environment["RECORD"] == "1", now != text {
      try now.write(
        to: Scripts.root.appendingPathComponent(path), atomically: true, encoding: .utf8)
    }
  }
}

enum Document {
  /// An answer with a line of dots in the place of what a block leaves out: as many lines before and behind
  /// it as there are in the block.
  static func cut(_ answer: String, like block: String) -> String {
    let lines = block.split(separator: "\n", omittingEmptySubsequences: false)
    guard let dots = lines.firstIndex(of: "…") else { return answer }
    let all = answer.split(separator: "\n", omittingEmptySubsequences: false)
    let behind = lines.count - dots - 1
    guard all.count > dots + behind else { return answer }
    return (all.prefix(dots) + ["…"] + all.suffix(behind)).joined(separator: "\n")
  }

  /// The fenced blocks that begin with a prompt, without their fences.
  static func conversations(in text: String) -> [String] {
    var blocks: [String] = []
    var current: [Substring]?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        if let lines = current, lines.first.flatMap(Transcript.said) != nil {
          blocks.append(lines.joined(separator: "\n") + "\n")
        }
        current = current == nil ? [] : nil
      } else {
        current?.append(line)
      }
    }
    return blocks
  }
}
