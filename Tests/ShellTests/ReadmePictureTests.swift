import Foundation
import Shell
import Testing

/// The pictures of README.md.
@Suite struct ReadmePictureTests {
  @Test("a picture of the README is what its statement draws of the study now; RECORD=1 writes it")
  func picture() throws {
    let study = try Scripts.text("Scenarios/quzhou-smart-industry-park.park")
    // The study's own files go nowhere here.
    let lines = study.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix("export ") }
    let conversation = Conversation(files: ["study.park": lines.joined(separator: "\n")])
    conversation.run("study.park")
    let answer = conversation.say("switch main", "export a.svg tax by=sector kind=areas")
    #expect(answer.contains("wrote a picture"), "\(answer)")
    let picture = try #require(conversation.file("a.svg"))
    let url = Scripts.root.appendingPathComponent("Docs/Pictures/tax-by-sector.svg")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try picture.write(to: url, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: url, encoding: .utf8) == picture)
  }
}
