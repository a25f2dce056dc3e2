import Diagnostics
import Foundation
import Shell
import Testing

/// What errors propose to type can be typed.
@Suite struct ProposalTests {
  /// Every text between backquotes in the help lines of the catalogue and of the kept conversations.
  private static let proposals: [String] = {
    var texts = ErrorCatalogue.rows.compactMap(\.rendering)
    let tests = Scripts.root.appendingPathComponent("Tests")
    var files = TranscriptTests.names.map { "ShellTests/Transcripts/\($0)" }
    files.append("ParkModelTests/Errors.txt")
    for file in files {
      let url = tests.appendingPathComponent(file)
      texts.append((try? String(contentsOf: url, encoding: .utf8)) ?? "")
    }
    var found: Set<String> = []
    for line in texts.joined(separator: "\n").split(separator: "\n")
    where line.hasPrefix("help: ") {
      let pieces = line.split(separator: "`", omittingEmptySubsequences: false)
      for (index, piece) in pieces.enumerated() where index % 2 == 1 {
        found.insert(String(piece))
      }
    }
    return found.sorted()
  }()

  /// Pieces that are part of something to type: options, endings of files, words such as `and`.
  private func isPart(_ text: String) -> Bool {
    text.hasPrefix("--") || text.hasPrefix(".") || text.allSatisfy(\.isLetter)
  }

  @Test("what stands between backquotes in a help reads as a statement, an attribute or a value")
  func proposalsRead() {
    #expect(ProposalTests.proposals.filter { !isPart($0) }.count > 60)
    for text in ProposalTests.proposals where !isPart(text) {
      let forms = [text, "park a \(text)", "print \(text)", "assume a = \(text)", "print 1\(text)"]
      #expect(forms.contains(where: reads), "\(text)")
    }
  }

  private func reads(_ statement: String) -> Bool {
    let disk = Conversation.Disk(["script": statement])
    let program = Program(
      files: disk.access, width: nil, renderer: DiagnosticRenderer(), write: { _ in },
      complain: { _ in })
    return program.format(files: ["script"], checksOnly: false) == .done
  }
}
