import Analysis
import Diagnostics
import Ensembles
import Language
import ParkModel
import Reports
import Simulation

/// `compare main no-rail tax.local, jobs`: figures of branches side by side.
enum Compare {
  static let row = Command(
    "compare", .alternatives,
    signature: Signature(
      [.needed(.branch), .several(.branch), .optional(.metrics), ViewRequest.by.shown(as: "…")]
        + ViewRequest.words + [ViewRequest.statistic, RunView.nominalOption]),
    summary: "put figures of branches side by side",
    details: "Each branch's figure, then for each branch but the first what it is more than the\n"
      + "first, and that as a percentage of the first's size. Without METRICS, the usual ones in\n"
      + "the last year. While each has an ensemble it goes draw by draw: the difference's statistics, and\n"
      + "the chance that it is more.",
    examples: [
      "branch late; set p2 delay=3y; compare main late tax.local, jobs years=2020..2022",
      "branch none; compare main none",
    ],
    trace: .question,
    inFiles: FileAnswer(layouts: [.wide, .tidy], asPicture: "tax vs=BRANCH") {
      (session, invocation, layout) throws(Diagnostic) in
      // What files say is the same whatever `format` says.
      var question = try question(&invocation.reader, view: RunView(), &session)
      let drawn = try drawn(&question, &session, usual: FileTable.statistics)
      return ComparisonFile(question, drawn, session.scenario).table(layout)
    }
  ) { (session, invocation) throws(Diagnostic) in
    var question = try question(&invocation.reader, view: session.view, &session)
    if let drawn = try drawn(&question, &session, usual: Statistic.usual) {
      session.show(tables(question, drawn))
      guard !question.figures.isEmpty else { return }
    }
    session.show(tables(question))
  }

  /// What is asked, and the branches with their runs.
  struct Question {
    let names: [String]
    /// Whether no metric is named: then it is about the last period.
    let isSummary: Bool
    let request: ViewRequest
    let calendar: StepCalendar
    let alternatives: [Alternative]
    /// Those that are not compared draw by draw.
    var figures: [FigureRequest]

    var periods: [Range<Int>] {
      isSummary ? request.periods.last.map { [$0] } ?? [] : request.periods
    }

    func comparison(_ figure: FigureRequest) -> Comparison {
      Comparison(
        figure, of: alternatives, by: request.division, over: periods, of: calendar,
        perStep: request.isPerStep)
    }

    /// What is said of some figures, and in prices of which year their money is.
    func remarks(_ figures: [FigureRequest]) -> [Table.Note] {
      request.basisText.notes(figures) + Compare.priceYears(alternatives, request)
    }

    func priceYear(_ figures: [FigureRequest]) -> Int? {
      let isOfOneYear = Set(alternatives.map(\.projection.priceYear)).count == 1
      return isOfOneYear ? request.basisText.priceYear(figures) : nil
    }

    /// The period that a summary is of.
    var periodLabel: (own: String, chinese: String) {
      let last = periods.last ?? 0..<0
      return (
        calendar.label(last, perStep: request.isPerStep),
        calendar.label(last, perStep: request.isPerStep, isChinese: true)
      )
    }
  }

  private static func question(
    _ reader: inout ArgumentReader, view: RunView, _ session: inout Session
  ) throws(Diagnostic) -> Question {
    let names = try branches(&reader, session)
    let isSummary = reader.isAtEnd
    let (request, calendar) = try request(&reader, names, view, &session)
    var alternatives: [Alternative] = []
    for (index, name) in names.enumerated() {
      let stop = session.stop
      alternatives.append(
        try stop.within(index, of: names.count) { () throws(Diagnostic) in
          try session.alternative(name, request.view)
        })
    }
    return Question(
      names: names, isSummary: isSummary, request: request, calendar: calendar,
      alternatives: alternatives, figures: request.figures)
  }

  /// The tables of figures that are not compared draw by draw.
  private static func tables(_ question: Question) -> [Table] {
    let request = question.request
    var notes = question.remarks(question.figures)
    if question.alternatives.contains(where: {
      PeriodTable.hasExpectedFirms(request, $0.projection)
    }) {
      notes.append(BasisText.expected)
    }
    func finished(_ table: Table) -> Table {
      var table = table
      table.remark(notes)
      table.priceYear = question.priceYear(question.figures)
      return table
    }
    guard !question.isSummary else {
      let figures = question.figures.map {
        ComparisonTable.Row(
          figure: $0, bases: request.basisText.bases($0.basis),
          comparison: question.comparison($0))
      }
      return question.periods.isEmpty
        ? []
        : [
          finished(
            ComparisonTable.summary(figures, question.names, period: question.periodLabel))
        ]
    }
    return question.figures.map { figure in
      finished(
        ComparisonTable.table(
          question.comparison(figure), figure, question.names,
          periods: request.periods.map { request.cell(of: $0, question.calendar) },
          isDivided: request.division != nil, bases: request.basisText.bases(figure.basis)))
    }
  }

  // MARK: Draws

  /// Figures of branches held against each other draw by draw.
  struct Drawn {
    typealias Line = (figure: FigureRequest, bases: [Table.Basis], comparison: DrawComparison)
    let lines: [Line]
    let statistics: [Statistic]
    /// What is said of the draws.
    let notes: [Table.Note]

    var figures: [FigureRequest] { lines.map(\.figure) }
  }

  /// The branches draw by draw, where each has an ensemble; nil where one has none. Figures that are
  /// worked out over all draws, such as a chance, stand beside each other as always, and are left in the
  /// question.
  private static func drawn(
    _ question: inout Question, _ session: inout Session, usual: [Statistic]
  ) throws(Diagnostic) -> Drawn? {
    let request = question.request
    var pairs: [(alternative: Alternative, draws: DrawAccess)] = []
    for alternative in question.alternatives {
      guard let ensemble = try session.ensemble(alternative.name, request.view) else { return nil }
      pairs.append((alternative, session.access(ensemble)))
    }
    let figures = question.figures.filter { !$0.basis.readsDraws }
    guard !figures.isEmpty, let first = pairs.first else { return nil }
    var notes = question.remarks(figures)
    if pairs.contains(where: { !$0.draws.ensemble.run.drawsLike(first.draws.ensemble.run) }) {
      notes.append(
        "the branches draw by other seeds, sampling or numbers: their draws are no pairs")
    }
    var lines: [Drawn.Line] = []
    for figure in figures {
      let comparison = try DrawComparison(
        figure, of: pairs, by: request.division, over: question.periods, of: question.calendar,
        perStep: request.isPerStep)
      lines.append((figure, request.basisText.bases(figure.basis), comparison))
    }
    for (pair, count) in zip(pairs, lines.first?.comparison.counts ?? []) {
      let note = count.note(pair.draws.ensemble.run.settings)
      let name = pair.alternative.name
      notes.append(Table.Note("`\(name)`: \(note.text)", chinese: "`\(name)`：\(note.chinese)"))
    }
    question.figures.removeAll { !$0.basis.readsDraws }
    return Drawn(
      lines: lines,
      statistics: request.statistics(first.draws.ensemble.run.settings, usual: usual),
      notes: notes)
  }

  private static func tables(_ question: Question, _ drawn: Drawn) -> [Table] {
    func finished(_ table: Table) -> Table {
      var table = table
      table.remark(drawn.notes)
      table.priceYear = question.priceYear(drawn.figures)
      return table
    }
    guard !question.isSummary else {
      return question.periods.isEmpty
        ? []
        : [
          finished(
            DrawComparisonTable.summary(
              drawn.lines, question.names, statistics: drawn.statistics,
              period: question.periodLabel))
        ]
    }
    return drawn.lines.map { line in
      finished(
        DrawComparisonTable.table(
          line.comparison, line.figure, question.names,
          periods: question.periods.map { question.request.cell(of: $0, question.calendar) },
          isDivided: question.request.division != nil, statistics: drawn.statistics,
          bases: line.bases))
    }
  }

  /// That branches state money in prices of different years, which inflation tells apart.
  fileprivate static func priceYears(
    _ alternatives: [Alternative], _ request: ViewRequest
  ) -> [Table.Note] {
    let years = alternatives.map(\.projection.priceYear)
    guard !request.view.isNominal, request.figures.contains(where: \.basis.isOfMoney),
      Set(years).count > 1, alternatives.contains(where: \.projection.hasInflation)
    else { return [] }
    let each = zip(alternatives, years).map { "`\($0.name)` of \($1)" }
    return [
      Table.Note(
        "money is in prices of different years, \(each.joined(separator: ", ")): `--nominal` makes "
          + "them alike")
    ]
  }
}

extension Session {
  /// A branch with its run. What stands in the way of the run names the branch.
  mutating func alternative(
    _ name: String, _ view: RunView = RunView()
  ) throws(Diagnostic) -> Alternative {
    do throws(Diagnostic) {
      let projection = try project(name, view)
      let draws = try ensemble(name, view).map(access)
      return Alternative(
        name: name, scenario: (branches[name] ?? branches.current).scenario,
        projection: projection, draws: draws)
    } catch {
      throw name == branch ? error : error.inBranch(name)
    }
  }
}
