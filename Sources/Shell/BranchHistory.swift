import ParkModel

/// Where branches parted and met: the scenarios from which `merge` tells what each side changed
/// (Docs/Decisions/0156).
struct BranchHistory: Sendable {
  /// A scenario that some branches come from.
  private struct Moment: Sendable {
    let scenario: Scenario
    /// The moments that it comes from; all of them were before it.
    let parents: [Int]
  }

  /// The first is the empty scenario.
  private var moments = [Moment(scenario: Scenario(), parents: [])]

  /// Adds a moment; its index.
  mutating func add(_ scenario: Scenario, from parents: [Int]) -> Int {
    moments.append(Moment(scenario: scenario.withoutClosing, parents: parents))
    return moments.count - 1
  }

  /// What two moments have in common: a scenario, and what in it is in doubt, since it has several
  /// ancestors that differ.
  func base(
    of first: Int, _ second: Int
  ) -> (scenario: Scenario, contested: Set<MergeConflict.Subject>) {
    base(of: first, second, depth: 0)
  }

  /// Branches that met crosswise have several last ancestors. These are merged, as branches are.
  private func base(
    of first: Int, _ second: Int, depth: Int
  ) -> (scenario: Scenario, contested: Set<MergeConflict.Subject>) {
    let last = lastCommon(first, second)
    var scenario = moments[last[0]].scenario
    var contested: Set<MergeConflict.Subject> = []
    guard depth < 8 else { return (scenario, contested) }
    for other in last.dropFirst() {
      let (base, doubts) = base(of: last[0], other, depth: depth + 1)
      let merge = ScenarioMerge(
        base: base, ours: scenario, theirs: moments[other].scenario, keep: .ours,
        contested: doubts)
      contested.formUnion(merge.settled.map(\.subject))
      var merged = scenario
      guard (try? merge.apply(to: &merged)) != nil else { continue }
      scenario = merged
    }
    return (scenario, contested)
  }

  /// The moments that both come from and that no other such moment comes from, the latest first.
  private func lastCommon(_ first: Int, _ second: Int) -> [Int] {
    let common = ancestors(of: first).intersection(ancestors(of: second))
    var covered: Set<Int> = []
    var last: [Int] = []
    for moment in common.sorted(by: >) {
      if covered.insert(moment).inserted { last.append(moment) }
      // Parents are before their children, so one that comes later in this loop is covered by now.
      covered.formUnion(ancestors(of: moment))
    }
    return last.isEmpty ? [0] : last
  }

  /// A moment and all that it comes from.
  private func ancestors(of moment: Int) -> Set<Int> {
    var found: Set<Int> = [moment]
    var pending = [moment]
    while let next = pending.popLast() {
      for parent in moments[next].parents where found.insert(parent).inserted {
        pending.append(parent)
      }
    }
    return found
  }
}

extension BranchSet {
  /// Notes the scenario of a branch as a moment, unless it is one already; its index.
  @discardableResult
  mutating func mark(_ name: String) -> Int {
    guard let branch = self[name] else { return 0 }
    if let known = branch.journal.exactMoment { return known }
    let moment = history.add(branch.scenario, from: [branch.journal.moment])
    change(name) { $0.journal.mark(moment) }
    return moment
  }

  /// What two branches have in common.
  func base(
    of first: Branch, _ second: Branch
  ) -> (scenario: Scenario, contested: Set<MergeConflict.Subject>) {
    history.base(of: first.journal.moment, second.journal.moment)
  }

  /// Notes that all of a branch is in the one at hand from now on. `own` and `other` are the moments of
  /// both from before.
  mutating func noteMerge(_ own: Int, _ other: Int) {
    let moment = history.add(current.scenario, from: [own, other])
    current.journal.mark(moment)
  }
}
