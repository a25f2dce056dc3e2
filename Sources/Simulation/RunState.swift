/// What a run carries from step to step.
struct RunState<Number: Lane> {
  /// Tenants that were admitted: one for a firm, one for each site of a cohort.
  var establishments: [Establishment<Number>] = []
  /// The establishment of a tenant at a site, by tenant and site (-1 for none).
  var places: [Int: Int] = [:]
  /// Firms that wait, in order, lane by lane.
  var waiting: [[Int]]
  /// The next of `firmsByArrival`.
  var nextFirm = 0
  /// What is left of each tenant's queue: of cohorts only.
  var queues: [Number]
  /// What was last read of each tenant.
  var readings: [Readings<Number>?]
  /// Cohorts of whom it was told that some wait.
  var toldQueues: Set<Int> = []
  var events: [Event] = []

  init(tenants: Int) {
    waiting = Array(repeating: [], count: Number.count)
    queues = Array(repeating: Number.zero, count: tenants)
    readings = Array(repeating: nil, count: tenants)
  }
}

/// A tenant at a site, with everyone who came in one month as one vintage.
struct Establishment<Number: Lane> {
  var tenant: Int
  var site: Int?
  /// Its place in the ledger.
  var subject: Int32
  var vintages: [Vintage<Number>] = []
}

/// Firms that were admitted together.
struct Vintage<Number: Lane> {
  /// The month of a cohort's intake; 0 for a firm.
  var month: Int
  /// How many, fractions included.
  var count: Number
  var admitted: Number
  var opening: Number

  /// Later than every scenario: the admission of a lane in which nobody comes.
  static var never: Number { Number(1e12) }
}
