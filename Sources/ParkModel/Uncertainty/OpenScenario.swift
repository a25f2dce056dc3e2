public import Diagnostics
import Language

/// A scenario whose uncertain numbers stand open, to be filled draw by draw: whatever else it says is
/// worked out once. Model 9.
public struct OpenScenario: Sendable {
  /// Worked out in the middle; each uncertain number of an attribute is a `NumberValue.input`, and
  /// each uncertain date that in the middle.
  public let scenario: Scenario
  public let parameters: [UncertainParameter]
  /// The attributes that are uncertain dates, `ENTITY.ATTRIBUTE`, in the order of
  /// `InputProgram.instants`.
  public let dates: [String]
  /// Whether draws have to be worked out one by one: more differs between them than numbers and dates,
  /// or a date or what decides whether a scenario holds at all does and no program tells how.
  public let needsOwnRuns: Bool
  /// How many inputs there are.
  public var inputCount: Int { inputs.count }
  /// The values of the inputs in the middle, whose keys those of every draw have.
  public let inputForms: [NumberValue]
  /// As it is written.
  public let written: Scenario
  /// How the inputs follow from the parameters; nil where that cannot be put in plain arithmetic, so
  /// that they have to be worked out draw by draw.
  public let program: InputProgram?
  private let inputs: [Input]
  /// Names that are worked out before others in each draw: very many are made of each other.
  private let prepared: [StatedName]

  struct Input {
    var entity: String
    var attribute: Int
  }

  /// Throws what has no value in the middle.
  public init(_ written: Scenario, stop: StopSignal = StopSignal()) throws(Diagnostic) {
    self.written = written
    let context = ScenarioContext(written, stop: stop)
    var open = try written.evaluated(context, stop: stop)
    var inputs: [Input] = []
    var forms: [NumberValue] = []
    var dates: [Input] = []
    var (needsOwnRuns, areDeciding) = (false, false)
    func opened(_ entity: Declaration) -> Declaration {
      var result = entity
      for (index, attribute) in entity.attributes.enumerated()
      where context.uncertain.contains("\(entity.name).\(attribute.name)") {
        if case .period = attribute.value {
          dates.append(Input(entity: entity.name, attribute: index))
          continue
        }
        guard let value = attribute.value.opened(as: inputs.count),
          let form = attribute.number
        else {
          needsOwnRuns = true
          continue
        }
        areDeciding = areDeciding || OpenScenario.deciding.contains(attribute.name)
        result.attributes[index].value = value
        inputs.append(Input(entity: entity.name, attribute: index))
        forms.append(form)
      }
      return result
    }
    for entity in written.all where entity.hasFormulas {
      guard let evaluated = open.entity(named: entity.name) else { continue }
      open.entities[entity.name] = opened(evaluated)
    }
    if written.model.hasFormulas { open.model = opened(open.model) }
    for assumption in written.entities(.assume) { try context.check(assumption) }
    parameters = context.parameters
    prepared = context.preparation.names
    scenario = open
    self.inputs = inputs
    inputForms = forms
    self.dates = dates.map { date in
      let attribute = open.entity(named: date.entity)?.attributes[date.attribute]
      return "\(date.entity).\(attribute?.name ?? "")"
    }
    program = try? InputCompiler(context).program(of: inputs, dates: dates, in: open)
    self.needsOwnRuns = needsOwnRuns || program == nil && (areDeciding || !dates.isEmpty)
  }

  /// Numbers of several declarations that are held against each other before a run: by the conditions
  /// of a program too (`RampConditions`).
  private static let deciding = [Sector.Number.first.row.name, Model.rampShare.name]

  /// What the inputs are at a point; throws where a draw says what cannot be.
  public func values(
    at point: [String: Double], stop: StopSignal = StopSignal()
  ) throws(Diagnostic) -> [NumberValue] {
    let context = ScenarioContext(written, at: point, preparing: prepared, stop: stop)
    var values: [NumberValue] = []
    var changed: Declaration?
    for input in inputs {
      if changed?.name != input.entity {
        try changed?.check()
        changed = scenario.entity(named: input.entity)
      }
      guard let entity = written.entity(named: input.entity),
        let row = entity.kind.row.attribute(named: entity.attributes[input.attribute].name)
      else { continue }
      let attribute = entity.attributes[input.attribute]
      let value = try context.evaluated(attribute, row, of: entity)
      guard let number = value.number else { throw .noNumber(attribute) }
      changed?.attributes[input.attribute].value = value
      values.append(number)
    }
    try changed?.check()
    return values
  }
}

extension Value {
  /// The same with its number as an input; nil of what is no number.
  fileprivate func opened(as place: Int) -> Value? {
    switch self {
    case .number(let central): .number(.input(place, central: central))
    case .rate(.share(let central)): .rate(.share(.input(place, central: central)))
    case .rate(.perArea(let central)): .rate(.perArea(.input(place, central: central)))
    default: nil
    }
  }
}
