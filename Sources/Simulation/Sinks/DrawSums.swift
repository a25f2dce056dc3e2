/// Adds up what somebody asked for of the draws of a block, and keeps nothing else.
struct DrawSums: PostingSink {
  typealias Number = DrawLanes

  static var keepsEvents: Bool { false }

  /// By leaf, column and step; amounts, in fen, begin with what lies before the start.
  private(set) var sums: [[[DrawLanes]]]
  /// 1 in the draws that may be past what a ledger holds, or past what adds up exactly here.
  private(set) var beyond = DrawLanes.zero

  private let leaves: [Leaf]
  /// By account, the leaves in which it counts.
  private let feeds: [[Feed]]
  /// By measure, the same.
  private let counts: [[Int]]
  private var subjects: [Subject] = []
  private var places: [Subject: Int32] = [:]
  /// By leaf and subject, its column; nil where it is out of scope.
  private var columns: [[Int?]]
  private var invested: [Int32: (ours: DrawLanes, theirs: DrawLanes)] = [:]

  private struct Leaf {
    var table: LeafTable
    var places: LeafPlaces
  }

  private struct Feed {
    var leaf: Int
    var weight: Int64
  }

  /// Amounts below this, in yuan, are exact in fen and add up so; larger ones are left to a run alone.
  private static let most = 1e12
  /// Sums up to here are exact, fen.
  private static let mostSum = 0x1p53

  init(_ tables: [LeafTable], _ plan: Plan<DrawLanes>) {
    leaves = tables.map { table in
      Leaf(
        table: table, places: LeafPlaces(plan, scopes: table.scopes, division: table.division))
    }
    let accounts = Account.all(taxes: plan.taxes.count).count
    var feeds = [[Feed]](repeating: [], count: accounts)
    var counts = [[Int]](repeating: [], count: Measure.allCases.count)
    var sums: [[[DrawLanes]]] = []
    for (index, leaf) in leaves.enumerated() {
      var steps = plan.calendar.count
      switch leaf.table.kind {
      case .money(let weights):
        steps += 1
        for (account, weight) in weights.enumerated() where weight != 0 {
          feeds[account].append(Feed(leaf: index, weight: weight))
        }
      case .count(let measure): counts[Int(measure.rawValue)].append(index)
      }
      sums.append(
        Array(
          repeating: Array(repeating: DrawLanes.zero, count: steps), count: leaf.places.width))
    }
    self.feeds = feeds
    self.counts = counts
    self.sums = sums
    columns = leaves.map { _ in [] }
  }

  mutating func place(of subject: Subject) -> Int32 {
    if let place = places[subject] { return place }
    let place = Int32(subjects.count)
    places[subject] = place
    subjects.append(subject)
    for index in leaves.indices {
      columns[index].append(leaves[index].places.column(of: subject))
    }
    return place
  }

  mutating func post(_ yuan: DrawLanes, _ account: Account, _ subject: Int32, step: Int) {
    guard !feeds[Int(account.index)].isEmpty else {
      if DrawSums.isLarge(account) { check(yuan, most: DrawSums.most) }
      return
    }
    var isWithin = true
    for feed in feeds[Int(account.index)] {
      guard let column = column(of: feed, account, subject) else {
        isWithin = false
        continue
      }
      let isExact = sums[feed.leaf][column][step + 1].add(
        fenOf: yuan, times: Double(feed.weight), most: DrawSums.most, sum: DrawSums.mostSum)
      if !isExact {
        check(sums[feed.leaf][column][step + 1], most: DrawSums.mostSum)
        isWithin = false
      }
    }
    // Where nobody has looked at it, or has seen too much.
    if !isWithin { check(yuan, most: DrawSums.most) }
  }

  /// What other amounts are made of, so that none of them is larger by much.
  private static func isLarge(_ account: Account) -> Bool {
    switch account {
    case .output, .payroll, .landIncome, .contribution, .fixedTransfer, .opex: true
    default: false
    }
  }

  mutating func post(
    investment yuan: DrawLanes, publicShare: DrawLanes, _ subject: Int32, step: Int
  ) {
    check(yuan, most: DrawSums.most)
    guard
      !feeds[Int(Account.publicInvestment.index)].isEmpty
        || !feeds[Int(Account.privateInvestment.index)].isEmpty
    else { return }
    let total = (yuan * DrawLanes(100)).rounded
    let ours = (total * publicShare).rounded
    let before = invested[subject] ?? (DrawLanes.zero, DrawLanes.zero)
    add(ours - before.ours, .publicInvestment, subject, step)
    add(total - ours - before.theirs, .privateInvestment, subject, step)
    invested[subject] = (ours, total - ours)
  }

  private mutating func add(
    _ fen: DrawLanes, _ account: Account, _ subject: Int32, _ step: Int
  ) {
    if fen.isUniform, fen[0] == 0 { return }
    for feed in feeds[Int(account.index)] {
      guard let column = column(of: feed, account, subject) else { continue }
      let amount = feed.weight == 1 ? fen : fen * DrawLanes(Double(feed.weight))
      if !sums[feed.leaf][column][step + 1].add(amount, most: DrawSums.mostSum) {
        check(sums[feed.leaf][column][step + 1], most: DrawSums.mostSum)
      }
    }
  }

  /// The column to which an account of a subject adds in a leaf; nil where it is out of scope.
  private func column(of feed: Feed, _ account: Account, _ subject: Int32) -> Int? {
    columns[feed.leaf][Int(subject)].flatMap {
      leaves[feed.leaf].places.column($0, account, weight: feed.weight)
    }
  }

  mutating func record(_ value: DrawLanes, _ measure: Measure, _ subject: Int32, step: Int) {
    check(value, most: .greatestFiniteMagnitude)
    for leaf in counts[Int(measure.rawValue)] {
      guard let column = columns[leaf][Int(subject)] else { continue }
      sums[leaf][column][step] += value
    }
  }

  private mutating func check(_ value: DrawLanes, most: Double) {
    let isWithin = value.magnitudeIs(atMost: most)
    guard !DrawLanes.all(isWithin) else { return }
    beyond = DrawLanes.select(isWithin, beyond, DrawLanes.one)
  }
}
