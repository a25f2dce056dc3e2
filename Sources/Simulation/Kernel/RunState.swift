/// What a run carries from step to step.
struct RunState<Number: Lane> {
  /// Tenants that were admitted: one for a firm, one for each site of a cohort.
  var establishments: [Establishment<Number>] = []
  /// The establishment of a tenant at a site, by tenant and site (-1 for none).
  var places: [Int: Int] = [:]
  /// The establishments in order of tenant and site, which are their keys in `places`. What is added
  /// over tenants is added so: the order in which they were admitted is that of the first lane, and
  /// another draw would differ in its last bits from what it comes to alone.
  var order: [(key: Int, place: Int)] = []
  /// How many of `order` are in their places.
  private var orderedCount = 0
  /// Firms that wait in some draw, in order.
  var waiting: [Int] = []
  /// By tenant, 1 in the draws in which a firm waits.
  var waits: [Number]
  /// The next of `firmsByArrival`.
  var nextFirm = 0
  /// Firms that have come in some draw and are yet to come in another, in that order.
  var coming: [Int] = []
  /// What is left of each tenant's queue: of cohorts only.
  var queues: [Number]
  /// How many of each tenant were turned away so far.
  var rejected: [Number]
  /// What was last read, by `Tenant.readings`.
  var readings: [Readings<Number>?]
  /// The step in which it was read.
  var readIn: [Int]
  /// What growth makes of a yuan in the step at hand.
  var growths = GrowthMemory<Number>()
  /// What each city has handed over in the calendar year at hand.
  var handed: [Handed<Number>] = []
  /// What was not sold yet of the land of each site, m².
  var unsold: [Number]
  /// Cohorts of whom it was told that some wait.
  var toldQueues: Set<Int> = []
  /// Cohorts of whom it was told that some are turned away.
  var toldRejections: Set<Int> = []
  /// What the taxes of vintages remember.
  var histories = TaxHistories<Number>()
  /// What firms of some age do in a step.
  var lives: Lives<Number>
  /// How many vintages there are.
  private(set) var vintageCount = 0
  var events: [Event] = []

  init(_ plan: Plan<Number>) {
    waits = Array(repeating: Number.zero, count: plan.tenants.count)
    queues = Array(repeating: Number.zero, count: plan.tenants.count)
    rejected = queues
    readings = Array(repeating: nil, count: plan.readingsCount)
    readIn = Array(repeating: -1, count: plan.readingsCount)
    unsold = plan.sites.map(\.land)
    lives = Lives(tenants: plan.tenants.count)
  }

  /// The number of a new vintage.
  mutating func nextVintage() -> Int {
    vintageCount += 1
    return vintageCount - 1
  }

  /// Puts those who were added to `order` since into their places.
  mutating func putInOrder() {
    guard orderedCount < order.count else { return }
    order.sort { $0.key < $1.key }
    orderedCount = order.count
  }
}

/// A tenant at a site, with everyone who came in one month as one vintage.
struct Establishment<Number: Lane> {
  var tenant: Int
  var site: Int?
  /// Its place in the ledger.
  var subject: Int32
  /// The same in the cities with which its park's local tax is shared.
  var homes: [Int32]
  /// The same in the city that it left; nil for one that left none.
  var origin: Int32?
  /// What it paid for land in this step, yuan.
  var sale = Number.zero
  /// What of that has to be spent elsewhere, yuan.
  var setAside = Number.zero
  /// How many of its firms held their land and floor at the end of the last step.
  var held = Number.zero
  var vintages: [Vintage<Number>] = []
}
