public import Diagnostics
public import Language

/// An attribute as written and as understood.
public struct Attribute: Sendable {
  public var name: String
  public var expression: Expression
  public var value: Value
  public var location: Location
  /// What was written before, where this is said by how it differs from it: `+10%`.
  public var former: String?

  /// The number that it is, also as the rate of a tax: a share, or yuan a square metre and year.
  public var number: NumberValue? { value.number }

  /// The names that it refers to.
  public var references: [String] {
    switch value {
    case .name(let name): [name]
    case .names(let names): names
    case .base(.tax(let name)): [name]
    case .number, .rate, .date, .expression: Array(expression.names)
    case .period, .choice, .base, .text: []
    }
  }

  /// Where one item of a list stands.
  public func location(ofItem index: Int) -> Location {
    guard case .list(let items) = expression.kind, items.indices.contains(index) else {
      return location
    }
    return Location(location.source, items[index].span)
  }

  /// Whether it is what a definition says, written `= VALUE`. No kind has an attribute of its name.
  var isDefinition: Bool {
    if case .expression = value { return name == Assumption.value.name }
    return false
  }

  /// `name=value`
  public var canonical: String { "\(name)=\(expression.canonical)" }

  /// The same as a piece of a statement.
  var cell: StatementCells.Cell { .attribute(name, expression.canonical) }
}

/// The comments around a statement.
public struct Comments: Sendable, Equatable {
  /// Lines before it; an empty one is a blank line.
  public var leading: [String] = []
  public var trailing: String?

  public init(leading: [String] = [], trailing: String? = nil) {
    self.leading = leading
    self.trailing = trailing
  }

  /// All of them as lines of their own, without blank ones.
  var lines: [String] { (leading + [trailing].compactMap(\.self)).filter { !$0.isEmpty } }

  /// These comments with those of a later statement about the same thing.
  func joined(_ later: Comments) -> Comments {
    Comments(
      leading: leading + later.leading.filter { !$0.isEmpty },
      trailing: [trailing, later.trailing].compactMap(\.self).joined(separator: " ").nonEmpty)
  }
}

extension String {
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}

/// One entity of a scenario with all that was said of it.
public struct Declaration: Sendable {
  public let kind: EntityKind
  public internal(set) var name: String
  public var title: String?
  /// In the order in which they were written.
  public var attributes: [Attribute]
  public var location: Location
  public var comments: Comments
  public var citations: [Citation] = []
  /// The built-in library that declares it; nil for the scenario's own.
  public var library: String?

  /// Whether its statement begins with a word in Chinese.
  var isTypedInChinese: Bool {
    let bytes = location.source.utf8
    var start = min(location.span.lower, bytes.count)
    while start > 0, bytes[start - 1] != UInt8(ascii: "\n"), bytes[start - 1] != UInt8(ascii: ";") {
      start -= 1
    }
    let first = bytes[start..<bytes.count].drop { $0 <= UInt8(ascii: " ") }
      .prefix { $0 > UInt8(ascii: " ") }
    guard let letter = first.first, letter >= 0xE3 else { return false }
    return TypedChinese.beginsStatement(String(decoding: first, as: UTF8.self))
  }

  /// The attribute of a row, if it was written.
  public subscript(row: AttributeRow) -> Attribute? { attribute(named: row.name) }

  public func attribute(named name: String) -> Attribute? {
    attributes.firstIndex { $0.name == name }.map { attributes[$0] }
  }

  /// The number of a row: as written, else the row's fallback; nil where there is neither.
  public func number(_ row: AttributeRow) -> NumberValue? {
    self[row]?.number ?? row.fallbackNumber.map(NumberValue.constant)
  }

  /// The choice of a row: as written, else the row's first.
  public func choice(_ row: AttributeRow) -> String {
    if case .choice(let word)? = self[row]?.value { return word }
    return row.fallback ?? ""
  }

  /// The name that a row holds.
  public func reference(_ row: AttributeRow) -> String? {
    if case .name(let name)? = self[row]?.value { return name }
    return nil
  }

  /// The names that it refers to.
  public var references: [String] {
    attributes.flatMap(\.references)
  }

  /// The title if there is one, else the name.
  public var label: String { title ?? name }

  /// Puts each attribute in the place of an older one of its name, or at the end.
  mutating func set(_ changes: [Attribute]) {
    for change in changes {
      if let index = attributes.firstIndex(where: { $0.name == change.name }) {
        attributes[index] = change
      } else {
        attributes.append(change)
      }
    }
  }

  /// Takes attributes away, and the sources that speak of them; the title by its word.
  mutating func unset(_ names: [String]) {
    attributes.removeAll { names.contains($0.name) }
    citations.removeAll { citation in
      citation.attribute.map(names.contains) ?? false
    }
    if names.contains(ScenarioEdit.titleWord) { title = nil }
  }

  /// The statement that makes it, without comments and citations.
  public var canonical: String { StatementCells(cells).line }

  /// The pieces of that statement.
  var cells: [StatementCells.Cell] {
    var cells = [StatementCells.Cell(kind.rawValue)]
    if kind == .correlate {
      return cells + attributes.map { StatementCells.Cell($0.expression.canonical) }
    }
    if kind == .observe {
      return cells
        + attributes.map { attribute in
          attribute.name == Observation.figure.name
            ? StatementCells.Cell(attribute.expression.canonical) : attribute.cell
        }
    }
    if kind.isNamed { cells.append(.name(name)) }
    if let title { cells.append(.title(title)) }
    return cells
      + attributes.map { kind.isDefinition ? .definition($0.expression.canonical) : $0.cell }
  }

  /// What `set` would be told of each attribute.
  var changes: [String] {
    kind.isDefinition
      ? attributes.map { "= \($0.expression.canonical)" } : attributes.map(\.canonical)
  }

  /// What has to hold among its attributes, beyond each being legal by itself. What is asked of numbers,
  /// `InputConditions` asks of draws too.
  func check() throws(Diagnostic) {
    let missing = kind.row.attributes.filter { $0.isRequired && self[$0] == nil }
    if let first = missing.first {
      throw .missingAttribute(first, of: self, also: Array(missing.dropFirst()))
    }
    for attribute in attributes { try checkSchedule(attribute) }
    // What has to be worked out is checked once it is; how draws are made never has.
    if hasFormulas, kind != .ensemble, kind != .correlate, kind != .observe { return }
    switch kind {
    case .city: try City.check(self)
    case .cohort: try Cohort.check(self)
    case .firm: try Firm.check(self)
    case .phase: try Phase.check(self)
    case .correlate: try ParameterCorrelation.check(self)
    case .ensemble: try EnsembleHeader.check(self)
    case .observe: try Observation.check(self)
    case .rail: try Rail.check(self)
    case .scenario: try ScenarioHeader.check(self)
    case .tax: try Tax.check(self)
    case .travel: try Travel.check(self)
    case .boost: try Boost.check(self)
    case .enclave: try Enclave.check(self)
    case .incentive: try Incentive.check(self)
    case .link: try Link.check(self)
    case .model: try Model.check(self)
    case .screen: try Screen.check(self)
    case .unit: _ = try UserUnit.size(self)
    case .assume, .metric, .park, .sector: break
    }
  }
  /// Ages are those of firms and boosts, and of a rate of discount the years since the start; a hazard
  /// goes by nothing else.
  private func checkSchedule(_ attribute: Attribute) throws(Diagnostic) {
    guard case .schedule(let schedule)? = attribute.number else { return }
    let hasAge: Set<EntityKind> = [.boost, .cohort, .firm, .incentive, .sector, .tax]
    let isDiscount = kind == .model && attribute.name == Model.discount.name
    if schedule.isByAge, !hasAge.contains(kind), !isDiscount {
      throw Diagnostic(
        "wrong-kind", "`\(attribute.name)` of \(kind.phrase) goes by dates, not by ages",
        at: attribute.location, help: ["write for example `{2021: 8%, 2025: 5%}`"])
    }
    if !schedule.isByAge, attribute.name == Sector.Number.hazard.row.name {
      throw Diagnostic(
        "wrong-kind", "a hazard goes by the age of the firm, not by dates",
        at: attribute.location, help: ["write for example `hazard={0y: 1.6%, 3y: 9%}`"])
    }
  }
}
