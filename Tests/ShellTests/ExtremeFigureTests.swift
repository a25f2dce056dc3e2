import Diagnostics
import Testing

/// Whatever is asked with the largest and the smallest numbers, no answer says `inf` or `nan`, and no
/// `expect` holds because two figures are both beyond all numbers (Tests/README.md, 44).
@Suite struct ExtremeFigureTests {
  private static let stage = [
    "scenario \"s\" start=2020 end=2030", "use china", "city c gdp=10bn yuan/year",
    "park p city=c area=100ha",
    "phase p1 park=p area=100ha investment=1bn start=2020 complete=2020",
    "firm f park=p sector=toys arrives=2021 jobs=10",
  ]

  @Test(
    "no answer says inf or nan",
    arguments: [
      #"print 1e308 ha in m2"#,
      #"print 1e308 * 10"#,
      #"print 1e308 + 1e308"#,
      #"print exp(1000)"#,
      #"print 1e300^2"#,
      #"print -1e308 - 1e308"#,
      #"print 1e308 ha + 1e308 ha"#,
      #"print 1e308亿元"#,
      #"print 1e308亿"#,
      #"print 1e305亿"#,
      #"unit U = 1e-300 yuan; print 1e100 in U"#,
      #"unit U = 1e300 yuan; print 1e100 U in yuan"#,
      #"unit U = 1e300 yuan; print 1e100 U"#,
      #"unit U = 1e-300 yuan; table tax[2025] in U"#,
      #"unit U = 1e-300 yuan; print tax[2025] in U"#,
      #"unit U = 1e-300 yuan; print tax in U"#,
      #"unit U = 1e-305 yuan; table tax in U"#,
      #"unit U = 1e-305 yuan; explain tax[2025] in U"#,
      #"unit U = 1e-320 yuan; explain tax[2025] / 1 U"#,
      #"expect 1e308 ha in m2 == 1e308 ha in m2"#,
      #"expect 1e308 * 10 > 1"#,
      #"expect tax[2025] * 1e308 > 1"#,
      #"expect tax * 1e308 * 1e308 > 1"#,
      #"expect not (tax * 1e308 * 1e308 < 1)"#,
      #"print tax * 1e308"#,
      #"print sum(tax * 1e300)"#,
      #"print mean(tax * 1e307)"#,
      #"print cumulative(tax * 1e300)"#,
      #"print npv(tax * 1e300)"#,
      #"print irr((tax - investment) * 1e300)"#,
      #"print growth(tax * 1e300)"#,
      #"print growth(tax / 1e300 / 1e300)"#,
      #"print max(tax*1e308)"#,
      #"explain tax[2025] * 1e308"#,
      #"explain tax[2025] / 1e308 / 1e308"#,
      #"explain sum(tax*1e300)"#,
      #"explain npv(tax*1e300)"#,
      #"explain (tax[2025] * 1e300)^3 --proof -"#,
      #"explain sum(tax * 1e300) --proof -"#,
      #"explain exp(tax[2025]/ 1 yuan) --proof -"#,
      #"assume g = 1e308; print g * 10"#,
      #"assume g = normal(1e308, 1e308); print g"#,
      #"assume g = lognormal(1e308, 1e308); print g"#,
      #"assume g = 1e308 to 1.7e308; print g"#,
      #"assume g = -1e308 to 1e308; print g"#,
      #"assume g = ramp(2020: 1e308, 2030: -1e308); print g"#,
      #"assume g = ramp(2020: 1e308, 2030: -1e308); print tax*g"#,
      #"assume g = triangular(-1e308, 0, 1e308); print g"#,
      #"assume g = beta(1e308, 1e308); print g"#,
      #"assume g = uniform(-1.7e308, 1.7e308); print g"#,
      #"assume g = pert(-1.7e308, 0, 1.7e308); print g"#,
      #"set f jobs=1e308; print jobs"#,
      #"set f jobs=1e15; print output"#,
      #"set p area=1e308ha; print land.serviced"#,
      #"set p1 investment=1e308; print investment"#,
      #"set p1 investment=1e308 yuan; print tax"#,
      #"set c gdp=1e308 yuan/year; print market_potential[c]"#,
      #"set c gdp=1e300 yuan/year; print market_potential[c] * 1e300"#,
      #"metric m = tax*1e300; table m"#,
      #"metric mm = tax*1e300*1e300; table mm"#,
      #"metric mm = tax*1e300*1e300; export - mm"#,
      #"metric mm = tax*1e300*1e10; export - mm"#,
      #"metric mm = jobs*1e308; table mm; last csv"#,
      #"metric mm = jobs*1e308; table mm; last json"#,
      #"compare main main jobs*1e307"#,
      #"print ln(0)"#,
      #"print sqrt(-1)"#,
      #"print 0^-1"#,
      #"print 0/0"#,
      #"print tax[2025]/0"#,
      #"print 1e308 yuan/mu in yuan/km2"#,
      #"print 1e308 yuan in fen"#,
      #"print 1e308 tce/万元 in tce/元"#,
      #"print 1e-308/1e308"#,
      #"print 5e-324 m2 in km2"#,
      #"print 1e308y in months"#,
      #"print 1e308km2 in mu"#,
      #"format decimals=20; print 1e308"#,
      #"print mean({2020: 1e308, 2021: 1e308})"#,
      #"print if(1e308 * 10 > 1, 1, 2)"#,
      #"print max(1e308 ha, 1m2) in m2"#,
      #"print tax[2025] in fen * 1"#,
      #"set model discount=1e308; print npv(tax)"#,
      #"print npv(tax, 1e308)"#,
      #"print npv(tax, -99.99999999%)"#,
      #"print npv(tax*1e250, -99.99999999%)"#,
      #"appraise discount=1e300"#,
      #"appraise horizon=1e300"#,
    ])
  func finite(_ statements: String) {
    let conversation = Conversation()
    conversation.say(ExtremeFigureTests.stage)
    let answer = conversation.say(statements.split(separator: ";").map(String.init))
    #expect(conversation.exit != .fault)
    let words = answer.lowercased().split { !$0.isLetter && $0 != "_" && $0 != "-" }
    let bad = words.filter { ["inf", "-inf", "nan", "infinity", "-infinity"].contains($0) }
    #expect(bad.isEmpty, "\(answer.prefix(400))")
    if statements.hasPrefix("expect") {
      #expect(answer.contains("error["), "\(statements) holds: \(answer)")
    }
  }

  @Test("fen that are asked for are fen, and a schedule has a mean")
  func unitsAsked() {
    let conversation = Conversation()
    conversation.say(ExtremeFigureTests.stage)
    #expect(conversation.say("print 2 yuan in fen") == "200 fen\n")
    let yuan = conversation.say("print tax[2025]")
    let fen = conversation.say("print tax[2025] in fen")
    #expect(yuan.contains("yuan") && fen.contains("fen"), "\(yuan)\(fen)")
    conversation.say("assume g = {2020: 5%, 2025: 3%}")
    // Five of the eleven years at 5 %, six at 3 %.
    #expect(conversation.say("print mean(g)").hasPrefix("0.03909"))
    #expect(conversation.say("print min(g)").hasPrefix("0.03"))
    #expect(conversation.say("print at(g, 2027)").hasPrefix("0.03"))
    #expect(!conversation.say("explain mean(g)").contains("error["))
  }

  @Test("what is joined by many operators is explained side by side")
  func longSums() {
    let conversation = Conversation()
    conversation.say(ExtremeFigureTests.stage)
    let sum = Array(repeating: "jobs[2025]", count: 300).joined(separator: " + ")
    let answer = conversation.say("explain " + sum)
    #expect(answer.contains("and 291 more"), "\(answer.suffix(300))")
    let metrics = (1..<400).map { "metric c-\($0) = " + ($0 == 1 ? "jobs" : "c-\($0 - 1) + 1") }
    let script = ExtremeFigureTests.stage + metrics + ["print c-99[2025]", "print c-399[2025]"]
    let run = Conversation(files: ["a.park": script.joined(separator: "\n") + "\n"])
    #expect(run.run("a.park").split(separator: "\n").count == 2)
    #expect(run.exit == .done)
  }
}
