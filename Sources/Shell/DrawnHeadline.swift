import Analysis
import Diagnostics
import Ensembles
import ParkModel
import Quantities
import Reports
import Simulation

/// Where the figures that matter lie over some draws of an ensemble, behind each edit: their medians, and
/// between what they are in nine draws of ten. Fewer draws than the ensemble has, so that the prompt is
/// back at once: that is said with them.
struct DrawnHeadline: Sendable {
  private let tax: (low: Double, median: Double, high: Double)
  private let jobs: (low: Double, median: Double, high: Double)
  private let investment: (low: Double, median: Double, high: Double)
  private let draws: Int
  private let failed: Int

  /// About so much work is worth it: runs times tenants times steps.
  private static let work = 5_700
  /// As many draws at most: more move the median by less than its range says.
  private static let blocks = [1024, 512, 256, 128, 64]
  /// Fewer draws say nothing of one in twenty.
  private static let least = 20

  init?(_ session: inout Session, _ projection: Projection, over steps: Range<Int>) {
    guard let settings = EnsembleSettings(session.scenario) else { return nil }
    let size =
      projection.calendar.count
      * max(1, projection.names(of: .firm).count + projection.names(of: .phase).count)
    func draws(areTogether: Bool) -> Int? {
      let draws = DrawnHeadline.draws(
        of: settings.draws, areTogether: areTogether,
        runs: Double(DrawnHeadline.work) / Double(size))
      return draws < min(DrawnHeadline.least, settings.draws) ? nil : draws
    }
    guard draws(areTogether: true) != nil, let ensemble = try? session.ensemble(session.view),
      let draws = draws(areTogether: ensemble.run.runsTogether(stop: session.stop))
    else { return nil }
    let questions = ["tax", "jobs", "investment.cumulative"].compactMap { name in
      (try? FigureRequest(named: name, session.scenario)).map { figure in
        DrawQuestion(
          figure, of: session.scenario, over: [steps], perStep: false)
      }
    }
    guard let answered = try? ensemble.sample(draws, of: questions, stop: session.stop),
      answered.count == 3
    else { return nil }
    var found: [(low: Double, median: Double, high: Double)] = []
    for answer in answered {
      guard let statistics = answer.columns.column()?.statistics,
        case let values = statistics.quantiles([0.05, 0.5, 0.95]),
        let low = values[0], let median = values[1], let high = values[2]
      else { return nil }
      found.append((low, median, high))
    }
    (tax, jobs, investment) = (found[0], found[1], found[2])
    self.draws = answered[0].count.done
    failed = answered[0].count.failed
  }

  /// How many draws are worked out in the time of so many runs. Draws side by side take as long as four runs,
  /// and a run more for each 80 of them; alone they go on two processors.
  static func draws(of all: Int, areTogether: Bool, runs: Double) -> Int {
    let most = blocks.first { Double($0) <= (runs - 4) * 80 }
    guard areTogether, let most, all >= EnsembleRun.leastBlock else {
      return min(all, Int(runs * 2))
    }
    return min(all, most)
  }

  /// `over 200 draws: tax 11.9M yuan (9.8M to 15.2M), …: medians, and 90 % of the draws`.
  func line(_ style: FigureStyle) -> String {
    let isChinese = style.language == .chinese
    let to = isChinese ? " 至 " : " to "
    func bracketed(_ text: String) -> String { isChinese ? "（\(text)）" : " (\(text))" }
    func money(_ value: (low: Double, median: Double, high: Double)) -> String {
      style.money(value.median)
        + bracketed("\(style.money(value.low))\(to)\(style.money(value.high))")
    }
    func count(_ value: Double) -> String { NumberFormat.grouped(value, decimals: 0) }
    let people = count(jobs.median) + bracketed("\(count(jobs.low))\(to)\(count(jobs.high))")
    let number = count(Double(draws))
    guard !isChinese else {
      return "\(number) 次抽样：税收 \(money(tax))，就业 \(people)，累计投资 \(money(investment))："
        + "中位数与九成抽样的范围" + (failed > 0 ? "；\(failed) 次无法计算" : "")
    }
    return "median of \(number) draws: tax \(money(tax)), jobs \(people), "
      + "invested \(money(investment)), in brackets where 90 % lie"
      + (failed > 0 ? "; \(failed) could not be run" : "")
  }
}
