import Diagnostics

/// What of a map of flows is drawn: the larger parties of each column, the smaller as one, and flows of one
/// kind between two of them as one.
struct FlowGathering {
  struct Party {
    /// As it is seen, in one line.
    var name: String
    /// From 0 on, without gaps.
    var column: Int
    /// What it receives or what it pays, whichever is more: as tall is its box.
    var value = 0.0
    /// What it receives.
    var received = 0.0
    /// What is said of it: what it receives, or what it pays where it only pays.
    var said: Double { received > 0 ? received : value }
    /// Whether it stands for several.
    var isSeveral = false
  }

  /// A flow by its place: the payer may be at the right.
  struct Flow: Hashable {
    var left: Int
    var right: Int
    var kind: Int
    var isBackward: Bool
  }

  private(set) var parties: [Party] = []
  /// The names of kinds, the largest first.
  private(set) var kinds: [String] = []
  /// Yuan of each, more than nothing.
  private(set) var flows: [(flow: Flow, amount: Double)] = []
  /// What is not drawn: flows within a column, and those that are no number.
  private(set) var left: (count: Int, sum: Double) = (0, 0)
  private(set) var columns = 0

  /// Parties of a column, and the share of it that one has at least.
  private static let most = 12
  private static let least = 0.004

  init(_ map: FlowMap, _ style: FigureStyle) {
    let places = Set(map.parties.map(\.column)).sorted()
    var column: [Int: Int] = [:]
    for (index, place) in places.enumerated() { column[place] = index }
    var kept: [(flow: Flow, name: String, amount: Double)] = []
    for flow in map.flows {
      guard map.parties.indices.contains(flow.from), map.parties.indices.contains(flow.to),
        flow.amount.magnitude <= 1e300, flow.amount != 0
      else { continue }
      let from = flow.amount < 0 ? flow.to : flow.from
      let to = flow.amount < 0 ? flow.from : flow.to
      let order = map.parties[to].column - map.parties[from].column
      guard order != 0 else {
        left = (left.count + 1, left.sum + flow.amount.magnitude)
        continue
      }
      let ends = order > 0 ? (from, to) : (to, from)
      kept.append(
        (
          Flow(left: ends.0, right: ends.1, kind: 0, isBackward: order < 0),
          SVGText.name(flow.name.text(style)), flow.amount.magnitude
        ))
    }
    kinds = FlowGathering.kinds(kept.map { ($0.name, $0.amount) })
    let all = map.parties.map {
      Party(name: SVGText.name($0.name.text(style)), column: column[$0.column] ?? 0)
    }
    let place = gather(all, kept.map { ($0.flow, $0.amount) }, SVGWords(language: style.language))
    var sums: [Flow: Double] = [:]
    var order: [Flow] = []
    let index = Dictionary(uniqueKeysWithValues: kinds.enumerated().map { ($1, $0) })
    for (flow, name, amount) in kept {
      var own = flow
      (own.left, own.right) = (place[flow.left], place[flow.right])
      own.kind = index[name] ?? 0
      if sums[own] == nil { order.append(own) }
      sums[own, default: 0] += amount
    }
    flows = order.map { ($0, sums[$0] ?? 0) }
    setValues()
  }

  private static func kinds(_ flows: [(name: String, amount: Double)]) -> [String] {
    var sums: [String: Double] = [:]
    for flow in flows { sums[flow.name, default: 0] += flow.amount }
    return sums.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.map(\.key)
  }

  /// Keeps the larger parties of each column, and says where each is now.
  private mutating func gather(
    _ all: [Party], _ flows: [(flow: Flow, amount: Double)], _ words: SVGWords
  ) -> [Int] {
    var values = Array(repeating: (left: 0.0, right: 0.0), count: all.count)
    for (flow, amount) in flows {
      values[flow.left].right += amount
      values[flow.right].left += amount
    }
    let value = values.map { max($0.left, $0.right) }
    var place = Array(repeating: 0, count: all.count)
    for column in Set(all.indices.filter { value[$0] > 0 }.map { all[$0].column }).sorted() {
      let own = all.indices.filter { all[$0].column == column && value[$0] > 0 }
        .sorted { (value[$0], $1) > (value[$1], $0) }
      let sum = own.reduce(0) { $0 + value[$1] }
      var shown = own.prefix(FlowGathering.most)
        .prefix { value[$0] >= sum * FlowGathering.least }.count
      // One more takes no more room than a name for it.
      if own.count == shown + 1 { shown += 1 }
      for (rank, party) in own.enumerated() {
        if rank < shown || rank == shown {
          parties.append(all[party])
          parties[parties.count - 1].column = columns
        }
        if rank == shown {
          parties[parties.count - 1].name = words.others(own.count - shown)
          parties[parties.count - 1].isSeveral = true
        }
        place[party] = parties.count - 1
      }
      columns += 1
    }
    return place
  }

  private mutating func setValues() {
    var values = Array(repeating: (left: 0.0, right: 0.0), count: parties.count)
    for (flow, amount) in flows {
      values[flow.left].right += amount
      values[flow.right].left += amount
      parties[flow.isBackward ? flow.left : flow.right].received += amount
    }
    for index in parties.indices {
      parties[index].value = max(values[index].left, values[index].right)
    }
  }

  /// The parties of each column from above, so that few flows cross: the first as large as they are, the
  /// others after those that they receive from.
  func order() -> [[Int]] {
    var result: [[Int]] = []
    var height: [Int: Double] = [:]
    for column in 0..<columns {
      let own = parties.indices.filter { parties[$0].column == column }
      var rank: [Int: Double] = [:]
      for party in own {
        var (weight, sum) = (0.0, 0.0)
        for (flow, amount) in flows where flow.right == party {
          guard let above = height[flow.left] else { continue }
          weight += amount
          sum += amount * above
        }
        rank[party] = weight > 0 ? sum / weight : .infinity
      }
      let sorted = own.sorted { a, b in
        let (first, second) = (rank[a] ?? 0, rank[b] ?? 0)
        if parties[a].isSeveral != parties[b].isSeveral { return parties[b].isSeveral }
        return first == second ? a < b : first < second
      }
      let whole = max(sorted.reduce(0) { $0 + parties[$1].value }, .leastNormalMagnitude)
      var above = 0.0
      for party in sorted {
        height[party] = (above + parties[party].value / 2) / whole
        above += parties[party].value
      }
      result.append(sorted)
    }
    return result
  }
}
