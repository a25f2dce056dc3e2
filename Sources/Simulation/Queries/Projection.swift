public import ParkModel
import Quantities

/// What a scenario comes to: the ledger of a run and the names that its numbers belong to.
/// Every table, figure and file is a view of it.
public struct Projection: Sendable {
  public let calendar: StepCalendar
  /// What the run posted; of a draw of a block there is none.
  public var ledger: Ledger {
    recorder?.noteWhole()
    return storedLedger
  }
  private(set) var storedLedger: Ledger
  /// Told what is read; nil where nobody wants to know.
  private(set) var recorder: LeafRecorder?
  /// Where the figures of a draw are read; nil of a run by itself.
  private(set) var draw: DrawReading?
  /// Events within the scenario's span, in order of time.
  public var events: [Event] {
    recorder?.noteWhole()
    return storedEvents
  }
  private let storedEvents: [Event]
  let plan: Plan<Double>
  /// Who was admitted, with every vintage as it came.
  var establishments: [Establishment<Double>] {
    recorder?.noteWhole()
    return storedEstablishments
  }
  private let storedEstablishments: [Establishment<Double>]
  /// By step and park.
  let agglomeration: [[Double]]
  /// By step and park: direct jobs a year before the middle of the step.
  let jobsBefore: [[Double]]
  /// By step and city: local tax since the calendar year began, unrounded; empty where nothing is
  /// handed over.
  let collected: [[Double]]
  /// By step and city, at the end of the step: e^ℓ - 1.
  let uplift: [[Double]]
  /// By step and city, at the end of the step, yuan a year.
  private(set) var potential: [[Double]]
  /// What its amounts were in the prices of one year; nil where they are in these.
  private(set) var pricing: Pricing?

  init(plan: Plan<Double>, ledger: Ledger, run: Simulation.Run<Double>) {
    self.plan = plan
    storedLedger = ledger
    calendar = plan.calendar
    let end = plan.calendar.start(of: plan.calendar.count)
    storedEvents = run.events.enumerated()
      .filter { $0.element.instant >= 0 && $0.element.instant < end }
      .sorted { ($0.element.instant, $0.offset) < ($1.element.instant, $1.offset) }
      .map(\.element)
    agglomeration = run.agglomeration
    jobsBefore = run.jobsBefore
    collected = run.collected
    storedEstablishments = run.establishments
    uplift = plan.upliftByStep
    potential = plan.potentialByStep
  }

  /// The same run, telling what of it is read.
  public func telling(_ recorder: LeafRecorder) -> Projection {
    var copy = self
    copy.recorder = recorder
    return copy
  }

  /// A draw of a block in the place of this run, whose names are its names.
  func reading(_ draw: DrawReading) -> Projection {
    var copy = self
    copy.draw = draw
    copy.recorder = LeafRecorder()
    return copy
  }

  /// Whether it is the next draw of the same block.
  public func standsBehind(_ other: Projection) -> Bool {
    guard let draw, let before = other.draw else { return false }
    return draw.tables === before.tables && draw.lane == before.lane + 1
  }

  /// Whether a draw was asked for what its block has not: only a run of its own answers.
  public var lacksSomething: Bool { draw != nil && recorder?.needsWholeRuns == true }

  /// The same run in other prices.
  func priced(_ ledger: Ledger, potential: [[Double]], _ pricing: Pricing?) -> Projection {
    var copy = self
    copy.storedLedger = ledger
    copy.potential = potential
    copy.pricing = pricing
    return copy
  }

  /// What counts as additional in a step, read at its middle. Model 7.
  public func additionality(step: Int) -> Additionality<Double> {
    if let draw {
      let lanes = draw.tables.additionality[step]
      func read(_ number: DrawLanes) -> Double { number[draw.lane] }
      return Additionality(
        leakage: read(lanes.leakage), displacement: read(lanes.displacement),
        substitution: read(lanes.substitution), multiplier: read(lanes.multiplier),
        deadweight: read(lanes.deadweight))
    }
    let middle = (calendar.start(of: step) + calendar.start(of: step + 1)) / 2
    return plan.model.additionality.reading(at: middle)
  }

  /// Names of the taxes, in the order of the plan.
  public var taxes: [String] { plan.taxes.map(\.name) }

  /// The levels of government among which taxes are divided.
  public var levels: Levels { plan.levels }

  /// Names of what a division divides by, in order of declaration.
  public func names(of division: Division) -> [String] {
    switch division {
    case .firm: plan.tenants.map(\.name)
    case .jurisdiction: plan.cities.map(\.name)
    case .level: plan.levels.names
    case .park: plan.parks.map(\.name)
    case .phase: plan.phases.map(\.name)
    case .sector: plan.sectors
    case .tax: taxes
    }
  }

  /// The size of a firm, or of each firm of a cohort, at full operation.
  public func size(of name: String) -> TenantSize? {
    recorder?.noteWhole()
    guard let tenant = plan.tenants.first(where: { $0.name == name }) else { return nil }
    return TenantSize(tenant.size)
  }

  /// What a phase costs in all, yuan: before its overrun, and with it.
  public func budget(ofPhase name: String) -> (stated: Double, whole: Double)? {
    recorder?.noteWhole()
    return plan.phases.first { $0.name == name }.map { ($0.investment, $0.budget) }
  }
}

/// A firm at full operation: yuan a year, jobs, m², m², yuan.
public struct TenantSize: Sendable {
  public let output: Double
  public let jobs: Double
  public let land: Double
  public let floor: Double
  public let investment: Double
  /// f, at which taxes that depend on output are levied; nil without both an output and a pledge.
  public let taxFactor: Double?
}
