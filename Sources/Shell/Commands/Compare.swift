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
    usage: "BRANCH BRANCH … [METRICS] [by=…] [years=A..B] [every=5y] [per=step] [closures=none]"
      + " [--nominal]",
    summary: "put figures of branches side by side",
    details: "Each branch's figure, then for each branch but the first what it is more than the\n"
      + "first, and that as a percentage of the first's size. Without METRICS, the usual ones in\n"
      + "the last year. While each has an ensemble it goes draw by draw: the difference's statistics, and\n"
      + "the chance that it is more.",
    examples: [
      "branch late; set p2 delay=3y; compare main late tax.local, jobs years=2020..2022",
      "branch none; compare main none",
    ],
    arguments: [.branches, .metrics, .attributes(ViewRequest.attributes)],
    trace: .question
  ) { (session, invocation) throws(Diagnostic) in
    let names = try branches(&invocation.reader, session)
    let isSummary = invocation.reader.isAtEnd
    let (asked, calendar) = try request(&invocation.reader, names, &session)
    var request = asked
    var alternatives: [Alternative] = []
    for (index, name) in names.enumerated() {
      let stop = session.stop
      alternatives.append(
        try stop.within(index, of: names.count) { () throws(Diagnostic) in
          try session.alternative(name, request.view)
        })
    }
    if let drawn = try drawn(request, calendar, alternatives, isSummary: isSummary, &session) {
      session.show(drawn)
      request.figures = request.figures.filter(\.basis.readsDraws)
      guard !request.figures.isEmpty else { return }
    }
    func comparison(_ figure: FigureRequest, _ periods: [Range<Int>]) -> Comparison {
      Comparison(
        figure, of: alternatives, by: request.division, over: periods, of: calendar,
        perStep: request.isPerStep)
    }
    var notes =
      request.basisText.notes(request.figures) + priceYears(alternatives, request)
    let isOfOneYear = Set(alternatives.map(\.projection.priceYear)).count == 1
    let priceYear = isOfOneYear ? request.basisText.priceYear(request.figures) : nil
    if alternatives.contains(where: { PeriodTable.hasExpectedFirms(request, $0.projection) }) {
      notes.append(BasisText.expected)
    }
    guard !isSummary else {
      guard let last = request.periods.last else { return }
      let figures = request.figures.map {
        ComparisonTable.Row(
          figure: $0, bases: request.basisText.bases($0.basis),
          comparison: comparison($0, [last]))
      }
      let period = (
        own: calendar.label(last, perStep: request.isPerStep),
        chinese: calendar.label(last, perStep: request.isPerStep, isChinese: true)
      )
      var table = ComparisonTable.summary(figures, names, period: period)
      table.remark(notes)
      table.priceYear = priceYear
      session.show(table)
      return
    }
    session.show(
      request.figures.map { figure in
        var table = ComparisonTable.table(
          comparison(figure, request.periods), figure, names,
          periods: request.periods.map { request.cell(of: $0, calendar) },
          isDivided: request.division != nil, bases: request.basisText.bases(figure.basis))
        table.remark(notes)
        table.priceYear = priceYear
        return table
      })
  }

  /// The branches draw by draw, where each has an ensemble; nil where one has none. Figures that are
  /// worked out over all draws, such as a chance, stand beside each other as always.
  private static func drawn(
    _ request: ViewRequest, _ calendar: StepCalendar, _ alternatives: [Alternative],
    isSummary: Bool, _ session: inout Session
  ) throws(Diagnostic) -> [Table]? {
    var pairs: [(alternative: Alternative, draws: DrawAccess)] = []
    for alternative in alternatives {
      guard let ensemble = try session.ensemble(alternative.name, request.view) else { return nil }
      pairs.append((alternative, session.access(ensemble)))
    }
    let figures = request.figures.filter { !$0.basis.readsDraws }
    guard !figures.isEmpty, let first = pairs.first else { return nil }
    let names = pairs.map(\.alternative.name)
    let statistics = request.statistics(first.draws.ensemble.run.settings)
    var notes = request.basisText.notes(figures) + priceYears(alternatives, request)
    if pairs.contains(where: { !$0.draws.ensemble.run.drawsLike(first.draws.ensemble.run) }) {
      notes.append(
        "the branches draw by other seeds, sampling or numbers: their draws are no pairs")
    }
    var periods = request.periods
    if isSummary, let last = periods.last { periods = [last] }
    var found: [(figure: FigureRequest, bases: [Table.Basis], comparison: DrawComparison)] = []
    for figure in figures {
      let comparison = try DrawComparison(
        figure, of: pairs, by: request.division, over: periods, of: calendar,
        perStep: request.isPerStep)
      found.append((figure, request.basisText.bases(figure.basis), comparison))
    }
    for (pair, count) in zip(pairs, found.first?.comparison.counts ?? []) {
      let note = count.note(pair.draws.ensemble.run.settings)
      let name = pair.alternative.name
      notes.append(Table.Note("`\(name)`: \(note.text)", chinese: "`\(name)`：\(note.chinese)"))
    }
    let isOfOneYear = Set(alternatives.map(\.projection.priceYear)).count == 1
    let priceYear = isOfOneYear ? request.basisText.priceYear(figures) : nil
    func finished(_ table: Table) -> Table {
      var table = table
      table.remark(notes)
      table.priceYear = priceYear
      return table
    }
    guard !isSummary else {
      guard let last = periods.last else { return [] }
      return [
        finished(
          DrawComparisonTable.summary(
            found, names, statistics: statistics,
            period: (
              calendar.label(last, perStep: request.isPerStep),
              calendar.label(last, perStep: request.isPerStep, isChinese: true)
            )))
      ]
    }
    return found.map { line in
      finished(
        DrawComparisonTable.table(
          line.comparison, line.figure, names,
          periods: periods.map { request.cell(of: $0, calendar) },
          isDivided: request.division != nil, statistics: statistics, bases: line.bases))
    }
  }

  /// That branches state money in prices of different years, which inflation tells apart.
  private static func priceYears(
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

  /// Names of branches, up to what is none.
  private static func branches(
    _ reader: inout ArgumentReader, _ session: Session
  ) throws(Diagnostic) -> [String] {
    var names: [String] = []
    while let word = reader.peekedWord, !reader.isAttributeAhead {
      let place = reader.here
      guard session.branches[word] != nil else {
        if isBranchMeant(reader, after: names.count) {
          throw .unknownBranch(word, among: session.branches, at: place)
        }
        break
      }
      guard !names.contains(word) else {
        throw Diagnostic("twice", "branch `\(word)` is named twice", at: place)
      }
      names.append(word)
      _ = reader.word()
    }
    guard names.count >= 2 else {
      let other = session.branches.names.first { !names.contains($0) } ?? "no-rail"
      let first = names.first ?? session.branch
      throw Diagnostic(
        "syntax", "`compare` takes two branches or more", at: reader.here,
        help: session.branches.names.count < 2
          ? ["make another one first: `branch \(other)`"]
          : ["for example `compare \(first) \(other == first ? BranchSet.first : other) tax, jobs`"]
      )
    }
    return names
  }

  /// Whether a word that is no branch stands where only a branch makes sense: in the place of one of
  /// the first two, or with another word right behind it.
  private static func isBranchMeant(_ reader: ArgumentReader, after count: Int) -> Bool {
    var ahead = reader
    let word = ahead.word()?.text ?? ""
    let followsWord = ahead.peekedWord != nil && !ahead.isAttributeAhead
    return count < 2 ? !Names.isMetric(word) : followsWord && ahead.peekedWord != "in"
  }

  /// What is asked for, read against the first of the branches that knows it, and the calendar of
  /// that branch. Years that are asked for lie in all of them.
  private static func request(
    _ reader: inout ArgumentReader, _ names: [String], _ session: inout Session
  ) throws(Diagnostic) -> (ViewRequest, StepCalendar) {
    var first: Diagnostic?
    // A branch that cannot run says so when its figures are asked for.
    let calendars = names.compactMap { try? session.project($0).calendar }
    for name in names {
      var attempt = reader
      do throws(Diagnostic) {
        let request = try session.within(name) { (session) throws(Diagnostic) in
          try ViewRequest(&attempt, &session, beside: calendars, view: session.view)
        }
        reader = attempt
        return (request, try session.project(name).calendar)
      } catch {
        first = first ?? error
      }
    }
    throw first ?? .unknownBranch("", among: session.branches, at: reader.here)
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
