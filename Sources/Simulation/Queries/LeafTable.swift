/// What figures are added up from: some amounts or a count, of each step and of each part of a
/// division.
struct LeafTable: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// Fen; how often each account counts, by its place.
    case money(weights: [Int64])
    case count(Measure)
  }

  var kind: Kind
  var scopes: [Scope]
  var division: Division?
}

/// Which part of a division, within some scopes, a posting or a record belongs to.
struct LeafPlaces: Sendable {
  let scopes: [Scope]
  let division: Division?
  /// How many columns: the parts of the division and the remainder, or the whole.
  let width: Int
  private let levelCount: Int

  init<Number: Lane>(_ plan: Plan<Number>, scopes: [Scope], division: Division?) {
    self.scopes = scopes
    self.division = division
    levelCount = plan.levelCount
    width = division.map { plan.count(of: $0) + 1 } ?? 1
  }

  /// Divisions of what lies in parks.
  private static let ofParks = Division.ofTenants.subtracting([.jurisdiction])

  /// The column in which an amount counts with a weight, where its subject has one; nil where it is
  /// out of scope.
  ///
  /// What a city loses by a park is posted with that park, and taken off the budget of the city
  /// alone: neither the park nor what is in it is the poorer for it. Model 6, relocation.
  func column(_ own: Int, _ account: Account, weight: Int64) -> Int? {
    guard weight < 0, account.part?.part == .displaced else { return column(of: account) ?? own }
    if scopes.contains(where: { $0.division == .jurisdiction }) {
      return column(of: account) ?? own
    }
    if scopes.contains(where: { LeafPlaces.ofParks.contains($0.division) }) { return nil }
    if let column = column(of: account) { return column }
    return division.map(LeafPlaces.ofParks.contains) == true ? width - 1 : own
  }

  /// The column of a subject; nil where it is out of scope.
  func column(of subject: Subject) -> Int? {
    for scope in scopes {
      guard let place = place(of: subject, in: scope.division) else { continue }
      if place != scope.index { return nil }
    }
    guard let division else { return 0 }
    guard let place = place(of: subject, in: division) else { return 0 }
    return place >= 0 ? place : width - 1
  }

  /// The part of a division that a subject belongs to, -1 for none; nil where the division is not
  /// one of subjects.
  private func place(of subject: Subject, in division: Division) -> Int? {
    switch division {
    case .firm: Int(subject.tenant)
    case .jurisdiction: Int(subject.jurisdiction)
    case .park: Int(subject.park)
    case .phase: Int(subject.phase)
    case .sector: Int(subject.sector)
    case .level, .tax: nil
    }
  }

  func isInScope(_ account: Account) -> Bool {
    for scope in scopes {
      switch scope.division {
      case .level: if level(of: account) != scope.index { return false }
      case .tax: if account.instrument != scope.index { return false }
      default: continue
      }
    }
    return true
  }

  /// The place of an account's level among those that there are.
  private func level(of account: Account) -> Int? {
    account.level?.index(of: levelCount)
  }

  /// The column of an account where the division is one of accounts.
  private func column(of account: Account) -> Int? {
    switch division {
    // What is of no tax is a part of its own.
    case .level: level(of: account) ?? width - 1
    case .tax: account.instrument ?? width - 1
    default: nil
    }
  }
}

extension Plan {
  /// How many parts a division has.
  func count(of division: Division) -> Int {
    switch division {
    case .firm: tenants.count
    case .jurisdiction: cities.count
    case .level: levelCount
    case .park: parks.count
    case .phase: phases.count
    case .sector: sectors.count
    case .tax: taxes.count
    }
  }
}
