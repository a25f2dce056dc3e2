import Diagnostics
import Ensembles
import Language
public import ParkModel
import Quantities

/// A number that a figure may rest on: what it is, how well it is known, and what moving it means.
public struct AuditedInput: Sendable {
  /// `tenants.jobs`, `growth`; what holds of things of a kind because nothing else is said, `cohort.p`.
  public let name: String
  /// As it is written.
  public let value: String
  /// The evidence code, `S`, `D`, `M` or `A`; nil where nobody says one.
  public let evidence: String?
  /// Where it is from, in words; empty where no source is named.
  public let source: String
  /// The year of the source; nil where it names none.
  public let year: Int?
  let moves: Moves

  /// What moving it means.
  enum Moves: Sendable {
    /// What 5 % and 95 % of the draws of its range do not exceed, in the unit of the distribution.
    case range(parameter: String, low: Double, high: Double)
    /// A tenth lower and higher, as far as is legal: of one thing, or of all for which a default holds.
    case tenth([NamedInput], low: Double, high: Double)
    /// It is nothing, of which a tenth is nothing.
    case nothing
  }

  /// Whether the scenario gives the range in which it is moved.
  public var hasRange: Bool {
    if case .range = moves { return true }
    return false
  }

  init(_ entity: Declaration, _ attribute: Attribute, named name: String, moves: Moves) {
    self.name = name
    self.moves = moves
    value = attribute.expression.canonical
    let citation = entity.citation(of: attribute)
    evidence = citation?.evidence
    source = citation?.source ?? ""
    year = citation?.year
  }

  /// A range that stands in no attribute that is known.
  init(_ parameter: String, moves: Moves) {
    name = parameter
    self.moves = moves
    (value, evidence, source, year) = ("", nil, "", nil)
  }

  /// What holds of some things of a kind because nothing else is said.
  init(default text: String, of row: AttributeRow, _ kind: EntityKind, moves: Moves) {
    name = "\(kind).\(row.name)"
    value = text
    self.moves = moves
    evidence = "A"
    source = "default: \(row.summary)"
    year = nil
  }

  /// The change that takes it to a multiple of what it is.
  func changes(
    times factor: Double, _ scenario: Scenario
  ) throws(Diagnostic) -> [VariationAxis.Change] {
    guard case .tenth(let inputs, _, _) = moves else { return [] }
    return try inputs.map { (input) throws(Diagnostic) in
      VariationAxis.Change(
        rank: 0, try input.edit(value, times: factor, scenario.units, for: "audit"))
    }
  }
}

extension Declaration {
  /// The source that is named for what an attribute says: for it alone, else for the whole. A library's
  /// source speaks of the library's value, not of one that the scenario puts in its place.
  public func citation(of attribute: Attribute) -> Citation? {
    let known = citations.filter { attribute.isOfLibrary || !$0.isBuiltIn }
    return known.last { $0.attribute == attribute.name } ?? known.last { $0.attribute == nil }
  }
}
