import Diagnostics
import ParkModel

/// Counts and areas in a tree: by park, establishment and step, down to what was recorded.
struct CountFactors: Sendable {
  let source: FactorSource
  let names: FactorNames

  struct Entry: Sendable {
    var measure: Measure
    var subject: Int32
    var step: Int
    var value: Double
  }

  private enum Level: Int, CaseIterable {
    case park, owner, step
  }

  func tree(_ label: Sentence, _ entries: [Entry], _ unit: String) -> Factor {
    tree(label, entries, unit, Level.allCases[...])
  }

  private func tree(
    _ label: Sentence, _ entries: [Entry], _ unit: String, _ levels: ArraySlice<Level>
  ) -> Factor {
    guard let first = entries.first else {
      return .reading(label, 0, unit, note: "nothing")
    }
    let next = levels.firstIndex { level in
      entries.differ { key($0, level) } || (level == .owner && names.areSeveral)
    }
    guard let next else {
      return Factor(label, .sum, .number(first.value), unit) { [self] in leaf(first, unit) }
    }
    let level = levels[next]
    return .sum(
      label, unit,
      entries.grouped { key($0, level) }.map { group in
        tree(name(group[0], level), group, unit, levels[(next + 1)...])
      })
  }

  /// What was recorded, by what it is made of; where its parts were added in another order, as the
  /// ledger has it.
  private func leaf(_ entry: Entry, _ unit: String) -> [Factor] {
    guard let factor = source.factor(of: entry.measure, entry.subject, step: entry.step) else {
      return [
        .reading(
          FactorNames.measure(entry.measure), entry.value, unit,
          note: "`events` says who and why")
      ]
    }
    if factor.number == entry.value { return [factor] }
    return [
      Factor(
        "as recorded", .agreement, .number(entry.value), unit, parts: [factor],
        note: "the same but for the order of additions")
    ]
  }

  private func key(_ entry: Entry, _ level: Level) -> Int {
    switch level {
    case .park: Int(source.projection.ledger.subjects[Int(entry.subject)].park)
    case .owner: Int(entry.subject)
    case .step: entry.step
    }
  }

  private func name(_ entry: Entry, _ level: Level) -> Sentence {
    switch level {
    case .park: names.park(entry.subject)
    case .owner: names.owner(entry.subject, withCity: false)
    case .step: names.step(entry.step)
    }
  }
}
