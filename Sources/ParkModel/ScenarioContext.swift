public import Diagnostics
public import Language
import Quantities

/// What names mean in the attributes and assumptions of a scenario: assumptions by their name, and
/// attributes as `NAME.attribute`.
///
/// A class, because it remembers what was worked out: each name is worked out once, however often
/// it is used.
public final class ScenarioContext: ExpressionContext {
  public let scenario: Scenario
  private var types: [String: ExpressionType] = [:]
  private var outcomes: [String: Outcome] = [:]
  /// Dates by the names that stand for them.
  var periods: [String: CalendarPeriod] = [:]
  /// Names whose expressions are being worked out, outermost first, and the depth of those.
  private var underway: [(key: String, depth: Int)] = []

  /// Expressions that refer to each other may be so deep in all, so that none exhausts the stack.
  private static let deepest = 300

  /// Circles of assumptions by each name in them; nil until assumptions have been worked out one after
  /// another.
  private var circles: [String: [String]]?

  /// Asks the working out of names to end; what it then throws is no mistake of the scenario.
  private let stop: StopSignal
  /// The values of uncertain parameters by name, each in its distribution's unit; those that are not
  /// here stand at their central values.
  private let point: [String: Double]
  /// The parameters that were met, in the order in which they were.
  private(set) var parameters: [UncertainParameter] = []
  private var metParameters: Set<String> = []
  /// What a parameter is in, directly or through names: attributes and assumptions by their names.
  private(set) var uncertain: Set<String> = []

  public init(
    _ scenario: Scenario, at point: [String: Double] = [:], stop: StopSignal = StopSignal()
  ) {
    self.scenario = scenario
    self.point = point
    self.stop = stop
  }

  // MARK: ExpressionContext

  public func type(of name: NameUse) throws(Diagnostic) -> ExpressionType {
    switch try meaning(of: name) {
    case .definition(let attribute):
      return try remembered(name, attribute, \.types) { (checker, _) throws(Diagnostic) in
        let type = try checker.type(attribute.expression)
        guard type.dimension != nil else {
          throw Diagnostic(
            "wrong-kind", "an assumption is a number, and this is true or false",
            at: attribute.location)
        }
        return type
      }
    case .attribute(let attribute, _, let unit):
      guard attribute.value.isFormula else {
        var type = ExpressionType(.number(unit.dimension))
        if case .schedule(let schedule)? = attribute.number {
          type.traits = schedule.isByAge ? .byAge : .byDate
        }
        return type
      }
      return try remembered(name, attribute, \.types) { (checker, _) throws(Diagnostic) in
        var type = try checker.type(attribute.expression)
        type.content = .number(unit.dimension)
        type.isBare = false
        return type
      }
    case .fallback(_, let unit): return ExpressionType(.number(unit.dimension))
    }
  }

  public func value(of name: NameUse) throws(Diagnostic) -> Outcome {
    switch try meaning(of: name) {
    case .definition(let attribute):
      return try remembered(name, attribute, \.outcomes) { (_, evaluator) throws(Diagnostic) in
        try evaluator.outcome(attribute.expression)
      }
    case .attribute(let attribute, let row, let unit):
      guard attribute.value.isFormula else {
        // As it is written, where that is a number with its unit.
        if case .quantity(let written, _) = attribute.expression.kind,
          written.dimension == unit.dimension, !written.unit.text.isEmpty
        {
          return .number(written)
        }
        return outcome(attribute.number, unit)
      }
      return try remembered(name, attribute, \.outcomes) { (_, _) throws(Diagnostic) in
        let value = try ValueReader(
          source: attribute.location.source, row: row, context: self
        ).value(attribute.expression)
        var copy = attribute
        copy.value = value
        return outcome(copy.number, unit)
      }
    case .fallback(let number, let unit): return .number(Quantity(number, unit))
    }
  }

  /// A parameter's value at this point; it is named by the attribute that is being worked out.
  public func value(of distribution: Distribution, at place: Location) -> Double {
    guard let key = underway.last?.key, let name = parameterName(at: place, in: key) else {
      return distribution.central
    }
    noteUncertainty()
    if metParameters.insert(name).inserted {
      parameters.append(
        UncertainParameter(name: name, distribution: distribution, location: place))
    }
    return point[name] ?? distribution.central
  }

  /// Whatever is being worked out has a parameter in it.
  private func noteUncertainty() {
    for (key, _) in underway { uncertain.insert(key) }
  }

  /// The name of the parameter that stands at a place of what a name stands for: `p2.delay`.
  func parameterName(at place: Location, in key: String) -> String? {
    let parts = key.split(separator: ".", maxSplits: 1).map(String.init)
    let entity = scenario.entity(named: parts[0])
    if let entity, entity.kind == .assume, let value = entity[Assumption.value] {
      return UncertainParameter.name(entity.name, place.span, in: value.expression)
    }
    guard parts.count == 2,
      let attribute = entity?.attributes.first(where: { $0.name == parts[1] })
    else { return nil }
    return UncertainParameter.name(key, place.span, in: attribute.expression)
  }

  // MARK: Names

  enum Meaning {
    case definition(Attribute)
    case attribute(Attribute, AttributeRow, Unit)
    case fallback(Double, Unit)
  }

  /// What a name stands for; throws where it stands for no number.
  func meaning(of name: NameUse) throws(Diagnostic) -> Meaning {
    let first = name.parts[0]
    let isResult = Names.isMetric(first) && scenario.entity(named: first) == nil
    if isResult || scenario.entity(named: first)?.kind == .metric {
      throw .resultAmongInputs(name.text, at: name.location)
    }
    guard name.arguments == nil else {
      throw Diagnostic(
        "wrong-kind", "only a metric is narrowed with `[…]`, and `\(name.text)` is none",
        at: name.location)
    }
    let known = scenario.entity(named: first)
    guard let entity = known ?? (first == EntityKind.scenario.rawValue ? scenario.header : nil)
    else {
      throw unknown(name)
    }
    if name.parts.count == 1 {
      if entity.kind == .assume, let value = entity[Assumption.value] {
        guard !isDate(value.expression) else {
          throw Diagnostic(
            "wrong-kind", "`\(first)` is a date, and a number is read here", at: name.location,
            notes: [Diagnostic.Note("it is declared here", at: entity.location)])
        }
        return .definition(value)
      }
      throw Diagnostic(
        "wrong-kind", "`\(first)` is \(entity.kind.phrase), and a number is read here",
        at: name.location,
        notes: [Diagnostic.Note("it is declared here", at: entity.location)],
        help: numbers(of: entity).prefix(1).map { "name one of its numbers: `\(first).\($0)`" })
    }
    guard name.parts.count == 2,
      let row = entity.kind.row(in: scenario).listed(name.parts[1])
    else {
      throw .unknownAttribute(
        name.parts.dropFirst().joined(separator: "."), of: entity.kind,
        among: entity.kind.row(in: scenario).attributes, at: name.location)
    }
    return try meaning(of: row, in: entity, name)
  }

  private func meaning(
    of row: AttributeRow, in entity: Declaration, _ name: NameUse
  ) throws(Diagnostic) -> Meaning {
    let unit: Unit
    switch row.form {
    case .number(let own, _): unit = own
    case .taxRate: unit = .one
    case .expression:
      if let value = entity[row], entity.kind == .assume { return .definition(value) }
      throw .resultAmongInputs(name.text, at: name.location)
    default:
      throw Diagnostic(
        "wrong-kind", "`\(row.name)` of `\(entity.name)` is no number", at: name.location)
    }
    if let attribute = entity[row] {
      if case .rate(.sector) = attribute.value {
        throw Diagnostic(
          "wrong-kind", "`\(name.text)` differs from sector to sector", at: name.location,
          notes: [Diagnostic.Note("it is `\(attribute.expression.canonical)`")])
      }
      return .attribute(attribute, row, rateUnit(attribute) ?? unit)
    }
    // What a firm does not say, its sector does.
    if let sector = entity.reference(Firm.sector).flatMap(scenario.entity(named:)),
      sector.kind == .sector, let attribute = sector[row]
    {
      return .attribute(attribute, row, unit)
    }
    if !Phase.isReplaced(row, in: entity), let fallback = row.fallbackNumber {
      return .fallback(fallback, unit)
    }
    throw Diagnostic(
      "not-set", "`\(row.name)` of `\(entity.name)` is not set", at: name.location,
      notes: [Diagnostic.Note("the declaration", at: entity.location)])
  }

  /// The unit of a tax on land.
  private func rateUnit(_ attribute: Attribute) -> Unit? {
    if case .rate(.perArea) = attribute.value { return UnitTable.known("yuan/m2/year") }
    return nil
  }

  private func numbers(of entity: Declaration) -> [String] {
    entity.attributes.filter { $0.number != nil }.map(\.name)
  }

  func unknown(_ name: NameUse) -> Diagnostic {
    if name.parts.count == 1, scenario.units.unit(named: name.parts[0]) != nil {
      return Diagnostic(
        "wrong-kind", "`\(name.text)` is a unit, and a unit stands right behind its number",
        at: name.location, help: ["write for example `30万元/亩`, without spaces"])
    }
    let assumptions = scenario.entities(.assume).map(\.name)
    return .unknownName(
      name.parts[0], expected: name.parts.count == 1 ? .assume : nil,
      known: name.parts.count == 1 ? assumptions : scenario.all.map(\.name), in: scenario,
      at: name.location)
  }

  // MARK: Working out

  /// What an attribute's own number is, with its unit.
  private func outcome(_ number: NumberValue?, _ unit: Unit) -> Outcome {
    switch number ?? .constant(0) {
    case .constant(let value): return .number(Quantity(value, unit))
    case .schedule(let schedule):
      return .schedule(
        Schedule(
          keys: schedule.keys, values: schedule.values.map { .number(Quantity($0, unit)) },
          isStraight: schedule.isStraight))
    case .formula: return .scalar(.undefined("it is not worked out"))
    case .input(_, let central): return outcome(central, unit)
    }
  }

  /// Works out assumptions in an order in which none comes before what it is made of. What has no
  /// value says so where it is asked for.
  private func sweep() {
    guard circles == nil else { return }
    circles = [:]
    // Short chains are worked out on the way.
    guard scenario.entities(.assume).count > 50 else { return }
    let order = AssumptionOrder(scenario)
    circles = order.circles
    for assumption in order.order where !stop.isAsked {
      let use = NameUse(assumption.name, at: assumption.location)
      _ = try? type(of: use)
      _ = try? value(of: use)
    }
  }

  /// What is said of names that are worked out from each other; of very many the first and the last.
  private func circular(
    _ circle: [String], _ key: String, _ attribute: Attribute, at place: Location
  ) -> Diagnostic {
    let shown = circle.count <= 12 ? circle : circle.prefix(6) + ["…"] + circle.suffix(2)
    return Diagnostic(
      "circular", "these are worked out from each other: " + shown.joined(separator: " → "),
      at: place, notes: [Diagnostic.Note("`\(key)` is declared here", at: attribute.location)])
  }

  /// Works a name out, or remembers what it came to; throws where names run in a circle.
  func remembered<Result>(
    _ name: NameUse, _ attribute: Attribute,
    _ memory: ReferenceWritableKeyPath<ScenarioContext, [String: Result]>,
    _ body: (TypeChecker, Evaluator) throws(Diagnostic) -> Result
  ) throws(Diagnostic) -> Result {
    try stop.check()
    let key = name.text
    if underway.isEmpty { sweep() }
    if let known = self[keyPath: memory][key] {
      if uncertain.contains(key) { noteUncertainty() }
      return known
    }
    if let first = underway.firstIndex(where: { $0.key == key }) {
      throw circular(underway[first...].map(\.key) + [key], key, attribute, at: name.location)
    }
    if let circle = circles?[key] { throw circular(circle, key, attribute, at: name.location) }
    let depth = (underway.last?.depth ?? 0) + attribute.expression.depth + 1
    guard depth <= ScenarioContext.deepest else {
      throw Diagnostic(
        "too-deep", "names refer to each other through too many others here", at: name.location,
        help: ["state one of them as a number"])
    }
    underway.append((key, depth))
    defer { underway.removeLast() }
    let source = attribute.location.source
    let result = try body(
      TypeChecker(source: source, context: self), Evaluator(source: source, context: self))
    self[keyPath: memory][key] = result
    return result
  }

  /// Works out an attribute that goes by its own name: a circle through it is found.
  func evaluated(_ attribute: Attribute, _ row: AttributeRow, of entity: Declaration)
    throws(Diagnostic) -> Value
  {
    let key = "\(entity.name).\(row.name)"
    underway.append((key, (underway.last?.depth ?? 0) + attribute.expression.depth))
    defer { underway.removeLast() }
    let source = attribute.location.source
    if case .date = attribute.value {
      return .period(try period(of: attribute.expression, row, source))
    }
    return try ValueReader(source: source, row: row, kind: entity.kind, context: self)
      .value(attribute.expression)
  }
}
