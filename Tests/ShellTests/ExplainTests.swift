import Testing

/// What `explain` prints.
@Suite struct ExplainTests {
  /// A printed line: how deep it stands, its label, its number in hundredths or finer, its unit.
  private struct Line {
    var level: Int
    var label: String
    var units: Int
    var decimals: Int
    var unit: String
  }

  /// The lines of a tree, as a reader reads them.
  private func lines(_ text: String) -> [Line] {
    text.split(separator: "\n").compactMap { row in
      let branch = row.prefix { "├└─│ ".contains($0) }
      let words = row.dropFirst(branch.count).split(
        separator: " ", omittingEmptySubsequences: false)
      guard let gap = words.firstIndex(of: "") else { return nil }
      let label = words[..<gap].joined(separator: " ")
      let rest = words[gap...].filter { !$0.isEmpty }
      guard let number = rest.first, number.contains(where: \.isNumber) else { return nil }
      let digits = number.filter { $0.isNumber || $0 == "-" }
      let fraction = number.split(separator: ".")
      return Line(
        level: branch.count / 3, label: label, units: Int(digits) ?? 0,
        decimals: fraction.count > 1 ? fraction[1].count : 0,
        unit: rest.count > 1 ? String(rest[1]) : "")
    }
  }

  static let figures = [
    "tax[2030]", "tax.local[2025]", "tax.vat[2030]", "net_local[2022]", "investment[2019..2021]",
    "investment.cumulative[2035]", "output[2030]", "payroll[2028]", "profit[2024]", "jobs[2030]",
    "jobs.total[2026]", "jobs.construction[2018]", "firms[2029]", "land.occupied[2030]",
    "firms[smart, 2020]", "jobs[digital, 2033]",
  ]

  /// Every account of the studies, in years in which something is posted.
  @Test(
    "the parts of every account add up to what is printed above them",
    arguments: [
      "anti-gradient", "mountain-ocean", "longyou-toy-plant", "quzhou-smart-industry-park",
    ])
  func printedAccounts(_ study: String) throws {
    let conversation = Conversation(files: try Scripts.all())
    conversation.run("Scenarios/\(study).park")
    let metrics = [
      "land_income", "opex", "rebates", "refunds", "grants", "transfers", "net_local", "tax",
      "tax.local",
      "investment", "output", "payroll", "value_added",
    ]
    var sums = 0
    for metric in metrics {
      for year in [2021, 2023, 2027] {
        let lines = lines(conversation.say("explain \(metric)[\(year)] depth=5"))
        for (index, line) in lines.enumerated() where line.unit == "yuan" {
          let below = lines[(index + 1)...].prefix { $0.level > line.level }
          let parts = below.filter { $0.level == line.level + 1 }
          let isSum =
            parts.count > 1
            && parts.allSatisfy {
              $0.unit == "yuan" && !["×", "÷", "−", "+"].contains($0.label.prefix(1))
            }
          guard isSum else { continue }
          sums += 1
          let finest = (parts + [line]).map(\.decimals).max() ?? 0
          func scaled(_ line: Line) -> Int {
            (line.decimals..<finest).reduce(line.units) { units, _ in units * 10 }
          }
          #expect(
            parts.map(scaled).reduce(0, +) == scaled(line),
            "\(metric)[\(year)]: \(line.label)")
        }
      }
    }
    #expect(sums > 10)
  }

  /// Signed lines are factors, subtrahends and divisors; the rest of a level are parts of a sum.
  @Test("the parts that are printed add up to what is printed above them", arguments: figures)
  func printedSums(_ figure: String) throws {
    let path = "Scenarios/quzhou-smart-industry-park.park"
    let conversation = Conversation(files: try Scripts.all())
    conversation.run(path)
    var sums = 0
    for depth in 1...4 {
      let lines = lines(conversation.say("explain \(figure) depth=\(depth)"))
      #expect(!lines.isEmpty)
      for (index, line) in lines.enumerated() {
        let below = lines[(index + 1)...].prefix { $0.level > line.level }
        let parts = below.filter { $0.level == line.level + 1 }
        let isSum =
          parts.count > 1
          && parts.allSatisfy { part in
            part.unit == line.unit && part.decimals == line.decimals
              && !["×", "÷", "−", "+"].contains(part.label.prefix(1))
          }
        guard isSum else { continue }
        sums += 1
        let sum = parts.reduce(0) { $0 + $1.units }
        #expect(sum == line.units, "\(figure) depth=\(depth): \(line.label)")
      }
    }
    #expect(sums > 0, "\(figure) has no sum")
  }

  @Test("no line is wider than the terminal", arguments: [40, 60, 80, 100, 132])
  func widths(_ width: Int) throws {
    let conversation = Conversation(files: try Scripts.all(), width: width)
    conversation.run("Scenarios/quzhou-smart-industry-park.park")
    for figure in ["tax.local[2030]", "jobs[2030]", "investment[2019..2021] depth=5"] {
      for line in conversation.say("explain \(figure)").split(separator: "\n") {
        #expect(displayColumns(line) <= width, "\(line)")
      }
    }
  }

  /// Columns, Chinese characters two wide.
  private func displayColumns(_ line: Substring) -> Int {
    line.unicodeScalars.reduce(0) { $0 + ((0x2E80...0xFFEF).contains($1.value) ? 2 : 1) }
  }

  @Test("a proof goes to its file, and the statement that fails writes none")
  func proofs() {
    let conversation = Conversation(files: ["stage.park": CommandTests.stage])
    conversation.run("stage.park")
    let answer = conversation.say("explain tax[2030] --proof tax.json")
    #expect(answer == "wrote the proof to tax.json\n")
    #expect(conversation.file("tax.json")?.hasPrefix("{\"parkline-proof\":\"1\"") == true)
    #expect(conversation.say("explain tax --proof other.json").contains("error[wrong-kind]"))
    #expect(conversation.file("other.json") == nil)
  }
}
