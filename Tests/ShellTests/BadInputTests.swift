import Diagnostics
import Foundation
import Shell
import Testing

/// Input that nobody would write by hand: a located error, in time that grows with the input alone.
@Suite struct BadInputTests {
  /// A kind of bad input of any size, with the error it makes and where.
  enum Kind: String, CaseIterable, Sendable {
    case brackets, chain, errors, longName, longNumber, longWord, nul, openQuote, signs, unclosed

    func text(_ size: Int) -> String {
      switch self {
      case .brackets:
        "print " + String(repeating: "(", count: size) + "1" + String(repeating: ")", count: size)
      case .chain: "print 1" + String(repeating: " + 1", count: size)
      case .errors: String(repeating: "park p prk=q\n", count: size / 10)
      case .longName: "city " + String(repeating: "n", count: size)
      case .longNumber: "print " + String(repeating: "9", count: size)
      case .longWord: String(repeating: "衢", count: size)
      case .nul: "park a area=1ha" + String(repeating: "\0", count: size)
      case .openQuote: "park a \"" + String(repeating: "q", count: size)
      case .signs: "print " + String(repeating: "-", count: size) + "1"
      case .unclosed: "print " + String(repeating: "[1, ", count: size)
      }
    }

    /// The slug and the place of the first error.
    var expected: (slug: String, place: String) {
      switch self {
      // Behind `print ` and 200 levels.
      case .brackets: ("too-deep", "1:207")
      case .chain: ("too-deep", "1:7")
      case .errors: ("unknown-attribute", "1:8")
      case .longName: ("name", "1:6")
      case .longNumber: ("too-large", "1:7")
      case .longWord: ("unknown-command", "1:1")
      case .nul: ("syntax", "1:16")
      case .openQuote: ("unclosed", "1:8")
      case .signs: ("too-deep", "1:207")
      case .unclosed: ("unclosed", "1:7")
      }
    }
  }

  /// What `check` says of a script.
  private func said(_ text: String) -> String {
    var said = ""
    let program = Program(
      files: Conversation.Disk(["bad": text]).access, width: nil, renderer: DiagnosticRenderer(),
      write: { _ in }, complain: { said += $0 })
    _ = program.check(files: ["bad"])
    return said
  }

  @Test("the error has a name, a place and few words", arguments: Kind.allCases)
  func located(_ kind: Kind) throws {
    let text = said(kind.text(10_000))
    let lines = text.split(separator: "\n")
    let (slug, place) = kind.expected
    #expect(lines.first?.hasPrefix("error[\(slug)]: ") == true, "\(text.prefix(300))")
    #expect(lines.dropFirst().first?.hasSuffix("--> bad:\(place)") == true, "\(text.prefix(300))")
    #expect(kind == .errors || text.utf8.count < 5_000)
  }

  @Test(
    "eight times the input takes about eight times as long, not its square",
    arguments: Kind.allCases)
  func proportional(_ kind: Kind) {
    func seconds(_ size: Int) -> Double {
      let text = kind.text(size)
      return threadSeconds { _ = said(text) }
    }
    var least = Double.infinity
    // The best of several: a machine that is busy only ever adds.
    for _ in 0..<3 where least >= 30 {
      // A run of so few bytes is mostly its beginning.
      least = min(least, seconds(160_000) / (seconds(20_000) + 0.002))
    }
    // The square would be 64 times.
    #expect(least < 30)
  }

  @Test(
    "bytes that are no UTF-8 are an error with their line, wherever they stand",
    arguments: [([0xFF], 1), ([0x0A, 0x0A, 0xE8, 0xA1], 3), ([0x22, 0xC0, 0xAF], 1)]
      as [([UInt8], Int)])
  func brokenBytes(_ bytes: [UInt8], _ line: Int) {
    var said = ""
    let program = Program(
      files: Files(
        read: { (_) throws(Diagnostic) in bytes }, write: { (_, _) throws(Diagnostic) in },
        list: { _ in [] }),
      width: nil, renderer: DiagnosticRenderer(), write: { _ in }, complain: { said += $0 })
    #expect(program.check(files: ["bad"]) == .file)
    #expect(said.hasPrefix("error[not-utf8]") && said.contains("line \(line) "))
  }
}
