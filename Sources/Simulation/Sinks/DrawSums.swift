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
  /// What was posted of investments so far, fen.
  private var invested: [Int32: (ours: DrawLanes, theirs: DrawLanes)] = [:]
  /// The same of those that are private throughout, yuan.
  private var owned: [Int32: DrawLanes] = [:]

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
    post(yuan, plus: .zero, times: .zero, account, subject, step)
  }

  mutating func post(
    _ yuan: DrawLanes, plus amount: DrawLanes, times part: DrawLanes, _ account: Account,
    _ subject: Int32, step: Int
  ) {
    post(yuan, plus: amount, times: part, account, subject, step)
  }

  mutating func transfer(
    _ yuan: DrawLanes, _ account: Account, from giver: Int32, to taker: Int32, step: Int
  ) {
    post(yuan, plus: .zero, times: .zero, account, giver, step, isGiven: true)
    post(yuan, plus: .zero, times: .zero, account, taker, step)
  }

  /// Posts an amount and a part of another; less of both together where that is given away.
  private mutating func post(
    _ yuan: DrawLanes, plus amount: DrawLanes, times part: DrawLanes, _ account: Account,
    _ subject: Int32, _ step: Int, isGiven: Bool = false
  ) {
    let fed = feeds[Int(account.index)]
    var isSeen = !fed.isEmpty
    for feed in fed {
      guard let column = column(of: feed, account, subject) else {
        isSeen = false
        continue
      }
      let weight = Double(isGiven ? -feed.weight : feed.weight)
      let isExact = sums[feed.leaf][column][step + 1].add(
        fenOf: yuan, plus: amount, times: part, weight: weight, most: DrawSums.most,
        sum: DrawSums.mostSum)
      if !isExact {
        check(sums[feed.leaf][column][step + 1], most: DrawSums.mostSum)
        isSeen = false
      }
    }
    // Nobody has looked at it, or somebody has seen too much.
    if !isSeen, !fed.isEmpty || DrawSums.isLarge(account) {
      check(yuan + amount * part, most: DrawSums.most)
    }
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
    let isPrivate = publicShare.isUniform && publicShare[0] == 0
    if isPrivate, !feeds[Int(Account.privateInvestment.index)].isEmpty {
      // What is rounded, less what was rounded before: both are whole numbers of fen.
      if let before = owned[subject] {
        post(
          before, plus: .zero, times: .zero, .privateInvestment, subject, step, isGiven: true)
      }
      post(yuan, plus: .zero, times: .zero, .privateInvestment, subject, step)
      owned[subject] = yuan
      return
    }
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
    record([(value, measure)], subject, step: step)
  }

  mutating func record(
    _ values: [(value: DrawLanes, measure: Measure)], _ subject: Int32, step: Int
  ) {
    var unread: [DrawLanes] = []
    for (value, measure) in values {
      var isRead = false
      for leaf in counts[Int(measure.rawValue)] {
        guard let column = columns[leaf][Int(subject)] else { continue }
        // What is no number makes none of the sum, and is seen in the end.
        sums[leaf][column][step] += value
        isRead = true
      }
      if !isRead { unread.append(value) }
    }
    guard !DrawLanes.areWithin(unread, most: .greatestFiniteMagnitude) else { return }
    for value in unread { check(value, most: .greatestFiniteMagnitude) }
  }

  /// Looks at the counts that were added up.
  mutating func finish() {
    for (leaf, columns) in sums.enumerated() {
      guard case .count = leaves[leaf].table.kind else { continue }
      for sum in columns.joined() { check(sum, most: .greatestFiniteMagnitude) }
    }
  }

  private mutating func check(_ value: DrawLanes, most: Double) {
    let isWithin = value.magnitudeIs(atMost: most)
    guard !DrawLanes.all(isWithin) else { return }
    beyond = DrawLanes.select(isWithin, beyond, DrawLanes.one)
  }
}
