public import Diagnostics
public import Language
public import Quantities

/// One thing that a scenario says and that a question gives other values: an attribute as
/// `smart.land_price`, an assumption by its name.
public struct NamedInput: Sendable {
  /// What says it.
  public let entity: String
  public let kind: EntityKind
  public let row: AttributeRow
  private let location: Location

  /// Throws where there is no such thing, or nothing that runs read.
  public init(
    _ parts: [String], at place: Location, in scenario: Scenario
  ) throws(Diagnostic) {
    let isHeader = parts[0] == EntityKind.scenario.rawValue
    guard let found = scenario.entity(named: parts[0]) ?? (isHeader ? scenario.header : nil) else {
      throw ScenarioContext(scenario).unknown(
        NameUse(parts: parts, arguments: nil, location: place))
    }
    switch found.kind {
    case .metric, .unit, .ensemble, .correlate:
      throw Diagnostic(
        "wrong-kind", "`\(parts[0])` is \(found.kind.phrase), which has no input of a run",
        at: place, help: ["name an attribute or an assumption, such as `smart.land_price`"])
    default: break
    }
    guard parts.count == 2 || found.kind == .assume else {
      let first = found.attributes.first { $0.number != nil }?.name ?? found.attributes.first?.name
      throw Diagnostic(
        "wrong-kind", "`\(parts[0])` is \(found.kind.phrase): name one of its attributes",
        at: place, help: first.map { ["for example `\(parts[0]).\($0)`"] } ?? [])
    }
    var row = Assumption.value
    if parts.count > 1 || found.kind != .assume {
      let rows = found.kind.row(in: scenario)
      guard parts.count == 2, let known = rows.listed(parts[1]) else {
        throw .unknownAttribute(
          parts.dropFirst().joined(separator: "."), of: found.kind, among: rows.attributes,
          at: place)
      }
      row = known
    }
    self.init(found, row, at: place)
  }

  /// An attribute that a declaration has.
  public init(_ entity: Declaration, _ row: AttributeRow, at place: Location) {
    self.entity = entity.name
    kind = entity.kind
    self.row = row
    location = place
  }

  /// `smart.land_price`, `growth`
  public var name: String { kind == .assume ? entity : "\(entity).\(row.name)" }

  /// What it is called among the uncertain numbers of a scenario.
  var parameter: String { name }

  /// What is written of it; nil where nothing is.
  public func attribute(in scenario: Scenario) -> Attribute? {
    (scenario.entity(named: entity) ?? scenario.header)?.attribute(named: row.name)
  }

  /// The statement that gives it a value as one types it.
  public func statement(_ value: String) -> String {
    kind == .assume ? "set \(entity) = \(value)" : "set \(entity) \(row.name)=\(value)"
  }

  /// The change that gives it a value.
  public func edit(
    _ expression: Expression, _ source: SourceText
  ) throws(Diagnostic) -> ScenarioEdit {
    edit(
      expression, source,
      try ValueReader(source: source, row: row, kind: kind).value(expression))
  }

  /// The change that gives it a number, written as a form says; `asker` is who asks for it.
  public func edit(
    _ number: Double, _ form: LiteralForm, for asker: String
  ) throws(Diagnostic) -> ScenarioEdit {
    let text = form.text(number)
    return try edit(
      form.expression(number, at: Span(0, text.utf8.count)), SourceText(name: asker, text: text))
  }

  /// The change that multiplies what is written by a factor; of a schedule, all of its numbers.
  public func edit(
    _ written: String, times factor: Double, _ units: UnitScope, for asker: String
  ) throws(Diagnostic) -> ScenarioEdit {
    let text = "(\(written)) * \(NumberFormat.shortest(factor))"
    let script = Script(SourceText(name: asker, text: text))
    var reader = ArgumentReader(script.statements[0], units: units)
    return try edit(try reader.expression(), reader.source)
  }

  private func edit(
    _ expression: Expression, _ source: SourceText, _ value: Value
  ) -> ScenarioEdit {
    .set(
      ScenarioEdit.Target(name: entity, location: location), title: nil,
      [
        Attribute(
          name: row.name, expression: expression, value: value,
          location: Location(source, expression.span))
      ], Comments())
  }

  /// The change that gives it a number between two others, to be filled by draws.
  public func opening(
    between low: Double, and high: Double, _ unit: Unit
  ) throws(Diagnostic) -> ScenarioEdit {
    let source = SourceText(name: "open", text: "uniform")
    return try edit(.open(between: low, and: high, unit), source)
  }

  /// The number that a value comes to by itself, in the unit of the attribute, or as it is written for an
  /// assumption; nil of what is no number or has to be worked out with the scenario.
  public func number(
    _ expression: Expression, _ source: SourceText
  ) throws(Diagnostic) -> Quantity? {
    switch try ValueReader(source: source, row: row, kind: kind).value(expression) {
    case .number(.constant(let value)):
      guard case .number(let unit, _) = row.form else { return nil }
      return Quantity(value, unit)
    case .rate(.share(.constant(let value))): return Quantity(value, .one)
    case .rate(.perArea(.constant(let value))):
      return Quantity(value, UnitTable.known("yuan/m2/year"))
    case .expression: return expression.quantity
    default: return nil
    }
  }

  /// What its number is where nothing is written of it; nil where there is none, or where something else
  /// says it then, as its sector does for a firm.
  public var fallback: Quantity? {
    guard kind != .firm, kind != .cohort, case .number(let unit, _) = row.form else { return nil }
    return row.fallbackNumber.map { Quantity($0, unit) }
  }

  /// The bounds of its numbers and their unit; nil where it has none.
  public var bounds: (unit: Unit, range: ClosedRange<Double>)? {
    if case .number(let unit, let range) = row.form { return (unit, range) }
    return nil
  }
}
