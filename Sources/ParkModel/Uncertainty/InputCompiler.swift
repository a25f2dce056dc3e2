import Diagnostics
import Language
import Quantities

/// Makes the program of an open scenario: follows every uncertain expression once, as `ScenarioContext`
/// and `NumberReader` do in each draw.
final class InputCompiler {
  /// Where an expression stands: in what a name stands for.
  struct Place {
    let source: SourceText
    /// The name, by which parameters in the expression are called.
    let key: String
    /// Levels of expressions around it.
    let depth: Int
  }

  /// Worked out in the middle.
  let context: ScenarioContext
  /// The places of parameters by name.
  let parameters: [String: Int]
  var builder = ProgramBuilder()
  /// What names of dates came to.
  var periods: [String: OpenPeriod] = [:]
  /// What names came to.
  private var outcomes: [String: OpenOutcome] = [:]

  /// As deep as `ScenarioContext` follows names.
  private static let deepest = 300

  init(_ context: ScenarioContext) {
    self.context = context
    parameters = Dictionary(
      context.parameters.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first }
    )
  }

  /// The program of some inputs and dates of a scenario that was worked out in the middle.
  func program(
    of inputs: [OpenScenario.Input], dates: [OpenScenario.Input], in open: Scenario
  ) throws(Uncompiled) -> InputProgram {
    var terms: [[ProgramBuilder.Term]] = []
    var byEntity: [String: [Int: [ProgramBuilder.Term]]] = [:]
    followPrepared()
    for input in inputs {
      guard let entity = context.scenario.entity(named: input.entity),
        let row = entity.kind.row.attribute(named: entity.attributes[input.attribute].name)
      else { throw Uncompiled("an unknown attribute") }
      let own = try self.input(entity.attributes[input.attribute], row, of: entity)
      terms.append(own)
      byEntity[input.entity, default: [:]][input.attribute] = own
    }
    for (name, own) in byEntity.sorted(by: { $0.key < $1.key }) {
      guard let entity = open.entity(named: name) else { throw Uncompiled("an unknown entity") }
      try InputConditions(entity: entity, inputs: own).require(&builder)
    }
    try RampConditions(open: open, inputs: byEntity).require(&builder)
    return builder.program(terms, instants: try instants(of: dates, in: open))
  }

  // MARK: Names

  /// Follows names that are made of each other through very many from the innermost on, as the context
  /// did. Of one that cannot be followed those that need it say so.
  private func followPrepared() {
    for name in context.preparation.names where context.uncertain.contains(name.key) {
      let place = Place(source: name.attribute.location.source, key: name.key, depth: 0)
      let use = name.use(at: name.attribute.location)
      guard (try? outcome(of: use, place)) == nil else { continue }
      // A date is no number.
      _ = try? namedPeriod(use.parts, place)
    }
  }

  func outcome(of name: NameUse, _ place: Place) throws(Uncompiled) -> OpenOutcome {
    guard let meaning: ScenarioContext.Meaning = try? context.meaning(of: name) else {
      throw Uncompiled("a name without a value")
    }
    let key = meaning.key ?? name.text
    if let known = outcomes[key] { return known }
    guard let central = try? context.value(of: name) else {
      throw Uncompiled("a name without a value")
    }
    guard context.uncertain.contains(key) else { return try OpenOutcome(central) }
    // Others may ask for it where it is not decided what is asked for here.
    let former = builder.suspendGuards()
    defer { builder.resume(former) }
    let result: OpenOutcome
    switch meaning {
    case .definition(let stated):
      result = try outcome(stated.attribute.expression, inner(stated.attribute, key, place.depth))
    case .attribute(let stated, let row, let unit):
      let inside = try inner(stated.attribute, key, place.depth)
      let (own, range) = try form(of: stated.attribute, row, of: stated.owner)
      guard own == unit else { throw Uncompiled("a rate of another kind") }
      result = try number(stated.attribute.expression, row, unit, range, inside)
    case .fallback: throw Uncompiled("a name without a value")
    }
    outcomes[key] = result
    return result
  }

  func inner(
    _ attribute: Attribute, _ key: String, _ depth: Int
  ) throws(Uncompiled) -> Place {
    let depth = depth + attribute.expression.depth + 1
    guard depth <= InputCompiler.deepest else { throw Uncompiled("names too deep") }
    return Place(source: attribute.location.source, key: key, depth: depth)
  }

  // MARK: Numbers

  /// The numbers of an attribute, in the unit of its row.
  func input(
    _ attribute: Attribute, _ row: AttributeRow, of entity: Declaration
  ) throws(Uncompiled) -> [ProgramBuilder.Term] {
    let place = try inner(attribute, "\(entity.name).\(row.name)", 0)
    let (unit, range) = try form(of: attribute, row, of: entity)
    let outcome = try number(attribute.expression, row, unit, range, place)
    var terms: [ProgramBuilder.Term] = []
    for case .number(let term, _) in outcome.values { terms.append(term) }
    return terms
  }

  /// The unit and the range of an attribute.
  private func form(
    of attribute: Attribute, _ row: AttributeRow, of entity: Declaration
  ) throws(Uncompiled) -> (Unit, ClosedRange<Double>) {
    switch row.form {
    case .number(let unit, let range): return (unit, range)
    case .taxRate:
      let reader = ValueReader(
        source: attribute.location.source, row: row, kind: entity.kind, context: context)
      guard let form = try? reader.rateForm(attribute.expression) else {
        throw Uncompiled("no rate")
      }
      return form
    default: throw Uncompiled("no number")
    }
  }

  /// What an expression comes to in the unit of an attribute, as `NumberReader`.
  private func number(
    _ expression: Expression, _ row: AttributeRow, _ unit: Unit, _ range: ClosedRange<Double>,
    _ place: Place
  ) throws(Uncompiled) -> OpenOutcome {
    let reader = NumberReader(
      source: place.source, row: row, kind: nil, unit: unit, range: range, context: context)
    let checker = TypeChecker(source: place.source, context: context)
    let whole = try outcome(expression, place)
    // What stands as a schedule has several expressions, else one is all.
    var written: [Expression] = [expression]
    switch expression.kind {
    case .schedule(let entries): written = entries.map(\.value)
    case .call("ramp", let arguments): written = arguments.map(\.value)
    default: break
    }
    var types: [ExpressionType] = []
    for part in written {
      guard let type = try? checker.type(part) else { throw Uncompiled("no number") }
      types.append(type)
    }
    var index = 0
    return try whole.map { (value) throws(Uncompiled) in
      defer { index += 1 }
      return try number(value, reader, types.count == 1 ? types[0] : types[index])
    }
  }

  /// One number within the range of its attribute.
  private func number(
    _ value: OpenScalar, _ reader: NumberReader, _ type: ExpressionType
  ) throws(Uncompiled) -> OpenScalar {
    let read = try value.map(&builder) { (value, builder) throws(Uncompiled) in
      guard case .number(let term, let unit) = value,
        let (own, target) = reader.units(of: unit, isBare: type.isBare)
      else { throw Uncompiled("no number of the attribute") }
      return .number(try builder.converted(term, own, to: target), reader.unit)
    }
    guard case .number(let term, let unit) = read else { throw Uncompiled("no number") }
    let range = reader.range
    guard type.traits.contains(.uncertain) else {
      try builder.require({ .within($0, range) }, term)
      return read
    }
    // An uncertain one is taken to the nearer end: `min(max(value, lower), upper)`.
    let raised = builder.apply(Operation.maximum, .constant(range.lowerBound), term)
    return .number(
      builder.apply(Operation.minimum, raised, .constant(range.upperBound)), unit)
  }
}
