public import Diagnostics
import Language

/// One thing that two scenarios say otherwise than their common ancestor, and otherwise than each
/// other.
public struct MergeConflict: Sendable {
  /// What it is about.
  public enum Subject: Sendable, Hashable {
    /// An attribute of a thing, or its title under the word `title`.
    case value(thing: String, attribute: String)
    /// Whether there is a thing, and of which kind.
    case thing(String)
    /// A thing names another that is gone.
    case reference(thing: String, to: String)
    /// A library that one of them does not use any more.
    case library(String)
    /// What both say of a thing by turns is refused together.
    case together(String)
  }

  /// What one of them says, and where.
  public struct Saying: Sendable {
    /// As a statement or a part of one; nil where it says nothing.
    public var text: String?
    public var location: Location?

    /// That nothing is said.
    public static let nothing = Saying()

    init(_ text: String? = nil, at location: Location? = nil) {
      self.text = text
      self.location = location
    }

    /// What a thing of a kind says of itself.
    init(_ attribute: Attribute?, of kind: EntityKind) {
      self.init(
        attribute.map { kind.isDefinition ? "= \($0.expression.canonical)" : $0.canonical },
        at: attribute?.location)
    }

    /// A thing, at what of it is otherwise than in another version.
    init(_ entity: Declaration?, besides base: Declaration? = nil) {
      let change = base.flatMap { base in
        entity?.attributes.first {
          $0.canonical != base.attribute(named: $0.name)?.canonical
        }
      }
      self.init(entity?.canonical, at: change?.location ?? entity?.location)
    }
  }

  public let subject: Subject
  public let ours: Saying
  public let theirs: Saying
  public let base: Saying
  /// Why it is refused, where that has words of its own.
  public var reason: String?

  init(
    _ subject: Subject, ours: Saying, theirs: Saying, base: Saying = .nothing,
    reason: String? = nil
  ) {
    self.subject = subject
    self.ours = ours
    self.theirs = theirs
    self.base = base
    self.reason = reason
  }

  /// Whether it is settled by taking what one of them says.
  public var isChoice: Bool {
    switch subject {
    case .value, .thing: true
    case .reference, .library, .together: false
    }
  }
}

/// One thing that a merge brings.
public enum MergedChange: Sendable, Equatable {
  /// A value that is another, that is new (no `from`) or that is not said any more (no `to`).
  case value(name: String, from: String?, to: String?)
  case declared(String)
  case removed(String)
  case library(String)
  /// Its sources, or comments about it.
  case annotated(String)
  /// Nothing but in which order things stand.
  case order
}
