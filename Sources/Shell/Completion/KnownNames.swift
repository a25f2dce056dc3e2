import Diagnostics
import Language
import ParkModel

/// The names that a text being typed may use: those of the scenario at hand, and those that the text
/// itself gives.
struct KnownNames {
  let session: Session
  /// What the text declares, by name.
  private var declared: [String: EntityKind] = [:]
  /// The branches that the text makes.
  private var branches: Set<String> = []
  /// Whether every name that there is, is known: a text that runs another script may use others.
  private(set) var isComplete = true

  init(_ session: Session) { self.session = session }

  /// What kind of thing a name is; nil for a name that nothing has.
  func kind(of name: String) -> EntityKind? {
    if let kind = declared[name] { return kind }
    if name == EntityKind.scenario.rawValue { return .scenario }
    return session.scenario.entity(named: name)?.kind
  }

  func isBranch(_ name: String) -> Bool {
    branches.contains(name) || session.branches[name] != nil
  }

  /// Whether the name of a thing or a branch, or the title that Tab finds it by, begins with a word.
  func hasName(beginningWith word: String) -> Bool {
    session.scenario.names.contains { $0.utf8.starts(with: word.utf8) }
      || Offers(word).takesAny(of: session.scenario)
      || session.branches.names.contains { $0.hasPrefix(word) }
      || declared.keys.contains { $0.hasPrefix(word) }
      || branches.contains { $0.hasPrefix(word) }
      || [EntityKind.model, .scenario].contains { $0.rawValue.hasPrefix(word) }
  }

  /// Notes that names may be used which nothing here gives.
  mutating func giveUp() { isComplete = false }

  /// Notes what the statements of a text give a name to.
  mutating func note(_ tokens: [Token], in source: SourceText) {
    var first: Command?
    var isBegun = false
    var isBehindFirst = false
    for token in tokens {
      switch token.kind {
      case .end:
        isBegun = false
      case .comment: break
      case .word where !isBegun:
        first = CommandTable.command(named: token.text(in: source))
        isBegun = true
        isBehindFirst = true
        if let signature = first?.signature, signature.runsScript || signature.renames { giveUp() }
        continue
      case .word where isBehindFirst:
        if let first { note(token.text(in: source), behind: first) }
      default: break
      }
      isBehindFirst = false
    }
  }

  private mutating func note(_ name: String, behind first: Command) {
    if let kind = first.kind, kind.isNamed {
      declared[name] = kind
    } else if first.signature.makesBranch {
      branches.insert(name)
    } else if first.signature.takesLibrary, Library.needs(of: name).isEmpty,
      let library = Library.all().first(where: { $0.name == name })
    {
      for entity in library.declarations { declared[entity.name] = entity.kind }
    }
  }
}
