import Language

/// An order in which no assumption comes before those that it is made of, so that a long chain is
/// worked out from its beginning and not from its end; and the circles in which there is none.
struct AssumptionOrder {
  private(set) var order: [Declaration] = []
  /// Circles by each name in them, closed by the name they began with.
  private(set) var circles: [String: [String]] = [:]

  private enum State {
    case underway, done
  }

  init(_ scenario: Scenario) {
    var states: [String: State] = [:]
    for first in scenario.entities(.assume) {
      var path = [first]
      while let next = path.last {
        guard states[next.name] == nil else {
          path.removeLast()
          if states.updateValue(.done, forKey: next.name) == .underway { order.append(next) }
          continue
        }
        states[next.name] = .underway
        for name in next[Assumption.value]?.expression.names ?? [] {
          if states[name] == .underway {
            note(path.map(\.name).filter { states[$0] == .underway }.drop { $0 != name })
          }
          guard states[name] == nil, let other = scenario.entity(named: name),
            other.kind == .assume
          else { continue }
          path.append(other)
        }
      }
    }
  }

  private mutating func note(_ circle: some Sequence<String>) {
    let names = Array(circle)
    for name in names where circles[name] == nil { circles[name] = names + names.prefix(1) }
  }
}
