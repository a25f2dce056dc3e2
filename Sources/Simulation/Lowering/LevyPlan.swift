import ParkModel

/// What is added up over those vintages of a tenant that read alike, so that its taxes are worked out once
/// for all of them. Model 4 and 6.
///
/// Every tax is a number times a sum over vintages: of what each firm does in the step, times the part
/// that is still due, or that is paid back.
struct LevyPlan: Sendable {
  /// What a firm of a vintage does in a step, in the order of its sums; then what is left of it at the end.
  enum Act: Int, Sendable, CaseIterable {
    case open, running, earning, employing, spending, alive, working, held, spent, spentBefore
  }

  /// What a firm does of which only a part counts.
  struct Part: Hashable, Sendable {
    var act: Act
    /// The taxes of whose relief a part is still due.
    var due: [Int]
    /// The tax of which a part is paid back.
    var rebated: Int?
  }

  /// The sums that a tax is levied on.
  struct Base: Sendable {
    var sum: Int
    /// That of what is spent on research, which goes with output.
    var research: Int
  }

  /// What is added up beside whole acts; its sums stand behind theirs.
  private(set) var parts: [Part] = []
  /// By tax, what it is levied on, and what of it is paid back; nil for nothing.
  private(set) var levied: [Base] = []
  private(set) var rebated: [Base?] = []
  /// By tax, the one of which it is a mere multiple, relieved and paid back like that; nil for others.
  private(set) var followed: [Int?] = []
  /// By tax, whether what it comes to depends on the past of who pays it: itself, or what it is levied on.
  private(set) var isOfPast: [Bool] = []
  /// Those of them that a vintage with a past pays by itself; the others follow.
  private(set) var alone: [Int] = []

  /// The one tax with credits and the one on profit, where a vintage with a past pays no others by itself.
  private(set) var followable: (credit: Int, profit: Int)?
  /// Whether what is relieved goes by age, and by when it was agreed.
  private(set) var isByAge = true
  /// Until when rebates are agreed, months.
  private(set) var deadlines: [Double] = []

  var width: Int { Act.allCases.count + parts.count }

  init<Number: Lane>(
    _ given: PlanParts<Number>, incentives places: [Int], hasJobGrowth: Bool
  ) {
    let incentives = places.map { given.incentives[$0] }
    let holidays = given.bases.indices.map { tax in
      incentives.contains { $0.form == .holiday && $0.tax == tax } ? [tax] : []
    }
    /// Which incentives pay a tax back; the first tax with the same ones stands for all.
    let refunds = given.bases.indices.map { tax in
      given.isOnInvestment[tax]
        ? []
        : incentives.indices.filter {
          incentives[$0].form == .rebate && incentives[$0].tax ?? tax == tax
        }
    }
    var due: [[Int]] = []
    for (tax, base) in given.bases.enumerated() {
      let act: Act
      var isOfPast = false
      switch given.places[tax] {
      case .profit, .credit: isOfPast = true
      case .none: break
      }
      due.append(holidays[tax])
      var root = tax
      while case .tax(let other) = given.bases[root] { root = other }
      if case .tax(let other) = base {
        due[tax] = due[other] + holidays[tax]
        isOfPast = isOfPast || self.isOfPast[other]
      }
      switch given.bases[root] {
      case .vat, .output, .valueAdded, .tax: act = .running
      case .profit: act = .earning
      case .payroll: act = hasJobGrowth ? .employing : .running
      case .land, .building: act = .open
      case .investment: act = .spending
      }
      let onProfit = given.profitTaxes.firstIndex(of: root)
      let deducts = onProfit.map { given.deductsResearch[$0] } ?? false
      levied.append(add(act, due[tax], nil, deducts))
      let likeness = refunds[tax].isEmpty ? nil : refunds.firstIndex(of: refunds[tax])
      rebated.append(likeness.map { add(act, due[tax], $0, deducts) })
      var follows: Int?
      if case .tax(let other) = base, holidays[tax].isEmpty, refunds[tax] == refunds[other] {
        follows = other
      }
      followed.append(follows)
      self.isOfPast.append(isOfPast)
    }
    var isAlone = given.bases.indices.map { isOfPast[$0] && followed[$0] == nil }
    for tax in given.bases.indices.reversed() {
      if isAlone[tax], case .tax(let other) = given.bases[tax] { isAlone[other] = true }
    }
    alone = given.bases.indices.filter { isAlone[$0] }
    if given.creditTaxes.count == 1, given.profitTaxes.count == 1,
      alone == [given.creditTaxes[0], given.profitTaxes[0]].sorted()
    {
      followable = (given.creditTaxes[0], given.profitTaxes[0])
    }
    isByAge = incentives.allSatisfy {
      $0.counting == .age && ($0.schedule.schedule?.isByAge ?? true)
    }
    let ends = incentives.filter { $0.form == .rebate }.map(\.agreementsUntil)
    deadlines = Array(Set(ends.filter(\.isUniform).map { $0[0] }.filter(\.isFinite))).sorted()
    // Each takes a bit of a place, and is one for all draws.
    if deadlines.count > 8 || ends.contains(where: { !$0.isUniform }) { isByAge = false }
  }

  private mutating func add(
    _ act: Act, _ due: [Int], _ rebated: Int?, _ deductsResearch: Bool
  ) -> Base {
    let sum = sum(of: act, due, rebated)
    return Base(sum: sum, research: deductsResearch ? self.sum(of: .running, due, rebated) : sum)
  }

  /// The place of a sum, which is made where there is none.
  private mutating func sum(of act: Act, _ due: [Int], _ rebated: Int?) -> Int {
    if due.isEmpty, rebated == nil { return act.rawValue }
    let part = Part(act: act, due: due, rebated: rebated)
    if let place = parts.firstIndex(of: part) { return Act.allCases.count + place }
    parts.append(part)
    return width - 1
  }
}
