import Testing

/// `china-ranges` in the studies: a plain run takes the central values.
@Suite struct RangeStudyTests {
  private static let studies = [
    "anti-gradient", "hangzhou-quzhou-rail", "information-port-town", "longyou-toy-plant",
    "mountain-ocean", "quzhou-smart-industry-park",
  ]

  private func answers(_ study: String, ranges: Bool) throws -> String {
    let path = "Scenarios/\(study).park"
    var files = try Scripts.all()
    if ranges {
      let lines = try #require(files[path]).split(separator: "\n", omittingEmptySubsequences: false)
      let place = try #require(lines.firstIndex { $0.hasPrefix("use china") })
      files[path] =
        (lines[...place] + ["use china-ranges"] + lines[(place + 1)...]).joined(separator: "\n")
    }
    let conversation = Conversation(files: files)
    let printed = conversation.run(path)
    #expect(!printed.contains("error["), "\(printed.suffix(400))")
    return conversation.say(
      "table tax, tax.local, net_local, jobs, jobs.total, output, emissions, land.occupied per=step",
      "table tax by=sector", "print npv(net_local) in yuan", "table tax by=firm layout=wide")
  }

  @Test("a study's figures are the same with ranges, to the last digit printed", arguments: studies)
  func same(study: String) throws {
    let plain = try answers(study, ranges: false)
    #expect(plain.contains("npv") || plain.split(separator: "\n").count > 20)
    #expect(try answers(study, ranges: true) == plain)
  }
}
