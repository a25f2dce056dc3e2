import Diagnostics
import Shell
import Testing

/// Ensembles at the prompt. Language 5.
@Suite struct EnsembleTests {
  private static let stage = """
    scenario "T" start=2018 end=2026
    use china
    park smart area=40ha
    assume boom = 80 to 160
    firm a park=smart sector=digital arrives=2019 jobs=boom
    firm b park=smart sector=toys arrives=2020 jobs=120 growth=normal(3%, 2%)
    phase p1 park=smart area=20ha investment=5bn start=2018 complete=2019 delay=0y to 1.5y

    """

  private func answers(_ questions: String, threads: Int? = nil) -> String {
    let conversation = Conversation(files: ["a.park": EnsembleTests.stage + questions])
    if let threads { conversation.use(threads: threads) }
    return conversation.run("a.park")
  }

  @Test("one, two and eight threads give the same bytes", arguments: [2, 8])
  func threads(count: Int) {
    let questions = """
      ensemble draws=90 seed=3
      correlate boom p1.delay -0.4
      table tax, jobs, chance(tax > 5M yuan) statistic=[mean, sd, p5, "p97.5"] years=2023..2025
      table tax by=firm years=2025..2025
      export - tax, jobs layout=tidy years=2025..2025
      print tax[2025]
      """
    let one = answers(questions, threads: 1)
    #expect(!one.contains("error["), "\(one)")
    #expect(answers(questions, threads: count) == one)
  }

  @Test("chances of branches stand beside each other, and figures beside them go draw by draw")
  func comparedChances() {
    let answer = answers(
      """
      ensemble draws=60
      branch late
      set a jobs=40
      compare main late chance(tax > 6M yuan), tax years=2024..2025
      ensemble seed=9
      compare main late tax years=2025..2025
      """)
    #expect(!answer.contains("error[") && !answer.contains("does not have it"), "\(answer)")
    #expect(answer.contains("chance(tax > 6M yuan)   main  late  late - main"), "\(answer)")
    #expect(answer.contains("chance late > main"), "\(answer)")
    #expect(answer.contains("their draws are no pairs"), "\(answer)")
  }

  @Test("what an appraisal is worth in a draw is what it is worth in the draw's branch")
  func worthOfDraw() {
    let answer = answers(
      """
      assume share = 20% to 60%
      set model discount=4% to 12%
      ensemble draws=1 seed=5
      appraise tax.local * share
      draw 1
      appraise tax.local * share
      """)
    #expect(!answer.contains("error["), "\(answer)")
    let worths = answer.split(separator: "\n").filter { $0.hasPrefix("net present value") }
      .map { $0.split(whereSeparator: { $0 == " " }) }
    #expect(worths.count == 2, "\(answer)")
    let own = worths.last.map { $0.dropFirst(3).prefix(2).joined(separator: " ") } ?? "?"
    #expect(answer.contains(", p50 \(own),"), "\(own) in \(answer)")
  }

  @Test("a figure without a value in some draws leaves the draws to other figures")
  func someWithoutValue() {
    let answer = answers(
      """
      ensemble draws=60
      appraise tax.local / if(boom > 110, 1, 0)
      table tax years=2025..2025
      """)
    #expect(!answer.contains("error[") && !answer.contains("could not be run"), "\(answer)")
    #expect(answer.contains("\n60 draws"), "\(answer)")
  }

  @Test("a draw as a branch has its figures as a plain run, to the fen", arguments: [1, 2])
  func branchOfDraw(draw: Int) throws {
    // Of two draws one is the lowest and one the highest.
    let conversation = Conversation(files: ["a.park": EnsembleTests.stage + "ensemble draws=2\n"])
    conversation.run("a.park")
    let drawn = conversation.say("export - tax years=2025..2025 statistic=[p0, p100]")
    let ends = drawn.split(separator: "\n").filter { $0.hasPrefix("2025-") }
      .compactMap { $0.split(separator: ",").last }
    try #require(ends.count == 2 && ends[0] != ends[1])
    let answer = conversation.say("draw \(draw)")
    #expect(answer.contains("set boom = ") && answer.contains("set b growth="), "\(answer)")
    let plain = conversation.say("export - tax years=2025..2025")
    let isEnd = ends.contains { plain.contains("2025-01-01,2026-01-01,\($0)\n") }
    #expect(isEnd, "\(plain) for \(ends)")
  }

  @Test("the worst and the best draw have the ends of what all draws have, to the fen")
  func extremes() throws {
    for (command, statistic) in [("worst", "p0"), ("best", "p100")] {
      let conversation = Conversation(files: ["a.park": EnsembleTests.stage + "ensemble draws=40\n"]
      )
      conversation.run("a.park")
      let drawn = conversation.say("export - tax years=2025..2025 statistic=\(statistic)")
      let row = try #require(drawn.split(separator: "\n").first { $0.hasPrefix("2025-") })
      let value = try #require(row.split(separator: ",").last)
      conversation.say("\(command) tax[2025]")
      let plain = conversation.say("export - tax years=2025..2025")
      #expect(
        plain.contains("2025-01-01,2026-01-01,\(value)\n"), "\(command): \(plain) for \(value)")
      #expect(conversation.say("explain tax[2025]").contains("tax[2025]"))
    }
  }

  @Test("an assumption and a branch more change no draw")
  func independence() {
    let question = "print quantile(tax[2025], 5%) in yuan\n"
    let plain = answers("ensemble draws=60\n" + question)
    #expect(!plain.contains("error["), "\(plain)")
    #expect(answers("assume other = 1 to 2\nensemble draws=60\n" + question) == plain)
    #expect(answers("ensemble draws=60\nbranch more\n" + question) == plain)
    #expect(answers("ensemble draws=60 seed=2\n" + question) != plain)
  }

  @Test("branches that are the same differ by nothing in every draw")
  func sameBranches() {
    let answer = answers("ensemble draws=50\nbranch twin\ncompare main twin tax years=2025..2025\n")
    #expect(!answer.contains("error["), "\(answer)")
    let row = answer.split(separator: "\n").first { $0.hasPrefix("2025") } ?? ""
    #expect(row.split(separator: " ").suffix(5).allSatisfy { Double($0) == 0 }, "\(answer)")
  }

  @Test("a draw that cannot be run is counted with its reason and is in no figure")
  func failures() {
    // Below the taxes that do not depend on output, a pledge cannot be met.
    let answer = answers(
      """
      firm c park=smart sector=toys arrives=2020 jobs=100 output=40M local_tax=uniform(0, 4M)
      ensemble draws=64
      print tax[2025]
      table jobs years=2025..2025
      """)
    #expect(!answer.contains("error["), "\(answer)")
    #expect(answer.contains("could not be run and is in no figure; draw "), "\(answer)")
    #expect(!answer.contains("nan"))
  }

  @Test("a park that stands on one firm is rich or poor, and that is said")
  func twoHumps() {
    let script = """
      scenario start=2020 end=2040
      use china
      park p area=9ha
      firm f park=p sector=platform arrives=2020 total_tax=100M yuan/year
      ensemble draws=400 closures=random
      print tax[2038]
      print tax[2038] == 0
      print chance(tax[2038] > 0)

      """
    let conversation = Conversation(files: ["a.park": script])
    let answer = conversation.run("a.park")
    #expect(!answer.contains("error["), "\(answer)")
    #expect(answer.contains("it has two humps: "), "\(answer)")
    let sensitivity = conversation.say("tornado tax[2038] top=1")
    #expect(!sensitivity.contains("error["), "\(sensitivity)")
  }

  @Test("one draw and two", arguments: [1, 2])
  func few(draws: Int) {
    let answer = answers(
      """
      ensemble draws=\(draws)
      print tax[2025]
      table tax years=2025..2025 statistic=[mean, sd, p5]
      print chance(tax[2025] > 1)
      """)
    #expect(!answer.contains("error[") && !answer.lowercased().contains("nan"), "\(answer)")
    #expect(
      answer.contains(draws == 1 ? "– tax sd: one draw has no spread" : "2 draws"), "\(answer)")
  }

  @Test("what is saved reads back to itself, branches and all")
  func saved() {
    let conversation = Conversation(files: ["a.park": EnsembleTests.stage])
    conversation.run("a.park")
    conversation.say(
      "ensemble draws=50 statistic=[mean, \"p97.5\"]", "correlate p1.delay boom -0.5",
      "rename boom bam", "branch calm", "set ensemble seed=9", "correlate bam p1.delay off",
      "switch main",
      "branch quiet", "ensemble off", "switch main", "save b.park")
    let first = conversation.file("b.park") ?? ""
    #expect(first.contains("correlate p1.delay bam -0.5"), "\(first)")
    #expect(first.contains("set ensemble seed=9"), "\(first)")
    let other = Conversation(files: ["b.park": first])
    #expect(!other.run("b.park").contains("error["))
    other.say("save c.park")
    #expect(other.file("c.park") == first)
  }

  @Test("undo takes an ensemble and a correlation back")
  func undone() {
    let conversation = Conversation(files: ["a.park": EnsembleTests.stage])
    conversation.run("a.park")
    let before = conversation.say("save -")
    conversation.say(
      "ensemble draws=50", "ensemble seed=4", "correlate boom p1.delay 0.5",
      "correlate boom p1.delay off", "ensemble off", "undo 5")
    #expect(conversation.say("save -") == before)
  }

  @Test(
    "Ctrl-C at a prompt keeps the draws that are done, and says how many",
    arguments: ["print tax[2025]", "print chance(tax[2025] > 1) - chance(jobs[2025] > 1e9)"])
  func interrupted(_ statement: String) throws {
    let conversation = Conversation(files: ["a.park": EnsembleTests.stage + "ensemble draws=4000\n"]
    )
    conversation.run("a.park")
    conversation.use(threads: 1)
    // The line behind an edit asks some draws of its own.
    conversation.say("print 1")
    // Far enough in the work for some blocks, and far from its end.
    var kept: String?
    for looks in [64, 256, 1024, 4096, 16_384, 65_536] {
      conversation.askAfter(looks: looks)
      let answer = conversation.say(statement)
      conversation.askNever()
      if answer.contains("of 4,000 draws: interrupted") {
        kept = answer
        break
      }
      #expect(answer.contains("error[interrupted]"), "\(answer)")
    }
    let answer = try #require(kept)
    #expect(answer.hasPrefix("mean") || answer.hasPrefix("100%"), "\(answer)")
    // Asked again it is asked of all.
    #expect(conversation.say(statement).contains("\n4,000 draws"))
  }
}
