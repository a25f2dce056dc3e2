/// Whom an amount or a count belongs to: a phase, or a tenant in a phase. -1 stands for none.
public struct Subject: Sendable, Hashable {
  public var park: Int32
  public var phase: Int32
  public var tenant: Int32
  public var sector: Int32
  /// The city that receives the local taxes.
  public var jurisdiction: Int32
}

/// One amount of money, posted once.
public struct Posting: Sendable {
  /// Rounded half-even.
  public var fen: Int64
  /// Place in the ledger's subjects.
  public var subject: Int32
  /// -1 for what lies before the scenario's start.
  public var step: Int16
  public var account: Account
}

/// Where the stages put their results: the ledger of one draw, or the statistics of many.
protocol PostingSink {
  associatedtype Number: Lane

  /// Whether somebody reads what happened, and not only what it came to.
  static var keepsEvents: Bool { get }

  /// The place of a subject, made when it is first asked for.
  mutating func place(of subject: Subject) -> Int32
  /// Posts an amount of yuan.
  mutating func post(_ yuan: Number, _ account: Account, _ subject: Int32, step: Int)
  /// Posts an amount and a part of another, yuan.
  mutating func post(
    _ yuan: Number, plus amount: Number, times part: Number, _ account: Account, _ subject: Int32,
    step: Int)
  /// Posts what has been added to the investment of a subject since it was last posted, divided
  /// between public and private, so that the parts of a budget add up to it exactly.
  mutating func post(
    investment yuan: Number, publicShare: Number, _ subject: Int32, step: Int)
  /// Posts what one subject passes on to another: less for the one, more for the other.
  mutating func transfer(
    _ yuan: Number, _ account: Account, from giver: Int32, to taker: Int32, step: Int)
  /// Records a count, an area or a ratio.
  mutating func record(_ value: Number, _ measure: Measure, _ subject: Int32, step: Int)
  /// Records several.
  mutating func record(_ values: [(value: Number, measure: Measure)], _ subject: Int32, step: Int)
}

extension PostingSink {
  mutating func post(
    _ yuan: Number, plus amount: Number, times part: Number, _ account: Account, _ subject: Int32,
    step: Int
  ) {
    var whole = yuan
    whole.add(amount, times: part)
    post(whole, account, subject, step: step)
  }

  mutating func transfer(
    _ yuan: Number, _ account: Account, from giver: Int32, to taker: Int32, step: Int
  ) {
    post(Number.zero - yuan, account, giver, step: step)
    post(yuan, account, taker, step: step)
  }

  mutating func record(
    _ values: [(value: Number, measure: Measure)], _ subject: Int32, step: Int
  ) {
    for (value, measure) in values { record(value, measure, subject, step: step) }
  }
}

/// What is counted but is not money.
public enum Measure: UInt8, Sendable, CaseIterable {
  /// Direct jobs at the end of the step.
  case jobs
  /// Job-years of construction in the step.
  case constructionJobs
  /// Expected firms open at the end of the step.
  case firms
  /// Expected firms that wait at the end of the step.
  case waiting
  /// Firms that were turned away by the end of the step.
  case rejected
  /// Jobs at suppliers at the end of the step.
  case indirectJobs
  /// Jobs that spent wages make at the end of the step.
  case inducedJobs
  /// tce in the step.
  case energy
  /// tCO2 in the step.
  case emissions
  /// m² at the end of the step.
  case occupiedLand
  /// m² at the end of the step.
  case occupiedFloor
  /// m² of complete phases at the end of the step.
  case servicedLand
  /// m² of complete phases at the end of the step.
  case servicedFloor

  /// Whether the steps of a period are added, and not its last one read.
  public var isFlow: Bool {
    switch self {
    case .constructionJobs, .emissions, .energy: true
    default: false
    }
  }
}

/// One count, area or ratio.
public struct Record: Sendable {
  public var value: Double
  public var subject: Int32
  public var step: Int16
  public var measure: Measure
}

/// Everything a run posted: each amount once, in the order of the steps.
public struct Ledger: PostingSink, Sendable {
  public private(set) var subjects: [Subject] = []
  public private(set) var postings: [Posting] = []
  public private(set) var records: [Record] = []
  private var places: [Subject: Int32] = [:]
  /// The investment posted so far, fen, public and private, by place of the subject.
  private var invested: [(ours: Int64, theirs: Int64)] = []
  /// Sum of the sizes of all amounts, fen: while it fits, every sum of leaves fits.
  private var size = 0.0
  /// The first amount or count that could not be stored.
  private(set) var overflow: Overflow?

  /// Whom a number past what a ledger holds belongs to.
  struct Overflow {
    /// Nil where it is a count and not money.
    var account: Account?
    var subject: Subject
    var step: Int
  }

  /// Whether postings and records stand in the order of their steps, as a run makes them.
  private var isInOrder = true

  /// Amounts up to here are added without overflow, fen.
  private static let limit = 9e18

  static var keepsEvents: Bool { true }

  public init() {}

  /// The same with other amounts.
  func with(_ postings: [Posting]) -> Ledger {
    var copy = self
    copy.postings = postings
    return copy
  }

  /// The postings among which those of some steps are, found without looking through all of them.
  func postings(near steps: Range<Int>) -> ArraySlice<Posting> {
    guard isInOrder else { return postings[...] }
    return postings[Ledger.places(of: steps, in: postings) { Int($0.step) }]
  }

  /// The records among which those of some steps are.
  func records(near steps: Range<Int>) -> ArraySlice<Record> {
    guard isInOrder else { return records[...] }
    return records[Ledger.places(of: steps, in: records) { Int($0.step) }]
  }

  /// The step in whose course something is posted: what lies before the scenario, in its first.
  private static func turn(of step: Int) -> Int { max(0, step) }

  private static func places<Entry>(
    of steps: Range<Int>, in entries: [Entry], _ step: (Entry) -> Int
  ) -> Range<Int> {
    func first(atLeast bound: Int) -> Int {
      var (low, high) = (0, entries.count)
      while low < high {
        let middle = (low + high) / 2
        if turn(of: step(entries[middle])) < bound { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return first(atLeast: turn(of: steps.lowerBound))..<first(atLeast: max(1, steps.upperBound))
  }

  mutating func place(of subject: Subject) -> Int32 {
    if let place = places[subject] { return place }
    let place = Int32(subjects.count)
    places[subject] = place
    subjects.append(subject)
    return place
  }

  mutating func post(_ yuan: Double, _ account: Account, _ subject: Int32, step: Int) {
    append(fen(yuan), account, subject, step)
  }

  mutating func post(
    investment yuan: Double, publicShare: Double, _ subject: Int32, step: Int
  ) {
    let total = fen(yuan)
    let ours = total.map { Int64((Double($0) * publicShare).rounded(.toNearestOrEven)) }
    while invested.count <= Int(subject) { invested.append((0, 0)) }
    let before = invested[Int(subject)]
    guard let total, let ours else {
      append(nil, .privateInvestment, subject, step)
      return
    }
    append(ours - before.ours, .publicInvestment, subject, step)
    append(total - ours - before.theirs, .privateInvestment, subject, step)
    invested[Int(subject)] = (ours, total - ours)
  }

  mutating func record(_ value: Double, _ measure: Measure, _ subject: Int32, step: Int) {
    guard value != 0 else { return }
    guard value.isFinite else {
      if overflow == nil { overflow = Overflow(subject: subjects[Int(subject)], step: step) }
      return
    }
    isInOrder = isInOrder && Ledger.turn(of: Int(records.last?.step ?? 0)) <= Ledger.turn(of: step)
    records.append(
      Record(value: value, subject: subject, step: Int16(step), measure: measure))
  }

  /// Keeps an amount; nil is one that cannot be stored.
  private mutating func append(
    _ fen: Int64?, _ account: Account, _ subject: Int32, _ step: Int
  ) {
    size += Double(fen?.magnitude ?? .max)
    guard let fen, size < Ledger.limit else {
      if overflow == nil {
        overflow = Overflow(account: account, subject: subjects[Int(subject)], step: step)
      }
      size = 0
      return
    }
    guard fen != 0 else { return }
    isInOrder = isInOrder && Ledger.turn(of: Int(postings.last?.step ?? 0)) <= Ledger.turn(of: step)
    postings.append(Posting(fen: fen, subject: subject, step: Int16(step), account: account))
  }

  /// Yuan as fen, half-even; nil where they cannot be stored.
  private func fen(_ yuan: Double) -> Int64? {
    let fen = (yuan * 100).rounded(.toNearestOrEven)
    return fen.magnitude < Ledger.limit / 4 ? Int64(fen) : nil
  }
}
