import Diagnostics
import Language

/// Three versions of one thing made one: attribute by attribute.
///
/// Where only one of two differs from their ancestor, that one holds. A title counts as an attribute.
/// Sources are a set: each side's new ones come, and what one took away goes.
struct ThingMerge {
  /// What comes out, with the conflicts settled as asked, else as ours has it.
  private(set) var goal: Declaration
  private(set) var changes: [MergedChange] = []
  private(set) var conflicts: [MergeConflict] = []

  /// - Parameters:
  ///   - base: nil where both declared it.
  ///   - ours: of the same kind as `theirs`.
  ///   - contested: what the ancestor's own ancestors said otherwise than each other.
  init(
    base: Declaration?, ours: Declaration, theirs: Declaration, keep: ScenarioMerge.Side?,
    contested: Set<MergeConflict.Subject>
  ) {
    goal = ours
    let name = ours.name
    /// Whether theirs is to be taken.
    func takes(
      _ attribute: String, _ values: (base: String?, ours: String?, theirs: String?),
      _ sayings: (MergeConflict.Saying, MergeConflict.Saying, MergeConflict.Saying)
    ) -> Bool {
      guard values.ours != values.theirs else { return false }
      let subject = MergeConflict.Subject.value(thing: name, attribute: attribute)
      if !contested.contains(subject) {
        if values.base == values.theirs { return false }
        if values.base == values.ours { return true }
      }
      conflicts.append(
        MergeConflict(subject, ours: sayings.1, theirs: sayings.2, base: sayings.0))
      return keep == .theirs
    }
    func note(_ attribute: String, _ from: String?, _ to: String?) {
      let isDefinition = ours.kind == .assume
      changes.append(
        .value(name: isDefinition ? name : "\(name).\(attribute)", from: from, to: to))
    }
    let titles = (base?.title, ours.title, theirs.title)
    let said = { (title: String?, entity: Declaration?) in
      MergeConflict.Saying(title.map { quoted($0) }, at: entity?.location)
    }
    if takes(
      ScenarioEdit.titleWord, titles,
      (said(titles.0, base), said(titles.1, ours), said(titles.2, theirs)))
    {
      goal.title = theirs.title
      note(ScenarioEdit.titleWord, ours.title.map { quoted($0) }, theirs.title.map { quoted($0) })
    }
    var names = theirs.attributes.map(\.name)
    for attribute in ours.attributes where !names.contains(attribute.name) {
      names.append(attribute.name)
    }
    for attribute in names {
      let (old, own, other) = (
        base?.attribute(named: attribute), ours.attribute(named: attribute),
        theirs.attribute(named: attribute)
      )
      guard
        takes(
          attribute, (old?.canonical, own?.canonical, other?.canonical),
          (
            MergeConflict.Saying(old, of: ours.kind), MergeConflict.Saying(own, of: ours.kind),
            MergeConflict.Saying(other, of: ours.kind)
          ))
      else { continue }
      if let other {
        goal.set([other])
      } else {
        goal.attributes.removeAll { $0.name == attribute }
      }
      note(attribute, own?.expression.canonical, other?.expression.canonical)
    }
    mergeSources(base, theirs)
    mergeComments(base, theirs)
  }

  private mutating func mergeSources(_ base: Declaration?, _ theirs: Declaration) {
    let old = Set((base?.citations ?? []).map(\.meaning))
    let new = Set(theirs.citations.map(\.meaning))
    let own = Set(goal.citations.map(\.meaning))
    let gone = old.subtracting(new)
    let more = theirs.citations.filter { !old.contains($0.meaning) && !own.contains($0.meaning) }
    guard !more.isEmpty || !own.isDisjoint(with: gone) else { return }
    goal.citations = goal.citations.filter { !gone.contains($0.meaning) } + more
    if changes.isEmpty { changes.append(.annotated(goal.name)) }
  }

  private mutating func mergeComments(_ base: Declaration?, _ theirs: Declaration) {
    guard goal.library == nil, goal.comments != theirs.comments,
      let added = theirs.comments.remainder(behind: base?.comments ?? Comments()),
      !added.lines.isEmpty
    else { return }
    goal.comments = goal.comments.joined(added)
    if changes.isEmpty { changes.append(.annotated(goal.name)) }
  }
}

extension Citation {
  /// What it says, as a text.
  fileprivate var meaning: String {
    ([attribute ?? "", source, isBuiltIn ? "library" : ""] + details.map(\.canonical))
      .joined(separator: "\n")
  }
}

extension Declaration {
  /// Whether both say the same, but for comments and the order of attributes.
  func means(_ other: Declaration) -> Bool {
    guard kind == other.kind, title == other.title, attributes.count == other.attributes.count,
      citations.count == other.citations.count
    else { return false }
    if !attributes.sharesStorage(with: other.attributes) {
      for attribute in attributes
      where attribute.canonical != other.attribute(named: attribute.name)?.canonical {
        return false
      }
    }
    return citations.sharesStorage(with: other.citations)
      || Set(citations.map(\.meaning)) == Set(other.citations.map(\.meaning))
  }
}
