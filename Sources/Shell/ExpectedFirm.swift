import Diagnostics
import Language
import ParkModel
import Quantities
import Reports
import Simulation

/// What is expected of a named firm in the scenario's last year, after the chance of closing, beside
/// what it has where it is still open.
struct ExpectedFirm {
  let name: String
  private let period: String
  private let chinesePeriod: String
  private let jobs: Double
  /// The chance that it is open at the end, above 0 and below 1.
  private let chance: Double
  /// Jobs at full size.
  private let full: Double

  /// Nil where the firm has not opened by then, or cannot have closed, and without jobs.
  init?(_ name: String, _ projection: Projection) {
    guard let last = projection.calendar.years.last,
      let chance = projection.chanceOpen(name, atEndOf: last.upperBound - 1), chance > 0,
      chance < 1, let metric = MetricTable.metric("jobs", taxes: []),
      let scope = projection.scope(name), scope.division == .firm,
      let jobs = projection.series(metric, in: [scope], over: [last])[0].figures[0].value,
      jobs > 0
    else { return nil }
    self.name = name
    self.jobs = jobs
    full = projection.size(of: name)?.jobs ?? jobs / chance
    self.chance = chance
    period = projection.calendar.label(last)
    chinesePeriod = projection.calendar.label(last, isChinese: true)
  }

  /// Whether what is expected is another number of jobs than what it has where it is open, as both
  /// are printed.
  var isLess: Bool { count(jobs) != count(jobs / chance) }

  /// `expected in 2030, after the chance of closing: 262 jobs; 350 if it is still open (75 %)`
  func sentence(isChinese: Bool) -> String {
    let share = NumberFormat.grouped(chance * 100, decimals: 0)
    let (all, still) = (count(jobs), count(jobs / chance))
    // On its ramp, and with lines and growth, it has another number than at full size.
    let size = count(full)
    if isChinese {
      return "\(chinesePeriod)预期（已计关停可能）：就业 \(all) 人；若仍在营为 \(still) 人（概率 \(share) %）"
        + (size == still ? "" : "，满员 \(size) 人")
    }
    return
      "expected in \(period), after the chance of closing: \(all) jobs; \(still) if it is still open "
      + "(\(share) %)" + (size == still ? "" : ", \(size) at full size")
  }

  private func count(_ value: Double) -> String { NumberFormat.grouped(value, decimals: 0) }

  /// The line below the headline after a named firm was declared or changed; nil after anything else.
  static func line(of statement: StatementText, _ session: inout Session) -> String? {
    let words = statement.tokens.prefix(2).map { $0.text(in: statement.source) }
    guard words.count == 2, let command = CommandTable.command(of: statement),
      command.kind == .firm || command.signature.isChange || command.signature.takesBack,
      session.scenario.entity(named: words[1])?.kind == .firm,
      let projection = try? session.project(), let firm = ExpectedFirm(words[1], projection),
      firm.isLess
    else { return nil }
    let isChinese = session.settings.style.language == .chinese
    let row = "      \(firm.name) " + firm.sentence(isChinese: isChinese)
    return session.width.map { wrapped(row, to: $0, indent: 6).joined(separator: "\n") } ?? row
  }
}
