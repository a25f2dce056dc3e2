import Diagnostics
import ParkModel
import Quantities
import Reports
import Simulation

/// How the figures that matter moved with an edit: tax, jobs and investment at the horizon.
public struct Headline: Sendable {
  private let period: String
  private let chinesePeriod: String
  private let tax: Int64
  private let jobs: Double
  private let investment: Int64
  /// Firms that wait at the end of the last year.
  private let waiting: Double
  /// Firms that screens have turned away until then.
  private let rejected: Double
  private let isNominal: Bool
  /// Of which year's prices the money is.
  private let priceYear: Int
  /// Where the same figures lie over draws of an ensemble; nil where there is none, or where they would
  /// take too long.
  private var drawn: DrawnHeadline?
  /// What each figure is in some years of the horizon; empty where that is not asked for.
  private var courses: [[Double?]] = []

  /// Years that are shown of a figure's course at most.
  private static let years = 8

  /// The figures of a session's last year; nil where its scenario cannot run.
  public init?(_ session: inout Session) {
    guard session.scenario.header != nil,
      let projection = try? session.project(session.view),
      let last = projection.calendar.years.last
    else { return nil }
    self.init(projection, over: last)
    drawn = DrawnHeadline(&session, projection, over: last)
    if session.showsBlocks { courses = Headline.courses(projection) }
  }

  /// The figures of some steps of a run; nil where there are none.
  init?(_ projection: Projection, over steps: Range<Int>) {
    func figure(_ name: String) -> Figure? {
      MetricTable.metric(name, taxes: []).map { projection.series($0, over: [steps])[0].figures[0] }
    }
    guard case .money(let tax)? = figure("tax"), case .number(let jobs)? = figure("jobs"),
      case .money(let investment)? = figure("investment.cumulative"),
      case .number(let waiting)? = figure("firms.waiting"),
      case .number(let rejected)? = figure("firms.rejected")
    else { return nil }
    period = projection.calendar.label(steps)
    chinesePeriod = projection.calendar.label(steps, isChinese: true)
    self.tax = tax
    self.jobs = jobs
    self.investment = investment
    isNominal = projection.isNominal
    priceYear = projection.priceYear
    self.waiting = waiting
    self.rejected = rejected
  }

  /// `2035: tax 12.4M yuan (+1.2M yuan), jobs 350 (+350), invested to date 95M yuan, prices of 2021`.
  /// Where the terminal is too narrow, the prices are left out first, and then there are more lines.
  public func line(
    since before: Headline?, width: Int?, settings: OutputSettings = OutputSettings()
  ) -> String {
    let old = before?.period == period ? before : nil
    let isChinese = settings.style.language == .chinese
    let line = line(from: old, width: width, settings: settings)
    let more =
      sparklines(below: line, from: old, width: width, settings) + queue(since: old, isChinese)
      + (drawn.map { [margin + $0.line(settings.style)] } ?? [])
    return
      ([line]
      + more.map { row in
        width.map { wrapped(row, to: $0, indent: margin.count).joined(separator: "\n") } ?? row
      }).joined(separator: "\n")
  }

  /// The same, where `old` may speak of another period, without the firms that wait.
  func line(from old: Headline?, width: Int?, settings: OutputSettings) -> String {
    let isChinese = settings.style.language == .chinese
    var rows = [""]
    for (label, figure) in pieces(from: old, settings) {
      let piece = label + figure
      let joined = rows[rows.count - 1] + piece
      let isWide = width.map { displayWidth(Headline.trimmed(joined)) > $0 } ?? false
      if isWide, rows != [""] { rows.append(margin + piece) } else { rows[rows.count - 1] = joined }
    }
    if rows.count == 1, !isNominal {
      let prices = isChinese ? "，\(priceYear)年价格" : ", prices of \(priceYear)"
      if width.map({ displayWidth(rows[0] + prices) <= $0 }) ?? true { rows[0] += prices }
    }
    return rows.map { row in
      let text = Headline.trimmed(row)
      guard let width else { return text }
      return wrapped(text, to: width, indent: margin.count).joined(separator: "\n")
    }.joined(separator: "\n")
  }

  /// What is said of each figure, up to the figure and from there on.
  private func pieces(
    from old: Headline?, _ settings: OutputSettings
  ) -> [(label: String, figure: String)] {
    let style = settings.style
    let isChinese = style.language == .chinese
    let words =
      isChinese ? ["税收 ", "就业 ", "累计投资 "] : ["tax ", "jobs ", "invested to date "]
    let comma = isChinese ? "，" : ", "
    return [
      (
        (isChinese ? chinesePeriod + "：" : period + ": ") + words[0],
        money(tax, old?.tax, style) + comma
      ),
      (words[1], count(jobs, old?.jobs, style) + comma),
      (
        words[2],
        money(investment, old?.investment, style)
          + (isNominal ? isChinese ? "（当年价）" : " (nominal)" : "")
      ),
    ]
  }

  /// The course of each figure over the horizon, a block a year, below the figure: where the headline is
  /// one line and all of them have room.
  private func sparklines(
    below line: String, from old: Headline?, width: Int?, _ settings: OutputSettings
  ) -> [String] {
    guard let width, !line.contains("\n"), courses.count == 3,
      courses.contains(where: { $0.contains { ($0 ?? 0) != 0 } })
    else { return [] }
    var row = ""
    var column = 0
    for ((label, figure), course) in zip(pieces(from: old, settings), courses) {
      column += displayWidth(label)
      row += String(repeating: " ", count: max(1, column - displayWidth(row)))
      // Of what is nothing all along there is no course.
      if course.contains(where: { ($0 ?? 0) != 0 }) {
        row += TextChart.sparkline(course, glyphs: .braille)
      }
      column += displayWidth(figure)
    }
    return displayWidth(row) <= width ? [row] : []
  }

  /// Each figure in as many years as are shown, evenly apart, the first and the last among them.
  private static func courses(_ projection: Projection) -> [[Double?]] {
    let all = projection.calendar.years
    guard all.count > 1 else { return [] }
    let count = min(all.count, years)
    let chosen = (0..<count).map { all[$0 * (all.count - 1) / (count - 1)] }
    return ["tax", "jobs", "investment.cumulative"].compactMap { name in
      MetricTable.metric(name, taxes: []).map { metric in
        projection.series(metric, over: chosen)[0].figures.map(\.value)
      }
    }
  }

  /// What stands before further lines: the figures stand behind the year.
  private var margin: String { String(repeating: " ", count: 6) }

  private static func trimmed(_ row: String) -> String {
    row.last == " " ? String(row.dropLast()) : row
  }

  /// That more firms wait or are turned away than before, which is why figures may fall.
  private func queue(since before: Headline?, _ isChinese: Bool) -> [String] {
    func more(_ firms: Double, _ before: Double?) -> String? {
      let more = firms - (before ?? 0)
      return more >= 0.5 ? NumberFormat.grouped(more, decimals: 0) : nil
    }
    var rows: [String] = []
    if let count = more(waiting, before?.waiting) {
      let firms = count == "1" ? "1 more firm waits" : "\(count) more firms wait"
      rows.append(
        isChinese
          ? "期末多 \(count) 家企业等候：`events` 说明所等何事" : "\(firms) at the end: `events` says for what")
    }
    if let count = more(rejected, before?.rejected) {
      let firms = count == "1" ? "1 more firm is" : "\(count) more firms are"
      rows.append(
        isChinese
          ? "另有 \(count) 家企业未获准入：`events` 说明缘由" : "\(firms) turned away: `events` says by what")
    }
    return rows.map { margin + $0 }
  }

  private func money(_ fen: Int64, _ before: Int64?, _ style: FigureStyle) -> String {
    let text = style.money(Double(fen) / 100)
    guard let before, before != fen else { return text }
    let change = Double(fen - before) / 100
    return text + Headline.bracketed((change > 0 ? "+" : "") + style.money(change), style)
  }

  private func count(_ value: Double, _ before: Double?, _ style: FigureStyle) -> String {
    let text = NumberFormat.grouped(value, decimals: 0)
    guard let before, abs(before - value) >= 0.5 else { return text }
    let change = value - before
    let shown = (change > 0 ? "+" : "") + NumberFormat.grouped(change, decimals: 0)
    return text + Headline.bracketed(shown, style)
  }

  /// What stands behind a figure, in the brackets of the language.
  private static func bracketed(_ text: String, _ style: FigureStyle) -> String {
    style.language == .chinese ? "（\(text)）" : " (\(text))"
  }
}
