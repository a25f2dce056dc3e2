import Analysis
import Diagnostics
import Ensembles
import Language
import ParkModel
import Quantities
import Reports

/// `robust quantile(npv(net_local), 10%), jobs[2030] by p2.delay in 0y to 2y among draws`: which settings
/// of levers none is better than, whatever comes.
enum RobustCommand {
  static let row = Command(
    "robust", .alternatives,
    signature: [
      .needed(.metrics, as: "FIGURES"), .needed(.ranges, behind: "by"),
      .optional(.words(["draws"]), behind: "among"),
      .optional(.count, as: "N", behind: pointWord),
      .attribute("draws", .count, shown: "100", "in how many draws each setting is tried"),
      .attribute("size", .count, shown: "40", "settings of a round"),
      .attribute("rounds", .count, shown: "20", "how many rounds follow the first"),
      .attribute("seed", .count, shown: "1", "the seed of the search"),
      ViewRequest.closures, RunView.nominalOption,
    ],
    summary: "search settings of levers that are good whatever comes: none is better in everything",
    details:
      "Each setting is tried in the same draws of the ensemble, the first 100 as it is. A figure counts\n"
      + "by its mean, or by `quantile`, `chance` or `spread`; more is better, and less with a `-` before\n"
      + "it. What is shown is the Pareto set that the search (NSGA-II) ends with: whatever is better in\n"
      + "one figure is worse in another. `point N` makes a branch of one. `draws`, `size`, `rounds` and\n"
      + "`seed` say how long and where it looks; the same words find the same. `plot robust …` draws it.",
    examples: [
      "assume slow = uniform(0y, 2y); set p2 delay=slow; ensemble draws=50; "
        + "robust quantile(npv(net_local), 10%), jobs[2024] by p2.investment in 1亿元 to 9亿元 "
        + "among draws draws=20 size=8 rounds=3"
    ],
    trace: .question,
    inFiles: FileAnswer(
      pictures: { (session, invocation) throws(Diagnostic) in
        [try chart(&invocation.reader, RunView(), &session, option: { _ in false })]
      },
      table: { (session, invocation, _) throws(Diagnostic) in
        let (words, found) = try found(
          &invocation.reader, RunView(), &session, option: { _ in false })
        return table(words, found, session)
      })
  ) { (session, invocation) throws(Diagnostic) in
    let (words, found) = try found(
      &invocation.reader, session.view, &session, option: { _ in false })
    guard let point = words.point else {
      session.show(table(words, found, session))
      return
    }
    guard found.points.indices.contains(point.number - 1) else {
      throw Diagnostic(
        "out-of-range", "the points of this search are 1 to \(found.points.count)",
        at: point.place)
    }
    try session.makeBranch(
      of: point.number, found, invocation.statement, at: point.place)
  }

  /// What asks for a branch of one setting.
  static let pointWord = "point"

  static func found(
    _ reader: inout ArgumentReader, _ view: RunView, _ session: inout Session,
    option: (String) -> Bool
  ) throws(Diagnostic) -> (RobustWords, RobustSearch) {
    let words = try RobustWords(&reader, view, session, option: option)
    guard let ensemble = try session.ensemble(words.view) else {
      throw Diagnostic(
        "no-ensemble", "this is about the draws of an ensemble, and there is none",
        at: words.place,
        help: ["`ensemble` draws 10,000 futures; `ensemble draws=1000` fewer"])
    }
    let projection = try session.project(words.view)
    do throws(Diagnostic) {
      let found = try RobustSearch(
        words.objectives, by: words.levers, session.scenario, projection, ensemble.run.settings,
        draws: words.draws, isNominal: words.view.isNominal, closures: words.view.closures,
        search: ParetoSearch.Settings(
          size: words.size, rounds: words.rounds, seed: UInt64(words.seed)),
        threads: session.threads, stop: session.stop)
      return (words, found)
    } catch {
      throw error.location == nil ? error.placed(at: words.place) : error
    }
  }

  // MARK: Answers

  private static func cell(_ found: RobustSearch, _ index: Int) -> FigureCell {
    FigureCell(found.units[index], found.objectives[index].figure)
  }

  static func table(_ words: RobustWords, _ found: RobustSearch, _ session: Session) -> Table {
    let basis = BasisText(view: words.view, scenario: session.scenario)
    var table = Table(columns: [Table.Column("point", chinese: "方案点", isNumeric: true)])
    for lever in found.levers {
      table.columns.append(Table.Column(lever.name, isNumeric: true))
    }
    for (index, objective) in found.objectives.enumerated() {
      table.columns.append(
        Table.Column(
          objective.label, unit: objective.isChance ? "%" : cell(found, index).heading,
          isNumeric: true,
          bases: objective.isChance ? [] : basis.bases(objective.figure.basis)))
    }
    for (number, point) in found.points.enumerated() {
      var row: [Table.Cell] = [.number(Double(number + 1))]
      row += zip(found.levers, point.levers).map { .text($0.text($1)) }
      for (index, value) in point.values.enumerated() {
        row.append(
          found.objectives[index].isChance
            ? .number(LiteralForm.tidy(value)) : cell(found, index).cell(value))
      }
      table.rows.append(row)
    }
    table.remark(notes(words, found, session))
    let figures = found.objectives.map(\.figure)
    table.priceYear = basis.priceYear(figures)
    return table
  }

  private static func notes(
    _ words: RobustWords, _ found: RobustSearch, _ session: Session
  ) -> [Table.Note] {
    var notes: [Table.Note] = []
    for objective in found.objectives {
      notes.append(
        objective.isLess
          ? Table.Note("less of `\(objective.label)` is better")
          : Table.Note("more of `\(objective.label)` is better"))
    }
    let count = NumberFormat.grouped(Double(found.count), decimals: 0)
    notes.append(
      Table.Note(
        "\(count) settings, each over the first \(found.draws) draws: of \(found.points.count) none is better in everything"
      ))
    if found.failed > 0, let reason = found.reason {
      notes.append(
        Table.Note(
          "\(found.failed) settings have no value in some draw and are left out: \(said: reason)"))
    }
    if EnsembleSettings(session.scenario)?.hasRandomClosures == true {
      notes.append("firms count by their chance of closing here")
    }
    return notes
      + BasisText(view: words.view, scenario: session.scenario).notes(
        found.objectives.map(\.figure))
  }

  /// Each objective along the points, from the worst that any has to the best.
  static func chart(
    _ reader: inout ArgumentReader, _ view: RunView, _ session: inout Session,
    option: (String) -> Bool
  ) throws(Diagnostic) -> Chart {
    let (words, found) = try found(&reader, view, &session, option: option)
    let curves = found.objectives.indices.map { index in
      let own = found.points.map { $0.values[index] }
      let (least, most) = (own.min() ?? 0, own.max() ?? 0)
      let isLess = found.objectives[index].isLess
      return Chart.Curve(
        name: Table.Note(found.objectives[index].label),
        values: own.map { value in
          guard most > least else { return 1 }
          let share = (value - least) / (most - least)
          return isLess ? 1 - share : share
        })
    }
    return Chart(
      title: Table.Note(
        "what each point gives, from the worst of them to the best",
        chinese: "各方案点的表现，从其中最差到最好"),
      unit: "share",
      marks: .curves(curves, periods: found.points.indices.map { "\($0 + 1)" }),
      notes: notes(words, found, session))
  }
}

extension Session {
  /// Makes a branch of a setting, and goes to it.
  fileprivate mutating func makeBranch(
    of number: Int, _ found: RobustSearch, _ statement: StatementText, at place: Location
  ) throws(Diagnostic) {
    let own = "point-\(number)"
    let name = branch == BranchSet.first ? own : "\(branch)-\(own)"
    guard branches[name] == nil else {
      throw Diagnostic(
        "branch-exists", "there is a branch `\(name)` already", at: place,
        notes: [Diagnostic.Note("what was changed since it was made is not in it")],
        help: ["go to it with `switch \(name)`"])
    }
    let statements = zip(found.levers, found.points[number - 1].levers).map { $0.statement($1) }
    makeBranch(name, Comments(leading: statement.leading, trailing: statement.trailing))
    for text in statements {
      let script = Script(SourceText(name: own, text: text))
      for statement in script.statements {
        guard let edit = try StatementReader.edit(statement, in: scenario) else { continue }
        try make(.edit(edit), "point \(number) of branch \(branches.current.origin ?? "")")
      }
    }
    let what = Sentence(verbatim: statements.joined(separator: "; "))
    printLine(("branch \(name): \(what)" as Sentence).escapingControls)
  }
}
