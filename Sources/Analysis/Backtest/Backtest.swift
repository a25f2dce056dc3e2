public import Diagnostics
public import ParkModel
public import Quantities
public import Simulation

/// A run beside the facts that its scenario keeps.
public struct Backtest: Sendable {
  /// One fact and what the run has in its place.
  public struct Row: Sendable {
    public let fact: ReportedFact
    /// In the fact's unit; nil where the run has no such number.
    public let model: Double?
    /// Why it has none.
    public let reason: String?
    /// Whether it was kept from whoever fitted the scenario.
    public let isHeldOut: Bool

    /// Model less fact, as a share of the fact; nil where there is none, and of a fact of nought.
    public var error: Double? {
      guard let model, fact.value.value != 0 else { return nil }
      return (model - fact.value.value) / fact.value.value.magnitude
    }
  }

  /// How far a metric is off.
  public struct Errors: Sendable {
    public let metric: String
    public let isHeldOut: Bool
    public let count: Int
    /// The mean of the errors without their signs, a share.
    public let size: Double
    /// The mean of the errors: above nought where the model has too much.
    public let bias: Double
  }

  public let rows: [Row]
  /// By metric in the order of the facts, those held out behind the others.
  public let errors: [Errors]

  /// `holdout` are the days whose facts are held out.
  public init(
    _ scenario: Scenario, _ projection: Projection,
    holdout: (start: CalendarDate, end: CalendarDate)? = nil
  ) throws(Diagnostic) {
    let reader = FactReader(scenario, projection)
    var rows: [Row] = []
    for fact in try ReportedFact.all(of: scenario) {
      let isHeldOut = holdout.map(fact.lies) ?? false
      do throws(Diagnostic) {
        let model = try reader.value(fact)
        rows.append(Row(fact: fact, model: model, reason: nil, isHeldOut: isHeldOut))
      } catch {
        rows.append(Row(fact: fact, model: nil, reason: error.message.text, isHeldOut: isHeldOut))
      }
    }
    self.rows = rows
    errors = Backtest.errors(of: rows)
  }

  private static func errors(of rows: [Row]) -> [Errors] {
    [false, true].flatMap { isHeldOut -> [Errors] in
      var order: [String] = []
      var byMetric: [String: [Double]] = [:]
      for row in rows where row.isHeldOut == isHeldOut {
        guard let error = row.error else { continue }
        let name = row.fact.request.name
        if byMetric[name] == nil { order.append(name) }
        byMetric[name, default: []].append(error)
      }
      return order.compactMap { name in
        guard let found = byMetric[name] else { return nil }
        let count = Double(found.count)
        return Errors(
          metric: name, isHeldOut: isHeldOut, count: found.count,
          size: found.reduce(0) { $0 + $1.magnitude } / count, bias: found.reduce(0, +) / count)
      }
    }
  }
}
