import Language
import ParkModel
import Quantities
import Simulation

/// What the figures of an expression rest on, through whatever it is made of.
public struct FigureBasis: Sendable {
  /// Whether an amount of money is in it that is not discounted, so that nominal prices change it.
  public private(set) var isOfMoney = false
  /// Whether money is in it that statements state, or that stands in it, and that no price changes.
  public private(set) var hasStatedMoney = false
  /// Whether the chance of closing is in it.
  public private(set) var isExpected = false
  /// Whether a function of draws is in it: `chance`, `expected`, `quantile`, `spread`.
  public private(set) var readsDraws = false
  /// Whether firms are in it in any way.
  public private(set) var dependsOnFirms = false

  init(_ expression: Expression, _ scenario: Scenario) {
    var reader = Reader(scenario)
    reader.read(expression, isDiscounted: false)
    self = reader.basis
  }

  private init() {}

  private struct Reader {
    let scenario: Scenario
    let taxes: [String]
    var basis = FigureBasis()
    /// What was followed up already.
    private var seen: Set<String> = []

    init(_ scenario: Scenario) {
      self.scenario = scenario
      taxes = scenario.entities(.tax).map(\.name)
    }

    mutating func read(_ expression: Expression, isDiscounted: Bool) {
      var pending = [(expression, isDiscounted)]
      while let (next, isDiscounted) = pending.popLast() {
        var isWithin = isDiscounted
        switch next.kind {
        case .call(let name, _):
          if SeriesFunctionTable.row(named: name)?.isOfDraws == true { basis.readsDraws = true }
          isWithin = isWithin || ["irr", "npv"].contains(name)
        case .quantity(let quantity, _):
          if quantity.dimension.money != 0 { basis.hasStatedMoney = true }
        case .conversion(let inner, _):
          pending.append((inner, isWithin))
          continue
        default: break
        }
        pending += next.parts.map { ($0, isWithin) }
        guard let name = FigureRequest.metricName(of: next) else { continue }
        if let row = MetricTable.metric(name, taxes: taxes, levels: scenario.levels)?.row {
          if row.isOfMoney, !isWithin { basis.isOfMoney = true }
          if row.isExpected { basis.isExpected = true }
          if row.dependsOnFirms { basis.dependsOnFirms = true }
        } else if seen.insert("\(name) \(isWithin)").inserted, let (value, row) = stated(name) {
          if case .number(let unit, _) = row?.form, unit.dimension.money != 0 {
            basis.hasStatedMoney = true
          }
          pending.append((value.expression, isWithin))
        }
      }
    }

    /// What is written behind a name: an own metric, an assumption or an attribute.
    private func stated(_ name: String) -> (Attribute, AttributeRow?)? {
      let parts = name.split(separator: ".").map(String.init)
      guard let first = parts.first, let entity = scenario.entity(named: first) else { return nil }
      let row: AttributeRow?
      switch entity.kind {
      case .metric: row = UserMetric.value
      case .assume: row = Assumption.value
      default: row = parts.count == 2 ? entity.kind.row.attribute(named: parts[1]) : nil
      }
      return row.flatMap { row in entity[row].map { ($0, row) } }
    }
  }
}
