import Diagnostics
import Foundation
import Testing

/// Twice as much of something takes about twice the time (Tests/README.md, 46).
@Suite(.serialized) struct GrowthTests {
  /// A kind of script that was quadratic.
  struct Kind: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let lines: @Sendable (Int) -> [String]

    init(_ name: String, _ lines: @escaping @Sendable (Int) -> [String]) {
      testDescription = name
      self.lines = lines
    }
  }

  private static let stage = ["scenario start=2020 end=2030", "use china", "park p area=90ha"]

  private static func firms(_ count: Int) -> [String] {
    stage + (0..<count).map { "firm f-\($0) park=p sector=toys arrives=2021 jobs=10" }
  }

  static let kinds = [
    Kind("remove --cascade") { firms($0) + ["remove p --cascade"] },
    Kind("remove") { count in firms(count) + (0..<count).map { "remove f-\($0)" } },
    Kind("rename") { count in firms(count) + (0..<count).map { "rename f-\($0) g-\($0)" } },
    Kind("rename what others name") { count in
      stage
        + (0..<count).flatMap {
          [
            "assume a-\($0) = \($0 + 1)",
            "firm f-\($0) park=p sector=toys arrives=2021 jobs=a-\($0)",
          ]
        } + (0..<count).map { "rename a-\($0) b-\($0)" }
    },
    Kind("undo") { count in firms(count) + (0..<count).map { _ in "undo" } },
    Kind("branch") { count in stage + (0..<count).map { "branch b-\($0)" } },
    Kind("schedules") { count in
      let keys = (0..<4 * count).map { month in
        "\(1800 + month / 12)-\(month % 12 < 9 ? "0" : "")\(month % 12 + 1): \(month % 7)%"
      }
      return stage + ["assume g = {\(keys.joined(separator: ", "))}", "assume gg = g + g * 2"]
    },
    Kind("a chain of operators") { count in
      ["print " + Array(repeating: "1", count: 4 * count).joined(separator: " + ")]
    },
    Kind("explain") { count in
      [
        "scenario start=1900 end=\(1899 + count / 4)", "use china", "park p area=90ha",
        "firm f park=p sector=toys arrives=1901 jobs=10",
        "explain at(cumulative(tax), \(1899 + count / 4)) depth=9",
      ]
    },
  ]

  @Test("twice as much takes about twice the time", arguments: kinds)
  func ratio(_ kind: Kind) {
    var least = Double.infinity
    // The best of several: a machine that is busy only ever adds.
    for _ in 0..<5 where least > 2.6 {
      least = min(least, seconds(kind.lines(800)) / seconds(kind.lines(400)))
    }
    #expect(least < 2.6, "\(kind.testDescription): \(least) times the time")
  }

  @Test("lines that go on behind a backslash are read once")
  func backslashes() {
    func seconds(_ count: Int) -> Double {
      let lines = ["print 1 \\"] + Array(repeating: " + (1) \\", count: count) + [" + 1"]
      return threadSeconds {
        let conversation = Conversation()
        #expect(conversation.say(lines).hasPrefix("\(count + 2)") || count > 900)
      }
    }
    var least = Double.infinity
    for _ in 0..<5 where least > 2.6 { least = min(least, seconds(1600) / seconds(800)) }
    #expect(least < 2.6, "\(least) times the time")
  }

  private func seconds(_ lines: [String]) -> Double {
    let conversation = Conversation(files: ["a.park": lines.joined(separator: "\n") + "\n"])
    return threadSeconds {
      conversation.run("a.park")
      #expect(conversation.exit == .done)
    }
  }
}
