import Diagnostics

/// The tree of changes: ways in it, numbers, and the list of all.
extension Journal {
  /// The places behind the changes from the beginning to a place, that one the last.
  func way(to place: Int) -> [Int] {
    var way: [Int] = []
    var place = place
    while place != 0 {
      way.append(place)
      place = places[place].parent
    }
    return way.reversed()
  }

  /// Numbers of changes, the smallest first.
  var numbers: ClosedRange<Int> { offset...offset + places.count - 1 }

  /// The place behind the change of a number, the beginning for the one before the first; nil where
  /// there is none.
  func place(number: Int) -> Int? { numbers.contains(number) ? number - offset : nil }

  func number(of place: Int) -> Int { place + offset }

  /// Whether a place is behind a change that holds, or the beginning.
  func isBehind(_ place: Int) -> Bool { place == 0 || way(to: self.place).contains(place) }

  /// How many changes are to be taken back to stand where the way to a place turns off.
  func distance(backTo goal: Int) -> Int {
    let shared = Set(way(to: goal))
    return way(to: place).count { !shared.contains($0) }
  }

  /// How many changes lead on from where the way to a place turns off.
  func distance(onTo goal: Int) -> Int {
    let shared = Set(way(to: place))
    return way(to: goal).count { !shared.contains($0) }
  }

  /// A row of the list of all changes.
  struct Entry: Sendable {
    enum State: Sendable {
      case atHand, holding
      /// Taken back: `redo` makes it again, or it stands on a line that was left.
      case next, left
    }

    var number: Int
    /// The number of the change before it; nil for the beginning.
    var parent: Int?
    /// The statement that it is, or what it did.
    var text: Sentence
    var state: State
    /// On how many lines one is beside the one at hand.
    var depth: Int
  }

  /// The beginning and all changes. The line at hand with what `redo` makes again has depth 0; what
  /// was left stands behind the change after which it began, a step deeper.
  var entries: [Entry] {
    var children = [[Int]](repeating: [], count: places.count)
    for index in places.indices.dropFirst() { children[places[index].parent].append(index) }
    let holding = Set(way(to: place))
    var ahead: Set<Int> = []
    var next = places[place].next
    while next != 0 {
      ahead.insert(next)
      next = places[next].next
    }
    var entries: [Entry] = []
    // A stack of its own, since lines may be long.
    var pending = [(place: 0, depth: 0)]
    while let (index, depth) = pending.popLast() {
      let state: Entry.State =
        index == place
        ? .atHand
        : holding.contains(index) || index == 0
          ? .holding
          : ahead.contains(index) ? .next : .left
      entries.append(
        Entry(
          number: number(of: index), parent: index == 0 ? nil : number(of: places[index].parent),
          text: places[index].change.text, state: state, depth: depth))
      // The line that goes on stands last: that at hand, else the one that was left last.
      let onward =
        children[index].first { holding.contains($0) || ahead.contains($0) }
        ?? (state == .left ? children[index].last : nil)
      if let onward { pending.append((onward, depth)) }
      for child in children[index].reversed() where child != onward {
        pending.append((child, depth + 1))
      }
    }
    return entries
  }
}
