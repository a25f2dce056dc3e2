import Diagnostics

/// The statements that turn a declaration into another of its kind and name.
struct DeclarationDifference {
  private(set) var edits: [ScenarioEdit] = []

  /// Nil where no statement does it in place. The comments are those kept with each.
  init?(
    from old: Declaration, to new: Declaration, comments before: Comments, _ after: Comments
  ) {
    guard old.kind == new.kind, let added = after.remainder(behind: before) else { return nil }
    if added == Comments(), old.says(what: new) { return }
    let stale = old.staleSources(for: new)
    guard stale.isSubset(of: Set(old.attributes.map(\.name))) else { return nil }
    let kept = old.kept(for: new, but: stale)
    var gone = old.attributes.map(\.name).filter { !kept.contains($0) }
    if old.title != nil, new.title == nil { gone.append(ScenarioEdit.titleWord) }
    let title = new.title == old.title ? nil : new.title
    var changes = new.attributes.filter { attribute in
      !kept.contains(attribute.name)
        || old.attribute(named: attribute.name)?.canonical != attribute.canonical
    }
    if gone.isEmpty, changes.isEmpty, title == nil, added != Comments() {
      // A comment needs a statement to stand at: one that says again what holds.
      guard let carrier = new.attributes.first else { return nil }
      changes = [carrier]
    }
    let target = ScenarioEdit.Target(name: new.name, location: new.location)
    let setting = ScenarioEdit.set(target, title: title, changes, Comments())
    let unsetting = ScenarioEdit.unset(target, gone, Comments())
    let sets = title == nil && changes.isEmpty ? [] : [setting]
    let unsets = gone.isEmpty ? [] : [unsetting]
    for order in [unsets + sets, sets + unsets] {
      guard let reached = old.after(order), let sources = reached.missingSources(for: new),
        reached.title == new.title, reached.says(attributesOf: new)
      else { continue }
      edits = order
      if let first = edits.first { edits[0] = first.commented(added) }
      edits += sources.map { .cite(target, $0) }
      return
    }
    return nil
  }
}

extension ScenarioEdit {
  /// The same change with these comments.
  fileprivate func commented(_ comments: Comments) -> ScenarioEdit {
    switch self {
    case .set(let target, let title, let attributes, _):
      .set(target, title: title, attributes, comments)
    case .unset(let target, let names, _): .unset(target, names, comments)
    default: self
    }
  }
}

extension Declaration {
  /// What some changes make of it; nil where one of them is refused.
  fileprivate func after(_ edits: [ScenarioEdit]) -> Declaration? {
    var entity = self
    for edit in edits {
      switch edit {
      case .set(_, let title, let attributes, _):
        if let title { entity.title = title }
        entity.set(attributes)
      case .unset(_, let names, _): entity.unset(names)
      default: return nil
      }
      guard (try? entity.check()) != nil else { return nil }
    }
    return entity
  }

  /// Whether both say the same, but for comments.
  fileprivate func says(what other: Declaration) -> Bool {
    title == other.title && says(attributesOf: other) && citations.count == other.citations.count
      && zip(citations, other.citations).allSatisfy { $0.isSame(as: $1) }
  }

  /// Whether the attributes are the same, for the scenario's own things also in their order.
  fileprivate func says(attributesOf other: Declaration) -> Bool {
    guard attributes.count == other.attributes.count else { return false }
    if attributes.sharesStorage(with: other.attributes) { return true }
    if library == nil {
      return zip(attributes, other.attributes).allSatisfy { $0.canonical == $1.canonical }
    }
    return attributes.allSatisfy { $0.canonical == other.attribute(named: $0.name)?.canonical }
  }

  /// The attributes of which a source is to go, which only `unset` does. A source of the whole
  /// declaration goes with nothing: it stands for an attribute that no kind has.
  fileprivate func staleSources(for other: Declaration) -> Set<String> {
    let lost = citations.filter { source in !other.citations.contains { $0.isSame(as: source) } }
    return Set(lost.map { $0.attribute ?? "" })
  }

  /// The attributes that can stay: those that the other declaration begins with, in its order,
  /// since a new one goes to the end. What a library declared is printed in the order of the kind.
  fileprivate func kept(for other: Declaration, but stale: Set<String>) -> Set<String> {
    var kept: Set<String> = []
    var place = 0
    for attribute in other.attributes where !stale.contains(attribute.name) {
      guard library == nil else {
        if self.attribute(named: attribute.name) != nil { kept.insert(attribute.name) }
        continue
      }
      let rest = attributes[place...]
      guard let index = rest.firstIndex(where: { $0.name == attribute.name }) else { break }
      kept.insert(attribute.name)
      place = index + 1
    }
    guard library == nil else { return kept }
    // Nothing behind one that is set again may stay before it.
    if let first = other.attributes.firstIndex(where: { !kept.contains($0.name) }) {
      kept.subtract(other.attributes[first...].map(\.name))
    }
    return kept
  }

  /// The sources that the other declaration has beyond these; nil where these are not its first, or
  /// where a library gave one that is missing, which no statement does.
  fileprivate func missingSources(for other: Declaration) -> [Citation]? {
    guard citations.count <= other.citations.count,
      zip(citations, other.citations).allSatisfy({ $0.isSame(as: $1) })
    else { return nil }
    let missing = Array(other.citations[citations.count...])
    return missing.contains(where: \.isBuiltIn) ? nil : missing
  }
}

extension Citation {
  fileprivate func isSame(as other: Citation) -> Bool {
    attribute == other.attribute && source == other.source && isBuiltIn == other.isBuiltIn
      && comments == other.comments
      && details.map(\.canonical) == other.details.map(\.canonical)
  }
}

extension Comments {
  /// What has to be said behind earlier comments so that all of them come to these; nil where it
  /// cannot be said.
  func remainder(behind before: Comments) -> Comments? {
    guard leading.starts(with: before.leading) else { return nil }
    let more = Array(leading[before.leading.count...])
    guard !more.contains("") else { return nil }
    switch (before.trailing, trailing) {
    case (nil, _): return Comments(leading: more, trailing: trailing)
    case (let old, let new) where old == new: return Comments(leading: more)
    case (let old?, let new?) where new.hasPrefix(old + " #"):
      return Comments(leading: more, trailing: String(new.dropFirst(old.count + 1)))
    default: return nil
    }
  }
}

extension Array {
  /// Whether both are one piece of memory, as copies are of which neither was changed: then they are
  /// equal, and nothing need be compared.
  func sharesStorage(with other: [Element]) -> Bool {
    withUnsafeBufferPointer { mine in
      other.withUnsafeBufferPointer { mine.baseAddress == $0.baseAddress }
    }
  }
}
