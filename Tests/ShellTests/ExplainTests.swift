import TestSupport
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
      "land_income", "opex", "rebates", "refunds", "grants", "transfers", "handover", "displaced",
      "net_local", "tax", "tax.local", "tax.vat", "tax.cit", "investment", "output", "payroll",
      "value_added",
    ]
    var sums = 0
    for (index, metric) in metrics.enumerated() {
      // One of the years each, in turn; all of them where everything is tried.
      for year in Sample.isWhole ? [2021, 2023, 2027] : [[2021, 2023, 2027][index % 3]] {
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
    #expect(sums > (Sample.isWhole ? 10 : 2))
  }

  /// Credits, losses, research, refunds, what is handed over and what another city loses, all at once.
  static let remembering = """
    scenario "Past" start=2020 end=2032 step=year
    use china
    set vat refund=20%
    city town handover=25% handover_base=1M
    city old
    park site city=town area=40ha
    firm plant park=site sector=toys arrives=2020-07 jobs=350 job_growth=2% origin=old moved=60%
    firm early park=site sector=toys arrives=2019-06 jobs=120
    firm lab park=site sector=medicine arrives=2021 local_tax=8M ramp=8y
    cohort late park=site sector=toys from=2022 until=2023 firms=6 jobs=40
    """

  @Test(
    "what is taken off is added up as it is printed, or is floored and says so",
    arguments: [
      "tax.vat", "tax.cit", "tax", "refunds", "handover", "displaced", "net_local", "payroll",
    ])
  func printedDifferences(_ metric: String) {
    let conversation = Conversation(files: ["past.park": ExplainTests.remembering])
    conversation.run("past.park")
    var differences = 0
    for (index, year) in Sample.every(3, of: 2020..<2032).enumerated() {
      for depth in Sample.isWhole ? [2, 3, 5, 8] : [[2, 3, 5, 8][index]] {
        let text = conversation.say("explain \(metric)[\(year)] depth=\(depth)")
        #expect(!text.contains("not known to this version"), "\(metric)[\(year)]")
        let lines = lines(text)
        for (index, line) in lines.enumerated() where line.unit == "yuan" {
          let below = lines[(index + 1)...].prefix { $0.level > line.level }
          let parts = below.filter { $0.level == line.level + 1 }
          let isDifference =
            parts.contains { "−".contains($0.label.prefix(1)) }
            && parts.allSatisfy { $0.unit == "yuan" && !["×", "÷"].contains($0.label.prefix(1)) }
          guard isDifference else { continue }
          differences += 1
          let finest = (parts + [line]).map(\.decimals).max() ?? 0
          func scaled(_ line: Line) -> Int {
            (line.decimals..<finest).reduce(line.units) { units, _ in units * 10 }
          }
          let sum = parts.reduce(0) { sum, part in
            part.label.hasPrefix("−") ? sum - scaled(part) : sum + scaled(part)
          }
          let isFloored = line.units == 0 && sum <= 0
          #expect(
            sum == scaled(line) || isFloored, "\(metric)[\(year)] depth=\(depth): \(line.label)")
        }
      }
    }
    #expect(differences > 0 || metric == "payroll" || metric == "displaced")
  }

  @Test("what a note says to type goes on")
  func goesOn() throws {
    let conversation = Conversation(files: ["past.park": ExplainTests.remembering])
    conversation.run("past.park")
    var typed = 0
    for figure in ["tax.vat[plant, 2022]", "tax.cit[plant, 2025]", "handover[2024]"] {
      for depth in ["", " depth=12"] {
        let text = conversation.say("explain \(figure)\(depth)")
        for part in text.split(separator: "`").map(String.init)
        where part.hasPrefix("explain ") && !part.contains("\n") {
          typed += 1
          let answer = conversation.say(part)
          #expect(!answer.contains("error["), "\(part): \(answer)")
          #expect(answer.contains("└─"), "\(part): \(answer)")
        }
      }
    }
    #expect(typed > 3)
  }

  @Test("thirty years of months are explained and proved, the chain cut where it is long")
  func longChain() {
    let text = """
      scenario "Long" start=2020 end=2049 step=month
      use china
      city town
      park site city=town area=40ha
      firm plant park=site sector=toys arrives=2020-01 jobs=350 exports=100% ramp=0y
      """
    let conversation = Conversation(files: ["long.park": text])
    conversation.run("long.park")
    let answer = conversation.say("explain tax.vat[2049-12] depth=40")
    #expect(answer.contains("0.00 yuan"), "\(answer)")
    #expect(answer.split(separator: "\n").count < 1000)
    let said = conversation.say("explain tax[2049-12] --proof long.json")
    #expect(said.hasPrefix("wrote the proof"), "\(said)")
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

  @Test("no line is of branches alone, and no label or number is cut at 80 columns")
  func fullLines() {
    let conversation = Conversation(files: ["past.park": ExplainTests.remembering], width: 80)
    conversation.run("past.park")
    for figure in ["tax.vat[2022]", "tax.cit[2025]", "refunds[2022] depth=6", "handover[2026]"] {
      let text = conversation.say("explain \(figure)")
      for line in text.split(separator: "\n") {
        #expect(line.contains { !"├└─│ ".contains($0) }, "\(figure): \(text)")
        #expect(displayColumns(line) <= 80)
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
