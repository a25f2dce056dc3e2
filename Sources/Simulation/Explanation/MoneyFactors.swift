import Diagnostics
import ParkModel

/// Amounts of money in a tree: by account, tax, level of government, park, establishment and step,
/// down to what was posted. Every sum is one of whole fen.
struct MoneyFactors: Sendable {
  let source: FactorSource
  let names: FactorNames
  /// Whether they are all there was by the end of a period.
  var areToDate = false

  /// What was posted once, or several times under one name.
  struct Entry: Sendable {
    var account: Account
    var subject: Int32
    var step: Int
    var fen: Int64
    /// -1 where it is taken off.
    var weight: Int64
    /// What it was in the prices of one year; nil where it is in these.
    var origin: Pricing.Origin?
  }

  /// What amounts are divided by, from the top.
  enum Level: Int, Sendable, CaseIterable {
    case category, tax, government, park, owner, step
  }

  /// The tree of some amounts.
  func tree(_ label: Sentence, _ entries: [Entry], note: Sentence = "") -> Factor {
    tree(label, entries, Level.allCases[...], note: note)
  }

  private func tree(
    _ label: Sentence, _ entries: [Entry], _ levels: ArraySlice<Level>, note: Sentence = ""
  ) -> Factor {
    guard !entries.isEmpty else {
      return Factor(label, .reading, .fen(0), "yuan", note: note.isEmpty ? "nothing" : note)
    }
    if entries.allSatisfy({ $0.weight < 0 }) {
      let turned = entries.map { entry in
        var entry = entry
        entry.weight = 1
        return entry
      }
      let category = category(entries)
      return .negated(
        label == category ? "less \(label)" : label, tree(category, turned, levels))
    }
    let fen = entries.reduce(0) { $0 + $1.weight * $1.fen }
    // Who it is stays to be seen, even where there is only one.
    let next = levels.firstIndex { level in
      entries.differ { key($0, level) } || (level == .owner && names.areSeveral)
    }
    guard let next else {
      return Factor(label, .sum, .fen(fen), "yuan", note: note) { [self] in leaf(entries, fen) }
    }
    let level = levels[next]
    return Factor(label, .sum, .fen(fen), "yuan", note: note) { [self] in
      groups(entries, level).map { group in
        tree(name(group, level), group, levels[(next + 1)...])
      }
    }
  }

  /// What was posted under one name; in nominal money, each posting from what it was before.
  private func leaf(_ entries: [Entry], _ fen: Int64) -> [Factor] {
    let entry = entries[0]
    guard entry.origin != nil else { return posted(entry, fen) }
    return entries.map { entry in
      let fen = entry.origin?.fen ?? 0
      // Of several, such as those of before the start, each is what was posted.
      let real =
        entries.count == 1
        ? Factor(source.realLabel, .sum, .fen(fen), "yuan") { [self] in posted(entry, fen) }
        : Factor(source.realLabel, .reading, .fen(fen), "yuan")
      return source.nominal(entry.fen, real, at: entry.origin?.instant ?? 0)
    }
  }

  private func posted(_ entry: Entry, _ fen: Int64) -> [Factor] {
    let all = source.factors(of: entry.account, entry.subject, step: entry.step)
    let telling = all.filter { $0.fen != 0 }
    let factors = telling.isEmpty ? all : telling
    if factors.reduce(0, { $0 + $1.fen }) == fen { return factors }
    return [
      Factor(
        "posted", .reading, .fen(fen), "yuan", note: "its factors are not known to this version")
    ]
  }

  private func groups(_ entries: [Entry], _ level: Level) -> [[Entry]] {
    let groups = entries.grouped { key($0, level) }
    guard level != .owner else { return groups }
    return groups.sorted { key($0[0], level) < key($1[0], level) }
  }

  private func key(_ entry: Entry, _ level: Level) -> Int {
    switch level {
    case .category: names.categoryKey(entry.account)
    case .tax: entry.account.instrument ?? -1
    case .government: entry.account.share?.place ?? -1
    case .park: Int(source.projection.ledger.subjects[Int(entry.subject)].park)
    case .owner: Int(entry.subject)
    case .step: entry.step
    }
  }

  private func category(_ entries: [Entry]) -> Sentence {
    let category = names.category(entries.map(\.account))
    return areToDate ? "\(category) to date" : category
  }

  private func name(_ group: [Entry], _ level: Level) -> Sentence {
    let entry = group[0]
    return switch level {
    case .category: category(group)
    case .tax:
      entry.account.instrument.map { names.tax($0) }
        ?? (entry.account == .fixedTransfer ? "fixed sum" : "other")
    case .government: entry.account.share.map { names.part(of: $0) } ?? "other"
    case .park: names.park(entry.subject)
    case .owner:
      names.owner(entry.subject, withCity: entry.account.isAmongCities)
    case .step: names.step(entry.step)
    }
  }
}
