import Quantities

/// Points by how many fronts lie before them, and how much room they have among those of their front.
struct FrontOrder {
  /// By point, 0 for those that none is better than.
  private(set) var rank: [Int]
  /// By point, the room between its neighbours, infinite at the ends.
  private(set) var room: [Double]

  /// - Parameter values: by point and objective, more is better; nil for the worst there is.
  init(_ values: [[Double]?]) {
    rank = [Int](repeating: 0, count: values.count)
    room = [Double](repeating: 0, count: values.count)
    var better = [[Int]](repeating: [], count: values.count)
    var worseThan = [Int](repeating: 0, count: values.count)
    for one in values.indices {
      for other in values.indices where FrontOrder.dominates(values[one], values[other]) {
        better[one].append(other)
        worseThan[other] += 1
      }
    }
    var front = values.indices.filter { worseThan[$0] == 0 }
    var level = 0
    while !front.isEmpty {
      var next: [Int] = []
      for point in front {
        rank[point] = level
        for other in better[point] {
          worseThan[other] -= 1
          if worseThan[other] == 0 { next.append(other) }
        }
      }
      spread(front, values)
      front = next.sorted()
      level += 1
    }
  }

  /// Whether one is as good in everything and better in something.
  static func dominates(_ one: [Double]?, _ other: [Double]?) -> Bool {
    guard let one else { return false }
    guard let other else { return true }
    var isBetter = false
    for (a, b) in zip(one, other) {
      if a < b { return false }
      if a > b { isBetter = true }
    }
    return isBetter
  }

  private mutating func spread(_ front: [Int], _ values: [[Double]?]) {
    guard let count = front.lazy.compactMap({ values[$0]?.count }).first else { return }
    for objective in 0..<count {
      func value(_ point: Int) -> Double { values[point]?[objective] ?? 0 }
      let order = front.sorted { (value($0), $0) < (value($1), $1) }
      guard let first = order.first, let last = order.last else { continue }
      let width = value(last) - value(first)
      room[first] = .infinity
      room[last] = .infinity
      guard width > 0, order.count > 2 else { continue }
      for place in 1..<order.count - 1 {
        room[order[place]] += (value(order[place + 1]) - value(order[place - 1])) / width
      }
    }
  }

  /// The better of two points of the first so many, drawn by chance.
  func better(of count: Int, _ chance: inout ParetoSearch.Chance) -> Int {
    let (one, two) = (chance.below(count), chance.below(count))
    if rank[one] != rank[two] { return rank[one] < rank[two] ? one : two }
    return room[one] >= room[two] ? one : two
  }

  /// So many points, the best first.
  func best(_ count: Int) -> [Int] {
    Array(
      rank.indices.sorted { a, b in
        if rank[a] != rank[b] { return rank[a] < rank[b] }
        return room[a] == room[b] ? a < b : room[a] > room[b]
      }.prefix(count))
  }
}

/// Powers of numbers above nought.
enum Power {
  static func of(_ base: Double, _ exponent: Double) -> Double {
    base > 0 ? Numerics.exponential(exponent * Numerics.logarithm(base)) : 0
  }
}
