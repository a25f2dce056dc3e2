import Diagnostics
import Language

/// What a context works out before it is asked for: names that others are made of through very many.
/// What is remembered needs no stack, so that a chain may be as long as one likes.
struct Preparation {
  /// A type or a value of a name.
  struct Asked: Hashable {
    let key: String
    /// Where it is remembered.
    let memory: AnyKeyPath
  }

  /// What names are made of, as far as they were asked for; nil where it is known what to prepare.
  var order: NameOrder?
  /// Names that were worked out beforehand, the innermost first.
  var names: [StatedName] = []
  /// Circles of such names by each name in them.
  var circles: [String: [String]] = [:]
  /// Why such names have no value, or no type.
  var failures: [Asked: Diagnostic] = [:]
  var isUnderway = false

  /// Levels of expressions up to which names are worked out when they are met.
  static let fewLevels = 80

  init(_ scenario: Scenario) { order = NameOrder(scenario) }
}

extension ScenarioContext {
  /// Another point of a scenario of which it is known what to prepare.
  convenience init(
    _ scenario: Scenario, at point: [String: Double], preparing names: [StatedName],
    stop: StopSignal
  ) {
    self.init(scenario, at: point, stop: stop)
    preparation.order = nil
    prepare(names)
  }

  /// Works out what an expression is made of through very many names, where nothing else is being
  /// worked out.
  func prepare(_ expression: Expression) {
    guard underway.isEmpty, !preparation.isUnderway,
      let walk = preparation.order?.walk(from: expression.paths),
      walk.levels > Preparation.fewLevels
    else { return }
    preparation.circles.merge(walk.circles) { first, _ in first }
    prepare(walk.names)
  }

  /// What has no value says so where it is asked for.
  private func prepare(_ names: [StatedName]) {
    preparation.names += names
    preparation.isUnderway = true
    defer { preparation.isUnderway = false }
    for name in names where !stop.isAsked { try? check(name, at: name.attribute.location) }
  }
}
