import Diagnostics
public import Language
import Quantities
import Simulation

/// The periods of a question: which of them are whole, and what goes by dates alone in each.
extension FigureContext {
  /// The periods that lie within a range of steps.
  func periodsWithin(_ range: Range<Int>) -> [Range<Int>] {
    periods.filter { range.contains($0.lowerBound) && $0.upperBound <= range.upperBound }
  }

  /// `2027 (9 months)` where a period is a year that the scenario holds in part; nil for others.
  func partYear(_ period: Range<Int>) -> String? {
    guard !isPerStep, let calendar = projection?.calendar, calendar.isPartYear(period) else {
      return nil
    }
    return calendar.label(period)
  }

  /// Says where less lies in a period than somebody who named its years expects: of what is summed up, in
  /// the first and the last year; of what stands at the end, in the last.
  func remarkPartYears(of reading: MetricReading, in period: Range<Int>) {
    guard !isPerStep, let calendar = projection?.calendar else { return }
    let (first, last) = (
      calendar.year(holding: period.lowerBound), calendar.year(holding: period.upperBound - 1)
    )
    let row = reading.metric.row
    if row.kind == .stock {
      // A year that begins late ends as any other.
      guard reading.years.last, !calendar.endsYear(period.upperBound - 1),
        let part = partYear(last)
      else { return }
      remark("this is at the end of \(part): the scenario holds no more of that year")
      return
    }
    guard row.growsWithPeriod else { return }
    var parts: [String] = []
    if reading.years.first, let part = partYear(first) { parts.append(part) }
    if reading.years.last, last != first, let part = partYear(last) { parts.append(part) }
    if first == last, let part = parts.first {
      remark("this is \(part): the scenario holds no more of that year")
    } else if parts.count == 1 {
      remark("this has \(parts[0]): the scenario holds no more of that year")
    } else if parts.count == 2 {
      remark("this has \(parts[0]) and \(parts[1]): the scenario holds no more of these years")
    }
  }

  /// What is there of whole years and of steps. That something is left out is remarked.
  func wholeYears(of series: PeriodValues, for name: String) -> PeriodValues {
    let parts = series.periods.map(partYear)
    if let remark = FigureContext.remark(on: parts.compactMap(\.self), for: name) {
      self.remark(remark)
    }
    let kept = parts.indices.filter { parts[$0] == nil }
    return PeriodValues(
      periods: kept.map { series.periods[$0] }, values: kept.map { series.values[$0] })
  }

  /// What a function leaves out; nil where that is nothing.
  static func remark(on parts: [String], for name: String) -> Sentence? {
    guard !parts.isEmpty else { return nil }
    return
      parts.count == 1
      ? "`\(name)` leaves out \(parts[0]): the scenario holds no more of that year"
      : "`\(name)` leaves out \(parts.joined(separator: " and ")): the scenario holds no more of these years"
  }

  /// A schedule by date as a figure over the scenario's periods; nil where there are none.
  func series(of schedule: Schedule<Scalar>) -> PeriodValues? {
    let asked = period.map(periodsWithin) ?? periods
    guard let values = values(of: schedule, over: asked) else { return nil }
    return PeriodValues(periods: asked, values: values)
  }

  /// A schedule by date, read in the middle of each period; of money a year its part of a step among
  /// flows of steps.
  public func values(
    of schedule: Schedule<Scalar>, over periods: [Range<Int>]
  ) -> [Scalar]? {
    guard let calendar = projection?.calendar, !schedule.isByAge else { return nil }
    let share = Double(calendar.stepMonths) / 12
    return periods.map { period in
      let middle = Double(period.lowerBound + period.upperBound) / 2 * Double(calendar.stepMonths)
      let value = schedule.value(at: Double(calendar.firstMonth) + middle)
      guard isOfSteps, share < 1, case .number(let quantity) = value, quantity.dimension == .money
      else { return value }
      return .number(Quantity(quantity.value * share, quantity.unit))
    }
  }
}
