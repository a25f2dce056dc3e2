import Analysis
import Diagnostics
import Ensembles
import Quantities
import Reports
import Simulation
import Wording

/// What the draws of an ensemble answer to the figures of a request, and what has to be said of them.
struct EnsembleAnswers {
  enum Answer {
    /// One that is worked out over all draws, such as a chance.
    case ofAll(FigureSeries)
    /// One that every draw has.
    case ofDraws(DrawColumns)
  }

  private(set) var figures: [(request: FigureRequest, answer: Answer)] = []
  /// Sentences below: what was left out, and on how many draws it all rests.
  private(set) var notes: [Table.Note] = []

  init(
    _ request: ViewRequest, _ projection: Projection, _ draws: DrawAccess
  ) throws(Diagnostic) {
    let ofDraws = request.figures.filter { !$0.basis.readsDraws }
    try draws.prepare(request.figures, request.context(projection, draws))
    let answered = try draws.answers(to: ofDraws.map { request.question($0) })
    var rest = answered[...]
    var count: Ensemble.Count?
    for figure in request.figures {
      guard !figure.basis.readsDraws, let next = rest.popFirst() else {
        let series = try request.series(figure, projection, by: request.division, draws: draws)
        figures.append((figure, .ofAll(series)))
        continue
      }
      count = next.count
      figures.append((figure, .ofDraws(next.columns)))
      notes += next.columns.remarks.map { Table.Note($0) }
      if let note = EnsembleAnswers.missing(next, of: figure) { notes.append(Table.Note(note)) }
      if let note = EnsembleAnswers.error(next.columns) { notes.append(Table.Note(note)) }
    }
    if let count { notes.append(count.note(draws.ensemble.run.settings)) }
  }

  /// A statistic of each figure; what is worked out over all draws is the same for any.
  func series(_ statistic: Statistic) -> [(figure: FigureRequest, series: FigureSeries)] {
    figures.map { figure, answer in
      switch answer {
      case .ofAll(let series): (figure, series)
      case .ofDraws(let columns): (figure, columns.series(statistic))
      }
    }
  }

  /// In how many of the draws that were run a figure has no value.
  private static func missing(
    _ answered: Ensemble.Answered, of figure: FigureRequest
  ) -> Sentence? {
    guard let missing = answered.columns.missing, missing.count > answered.count.failed,
      missing.count < answered.count.done
    else { return nil }
    let count = NumberFormat.grouped(
      Double(missing.count - answered.count.failed), decimals: 0)
    return "`\(figure.label)` has no value in \(count) of the draws: \(said: missing.reason)"
  }

  /// How far a quantile may be from the one that is asked, where not every value is kept.
  private static func error(_ columns: DrawColumns) -> Sentence? {
    guard columns.rankError > 0 else { return nil }
    return
      "percentiles are within \(NumberFormat.significant(columns.rankError * 100)) % of their rank"
  }
}

extension Ensemble.Count {
  /// The sentence of the draws, also in Chinese.
  func note(_ settings: EnsembleSettings) -> Table.Note {
    func count(_ number: Int) -> String { NumberFormat.grouped(Double(number), decimals: 0) }
    var chinese =
      done == asked
      ? "\(count(asked)) 次抽样（\(settings.sampling.rawValue)，种子 \(settings.seed)）"
      : "\(count(asked)) 次抽样中完成 \(count(done)) 次，被中断（\(settings.sampling.rawValue)，种子 \(settings.seed)）"
    if failed > 0, let first {
      chinese +=
        "；\(count(failed)) 次无法计算，不计入任何数字；第 \(first.draw + 1) 次：\(Chinese.wording.text(Sentence(said: first.reason)))"
    }
    return Table.Note(sentence(settings), chinese: chinese)
  }
}
