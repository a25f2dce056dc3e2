public import Diagnostics
import Quantities
public import Simulation

/// Works out what some metrics come to in every year, in a part of an ensemble's draws.
public struct PartRun: Sendable {
  private let run: EnsembleRun
  private let metrics: [Metric]
  private let years: [Range<Int>]
  private let columns: [PartHeader.Column]

  /// - Parameter central: a run of the same scenario, which says what years it has.
  public init(_ run: EnsembleRun, _ metrics: [Metric], like central: Projection) {
    self.run = run
    self.metrics = metrics
    let calendar = central.calendar
    years = calendar.years
    columns = metrics.flatMap { metric in
      calendar.years.map { year in
        PartHeader.Column(
          label: metric.name,
          period: "\(calendar.date(ofStep: year.lowerBound).text).."
            + calendar.date(ofStep: year.upperBound).text,
          unit: metric.row.isMoney
            ? "\(metric.row.unit), prices of \(central.priceYear)" : metric.row.unit)
      }
    }
  }

  /// The part. Throws where `stop` asks: half a part is none.
  ///
  /// - Parameter identity: what the scenario is, as `PartHeader.identity` says it.
  public func part(
    _ shard: Shard, engine: String, identity: String, threads: Int, stop: StopSignal
  ) throws(Diagnostic) -> EnsemblePart {
    let settings = run.settings
    let range = shard.draws(of: settings.draws)
    let memory = StatisticsMemory.perColumn(of: columns.count)
    let header = PartHeader(
      engine: engine, scenario: identity, seed: settings.seed, method: settings.sampling.rawValue,
      draws: settings.draws, range: range, memory: memory, columns: columns)
    var statistics = columns.map { _ in ColumnStatistics(memory: memory) }
    var start = range.lowerBound
    while start < range.upperBound {
      let part = start..<min(range.upperBound, start + EnsembleRun.chunk(threads: threads))
      let (metrics, years) = (metrics, years)
      let rows = run.results(of: part, within: range, threads: threads, stop: stop) { draw in
        draw.result.map { projection in
          metrics.flatMap { projection.series($0, over: years)[0].figures }
        }
      }
      try stop.check()
      for (draw, row) in zip(part, rows) {
        for index in statistics.indices {
          switch row {
          case .failure(let problem): statistics[index].addMissing(problem.message.text, draw: draw)
          case .success(let figures):
            if case .undefined(let reason) = figures[index] {
              statistics[index].addMissing(reason.text, draw: draw)
            } else {
              statistics[index].add(figures[index].value ?? .nan, draw: draw)
            }
          }
        }
      }
      start = part.upperBound
    }
    return EnsemblePart(header, statistics)
  }
}
