import Diagnostics
import Language

/// What a second declaration of a thing says, as statements that change the first.
///
/// What it says may not stand beside what the first said: a rail either `saves` minutes or has a
/// `time`. Then the other is taken away first.
struct Redeclaration {
  /// `unset g saves`, `set g time=41min`; nothing where both say the same.
  private(set) var statements: [String] = []

  /// Nil where no such statements are found.
  init?(of first: Declaration, as second: Declaration) {
    guard first.kind == second.kind else { return nil }
    let attributes = second.attributes.filter { new in
      first.attribute(named: new.name).map { !Redeclaration.isSame($0, new) } ?? true
    }
    let title = second.title == first.title ? nil : second.title
    guard title != nil || !attributes.isEmpty else { return }
    guard let away = Redeclaration.inTheWay(of: attributes, first) else { return nil }
    let name = first.kind.isNamed ? first.name : first.kind.rawValue
    if !away.isEmpty { statements.append("unset \(name) " + away.joined(separator: ", ")) }
    let words =
      first.kind.isDefinition
      ? attributes.map { "= \($0.expression.canonical)" } : attributes.map(\.canonical)
    statements.append(
      (["set", name] + [title].compactMap { $0.map(quoted) } + words).joined(separator: " "))
  }

  /// Whether two attributes say the same: `to=c` and `to=[c]` do.
  private static func isSame(_ old: Attribute, _ new: Attribute) -> Bool {
    if old.expression.canonical == new.expression.canonical { return true }
    guard case .names(let before) = old.value, case .names(let after) = new.value else {
      return false
    }
    return before == after
  }

  /// In one line.
  var line: String { statements.joined(separator: "; ") }

  /// The fewest attributes without which others can be set, nil where none are found; each of the two
  /// statements has to hold by itself.
  private static func inTheWay(of changes: [Attribute], _ entity: Declaration) -> [String]? {
    let others = entity.attributes.map(\.name).filter { name in
      !changes.contains { $0.name == name }
    }
    let singles = others.map { [$0] }
    let pairs = others.indices.flatMap { index in
      others[(index + 1)...].map { [others[index], $0] }
    }
    return ([[]] + singles + pairs).first { names in
      var copy = entity
      copy.unset(names)
      guard names.isEmpty || (try? copy.check()) != nil else { return false }
      copy.set(changes)
      return (try? copy.check()) != nil
    }
  }
}
