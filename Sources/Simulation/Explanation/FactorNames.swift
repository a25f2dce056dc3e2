import Diagnostics
import ParkModel

/// What the branches of a tree of factors are called.
struct FactorNames: Sendable {
  let projection: Projection
  /// Titles by the names of what has one.
  let titles: [String: String]

  /// Whether amounts belong to more than one establishment or phase.
  var areSeveral: Bool { projection.ledger.subjects.count > 1 }

  /// `Digital tenants (tenants)`, or the name alone.
  func titled(_ name: String) -> Sentence {
    titles[name].map { "\($0) (\(typed: name))" } ?? Sentence(typed: name)
  }

  func tax(_ index: Int) -> Sentence { titled(projection.taxes[index]) }

  func park(_ subject: Int32) -> Sentence {
    let owner = projection.ledger.subjects[Int(subject)]
    guard owner.park >= 0 else { return budget(of: owner) }
    return titled(projection.plan.parks[Int(owner.park)].name)
  }

  /// What belongs to a city and to no park.
  private func budget(of owner: Subject) -> Sentence {
    "the budget of \(titled(projection.plan.cities[Int(owner.jurisdiction)].name))"
  }

  /// A firm or cohort in its phase, or a phase.
  func owner(_ subject: Int32, withCity: Bool) -> Sentence {
    let owner = projection.ledger.subjects[Int(subject)]
    let plan = projection.plan
    let phase = owner.phase >= 0 ? plan.phases[Int(owner.phase)].name : nil
    guard owner.park >= 0 else { return budget(of: owner) }
    let label: Sentence
    if owner.tenant >= 0 {
      let name = titled(plan.tenants[Int(owner.tenant)].name)
      label = phase.map { "\(name) in \(typed: $0)" } ?? name
    } else {
      label = phase.map(titled) ?? titled(plan.parks[Int(owner.park)].name)
    }
    guard withCity, owner.jurisdiction >= 0 else { return label }
    return "\(label), to \(titled(plan.cities[Int(owner.jurisdiction)].name))"
  }

  func step(_ step: Int) -> Sentence {
    step < 0
      ? "before the scenario"
      : Sentence(typed: projection.calendar.label(step..<step + 1, perStep: true))
  }

  /// What kind of account it is: every tax of every level is one.
  func categoryKey(_ account: Account) -> Int {
    switch account.part?.part {
    case .level: -4
    case .refund: -3
    case .rebate: -2
    case .transfer: -1
    case .displaced: Int(UInt16.max)
    // What hosts pay by the year is passed on like shares of tax.
    case nil: account == .fixedTransfer ? -1 : Int(account.index)
    }
  }

  /// What amounts are called together: tax of one level alone is that of the level, and what is of
  /// several kinds is taken off in one.
  func category(_ accounts: [Account]) -> Sentence {
    if accounts.differ(by: categoryKey) { return "what is paid out" }
    let levels = Set(accounts.compactMap { $0.tax?.level })
    if levels.count == 1, let level = levels.first { return tax(of: level) }
    return accounts.first.map(category) ?? ""
  }

  private func category(_ account: Account) -> Sentence {
    switch account.kind {
    case .tax(_, .level): "tax"
    case .tax(_, .refund): "refunds"
    case .tax(_, .rebate): "rebates"
    case .tax(_, .transfer): "passed on by enclaves"
    case .tax(_, .displaced): "lost by cities that firms left"
    case .fixed(.publicInvestment): "public investment"
    case .fixed(.privateInvestment): "private investment"
    case .fixed(.output): "output"
    case .fixed(.valueAdded): "value added"
    case .fixed(.profit): "profit"
    case .fixed(.payroll): "payroll"
    case .fixed(.landIncome): "land income"
    case .fixed(.grants): "grants"
    case .fixed(.handover): "handed over to \(above)"
    case .fixed(.opex): "running costs"
    case .fixed(.setAside): "set aside of land income"
    case .fixed(.contribution): "contributed to enclaves"
    case .fixed(.fixedTransfer): "passed on by enclaves"
    }
  }

  /// The part of tax that a level of government receives.
  func tax(of level: Level) -> Sentence {
    declared(level).map { "\($0.adjective) tax" } ?? "tax of level \(level.place)"
  }

  func part(of level: Level) -> Sentence {
    declared(level).map { "\($0.name) part" } ?? "level \(level.place) part"
  }

  /// A level as its library declares it; nil where it is one too many.
  private func declared(_ level: Level) -> Levels.Level? {
    let all = projection.levels.all
    let index = level.index(of: all.count)
    return all.indices.contains(index) ? all[index] : nil
  }

  /// Who is next above the city or county.
  private var above: String {
    let levels = projection.levels.all
    return levels.count > 1 ? levels[levels.count - 2].receiver : "others"
  }

  static func measure(_ measure: Measure) -> Sentence {
    switch measure {
    case .jobs: "direct jobs"
    case .constructionJobs: "job-years of construction"
    case .firms: "expected firms open"
    case .waiting: "firms that wait"
    case .rejected: "firms turned away so far"
    case .indirectJobs: "jobs at suppliers"
    case .inducedJobs: "jobs that spent wages make"
    case .energy: "energy"
    case .emissions: "emissions"
    case .occupiedLand: "occupied land"
    case .occupiedFloor: "occupied floor"
    case .servicedLand: "serviced land"
    case .servicedFloor: "serviced floor"
    }
  }
}
