import Diagnostics
import ParkModel
import Quantities
import Simulation

/// How the figures that matter moved with an edit: tax, jobs and investment at the horizon.
public struct Headline: Sendable {
  private let period: String
  private let tax: Int64
  private let jobs: Double
  private let investment: Int64
  /// Firms that wait at the end of the last year.
  private let waiting: Double

  /// The figures of a session's last year; nil where its scenario cannot run.
  public init?(_ session: inout Session) {
    guard session.scenario.header != nil, let projection = try? session.project(),
      let last = projection.calendar.years.last
    else { return nil }
    self.init(projection, over: last)
  }

  /// The figures of some steps of a run; nil where there are none.
  init?(_ projection: Projection, over steps: Range<Int>) {
    func figure(_ name: String) -> Figure? {
      MetricTable.metric(name, taxes: []).map { projection.series($0, over: [steps])[0].figures[0] }
    }
    guard case .money(let tax)? = figure("tax"), case .number(let jobs)? = figure("jobs"),
      case .money(let investment)? = figure("investment.cumulative"),
      case .number(let waiting)? = figure("firms.waiting")
    else { return nil }
    period = projection.calendar.label(steps)
    self.tax = tax
    self.jobs = jobs
    self.investment = investment
    self.waiting = waiting
  }

  /// `2035: tax 12.4M yuan (+1.2M yuan), jobs 350 (+350), invested to date 95M yuan`, in a second
  /// line where the terminal is too narrow.
  public func line(since before: Headline?, width: Int?) -> String {
    let old = before?.period == period ? before : nil
    return line(from: old, width: width) + queue(since: old)
  }

  /// The same, where `old` may speak of another period, without the firms that wait.
  func line(from old: Headline?, width: Int?) -> String {
    let first = "\(period): tax " + money(tax, old?.tax) + ", jobs " + count(jobs, old?.jobs) + ","
    let rest = "invested to date " + money(investment, old?.investment)
    let isNarrow = width.map { displayWidth(first + " " + rest) > $0 } ?? false
    return first + (isNarrow ? "\n      " : " ") + rest
  }

  /// That more firms wait than before, which is why figures may fall.
  private func queue(since before: Headline?) -> String {
    let more = waiting - (before?.waiting ?? 0)
    guard more >= 0.5 else { return "" }
    let count = NumberFormat.grouped(more, decimals: 0)
    let firms = count == "1" ? "1 more firm waits" : "\(count) more firms wait"
    return "\n      \(firms) at the end: `events` says for what"
  }

  private func money(_ fen: Int64, _ before: Int64?) -> String {
    let text = FigureText.scaled(Double(fen) / 100, "yuan")
    guard let before, before != fen else { return text }
    let change = Double(fen - before) / 100
    return text + " (" + (change > 0 ? "+" : "") + FigureText.scaled(change, "yuan") + ")"
  }

  private func count(_ value: Double, _ before: Double?) -> String {
    let text = NumberFormat.grouped(value, decimals: 0)
    guard let before, abs(before - value) >= 0.5 else { return text }
    let change = value - before
    return text + " (" + (change > 0 ? "+" : "") + NumberFormat.grouped(change, decimals: 0) + ")"
  }
}
