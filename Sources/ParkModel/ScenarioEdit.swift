public import Diagnostics
import Language

/// One change of a scenario: it can be applied, and it prints as the statement that makes it.
public enum ScenarioEdit: Sendable {
  case begin(Declaration)
  case declare(Declaration)
  case set(Target, title: String?, [Attribute], Comments)
  case unset(Target, [String], Comments)
  case remove(Target, Removal, Comments)
  /// Everything goes, the header and the libraries too.
  case clear(Comments)
  case rename(Target, to: Target, Comments)
  case use(Target, Comments)
  case cite(Target, Citation)

  /// A name and where it was written.
  public struct Target: Sendable {
    public var name: String
    public var location: Location

    public init(name: String, location: Location) {
      self.name = name
      self.location = location
    }
  }

  /// What goes along with what is removed.
  public struct Removal: Sendable {
    /// What refers to it; else it is refused while something does.
    public var cascade: Bool
    /// Its comments; else they stay in its place.
    public var comments: Bool

    public init(cascade: Bool = false, comments: Bool = false) {
      self.cascade = cascade
      self.comments = comments
    }
  }

  /// The word by which `unset` takes a title away. No kind has an attribute of this name.
  static let titleWord = "title"

  /// Changes the scenario, or throws and leaves it as it was.
  public func apply(to scenario: inout Scenario) throws(Diagnostic) {
    switch self {
    case .declare(let declaration): try ScenarioEdit.checkBranches(declaration.attributes)
    case .set(_, _, let attributes, _): try ScenarioEdit.checkBranches(attributes)
    default: break
    }
    switch self {
    case .begin(let header): try scenario.begin(header)
    case .declare(let declaration): try scenario.declare(declaration)
    case .set(let target, let title, let attributes, let comments):
      try scenario.change(target, comments) { (entity) throws(Diagnostic) in
        if let title { entity.title = title }
        entity.set(attributes)
      }
    case .unset(let target, let names, let comments):
      try scenario.change(target, comments) { (entity) throws(Diagnostic) in
        entity.unset(names)
      }
    case .remove(let target, let removal, let comments):
      try scenario.remove(target, removal, comments)
    case .clear(let comments):
      scenario = Scenario()
      scenario.close(with: comments.lines)
    case .rename(let target, let new, let comments):
      try scenario.rename(target, to: new, comments)
    case .use(let target, let comments): try scenario.use(target, comments)
    case .cite(let target, let citation): try scenario.cite(target, citation)
    }
  }

  /// Refuses what reads another branch: what the scenario is would hang on one that may change or go.
  private static func checkBranches(_ attributes: [Attribute]) throws(Diagnostic) {
    for attribute in attributes {
      guard let (figure, branch, span) = attribute.expression.elsewhere else { continue }
      throw .branchInScenario(figure, branch, at: Location(attribute.location.source, span))
    }
  }

  /// What it did, in one line, for the shell.
  public var summary: Sentence {
    switch self {
    case .begin: "the scenario's span is set"
    case .declare(let declaration):
      switch declaration.kind {
      case .ensemble: "the ensemble is on"
      case .correlate: "\(typed: declaration.canonical) declared"
      case .observe: "\(typed: declaration.name) kept"
      default: "\(declaration.kind.noun) \(typed: declaration.name) declared"
      }
    case .set(let target, _, let attributes, _):
      ScenarioEdit.said(attributes).map { "\(typed: target.name) changed: \(typed: $0)" }
        ?? "\(typed: target.name) changed"
    case .unset(let target, let names, _):
      "\(typed: names.joined(separator: ", ")) of \(typed: target.name) unset"
    case .remove(let target, _, _):
      target.name == EntityKind.ensemble.rawValue
        ? "the ensemble is off" : "\(typed: target.name) removed"
    case .clear: "everything removed"
    case .rename(let target, let new, _): "\(typed: target.name) renamed to \(typed: new.name)"
    case .use(let target, _): "library \(typed: target.name) in use"
    case .cite(let target, _): "source of \(typed: target.name) noted"
    }
  }

  /// What became of values that are said by how they differ: `jobs 60 → 66`; nil where none is.
  private static func said(_ attributes: [Attribute]) -> String? {
    let changes = attributes.compactMap { attribute in
      attribute.former.map {
        (attribute.isDefinition ? "" : "\(attribute.name) ")
          + "\($0) → \(attribute.expression.canonical)"
      }
    }
    return changes.isEmpty ? nil : changes.joined(separator: ", ")
  }

  /// Whether it says values by how they differ from what was written.
  public var isRelative: Bool {
    guard case .set(_, _, let attributes, _) = self else { return false }
    return attributes.contains { $0.former != nil }
  }

  /// The name of what it declares or changes; nil where it says nothing that has a value.
  var subject: String? {
    switch self {
    case .declare(let declaration): declaration.name
    case .set(let target, _, _, _), .unset(let target, _, _): target.name
    case .begin, .remove, .clear, .rename, .use, .cite: nil
    }
  }

  /// Where it names what it changes, takes away or calls otherwise; nil for what only adds something.
  public var placeOfChange: Location? {
    switch self {
    case .set(let target, _, _, _), .unset(let target, _, _), .remove(let target, _, _),
      .rename(let target, _, _):
      target.location
    case .begin, .declare, .clear, .use, .cite: nil
    }
  }

  /// Whether a place is one of a value that it sets.
  public func sets(_ place: Location) -> Bool {
    guard case .set(_, _, let attributes, _) = self else { return false }
    return attributes.contains { attribute in
      let own = attribute.location
      return own.source === place.source && own.span.lower <= place.span.lower
        && place.span.upper <= own.span.upper
    }
  }

  /// Whether it changes what was declared before.
  var isChange: Bool {
    switch self {
    case .set, .unset: true
    default: false
    }
  }
}
