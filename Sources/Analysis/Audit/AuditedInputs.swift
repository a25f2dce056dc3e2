import Diagnostics
import Ensembles
import Language
import ParkModel
import Quantities

/// Every number of a scenario that a run can rest on, in the order of `assumptions`: its assumptions, the
/// model's numbers, what libraries say of what is used, what it says of its own things, and defaults.
///
/// What is worked out from names is left out: it rests on what those names say. So are dates, names and
/// choices, which have no tenth.
struct AuditedInputs {
  private let scenario: Scenario
  private let evaluated: Scenario
  /// The ranges, by the assumption or attribute that they stand in.
  private var ranges: [String: [UncertainParameter]] = [:]
  private(set) var all: [AuditedInput] = []

  init(
    _ scenario: Scenario, _ parameters: [UncertainParameter], stop: StopSignal
  ) throws(Diagnostic) {
    self.scenario = scenario
    evaluated = try scenario.evaluated(stop: stop)
    for parameter in parameters {
      ranges[String(parameter.name.prefix { $0 != "#" }), default: []].append(parameter)
    }
    let own = scenario.all.filter { entity in
      entity.library == nil && !entity.kind.isDefinition
        && ![.ensemble, .correlate, .observe].contains(entity.kind)
    }
    for entity in scenario.entities(.assume) + [scenario.model] + scenario.usedOfLibraries + own {
      for attribute in entity.attributes { add(entity, attribute) }
    }
    for kind in EntityKind.allCases { addDefaults(of: own.filter { $0.kind == kind }) }
    // What stands elsewhere, named as it is among draws.
    for parameter in parameters where ranges[String(parameter.name.prefix { $0 != "#" })] != nil {
      all.append(AuditedInput(parameter.name, moves: range(of: parameter)))
    }
  }

  private mutating func add(_ entity: Declaration, _ attribute: Attribute) {
    let isDefinition = entity.kind.isDefinition
    let name = isDefinition ? entity.name : "\(entity.name).\(attribute.name)"
    if let own = ranges.removeValue(forKey: name) {
      all += own.map {
        AuditedInput(entity, attribute, named: $0.name, moves: range(of: $0))
      }
      return
    }
    guard let row = entity.kind.row(in: scenario).attribute(named: attribute.name),
      attribute.expression.distributions.isEmpty, attribute.expression.isOfNumbers
    else { return }
    let input = NamedInput(entity, row, at: attribute.location)
    var number = attribute.expression.quantity.map { NumberValue.constant($0.value) }
    if entity.kind != .assume {
      let value = evaluated.entity(named: entity.name)?.attribute(named: attribute.name)
      guard let known = value?.number ?? attribute.number else { return }
      number = known
    }
    all.append(
      AuditedInput(
        entity, attribute, named: name,
        // Of what an assumption comes to nobody says bounds.
        moves: number.map { tenth([input], attribute.value, $0) }
          ?? .tenth([input], low: 0.9, high: 1.1)))
  }

  /// What holds of things of one kind because nothing else is said, each attribute once.
  private mutating func addDefaults(of entities: [Declaration]) {
    guard let kind = entities.first?.kind else { return }
    for row in kind.row(in: scenario).attributes {
      guard case .number = row.form, let text = row.fallback else { continue }
      let silent = entities.filter { entity in
        let sector = entity.reference(Firm.sector).flatMap(scenario.entity(named:))
        return entity[row] == nil && sector?[row] == nil
      }
      let inputs = silent.map { NamedInput($0, row, at: $0.location) }
      guard let first = inputs.first,
        let script = Script(SourceText(name: "default", text: text)).statements.first
      else { continue }
      var reader = ArgumentReader(script, units: scenario.units)
      guard let expression = try? reader.expression(), reader.isAtEnd,
        let number = try? first.number(expression, reader.source)
      else { continue }
      all.append(
        AuditedInput(
          default: text, of: row, kind,
          moves: tenth(inputs, nil, .constant(number.value))))
    }
  }

  // MARK: How it is moved

  private func range(of parameter: UncertainParameter) -> AuditedInput.Moves {
    let inverse = parameter.distribution.inverse
    return .range(parameter: parameter.name, low: inverse(0.05), high: inverse(0.95))
  }

  /// A tenth lower and higher, but not over the bounds of what is legal.
  private func tenth(
    _ inputs: [NamedInput], _ value: Value?, _ number: NumberValue
  ) -> AuditedInput.Moves {
    let size = max(number.smallest.magnitude, number.largest.magnitude)
    guard size > 0 else { return .nothing }
    var (low, high) = (0.9, 1.1)
    if let range = inputs.first?.bounds?.range {
      if number.largest > 0 {
        high = min(high, AuditedInputs.below(range.upperBound / number.largest))
      }
      if number.smallest > 0 { low = max(low, range.lowerBound / number.smallest) }
    } else if case .rate(.share)? = value {
      high = min(high, AuditedInputs.below(1 / number.largest))
    }
    return .tenth(inputs, low: min(1, low), high: max(1, high))
  }

  /// So little less that the product does not come out above the bound.
  private static func below(_ factor: Double) -> Double { factor.nextDown.nextDown }
}

extension Expression {
  /// Whether it is a number, or several, as it stands: without names, dates or texts in its values.
  fileprivate var isOfNumbers: Bool {
    switch kind {
    case .quantity: true
    case .path, .date, .text, .list, .range: false
    case .schedule(let entries): entries.allSatisfy { $0.value.isOfNumbers }
    case .call(_, let arguments): arguments.allSatisfy { $0.value.isOfNumbers }
    default: parts.allSatisfy { $0.isOfNumbers }
    }
  }
}
