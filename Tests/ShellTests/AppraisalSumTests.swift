import Testing

/// What `appraise` puts into a file adds up to the fen, line by line and budget by budget.
@Suite struct AppraisalSumTests {
  private static let benefits: Set = [
    "local tax", "land income", "passed on", "rebates", "refunds", "lost to parks", "handed over",
  ]
  private static let costs: Set = [
    "public investment", "running costs", "grants", "contributions", "set aside",
  ]

  /// The amounts of a line, a column for each budget, fen.
  private func amounts(_ fields: [Substring]) -> [Int] {
    fields.dropFirst(2).dropLast().compactMap { field in
      field.contains(".") ? Int(field.filter { $0 != "." }) : Int(field).map { $0 * 100 }
    }
  }

  @Test(
    "benefits, costs, net present value and totals are the sums of their lines",
    arguments: ["mountain-ocean", "longyou-toy-plant", "anti-gradient"],
    ["", " discount=3%", " discount=12.5%", " terminal=1234567.89", " terminal=99999"])
  func sums(_ study: String, _ options: String) throws {
    let conversation = Conversation(files: try Scripts.all())
    conversation.run("Scenarios/\(study).park")
    _ = conversation.say("appraise\(options)")
    let rows = conversation.say("last csv").split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    var lines: [String: [Int]] = [:]
    for row in rows where row.count > 3 && row[1] == "yuan" {
      lines[String(row[0])] = amounts(row)
    }
    let columns = try #require(lines["net present value"]).count
    #expect(columns > 0)
    func sum(of labels: Set<String>, _ column: Int) -> Int {
      lines.filter { labels.contains($0.key) }.reduce(0) { $0 + $1.value[column] }
    }
    for column in 0..<columns {
      let benefits = try #require(lines["benefits"])[column]
      let costs = try #require(lines["costs"])[column]
      let terminal = lines["terminal value"]?[column] ?? 0
      #expect(sum(of: Self.benefits, column) + terminal == benefits)
      #expect(sum(of: Self.costs, column) == costs)
      #expect(lines["net present value"]?[column] == benefits + costs)
    }
    guard columns > 1 else { return }
    for (label, values) in lines
    where label != "terminal value" && (options.isEmpty || options.contains("discount")) {
      guard label != "cost of a job" else { continue }
      #expect(values.dropLast().reduce(0, +) == values.last, "\(label): \(values)")
    }
  }

  @Test("the net present value is that of the flows, rounded")
  func same() throws {
    let conversation = Conversation(files: try Scripts.all())
    conversation.run("Scenarios/mountain-ocean.park")
    _ = conversation.say("appraise")
    let shown = conversation.say("last csv").split(separator: "\n").first {
      $0.hasPrefix("net present value,")
    }
    _ = conversation.say("print npv(net_local)")
    let alone = conversation.say("last csv")
    let fields = try #require(shown).split(separator: ",", omittingEmptySubsequences: false)
    #expect(alone.contains(fields[fields.count - 2]), "\(fields) \(alone)")
  }
}
