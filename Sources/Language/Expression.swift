public import Diagnostics
public import Quantities

/// A value as written: a tree whose every node knows where it stands.
public struct Expression: Sendable {
  public indirect enum Kind: Sendable {
    /// A number with its magnitude and unit.
    case quantity(Quantity, text: String)
    case date(CalendarPeriod)
    case text(String)
    /// A name, perhaps dotted: `smart`, `tax.local`, `sector.vat`.
    case path([String])
    /// `tax[smart, 2030]`
    case index(Expression, [Expression])
    case list([Expression])
    /// `{2021: 8%, 2025: 5%}`
    case schedule([Entry])
    /// `ramp(2021: 8%, 2025: 5%)`, `max(a, b)`
    case call(String, [Argument])
    case group(Expression)
    case negation(Expression)
    case not(Expression)
    case binary(Operator, Expression, Expression)
    /// `2021..2030`
    case range(Expression, Expression)
    /// `… in 万元/亩`
    case conversion(Expression, Unit)
    /// `tax[2030] of late`: what it comes to in another branch, whose name stands at a place.
    case elsewhere(Expression, branch: String, Span)
  }

  /// One key of a schedule and its value.
  public struct Entry: Sendable {
    public var key: Expression
    public var value: Expression
  }

  /// One argument of a call, with a key in `ramp(2021: 8%)`.
  public struct Argument: Sendable {
    public var key: Expression?
    public var value: Expression
  }

  /// An operator between two values, by its sign.
  public enum Operator: String, Sendable {
    case power = "^"
    case times = "*"
    case over = "/"
    case plus = "+"
    case minus = "-"
    case to
    case equal = "=="
    case unequal = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case and
    case or

    /// How tightly it binds. Docs/Language.md, 3.
    var strength: Int {
      switch self {
      case .or: 2
      case .and: 3
      case .equal, .unequal, .less, .lessOrEqual, .greater, .greaterOrEqual: 5
      case .to: 6
      case .plus, .minus: 7
      case .times, .over: 8
      case .power: 10
      }
    }
  }

  public var kind: Kind
  public var span: Span
  /// Levels of the tree below and at this node.
  public internal(set) var depth: Int

  init(_ kind: Kind, _ span: Span, depth: Int = 1) {
    self.kind = kind
    self.span = span
    self.depth = depth
  }

  /// A name as it stands: `saving`, `p2.delay`.
  public init(path: [String], _ span: Span) { self.init(.path(path), span) }

  /// The expressions that it is made of, one level down; of a chain of operators, all its values.
  public var parts: [Expression] {
    switch kind {
    case .quantity, .date, .text, .path: []
    case .index(let base, let items): [base] + items
    case .list(let items): items
    case .schedule(let entries): entries.flatMap { [$0.key, $0.value] }
    case .call(_, let arguments): arguments.flatMap { [$0.key, $0.value].compactMap(\.self) }
    case .group(let inner), .negation(let inner), .not(let inner), .conversion(let inner, _),
      .elsewhere(let inner, _, _):
      [inner]
    case .binary: [chain.first] + chain.links.map(\.value)
    case .range(let left, let right): [left, right]
    }
  }

  /// The first figure in it that is read in another branch, and where the branch is named.
  public var elsewhere: (figure: Expression, branch: String, place: Span)? {
    if case .elsewhere(let figure, let branch, let place) = kind { return (figure, branch, place) }
    for part in parts { if let found = part.elsewhere { return found } }
    return nil
  }

  /// Whether somebody asked for its unit: `… in 万元/亩`.
  public var isConversion: Bool {
    switch kind {
    case .conversion: true
    case .group(let inner): inner.isConversion
    default: false
    }
  }

  /// The single word that the expression is, such as the name of an entity or a choice.
  public var word: String? {
    if case .path(let parts) = kind, parts.count == 1 { return parts[0] }
    return nil
  }
}
