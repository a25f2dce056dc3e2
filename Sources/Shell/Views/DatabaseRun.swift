import Analysis
import Diagnostics
import Ensembles
import ParkModel
import Quantities
import Reports
import Simulation

/// A run that is asked for, ready to go into a database: the figures of a request in one branch.
struct DatabaseRun {
  private(set) var record: RunRecord
  private let request: ViewRequest
  private let projection: Projection
  private let scenario: Scenario
  /// What draws say; nil for a plain run.
  private let answers: EnsembleAnswers?
  private let statistics: [Statistic]

  /// Works the run out: of the branch at hand.
  init(_ request: ViewRequest, _ session: inout Session) throws(Diagnostic) {
    self.request = request
    scenario = session.scenario
    projection = try session.project(request.view)
    record = RunRecord(
      sha256: request.runID(of: scenario, branch: session.branch), scenario: scenario.title,
      branch: session.branch, engine: Engine.version, closures: request.view.closures.rawValue,
      script: scenario.script)
    record.isNominal = request.view.isNominal
    record.priceYear = request.basisText.priceYear(request.figures)
    let calendar = projection.calendar
    record.periods = request.periods.map {
      (
        calendar.date(ofStep: $0.lowerBound).text, calendar.date(ofStep: $0.upperBound).text
      )
    }
    guard let draws = try session.draws(request.view) else {
      answers = nil
      statistics = []
      return
    }
    let settings = draws.ensemble.run.settings
    let answers = try EnsembleAnswers(request, projection, draws)
    self.answers = answers
    statistics = request.statistics(settings, usual: FileTable.statistics)
    record.draws = settings.draws
    record.seed = Int64(clamping: settings.seed)
    record.sampling = settings.sampling.rawValue
    record.notes = answers.notes.map(\.text)
    record.statistics += statistics.map { "\($0)" }
  }

  /// Sentences that belong to its figures.
  var notes: [Table.Note] { answers?.notes ?? [] }

  /// Puts it into a database; whether the same run was there.
  func write(to database: RunDatabase, _ path: String) throws(Diagnostic) -> Bool {
    let rows = try Files.database(path) { () throws(DatabaseFailure) in try database.begin(record) }
    var written: Set<String> = []
    // A figure that is named twice is one.
    for (index, figure) in request.figures.enumerated() where written.insert(figure.label).inserted
    {
      let columns: [(statistic: Int, series: FigureSeries)]
      switch answers?.figures[index].answer {
      case nil: columns = [(0, try request.series(figure, projection, by: request.division))]
      case .ofAll(let series): columns = [(0, series)]
      case .ofDraws(let draws):
        columns = statistics.enumerated().map { ($0 + 1, draws.series($1)) }
      }
      try Files.database(path) { () throws(DatabaseFailure) in
        try write(columns, of: figure, to: rows)
      }
    }
    return rows.isReplacing
  }

  /// The title of a scope; empty where it has none. Levels are no declarations.
  private func title(of name: String, _ kind: String, _ part: Series) -> String {
    guard !kind.isEmpty, kind != Division.level.rawValue, !part.isRemainder else { return "" }
    return scenario.entity(named: name)?.title ?? ""
  }

  /// The values of a figure: of each part, period and statistic.
  private func write(
    _ columns: [(statistic: Int, series: FigureSeries)], of figure: FigureRequest, to rows: RunRows
  ) throws(DatabaseFailure) {
    guard let first = columns.first?.series else { return }
    let bases = request.basisText.bases(figure.basis)
    let metric = try rows.metric(
      figure.name, label: figure.label, unit: first.unit,
      basis: bases.map(\.word).joined(separator: ", "))
    let scopes = figure.scopes(in: projection)
    for (place, part) in first.series.enumerated() {
      let (kind, name) = FileTable.scope(of: part, request, scopes)
      let scope = try rows.scope(kind, name, title: title(of: name, kind, part))
      for period in request.periods.indices {
        for (statistic, series) in columns {
          try rows.add(
            metric: metric, scope: scope, period: period, statistic: statistic,
            series.series[place].figures[period].cell)
        }
      }
    }
  }
}
