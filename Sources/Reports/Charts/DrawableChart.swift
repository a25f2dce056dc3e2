/// What of a chart can be drawn, whoever draws it.
extension Chart {
  /// Numbers beyond it are out of all proportion: sums and differences of them would not be finite.
  private static let most = 1e300

  /// A number that can be drawn; nil for none, and for one that is out of all proportion.
  static func drawable(_ value: Double?) -> Double? {
    value.flatMap { $0.magnitude <= most ? $0 : nil }
  }

  /// The same with as many values as there are periods, and none that cannot be drawn. Rows that have such
  /// a number are left out, or stay where `keepsRows`: then they are bars of nothing.
  func drawable(keepsRows: Bool) -> Chart {
    var chart = self
    switch marks {
    case .curves(let curves, let periods):
      chart.marks = .curves(curves.map { $0.drawable(periods.count) }, periods: periods)
    case .areas(let parts, let periods):
      chart.marks = .areas(parts.map { $0.drawable(periods.count) }, periods: periods)
    case .bars(let curves, let periods):
      chart.marks = .bars(curves.map { $0.drawable(periods.count) }, periods: periods)
    case .waterfall(let steps):
      chart.marks = .waterfall(
        steps.compactMap { step in
          let amount = Chart.drawable(step.amount) ?? (keepsRows ? 0 : nil)
          return amount.map { Step(name: step.name, amount: $0, isTotal: step.isTotal) }
        })
    case .tornado(let swings, let central):
      let centre = Chart.drawable(central)
      let kept = swings.compactMap { swing -> Swing? in
        let middle = keepsRows ? centre ?? 0 : nil
        guard keepsRows || centre != nil, let low = Chart.drawable(swing.low) ?? middle,
          let high = Chart.drawable(swing.high) ?? middle
        else { return nil }
        return Swing(name: swing.name, low: low, high: high, ends: swing.ends)
      }
      chart.marks = .tornado(kept, central: centre ?? 0)
    case .spans: break
    }
    return chart
  }

  /// What is drawn of a chart, or nil where no number of it can be.
  var drawableExtent: ClosedRange<Double>? {
    let isDefined: Bool
    switch marks {
    case .curves(let curves, let periods), .areas(let curves, let periods),
      .bars(let curves, let periods):
      isDefined = curves.contains { curve in
        ([curve.values] + (curve.band.map { [$0.low, $0.high] } ?? [])).contains { values in
          values.prefix(periods.count).contains { Chart.drawable($0) != nil }
        }
      }
    case .waterfall(let steps):
      isDefined = steps.contains { Chart.drawable($0.amount) != nil }
    case .tornado(let swings, _):
      isDefined = swings.contains {
        Chart.drawable($0.low) != nil || Chart.drawable($0.high) != nil
      }
    case .spans(let spans): isDefined = !spans.isEmpty
    }
    return isDefined ? drawable(keepsRows: true).extent : nil
  }

  /// The steps of a waterfall.
  public var steps: [Step] { if case .waterfall(let steps) = marks { steps } else { [] } }

  /// The swings of a tornado.
  public var swings: [Swing] { if case .tornado(let swings, _) = marks { swings } else { [] } }
}

extension Chart.Curve {
  fileprivate func drawable(_ count: Int) -> Chart.Curve {
    func drawable(_ values: [Double?]) -> [Double?] {
      (0..<count).map { values.indices.contains($0) ? Chart.drawable(values[$0]) : nil }
    }
    return Chart.Curve(
      name: name, values: drawable(values),
      band: band.map { Chart.Band(low: drawable($0.low), high: drawable($0.high)) })
  }
}
