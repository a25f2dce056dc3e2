import Foundation
import Shell
import Testing

/// What is commonly mistyped is answered by what works.
@Suite struct SlipTests {
  private static let stage = [
    "scenario \"Slips\" start=2021 end=2025", "city longyou", "city hangzhou",
    "park east city=longyou area=10ha",
    "sector gears jobs_per_area=100/ha output_per_job=80万元/year",
    "firm one park=east sector=gears arrives=2021 jobs=100",
    "branch late", "switch main",
  ]

  /// A wrong line and what its help says to type.
  struct Slip: CustomTestStringConvertible, Sendable {
    var line: String
    var meant: String
    var testDescription: String { line }
  }

  static let slips: [Slip] = {
    let text = (try? Scripts.text("Tests/ShellTests/Slips.txt")) ?? ""
    let blocks = text.split(separator: "\n\n")
    return blocks.compactMap { block in
      let lines = block.split(separator: "\n").filter { !$0.hasPrefix("#") }
      guard lines.count == 2 else { return nil }
      return Slip(line: String(lines[0]), meant: String(lines[1]))
    }
  }()

  @Test("a slip is an error whose help works when it is typed", arguments: slips)
  func works(_ slip: Slip) throws {
    let conversation = Conversation(files: ["x.park": "city quzhou\n"])
    // What begins a study needs an empty stage.
    if !slip.meant.hasPrefix("scenario") { conversation.say(SlipTests.stage) }
    let answer = conversation.say(slip.line)
    #expect(answer.contains("error[") || answer.contains("warning["), "\(answer)")
    let help = answer.split(separator: "\n").filter { $0.hasPrefix("help: ") }
    #expect(help.count == 1, "\(answer)")
    #expect(help.first.map { says(String($0), slip) } == true, "\(answer)")
    let next = conversation.say(slip.meant)
    #expect(!next.contains("error["), "\(next)")
  }

  /// Whether a help shows what was meant: the whole line, or what goes into the place of a piece of
  /// the wrong one.
  private func says(_ help: String, _ slip: Slip) -> Bool {
    let quoted = help.split(separator: "`", omittingEmptySubsequences: false)
    guard quoted.count == 3 else { return false }
    let text = String(quoted[1])
    if text == slip.meant { return true }
    let start = slip.line.commonPrefix(with: slip.meant)
    return slip.meant.ranges(of: text).contains { range in
      slip.line.hasSuffix(slip.meant[range.upperBound...])
        && slip.meant[..<range.lowerBound].count <= start.count
    }
  }

  @Test("there are slips to check") func thereAreSome() {
    #expect(SlipTests.slips.count >= 150)
  }
}
