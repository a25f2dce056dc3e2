public import Diagnostics
import Quantities
public import Simulation
import Synchronization

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
    let sums = Sums(columns.count, memory: memory, from: range.lowerBound)
    let (metrics, years) = (metrics, years)
    run.eachBlock(
      of: range, within: range, threads: threads, stop: stop,
      { draw in
        draw.result.map { projection in
          metrics.flatMap { projection.series($0, over: years)[0].figures }
        }
      },
      then: { rows in sums.all.withLock { $0.add(rows) } })
    try stop.check()
    return EnsemblePart(header, sums.all.withLock { $0.statistics })
  }

  /// What the draws of a part come to, added by whichever thread has some.
  private final class Sums: Sendable {
    let all: Mutex<Columns>

    init(_ count: Int, memory: Int, from first: Int) {
      let statistics = (0..<count).map { _ in ColumnStatistics(memory: memory) }
      all = Mutex(Columns(statistics: statistics, next: first))
    }
  }

  private struct Columns {
    var statistics: [ColumnStatistics]
    /// The draw that comes next.
    var next: Int

    /// Adds the figures of the next draws.
    mutating func add(_ rows: [Result<[Figure], Diagnostic>]) {
      for index in statistics.indices {
        let numbers = rows.compactMap { row -> Double? in
          guard case .success(let figures) = row else { return nil }
          return figures[index].value
        }
        guard numbers.count < rows.count else {
          statistics[index].add(numbers, firstDraw: next)
          continue
        }
        for (place, row) in rows.enumerated() { add(row, to: index, draw: next + place) }
      }
      next += rows.count
    }

    private mutating func add(
      _ row: Result<[Figure], Diagnostic>, to index: Int, draw: Int
    ) {
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
}
