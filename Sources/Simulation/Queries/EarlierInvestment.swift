/// What was invested before the scenario's start, in the steps in which it would have been posted had
/// the scenario begun earlier: steps of the same length, counted back from the start.
struct EarlierInvestment {
  private let projection: Projection
  /// The establishment of a subject.
  private var establishments: [Int32: Int] = [:]

  init(_ projection: Projection) {
    self.projection = projection
    for (place, establishment) in projection.establishments.enumerated() {
      establishments[establishment.subject] = place
    }
  }

  /// The parts of a posting of before the start; they add up to it to the fen.
  func parts(of posting: Posting) -> [Pricing.Origin] {
    let months = Double(projection.calendar.stepMonths)
    let owner = projection.ledger.subjects[Int(posting.subject)]
    var parts: [Pricing.Origin] = []
    var before: Int64 = 0
    var step = -steps(since: begin(of: owner, posting.subject))
    while step < 0 {
      // What the last step leaves is the rest, so that nothing is lost.
      let after =
        step == -1
        ? posting.fen
        : posting.account == .contribution
          ? contributed(posting.fen, owner, by: Double(step + 1) * months)
          : fen(by: Double(step + 1) * months, owner, posting.subject, posting.account)
      if after != before {
        parts.append(
          Pricing.Origin(fen: after - before, instant: (Double(step) + 0.5) * months))
      }
      before = after
      step += 1
    }
    return parts
  }

  /// How many steps before the start reach back to an instant; one at least.
  private func steps(since instant: Double) -> Int {
    let count = (-instant / Double(projection.calendar.stepMonths)).rounded(.up)
    return Int(count.clamped(1, 10_000))
  }

  /// When somebody begins to spend, months.
  private func begin(of owner: Subject, _ subject: Int32) -> Double {
    if owner.tenant < 0 {
      guard owner.phase >= 0 else { return firstSpending(inPark: Int(owner.park)) }
      let phase = projection.plan.phases[Int(owner.phase)]
      return phase.start + (phase.spending?.delay ?? 0)
    }
    let vintages = establishments[subject].map { projection.establishments[$0].vintages } ?? []
    return vintages.map(\.admitted).min() ?? 0
  }

  /// When the phases of a park begin to spend, months.
  private func firstSpending(inPark park: Int) -> Double {
    projection.plan.phases.filter { $0.park == park }
      .map { $0.start + ($0.spending?.delay ?? 0) }.min() ?? 0
  }

  /// What was contributed to a park by an instant, fen, of what one of its enclaves had got or given by
  /// the start. Enclaves that come to the same fen have the same sum to give.
  private func contributed(_ whole: Int64, _ owner: Subject, by instant: Double) -> Int64 {
    let plan = projection.plan
    func fen(_ enclave: Int, _ instant: Double) -> Int64 {
      Int64((plan.contributed(to: enclave, by: instant) * 100).rounded(.toNearestOrEven))
    }
    let enclaves = plan.parks[Int(owner.park)].enclaves
    guard let enclave = enclaves.first(where: { fen($0, 0) == abs(whole) }) else { return whole }
    return whole.signum() * fen(enclave, instant)
  }

  /// What is spent by an instant, fen, of one account: running totals, rounded as the ledger rounds.
  private func fen(
    by instant: Double, _ owner: Subject, _ subject: Int32, _ account: Account
  ) -> Int64 {
    let plan = projection.plan
    var yuan = 0.0
    var publicShare = 0.0
    if owner.tenant < 0 {
      let phase = plan.phases[Int(owner.phase)]
      yuan = phase.spent(by: instant)
      publicShare = phase.publicShare
    } else if let place = establishments[subject] {
      let tenant = plan.tenants[Int(owner.tenant)]
      for vintage in projection.establishments[place].vintages {
        yuan +=
          tenant.size.investment * vintage.count
          * tenant.invested(at: instant, admitted: vintage.admitted)
      }
    }
    let whole = (yuan * 100).rounded(.toNearestOrEven)
    let ours = (whole * publicShare).rounded(.toNearestOrEven)
    return Int64(account == .publicInvestment ? ours : whole - ours)
  }
}
