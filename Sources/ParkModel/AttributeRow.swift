public import Quantities

/// One attribute of a kind of entity: the row that parsing, help, completion and tests all read.
public struct AttributeRow: Sendable {
  /// What an attribute takes.
  public enum Form: Sendable {
    /// A number in a unit, between two bounds stated in that unit.
    case number(unit: Unit, range: ClosedRange<Double>)
    /// The beginning of the period that a date names.
    case from
    /// The end of the period that a date names.
    case until
    /// The name of an entity.
    case entity(EntityKind)
    /// Names of entities of one kind.
    case entities(EntityKind)
    case choice([String])
    /// What a tax is levied on.
    case taxBase
    /// A share, money per area and year, or an attribute of the firm's sector.
    case taxRate
    /// A list of what is said of draws: `mean`, `sd`, percentiles.
    case statistics
    /// A quoted text or a word.
    case text
    /// An expression of any dimension.
    case expression

    /// Whether it is a moment of the calendar.
    public var isDate: Bool {
      switch self {
      case .from, .until: true
      default: false
      }
    }
  }

  public let name: String
  public let form: Form
  public let isRequired: Bool
  /// What holds where nothing is written, as one would write it.
  public let fallback: String?
  public let summary: String
  /// Words that are usually written where any text may be.
  public let usual: [String]
  /// The number that `fallback` writes, in the unit of the form.
  let fallbackNumber: Double?

  private init(
    _ name: String, _ form: Form, required: Bool, fallback: String?, number: Double? = nil,
    usual: [String] = [], _ summary: String
  ) {
    self.name = name
    self.form = form
    isRequired = required
    self.fallback = fallback
    self.summary = summary
    self.usual = usual
    fallbackNumber = number
  }

  /// A number. The fallback is stated in the unit too.
  static func number(
    _ name: String, _ unit: String, _ range: ClosedRange<Double>, fallback: Double? = nil,
    required: Bool = false, _ summary: String
  ) -> AttributeRow {
    let known = unit.isEmpty ? Unit.one : UnitTable.known(unit)
    let text = fallback.map { number in
      number == 0 || unit.isEmpty
        ? NumberFormat.shortest(number)
        : NumberFormat.shortest(number) + (unit.hasPrefix("1/") ? unit.dropFirst() : " " + unit)
    }
    return AttributeRow(
      name, .number(unit: known, range: range), required: required, fallback: text,
      number: fallback, summary)
  }

  static func from(_ name: String, required: Bool = false, _ summary: String) -> AttributeRow {
    AttributeRow(name, .from, required: required, fallback: nil, summary)
  }

  static func until(_ name: String, required: Bool = false, _ summary: String) -> AttributeRow {
    AttributeRow(name, .until, required: required, fallback: nil, summary)
  }

  static func entity(
    _ name: String, _ kind: EntityKind, required: Bool = false, fallback: String? = nil,
    _ summary: String
  ) -> AttributeRow {
    AttributeRow(name, .entity(kind), required: required, fallback: fallback, summary)
  }

  static func entities(
    _ name: String, _ kind: EntityKind, required: Bool = false, fallback: String? = nil,
    _ summary: String
  ) -> AttributeRow {
    AttributeRow(name, .entities(kind), required: required, fallback: fallback, summary)
  }

  static func choice(_ name: String, _ choices: [String], _ summary: String) -> AttributeRow {
    AttributeRow(name, .choice(choices), required: false, fallback: choices.first, summary)
  }

  static func special(
    _ name: String, _ form: Form, required: Bool = false, fallback: String? = nil,
    usual: [String] = [], _ summary: String
  ) -> AttributeRow {
    AttributeRow(
      name, form, required: required, fallback: fallback, usual: usual, summary)
  }
}

/// Attributes that say the same thing in different ways, of which a declaration has one or more.
public struct AttributeGroup: Sendable {
  /// What they come to, as it is asked for: `a size`.
  public let asks: String
  public let rows: [AttributeRow]

  init(_ asks: String, _ rows: [AttributeRow]) {
    self.asks = asks
    self.rows = rows
  }
}

/// A kind of entity: what it is and what can be said of it.
public struct EntityRow: Sendable {
  public let kind: EntityKind
  public let summary: String
  public let attributes: [AttributeRow]
  /// Attributes that hold elsewhere: shares of other libraries' levels of government. Known by name, and
  /// listed nowhere.
  let others: [AttributeRow]
  /// What to say once everything that is needed is said, in this order.
  public let groups: [AttributeGroup]
  /// A statement that declares one; run by the tests.
  public let example: String
  private let places: [String: Int]

  init(
    kind: EntityKind, summary: String, attributes: [AttributeRow], others: [AttributeRow] = [],
    groups: [AttributeGroup] = [], example: String
  ) {
    self.kind = kind
    self.summary = summary
    self.attributes = attributes
    self.others = others
    self.groups = groups
    self.example = example
    places = Dictionary(
      (attributes + others).enumerated().map { ($1.name, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The date when one of them begins; nil for the scenario itself and for what has none.
  public var beginning: AttributeRow? {
    guard kind != .scenario else { return nil }
    return attributes.first { row in
      if case .from = row.form { return true }
      return false
    }
  }

  /// The attribute of this name.
  public func attribute(named name: String) -> AttributeRow? {
    places[name].map { $0 < attributes.count ? attributes[$0] : others[$0 - attributes.count] }
  }

  /// The attribute of this name, where it is one of those that hold.
  public func listed(_ name: String) -> AttributeRow? {
    places[name].flatMap { $0 < attributes.count ? attributes[$0] : nil }
  }

  /// Every attribute that it knows.
  var every: [AttributeRow] { attributes + others }
}
