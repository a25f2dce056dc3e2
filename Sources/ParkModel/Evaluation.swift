public import Diagnostics
import Language

extension Scenario {
  /// The scenario with every expression worked out, as a run needs it: distributions at their
  /// central value (Model 9). Throws the first that has no value, and where `stop` asks.
  public func evaluated(stop: StopSignal = StopSignal()) throws(Diagnostic) -> Scenario {
    try evaluated(ScenarioContext(self, stop: stop), stop: stop)
  }

  func evaluated(
    _ context: ScenarioContext, stop: StopSignal
  ) throws(Diagnostic) -> Scenario {
    var result = self
    for entity in all where entity.hasFormulas {
      try stop.check()
      result.entities[entity.name] = try evaluated(entity, context)
    }
    if model.hasFormulas { result.model = try evaluated(model, context) }
    return result
  }

  /// Whether anything has to be worked out before a run.
  public var hasFormulas: Bool { model.hasFormulas || all.contains(where: \.hasFormulas) }

  private func evaluated(
    _ entity: Declaration, _ context: ScenarioContext
  ) throws(Diagnostic) -> Declaration {
    var result = entity
    for index in entity.attributes.indices where entity.attributes[index].value.isFormula {
      let attribute = entity.attributes[index]
      guard let row = entity.kind.row.attribute(named: attribute.name) else { continue }
      result.attributes[index].value = try context.evaluated(attribute, row, of: entity)
    }
    try result.check()
    return result
  }

  /// What does not hold in the expressions of attributes and assumptions, each mistake once.
  func expressionProblems(stop: StopSignal) -> [Diagnostic] {
    var found: [Diagnostic] = []
    let context = ScenarioContext(self, stop: stop)
    var known: Set<String> = []
    func note(_ problem: Diagnostic) {
      let key = problem.slug + " " + (problem.location?.address ?? "")
      if known.insert(key).inserted { found.append(problem) }
    }
    func check(_ entity: Declaration) {
      do throws(Diagnostic) {
        if entity.kind == .assume { try context.check(entity) }
        if entity.hasFormulas { _ = try evaluated(entity, context) }
      } catch {
        note(error)
      }
    }
    for entity in all where !stop.isAsked { check(entity) }
    check(model)
    return found
  }

  /// Checks what an edit has just said, as far as its names are known, and what is worked out from
  /// it. Names that nothing bears yet may still come. Throws where `stop` asks, too.
  public func check(
    after edit: ScenarioEdit, stop: StopSignal = StopSignal()
  ) throws(Diagnostic) {
    guard let name = edit.subject else { return }
    let changed = entity(named: name)
    let context = ScenarioContext(self, stop: stop)
    if let changed { try check(changed, context) }
    guard edit.isChange, usedNames.contains(name) else { return }
    for other in all where other.name != name {
      try stop.check()
      try check(other, context)
    }
    try check(model, context)
  }

  private func check(
    _ entity: Declaration, _ context: ScenarioContext
  ) throws(Diagnostic) {
    do throws(Diagnostic) {
      if entity.kind == .assume { try context.check(entity) }
      if entity.hasFormulas { _ = try evaluated(entity, context) }
    } catch {
      guard error.slug != "unknown-name" else { return }
      throw error
    }
  }
}

extension ScenarioContext {
  /// Throws where an assumption has no value.
  func check(_ assumption: Declaration) throws(Diagnostic) {
    guard let stated = scenario.statedName(Assumption.value, of: assumption) else { return }
    try check(stated, at: assumption.location)
  }

  /// Throws where a name has no value, as a date or as a number.
  func check(_ name: StatedName, at place: Location) throws(Diagnostic) {
    let use = name.use(at: place)
    guard !isDate(name) else {
      _ = try namedPeriod(use)
      return
    }
    _ = try type(of: use)
    _ = try value(of: use)
  }

  private func isDate(_ name: StatedName) -> Bool {
    if case .date = name.attribute.value { return true }
    return name.owner.kind == .assume && isDate(name.attribute.expression)
  }
}

extension Declaration {
  /// Whether an attribute has to be worked out with the scenario.
  var hasFormulas: Bool { attributes.contains { $0.value.isFormula } }
}
