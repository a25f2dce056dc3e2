import ParkModel

/// What the branches of a tree of factors are called.
struct FactorNames: Sendable {
  let projection: Projection
  /// Titles by the names of what has one.
  let titles: [String: String]

  /// Whether amounts belong to more than one establishment or phase.
  var areSeveral: Bool { projection.ledger.subjects.count > 1 }

  /// `Digital tenants (tenants)`, or the name alone.
  func titled(_ name: String) -> String { titles[name].map { "\($0) (\(name))" } ?? name }

  func tax(_ index: Int) -> String { titled(projection.taxes[index]) }

  func park(_ subject: Int32) -> String {
    titled(projection.plan.parks[Int(projection.ledger.subjects[Int(subject)].park)].name)
  }

  /// A firm or cohort in its phase, or a phase.
  func owner(_ subject: Int32, withCity: Bool) -> String {
    let owner = projection.ledger.subjects[Int(subject)]
    let plan = projection.plan
    let phase = owner.phase >= 0 ? plan.phases[Int(owner.phase)].name : nil
    var label: String
    if owner.tenant >= 0 {
      let name = plan.tenants[Int(owner.tenant)].name
      label = titled(name) + (phase.map { " in \($0)" } ?? "")
    } else {
      label = phase.map(titled) ?? titled(plan.parks[Int(owner.park)].name)
    }
    if withCity, owner.jurisdiction >= 0 {
      label += ", to \(titled(plan.cities[Int(owner.jurisdiction)].name))"
    }
    return label
  }

  func step(_ step: Int) -> String {
    step < 0 ? "before the scenario" : projection.calendar.label(step..<step + 1, perStep: true)
  }

  /// What kind of account it is: every tax of every level is one.
  func categoryKey(_ account: Account) -> Int {
    switch account.part?.part {
    case .level: -4
    case .refund: -3
    case .rebate: -2
    case .transfer: -1
    case nil: Int(account.index)
    }
  }

  func category(_ account: Account) -> String {
    switch account.part?.part {
    case .level: return "tax"
    case .refund: return "refunds"
    case .rebate: return "rebates"
    case .transfer: return "passed on by enclaves"
    case nil: break
    }
    switch account {
    case .publicInvestment: return "public investment"
    case .privateInvestment: return "private investment"
    case .output: return "output"
    case .valueAdded: return "value added"
    case .profit: return "profit"
    case .payroll: return "payroll"
    case .landIncome: return "land income"
    case .grants: return "grants"
    default: return "running costs"
    }
  }

  func measure(_ measure: Measure) -> String {
    switch measure {
    case .jobs: "direct jobs"
    case .constructionJobs: "job-years of construction"
    case .firms: "firms open"
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
