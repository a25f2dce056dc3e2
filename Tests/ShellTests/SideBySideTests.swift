import Diagnostics
import Foundation
import Testing

@testable import Shell

/// Every command and kind in both languages, one below the other: `SideBySide.txt` is for reading.
@Suite struct SideBySideTests {
  /// Statements one after another, with an answer of every command.
  static let statements = [
    "demo", "help table", "show smart", "list", "check", "events", "assumptions smart",
    "table tax, jobs years=2026..2028", "print tax[2030]", "plot tax", "last csv",
    "explain jobs[2030] depth=2", "appraise discount=5%", "audit tax[2030]", "now", "advance 1y",
    "rewind", "history", "log", "branch late", "set p2 delay=18 months", "diff main late",
    "compare main late tax years=2030", "bridge main late tax[2030]", "branches", "switch main",
    "merge late", "undo", "redo", "undo",
    "goal tax[2030] == 3bn yuan by tenants.firms within 10 to 500",
    "switching tax[2030] == 3bn yuan among tenants.jobs, followers.firms",
    "sweep tenants.firms=100..300 step=100 jobs[2030]",
    "tornado tax[2030] top=4", "observe tax[2024] value=18亿元", "backtest",
    "calibrate tenants.jobs in 10 to 100", "assume pace = 0.5 to 1", "assume share = 10% to 30%",
    "set tenants firms=160 * pace", "correlate pace share 0.3", "ensemble draws=64",
    "expect tax[2030] > 2bn yuan", "sobol jobs[2030]", "draw 3", "switch main", "worst tax[2030]",
    "switch main", "best tax[2030]", "switch main", "discover tax[2030] < 2.8bn yuan",
    "branch later", "set p3 delay=2y", "switch main", "regret tax[2030] among main, later",
    "evpi tax[2030] among main, later",
    "robust tax[2030] by smart.opex in 0 to 3% size=4 rounds=2 draws=8", "ensemble off",
    "city longyou gdp=300亿元/year", "travel to-longyou from=quzhou to=longyou time=30min",
    "rail side from=quzhou to=[longyou] opens=2028 saves=10min",
    "park hills city=longyou area=20ha", "phase hills-1 park=hills start=2026 complete=2027",
    "sector lamps output_per_job=60万元/year margin=5%",
    "firm bulbs park=hills sector=toys arrives=2028 jobs=100",
    "cohort makers park=hills sector=toys from=2028 until=2031 firms=10 jobs=20",
    "boost fair park=hills from=2028 attraction=5%",
    "incentive free park=hills type=rebate schedule={0y: 50%, 3y: 0%}",
    "enclave pair park=hills host=longyou home=quzhou share=30%",
    "link chain between=[smart, hills] complementarity=50%",
    "screen dense park=hills min_investment=300万元/亩",
    "tax toll base=output rate=0.1% local=100%",
    "metric heads = jobs + jobs.indirect", "unit crate = 3 m2", "cite bulbs \"said by its owner\"",
    "set model agglomeration=5%", "model agglomeration=5%",
    "scenario \"again\" start=2020 end=2030", "use germany",
    "rename bulbs lights", "unset lights jobs", "edit", "remove lights", "save a.park",
    "export a.csv tax", "report a.html", "open a.park", "replay b.park",
    "import firms firms.csv park=hills sector=toys arrives=2028",
    "record a.txt", "recover", "verify a.csv", "format units=万", "timer off", "new", "tour", "quit",
  ]

  private func answer(_ conversation: Conversation, _ statement: String) -> String {
    "parkline> \(statement)\n" + conversation.say(statement)
  }

  @Test(
    "every command is answered in both languages, as it stands in SideBySide.txt; RECORD=1 writes it"
  )
  func together() throws {
    let said = Set(SideBySideTests.statements.map { String($0.prefix { $0 != " " }) })
    let missing = CommandTable.names.filter { !said.contains($0) }
    #expect(missing.isEmpty, "nothing of \(missing)")
    let files = [
      "firms.csv": "name,jobs\nwheels,50\n", "b.park": "city kaihua gdp=150亿元/year\n",
    ]
    let (english, other) = (Conversation(files: files), Conversation(files: files))
    other.say("format language=zh")
    var text = ""
    for statement in SideBySideTests.statements {
      text +=
        answer(english, statement) + "\n" + answer(other, typed(statement, inChinese: true)) + "\n"
    }
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("SideBySide.txt")
    let kept = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    if ProcessInfo.processInfo.environment["RECORD"] == "1", text != kept {
      try text.write(to: url, atomically: true, encoding: .utf8)
      return
    }
    #expect(text == kept, "SideBySide.txt differs; RECORD=1 writes it")
  }
}
