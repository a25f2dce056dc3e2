import Analysis
import Diagnostics
import Language
import ParkModel
import Reports
import Simulation

/// `sweep smart.land_price=10..40万元/亩 step=5万元/亩 tax[2035]`: figures over a grid of other values.
enum SweepCommand {
  static let row = Command(
    "sweep", .results,
    signature: [
      .needed(.assignments(ofInputs: true), as: "NAME.attribute=[VALUE, …]|A..B [step=C] …"),
      .needed(.metrics),
      .attribute("layout", .choice(["tidy", "wide"]), "a row for each cell, or a grid"),
      .option("limit", "so many cells at most"), ViewRequest.closures, RunView.nominalOption,
    ],
    summary: "run the scenario with other values, and show figures of each",
    details:
      "Each NAME.attribute (or assumption) takes the values of a list, or those from A to B in steps\n"
      + "(`smart.area=35..45ha step=5ha`); several of them make a grid, with a run for each cell. A figure is\n"
      + "an expression with one value.\n"
      + "What is uncertain stands at its central value. A cell that cannot be run is shown empty, and why\n"
      + "is counted below. Two inputs and one figure are shown as a grid (`layout=wide`), anything else\n"
      + "with a row for each cell (`tidy`). More than 10,000 cells have to be asked for: `--limit N`.\n"
      + "Nothing in the session changes.",
    examples: [
      "sweep smart.area=[35ha, 40ha, 45ha] p2.delay=[0y, 1y] tax.local[2030], npv(net_local)",
      "sweep p2.delay=[0y, 6 months, 1y] smart.area=[35ha, 45ha] tax[2025]",
    ],
    inFiles: FileAnswer(layouts: [.tidy, .wide]) {
      (session, invocation, layout) throws(Diagnostic) in
      let question = try question(&invocation.reader, view: RunView(), &session)
      return SweepTable(question.sweep, question.figures, question.basis)
        .table(layout == .wide ? .wide : .tidy, isForFiles: true)
    }
  ) { (session, invocation) throws(Diagnostic) in
    let question = try question(&invocation.reader, view: session.view, &session)
    let isGrid = question.sweep.axes.count == 2 && question.figures.count == 1
    session.show(
      SweepTable(question.sweep, question.figures, question.basis)
        .table(question.layout ?? (isGrid ? .wide : .tidy), isForFiles: false))
  }

  /// As many cells as are run without being asked for.
  private static let usual = 10_000.0

  private struct Question {
    let sweep: Sweep
    let figures: [FigureRequest]
    let basis: BasisText
    let layout: ExportLayout?
  }

  /// Everything that is typed, and the runs.
  private static func question(
    _ reader: inout ArgumentReader, view: RunView, _ session: inout Session
  ) throws(Diagnostic) -> Question {
    var words = SweepWords(view: view)
    try words.read(&reader, session)
    let count = words.cells
    let limit = words.limit ?? usual
    guard count <= limit else {
      let most: Sentence =
        words.limit.map { "\(grouped($0))" } ?? "\(grouped(usual)), which are run unasked"
      throw Diagnostic(
        "too-many-cells", "this sweep has \(grouped(count)) cells, more than \(most)",
        at: words.place,
        help: count <= SweepAxis.most
          ? ["take larger steps, or add `--limit \(Int(count))`"] : ["take larger steps"])
    }
    for index in words.figures.indices {
      words.figures[index].branches?.closures = words.view.closures
    }
    for figure in words.figures { try figure.checkIsSingle(for: "sweep", at: figure.location) }
    // What no run can be made of says so before any cell does, where it is not what the cells change.
    let axes = try words.axes(session)
    let runs = VariedRuns(
      session.scenario, words.figures, closures: words.view.closures,
      isNominal: words.view.isNominal, threads: session.threads, stop: session.stop)
    return Question(
      sweep: try Sweep(axes, runs), figures: words.figures,
      basis: BasisText(view: words.view, scenario: session.scenario), layout: words.layout)
  }

  private static func grouped(_ count: Double) -> String { SweepWords.grouped(count) }
}
