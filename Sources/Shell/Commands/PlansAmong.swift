import Analysis
import Diagnostics
import Ensembles
import Language
import ParkModel
import Quantities
import Reports
import Simulation

/// A figure of several branches, each a plan, in the futures that their ensembles draw alike: what
/// `regret` and `evpi` are asked of.
struct PlansAmong {
  let request: FigureRequest
  let names: [String]
  let futures: PlanFutures
  /// The run in the middle of the first.
  let central: Projection
  private let plans: [(alternative: Alternative, draws: DrawAccess)]
  private let basis: BasisText
  private let shown: FigureCell

  /// Reads `FIGURE among BRANCH, BRANCH …`.
  static func read(
    _ reader: inout ArgumentReader, of command: String, _ session: Session
  ) throws(Diagnostic) -> (figure: Expression, source: SourceText, names: [Named]) {
    let (figure, source) = (try reader.expression(), reader.source)
    let branches = session.branches.names.prefix(3)
    let example =
      "`\(command) npv(net_local) among "
      + (branches.count > 1 ? branches.joined(separator: ", ") : "main, late") + "`"
    guard reader.peekedWord == "among", !reader.isAttributeAhead else {
      throw Diagnostic(
        "syntax", "expected `among` and the branches that are the plans", at: reader.here,
        help: ["for example \(example)"])
    }
    _ = reader.word()
    var names: [Named] = []
    repeat {
      let name = try reader.name(of: "a branch")
      let place = reader.location(name.span)
      guard session.branches[name.text] != nil else {
        throw .unknownBranch(name.text, among: session.branches, at: place)
      }
      guard !names.contains(where: { $0.name == name.text }) else {
        throw Diagnostic("twice", "branch `\(name.text)` is named twice", at: place)
      }
      names.append(Named(name: name.text, place: place))
    } while reader.comma()
    guard names.count > 1 else {
      throw Diagnostic(
        "syntax", "`\(command)` takes two branches or more", at: reader.here,
        help: branches.count > 1
          ? ["for example \(example)"] : ["make another one first: `branch late`"])
    }
    return (figure, source, names)
  }

  /// A branch where it is named.
  struct Named {
    var name: String
    var place: Location
  }

  init(
    _ figure: Expression, _ source: SourceText, _ names: [Named], of command: String,
    _ view: RunView, _ session: inout Session
  ) throws(Diagnostic) {
    let first = session.scenario(of: names[0].name)
    let request = try FigureRequest(figure, source, first)
    guard request.type.dimension != nil, !request.type.traits.contains(.series),
      !request.type.isSchedule, !request.basis.readsDraws
    else {
      throw Diagnostic(
        "wrong-kind", "`\(command)` takes a figure with one value in each draw",
        at: request.location,
        help: [
          "name a period: `\(command) tax[2030] among \(names[0].name), \(names[1].name)`"
        ])
    }
    var plans: [(alternative: Alternative, draws: DrawAccess)] = []
    for (index, named) in names.enumerated() {
      let plan = try session.stop.within(index, of: names.count) {
        () throws(Diagnostic) -> (Alternative, DrawAccess) in
        let alternative = try session.alternative(named.name, view)
        guard let ensemble = try session.ensemble(named.name, view) else {
          throw Diagnostic(
            "no-ensemble", "`\(named.name)` has no ensemble, and plans are held against futures",
            at: named.place,
            help: ["`switch \(named.name)`, then `ensemble draws=1000`"])
        }
        return (alternative, session.access(ensemble))
      }
      plans.append(plan)
    }
    try PlansAmong.check(plans, names)
    self.request = request
    self.names = names.map(\.name)
    central = plans[0].alternative.projection
    self.plans = plans
    basis = BasisText(view: view, scenario: first)
    futures = try PlanFutures(request, of: plans)
    shown = FigureCell(futures.unit, request)
    guard !futures.outcomes.draws.isEmpty else {
      throw Diagnostic(
        "no-value", "no draw has a value of `\(request.label)` in all of these branches",
        at: request.location)
    }
  }

  /// Plans are of the same periods, and draw the same futures.
  private static func check(
    _ plans: [(alternative: Alternative, draws: DrawAccess)], _ names: [Named]
  ) throws(Diagnostic) {
    let (calendar, run) = (plans[0].alternative.projection.calendar, plans[0].draws.ensemble.run)
    for (plan, named) in zip(plans, names).dropFirst() {
      let own = plan.alternative.projection.calendar
      let count = calendar.steps.count
      guard own.steps.count == count, own.date(ofStep: 0) == calendar.date(ofStep: 0),
        own.date(ofStep: count) == calendar.date(ofStep: count)
      else {
        throw Diagnostic(
          "different-spans",
          "`\(names[0].name)` and `\(named.name)` have other periods: plans are held against each other over the same",
          at: named.place,
          help: ["make them the same, for example with `set scenario end=2035`"])
      }
      guard plan.draws.ensemble.run.drawsLike(run) else {
        let (settings, name) = (run.settings, named.name)
        let likewise =
          "ensemble draws=\(settings.draws) seed=\(settings.seed) sampling=\(settings.sampling)"
        throw Diagnostic(
          "conflict",
          "`\(names[0].name)` and `\(named.name)` draw by other seeds, sampling or numbers: their futures are not the same",
          at: named.place,
          help: [
            "make them the same: `switch \(name)`, then `\(likewise)`"
          ])
      }
    }
  }

  /// A value in the unit of the figure, for a table.
  func cell(_ value: Double) -> Table.Cell { shown.cell(value) }

  /// The same in a sentence.
  func text(_ value: Double, _ session: Session) -> String {
    session.figures.text(
      Scalar.number(Quantity(value, futures.unit ?? .one)), request.metric?.unit)
  }

  func column(_ heading: String, _ chinese: String, _ family: String) -> Table.Column {
    Table.Column(
      heading, chinese: chinese, unit: shown.heading, isNumeric: true, family: family,
      bases: basis.bases(request.basis))
  }

  /// What stands below a table: of how many draws it is, and in which prices.
  func finish(_ table: inout Table) {
    table.remark(futures.remarks.map { Table.Note($0) })
    if let plan = plans.first, let count = futures.counts.min(by: { $0.done < $1.done }) {
      table.remark([Table.Note(count.sentence(plan.draws.ensemble.run.settings))])
    }
    let missing = futures.outcomes.missing
    if missing > 0 {
      table.remark([
        missing == 1
          ? "one draw has no value in some branch and is left out"
          : Table.Note("\(missing) draws have no value in some branch and are left out")
      ])
    }
    table.remark(basis.notes([request]))
    table.priceYear = basis.priceYear([request])
  }
}
