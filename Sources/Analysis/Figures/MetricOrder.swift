import Language
import ParkModel

/// The scenario's own metrics that one is made of, each behind those that it is itself made of. One
/// that runs in a circle stands somewhere: whoever works it out finds the circle.
struct MetricOrder {
  private(set) var names: [String] = []

  init(of metric: Declaration, in scenario: Scenario) {
    var seen: Set<String> = [metric.name]
    var path: [(name: String, inner: [String])] = [(metric.name, Self.inner(metric, scenario))]
    while let last = path.indices.last {
      guard let next = path[last].inner.popLast() else {
        names.append(path.removeLast().name)
        continue
      }
      guard seen.insert(next).inserted, let other = scenario.entity(named: next) else { continue }
      path.append((next, Self.inner(other, scenario)))
    }
    // The last is the metric itself.
    names.removeLast()
  }

  private static func inner(_ metric: Declaration, _ scenario: Scenario) -> [String] {
    metric.references.filter { scenario.entity(named: $0)?.kind == .metric }
  }
}
