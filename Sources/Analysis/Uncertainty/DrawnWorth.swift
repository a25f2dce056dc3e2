public import Diagnostics
public import Ensembles
public import Language
public import ParkModel
import Quantities
import Simulation

extension DrawQuestion {
  /// What the net flows of an appraisal, or a figure of money, are worth in each draw: at a rate, or at
  /// that of the scenario in the draw.
  public init(
    worthOf figure: (expression: Expression, source: SourceText)?, of scenario: Scenario,
    in city: String? = nil, rate: DiscountRate?, terminal: Double? = nil, additional: Bool = false
  ) {
    let key =
      "worth of \(figure?.expression.canonical ?? "flows") in \(city ?? "-") "
      + "at \(rate.map { "\($0)" } ?? "its own") "
      + "and \(terminal ?? 0) \(additional)"
    self.init(key: key, keepsValues: true) { (run, projection) throws(Diagnostic) in
      let alternative = Alternative(
        name: "draw", scenario: scenario, projection: projection, at: run.point)
      let own: DiscountRate
      if let rate { own = rate } else { own = try discountRate(of: scenario, at: run.point) }
      let worth: Double
      if let figure {
        let flows = try FlowWorth.flows(of: figure.expression, figure.source, in: alternative)
        worth =
          FlowWorth(flows, projection.calendar, rate: own, terminal: terminal).netPresentValue
      } else {
        worth =
          try Appraisal.all(
            of: alternative, in: city, rate: own, terminal: terminal, additional: additional
          ).last?.netPresentValue ?? 0
      }
      return DrawAnswer(worth)
    }
  }
}

extension DrawAnswer {
  /// An amount of yuan.
  init(_ yuan: Double) {
    unit = UnitTable.known("yuan")
    isMoney = true
    values = [[.number(yuan)]]
  }
}

/// What is known of a net present value over draws.
public struct DrawnWorth: Sendable {
  /// Yuan.
  public let statistics: ColumnStatistics
  /// The share of draws in which it is above zero.
  public let chance: Double
  public let count: Ensemble.Count

  /// The worth in each draw, less that of other draws. Nil where no draw has one.
  public init?(_ own: Ensemble.Answered, less other: Ensemble.Answered? = nil) {
    guard let mine = own.columns.column()?.values else { return nil }
    let draws = min(own.count.done, other?.count.done ?? own.count.done)
    let theirs = other?.columns.column()?.values
    if other != nil, theirs == nil { return nil }
    var statistics = ColumnStatistics()
    var positive = 0
    for draw in 0..<draws {
      let less = theirs.map { $0[draw] } ?? 0
      guard let value = mine[draw], let less else {
        statistics.addMissing("one has no value", draw: draw)
        continue
      }
      statistics.add(value - less, draw: draw)
      if value > less { positive += 1 }
    }
    guard statistics.count > 0 else { return nil }
    self.statistics = statistics
    chance = Double(positive) / Double(statistics.count)
    count = own.count
  }
}
