import Foundation
import Testing

/// Files of tables: Language 6.
@Suite struct ExportTests {
  private func export(_ arguments: String) -> [[String]] {
    let conversation = Conversation(files: ["stage.park": CommandTests.stage])
    conversation.run("stage.park")
    let answer = conversation.say("export out.csv \(arguments)")
    #expect(answer.hasPrefix("wrote "), "\(answer)")
    let text = conversation.file("out.csv") ?? ""
    #expect(text.hasSuffix("\n"))
    return text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// Yuan with two decimals as whole fen.
  private func fen(_ text: String) -> Int? {
    let parts = text.split(separator: ".")
    guard parts.count == 2, parts[1].count == 2 else { return nil }
    return Int(parts[0] + parts[1])
  }

  @Test("wide has a row a period and a column a metric with its unit")
  func wide() {
    let rows = export("tax, jobs, occupancy years=2020..2022")
    #expect(
      rows[0] == [
        "period_start", "period_end", "tax (yuan)", "jobs (jobs)", "occupancy (share)",
      ])
    #expect(rows.count == 4)
    #expect(rows[1][0] == "2020-01-01")
    #expect(rows[1][1] == "2021-01-01")
    // p2 is complete a year late, so nobody is there in 2020: nothing over nothing is undefined.
    #expect(rows[1][2] == "0.00")
    #expect(rows[1][3] == "0")
  }

  @Test("tidy has a value a row, and no totals")
  func tidy() {
    let rows = export("tax by=level layout=tidy years=2025")
    #expect(
      rows[0].joined(separator: ",")
        == "scenario,branch,scope_kind,scope,metric,period_start,period_end,unit,value")
    #expect(rows.dropFirst().map { $0[3] } == ["central", "province", "local"])
    #expect(rows[1][...2] == ["Test", "main", "level"])
    #expect(rows.dropFirst().allSatisfy { $0[7] == "yuan" })
  }

  @Test(
    "the parts add up to the whole, to the fen",
    arguments: ["firm", "jurisdiction", "level", "park", "phase", "sector", "tax"])
  func addsUp(_ division: String) {
    let whole = export("tax per=step layout=tidy").dropFirst()
    let parts = export("tax by=\(division) per=step layout=tidy").dropFirst()
    for row in whole {
      let sum = parts.filter { $0[5] == row[5] }.compactMap { fen($0[8]) }.reduce(0, +)
      #expect(fen(row[8]) == sum, "\(row[5])")
    }
  }

  @Test("wide rows of many periods have the figures of tidy ones, made piece by piece")
  func pieces() throws {
    // More figures than are asked for at once; what belongs to no firm is there in some years only.
    let firms = (1...150).map {
      "firm f-\($0) park=p sector=toys arrives=\(2020 + $0 % 7) jobs=\($0)"
    }
    let conversation = Conversation(files: [
      "many.park":
        "scenario \"T\" start=2020 end=2059 step=month\nuse china\ncity q gdp=100亿元/year\n"
        + "park p city=q area=900ha\nphase one park=p area=20ha investment=1亿元 start=2021 complete=2022\n"
        + firms.joined(separator: "\n") + "\nmetric each = tax / (jobs + 1)\n"
    ])
    #expect(!conversation.run("many.park").contains("error["))
    let words = "tax, investment, each by=firm per=step"
    conversation.say("export w.csv \(words)", "export t.csv \(words) layout=tidy")
    func cells(_ name: String) throws -> [[String]] {
      try #require(conversation.file(name)).split(separator: "\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
    }
    var tidy: [String: String] = [:]
    for row in try cells("t.csv").dropFirst() { tidy["\(row[4]) \(row[3]) \(row[5])"] = row[8] }
    let wide = try cells("w.csv")
    #expect(wide[0].dropFirst(3) == ["tax (yuan)", "investment (yuan)", "each (yuan/job)"])
    #expect(wide.count == 1 + 480 * 151)
    var different = 0
    for row in wide.dropFirst() {
      for (place, metric) in ["tax", "investment", "each"].enumerated()
      where row[3 + place] != tidy["\(metric) \(row[2]) \(row[0])"] ?? "" { different += 1 }
    }
    #expect(different == 0)
  }

  @Test("an undefined value is an empty cell")
  func undefined() {
    let rows = export("occupancy years=2018 layout=tidy")
    #expect(rows[1].last == "")
  }

  @Test("a title that a spreadsheet would run gets an apostrophe, and numbers never do")
  func guarded() {
    let conversation = Conversation(
      files: [
        "stage.park": CommandTests.stage.replacingOccurrences(of: "\"Test\"", with: "\"=1+1\"")
      ])
    conversation.run("stage.park")
    conversation.say("export out.csv tax layout=tidy", "export raw.csv tax layout=tidy --raw")
    #expect(conversation.file("out.csv")?.contains("\n'=1+1,") == true)
    #expect(conversation.file("raw.csv")?.contains("\n=1+1,") == true)
  }

  @Test("--excel gives a byte-order mark and CRLF")
  func excel() {
    let conversation = Conversation(files: ["stage.park": CommandTests.stage])
    conversation.run("stage.park")
    conversation.say("export out.csv tax --excel")
    let text = conversation.file("out.csv") ?? ""
    #expect(text.unicodeScalars.first == "\u{FEFF}")
    #expect(text.components(separatedBy: "\r\n").count == 20)
  }
}
