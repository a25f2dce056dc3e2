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
  /// Whether assumptions are dates, as far as that was asked for.
  var dateNames: [String: Bool] = [:]
  /// Names whose expressions are being worked out, outermost first, and the depth of those.
  private(set) var underway: [(key: String, depth: Int)] = []

  /// Expressions that refer to each other may be so deep in all, so that none exhausts the stack.
  private static let deepest = 300

  /// What was worked out before it was asked for.
  var preparation: Preparation

  /// Asks the working out of names to end; what it then throws is no mistake of the scenario.
  let stop: StopSignal
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
    preparation = Preparation(scenario)
  }

  // MARK: ExpressionContext

  public func type(of name: NameUse) throws(Diagnostic) -> ExpressionType {
    switch try meaning(of: name) {
    case .definition(let stated):
      let attribute = stated.attribute
      return try remembered(name, stated, \.types) { (checker, _) throws(Diagnostic) in
        let type = try checker.type(attribute.expression)
        guard type.dimension != nil else {
          throw Diagnostic(
            "wrong-kind", "an assumption is a number, and this is true or false",
            at: attribute.location)
        }
        return type
      }
    case .attribute(let stated, _, let unit):
      let attribute = stated.attribute
      guard attribute.value.isFormula else {
        var type = ExpressionType(.number(unit.dimension))
        if case .schedule(let schedule)? = attribute.number {
          type.traits = schedule.isByAge ? .byAge : .byDate
        }
        return type
      }
      return try remembered(name, stated, \.types) { (checker, _) throws(Diagnostic) in
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
    case .definition(let stated):
      return try remembered(name, stated, \.outcomes) { (_, evaluator) throws(Diagnostic) in
        try evaluator.outcome(stated.attribute.expression)
      }
    case .attribute(let stated, let row, let unit):
      let attribute = stated.attribute
      guard attribute.value.isFormula else {
        // As it is written, where that is a number with its unit.
        if case .quantity(let written, _) = attribute.expression.kind,
          written.dimension == unit.dimension, !written.unit.text.isEmpty
        {
          return .number(written)
        }
        return try outcome(attribute, unit)
      }
      return try remembered(name, stated, \.outcomes) { (_, _) throws(Diagnostic) in
        var copy = attribute
        copy.value = try ValueReader(
          source: attribute.location.source, row: row, context: self
        ).value(attribute.expression)
        // The unit is that of what the tax is levied on.
        if stated.owner.kind == .tax { try Tax.checkRate(copy, row, of: stated.owner) }
        return try outcome(copy, unit)
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

  // MARK: Working out

  /// What an attribute's own number is, with its unit. Throws where it is none.
  private func outcome(_ attribute: Attribute, _ unit: Unit) throws(Diagnostic) -> Outcome {
    var number = attribute.number
    if case .input(_, let central)? = number { number = central }
    switch number {
    case .constant(let value)?: return .number(Quantity(value, unit))
    case .schedule(let schedule)?:
      return .schedule(
        Schedule(
          keys: schedule.keys, values: schedule.values.map { .number(Quantity($0, unit)) },
          isStraight: schedule.isStraight))
    case .formula?, .input?, nil: throw .noNumber(attribute)
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
    _ name: NameUse, _ stated: StatedName,
    _ memory: ReferenceWritableKeyPath<ScenarioContext, [String: Result]>,
    _ body: (TypeChecker, Evaluator) throws(Diagnostic) -> Result
  ) throws(Diagnostic) -> Result {
    try stop.check()
    let (key, attribute) = (stated.key, stated.attribute)
    if self[keyPath: memory][key] == nil { prepare(attribute.expression) }
    if let known = self[keyPath: memory][key] {
      if uncertain.contains(key) { noteUncertainty() }
      return known
    }
    let asked = Preparation.Asked(key: key, memory: memory)
    if let failure = preparation.failures[asked] { throw failure }
    if let first = underway.firstIndex(where: { $0.key == key }) {
      throw circular(underway[first...].map(\.key) + [key], key, attribute, at: name.location)
    }
    if let circle = preparation.circles[key] {
      throw circular(circle, key, attribute, at: name.location)
    }
    let depth = (underway.last?.depth ?? 0) + attribute.expression.depth + 1
    guard depth <= ScenarioContext.deepest else {
      throw Diagnostic(
        "too-deep", "names refer to each other through too many others here", at: name.location,
        help: ["state one of them as a number"])
    }
    underway.append((key, depth))
    defer { underway.removeLast() }
    let source = attribute.location.source
    do throws(Diagnostic) {
      let result = try body(
        TypeChecker(source: source, context: self), Evaluator(source: source, context: self))
      self[keyPath: memory][key] = result
      return result
    } catch {
      if preparation.isUnderway, underway.count == 1 { preparation.failures[asked] = error }
      throw error
    }
  }

  /// Works out an attribute that goes by its own name: a circle through it is found.
  func evaluated(_ attribute: Attribute, _ row: AttributeRow, of entity: Declaration)
    throws(Diagnostic) -> Value
  {
    prepare(attribute.expression)
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
