import Diagnostics
import ParkModel
import Quantities
import Simulation

/// How the figures that matter moved with an edit: tax, jobs and investment at the horizon.
public struct Headline: Sendable {
  private let year: String
  private let tax: Int64
  private let jobs: Double
  private let investment: Int64

  /// The figures of a session's last year; nil where its scenario cannot run.
  public init?(_ session: inout Session) {
    guard session.scenario.header != nil, let projection = try? session.project(),
      let last = projection.calendar.years.last
    else { return nil }
    func figure(_ name: String) -> Figure? {
      MetricTable.metric(name, taxes: []).map { projection.series($0, over: [last])[0].figures[0] }
    }
    guard case .money(let tax)? = figure("tax"), case .number(let jobs)? = figure("jobs"),
      case .money(let investment)? = figure("investment.cumulative")
    else { return nil }
    year = projection.calendar.label(last)
    self.tax = tax
    self.jobs = jobs
    self.investment = investment
  }

  /// `2035: tax 12.4M yuan (+1.2M), jobs 350 (+350), investment to date 95M yuan`.
  public func line(since before: Headline?) -> String {
    let old = before?.year == year ? before : nil
    return "\(year): tax " + money(tax, old?.tax) + ", jobs " + count(jobs, old?.jobs)
      + ", invested to date " + money(investment, old?.investment)
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
