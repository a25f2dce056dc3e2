import Language

/// The names that others are made of, each behind those that it is itself made of, so that a long
/// chain is worked out from its beginning and not from its end.
struct NameOrder {
  /// What an expression is made of.
  struct Walk {
    /// Those that no walk before has met, the innermost first.
    var names: [StatedName] = []
    /// Circles by each name in them, closed by the name they began with.
    var circles: [String: [String]] = [:]
    /// Levels of expressions one within the other.
    var levels = 0
  }

  private struct Step {
    /// Nil where the walk begins.
    let name: StatedName?
    /// Names that it is made of and that are still to be met, the next one last.
    var inner: [StatedName]
    /// Levels of what it is made of.
    var levels = 0
  }

  private let scenario: Scenario
  /// Levels of names that were met, with all that they are made of.
  private var levels: [String: Int] = [:]

  init(_ scenario: Scenario) { self.scenario = scenario }

  /// Meets every name that is worked out for one that is made of some.
  mutating func walk(from paths: [[String]]) -> Walk {
    var found = Walk()
    var steps = [Step(name: nil, inner: stated(paths))]
    var underway: [String: Int] = [:]
    while let last = steps.indices.last {
      if let next = steps[last].inner.popLast() {
        if let known = levels[next.key] {
          steps[last].levels = max(steps[last].levels, known)
        } else if let first = underway[next.key] {
          note(steps[first...].compactMap { $0.name?.key }, in: &found)
        } else {
          underway[next.key] = steps.count
          steps.append(Step(name: next, inner: stated(next.attribute.expression.paths)))
        }
        continue
      }
      let done = steps.removeLast()
      guard let name = done.name else {
        found.levels = done.levels
        break
      }
      underway[name.key] = nil
      let own = done.levels + name.attribute.expression.depth + 1
      levels[name.key] = own
      found.names.append(name)
      steps[last - 1].levels = max(steps[last - 1].levels, own)
    }
    return found
  }

  /// Those of some names that have to be worked out, the first one last.
  private func stated(_ paths: [[String]]) -> [StatedName] {
    paths.reversed().compactMap { scenario.statedName($0) }
  }

  private func note(_ circle: [String], in found: inout Walk) {
    for name in circle where found.circles[name] == nil {
      found.circles[name] = circle + circle.prefix(1)
    }
  }
}
