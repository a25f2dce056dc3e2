public import Diagnostics
public import Language
public import ParkModel
import Quantities
import Simulation

/// The yearly rate at which later money counts less, a share: one for all time, or one after
/// another. Model 10.
///
/// A yuan of a later time passes through all rates until then: it is worth the product of
/// (1 + rate)^(−years) over the stretches of time, so `{2020: 3.5%, 2050: 3%}` counts 3.5 % a year up
/// to 2050 and 3 % after it, never 3 % from the start on.
public struct DiscountRate: Sendable, Equatable, ExpressibleByFloatLiteral {
  /// A rate and when it begins.
  public struct Piece: Sendable, Equatable {
    /// Years after the moment of valuation.
    public var begin: Double
    /// A share a year.
    public var rate: Double
  }

  /// A time over which one rate counts.
  public struct Stretch: Sendable, Equatable {
    /// A share a year; where a rate runs straight, the one that discounts as much.
    public var rate: Double
    public var years: Double
  }

  /// In the order of time; the first holds before its beginning too.
  public let pieces: [Piece]
  /// Whether it runs straight between beginnings instead of holding each rate until the next.
  public let isStraight: Bool

  /// One rate for all time.
  public init(_ rate: Double) {
    pieces = [Piece(begin: 0, rate: rate)]
    isStraight = false
  }

  public init(floatLiteral rate: Double) { self.init(rate) }

  /// Rates by dates, or by years after the moment of valuation where the keys are ages. `start` is
  /// that moment, months after the beginning of the year 0.
  init(_ schedule: Schedule<Double>, from start: Double) {
    let origin = schedule.isByAge ? 0 : start
    pieces = zip(schedule.keys, schedule.values).map { key, rate in
      Piece(begin: (key.order - origin) / 12, rate: rate)
    }
    isStraight = schedule.isStraight
  }

  public var smallest: Double { pieces.map(\.rate).min() ?? 0 }
  public var largest: Double { pieces.map(\.rate).max() ?? 0 }

  /// The pieces that count in so many years from the moment of valuation on.
  public func pieces(within years: Double) -> [Piece] {
    var first = pieces.lastIndex { $0.begin <= 0 } ?? 0
    var last = pieces.lastIndex { $0.begin < years } ?? 0
    if isStraight { last = min(last + 1, pieces.count - 1) }
    first = min(first, last)
    return Array(pieces[first...last])
  }

  /// How long each rate counts until so many years after the moment of valuation.
  public func stretches(until years: Double) -> [Stretch] {
    var found: [Stretch] = []
    for (index, piece) in pieces.enumerated() {
      let low = index == 0 ? 0 : max(0, piece.begin)
      let high = index + 1 < pieces.count ? min(years, pieces[index + 1].begin) : years
      // Before its first beginning a rate that runs straight is level.
      let level = isStraight && index == 0 ? min(max(piece.begin, low), high) : low
      if level > low { found.append(Stretch(rate: piece.rate, years: level - low)) }
      guard high > level else { continue }
      found.append(Stretch(rate: rate(in: index, from: level, to: high), years: high - level))
    }
    return found.isEmpty ? [Stretch(rate: pieces[0].rate, years: years)] : found
  }

  /// What a yuan is worth now that is paid after so many years.
  public func factor(after years: Double) -> Double {
    stretches(until: years).reduce(1) { $0 * Numerics.power(1 + $1.rate, -$1.years) }
  }

  /// The rate that discounts as a piece does between two moments in it.
  private func rate(in index: Int, from low: Double, to high: Double) -> Double {
    let piece = pieces[index]
    guard isStraight, index + 1 < pieces.count else { return piece.rate }
    let next = pieces[index + 1]
    func factor(at moment: Double) -> Double {
      1 + piece.rate
        + (next.rate - piece.rate) * (moment - piece.begin) / (next.begin - piece.begin)
    }
    let (a, b) = (factor(at: low), factor(at: high))
    // e to the mean of ln y between a and b, the integral of ln y being y·ln y − y.
    guard (b - a).magnitude > 1e-6 * a else { return (a + b) / 2 - 1 }
    let mean = (b * Numerics.logarithm(b) - a * Numerics.logarithm(a)) / (b - a) - 1
    return Numerics.exponential(mean) - 1
  }
}

extension DiscountRate {
  /// What an expression came to, as a rate; nil for what is no number, or is one for each period.
  /// `start` is the moment of valuation, months after the beginning of the year 0.
  public init?(_ outcome: Outcome, from start: Double) {
    switch outcome {
    case .scalar(.number(let quantity)): self.init(quantity.rate)
    case .schedule(let schedule):
      var rates: [Double] = []
      for case .number(let quantity) in schedule.values { rates.append(quantity.rate) }
      guard rates.count == schedule.keys.count else { return nil }
      self.init(
        Schedule(keys: schedule.keys, values: rates, isStraight: schedule.isStraight), from: start)
    case .scalar, .series: return nil
    }
  }
}

/// `model.discount` of a scenario, counted from its start on, at a point of its uncertain parameters.
/// Model 10.
public func discountRate(
  of scenario: Scenario, at point: [String: Double] = [:]
) throws(Diagnostic) -> DiscountRate {
  let source = SourceText(name: "model", text: "model.discount")
  var reader = ArgumentReader(Script(source).statements[0])
  let evaluator = Evaluator(source: source, context: ScenarioContext(scenario, at: point))
  let outcome = try evaluator.outcome(try reader.expression())
  let start = scenario.header.flatMap { StepCalendar($0) }?.firstMonth
  guard let rate = DiscountRate(outcome, from: Double(start ?? 0)) else {
    throw Diagnostic(
      "not-set", "nothing says at what rate to discount",
      help: ["state it: `set model discount=8%`"])
  }
  return rate
}

extension Quantity {
  /// A rate as a share a year, whether or not it says that it is a year's.
  fileprivate var rate: Double {
    value(in: UnitTable.known("1/year")) ?? value(in: .one) ?? value
  }
}
