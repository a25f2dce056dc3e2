extension Chart {
  /// The same with as many values as periods, and no number that is none or too large to be added.
  var finite: Chart {
    var chart = self
    switch marks {
    case .curves(let curves, let periods):
      chart.marks = .curves(curves.map { $0.finite(periods.count) }, periods: periods)
    case .areas(let parts, let periods):
      chart.marks = .areas(parts.map { $0.finite(periods.count) }, periods: periods)
    case .bars(let curves, let periods):
      chart.marks = .bars(curves.map { $0.finite(periods.count) }, periods: periods)
    case .waterfall(let steps):
      chart.marks = .waterfall(
        steps.map {
          Step(name: $0.name, amount: Chart.finite($0.amount) ?? 0, isTotal: $0.isTotal)
        })
    case .tornado(let swings, let central):
      let centre = Chart.finite(central) ?? 0
      chart.marks = .tornado(
        swings.map {
          Swing(
            name: $0.name, low: Chart.finite($0.low) ?? centre,
            high: Chart.finite($0.high) ?? centre, ends: $0.ends)
        }, central: centre)
    }
    return chart
  }

  /// Whether no number of it is defined.
  var isUndefined: Bool {
    switch marks {
    case .curves(let curves, let periods), .areas(let curves, let periods),
      .bars(let curves, let periods):
      !curves.contains { curve in
        let band = curve.band.map { [$0.low, $0.high] } ?? []
        return ([curve.values] + band).contains { values in
          values.prefix(periods.count).contains { Chart.finite($0) != nil }
        }
      }
    case .waterfall(let steps): !steps.contains { $0.amount.isFinite }
    case .tornado(let swings, _): !swings.contains { $0.low.isFinite || $0.high.isFinite }
    }
  }

  /// The steps of a waterfall.
  var steps: [Step] { if case .waterfall(let steps) = marks { steps } else { [] } }

  /// The swings of a tornado.
  var swings: [Swing] { if case .tornado(let swings, _) = marks { swings } else { [] } }

  /// A number that a thousand like it can be added to; nil for none.
  fileprivate static func finite(_ value: Double?) -> Double? {
    guard let value, value.isFinite else { return nil }
    return min(max(value, -1e304), 1e304)
  }
}

extension Chart.Curve {
  fileprivate func finite(_ count: Int) -> Chart.Curve {
    func finite(_ values: [Double?]) -> [Double?] {
      (0..<count).map { values.indices.contains($0) ? Chart.finite(values[$0]) : nil }
    }
    return Chart.Curve(
      name: name, values: finite(values),
      band: band.map { Chart.Band(low: finite($0.low), high: finite($0.high)) })
  }
}
