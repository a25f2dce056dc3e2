import Quantities

/// The internal rate of return: every yearly rate at which flows are worth nothing. Model 10.
///
/// Flows that change their sign more than once may have no such rate or several, and then none of
/// them is the return. All are found; which one is meant is never guessed.
public enum InternalRate: Sendable, Equatable {
  case none(Absence)
  case one(Double)
  /// In rising order.
  case several([Double])

  /// Why there is no rate.
  public enum Absence: Sendable, Equatable {
    case noFlows
    case nothingComesIn
    case nothingGoesOut
    /// The flows have both signs, and yet no rate makes them worth nothing.
    case noRoot
    /// A rate outside the range makes them worth nothing, and none within.
    case outsideRange
  }

  /// Rates outside are no returns: nearly all is lost, or a yuan becomes more than a thousand in a
  /// year.
  public static let range = -0.99...1000

  public init(of flows: [CashFlow]) {
    guard flows.contains(where: { $0.amount != 0 }) else {
      self = .none(.noFlows)
      return
    }
    guard flows.contains(where: { $0.amount > 0 }) else {
      self = .none(.nothingComesIn)
      return
    }
    guard flows.contains(where: { $0.amount < 0 }) else {
      self = .none(.nothingGoesOut)
      return
    }
    let sum = ExponentialSum(flows)
    let logarithms = sum.roots(
      from: Numerics.logarithm(1 + InternalRate.range.lowerBound),
      to: Numerics.logarithm(1 + InternalRate.range.upperBound))
    let rates = logarithms.map { Numerics.exponential($0) - 1 }
    switch rates.count {
    case 0:
      // As far as a rate is a number at all.
      let isElsewhere = !sum.roots(from: -690, to: 690).isEmpty
      self = .none(isElsewhere ? .outsideRange : .noRoot)
    case 1: self = .one(rates[0])
    default: self = .several(rates)
    }
  }
}

/// f(s) = Σ c·e^(−s·t), the worth of flows as a function of s = ln(1 + rate).
///
/// Its real roots are at most as many as the sign changes of its terms in order of time (Descartes'
/// rule, which holds for real exponents too). The proof is the method: between two times where the
/// sign changes take a τ; then e^(sτ)·f has the roots of f, and its derivative, again such a sum
/// with terms c·(τ − t), has one sign change less. Between two neighbouring roots of the derivative
/// f·e^(sτ) only rises or only falls, so that a change of its sign brackets exactly one root.
private struct ExponentialSum {
  /// In order of time, one term for each time, none of them zero.
  private var terms: [CashFlow]

  init(_ flows: [CashFlow]) {
    terms = []
    for flow in flows.sorted(by: { $0.time < $1.time }) {
      if let last = terms.last, last.time == flow.time {
        terms[terms.count - 1].amount += flow.amount
      } else {
        terms.append(flow)
      }
    }
    terms.removeAll { $0.amount == 0 }
  }

  /// All roots between two ends, both included, in rising order.
  func roots(from low: Double, to high: Double) -> [Double] {
    guard let change = signChange() else { return [] }
    let middle = (terms[change].time + terms[change + 1].time) / 2
    var derivative = self
    for index in terms.indices { derivative.terms[index].amount *= middle - terms[index].time }
    var found: [Double] = []
    let edges =
      [low] + derivative.roots(from: low, to: high).filter { low < $0 && $0 < high }
      + [high]
    var before: (at: Double, sign: Int)?
    for edge in edges {
      let sign = sign(at: edge)
      if sign == 0 {
        found.append(edge)
      } else if let before, before.sign * sign < 0 {
        found.append(root(from: before.at, to: edge, rising: sign > 0))
      }
      before = (edge, sign)
    }
    return found
  }

  /// The place before the middle one of the sign changes; nil where there is none.
  private func signChange() -> Int? {
    let changes = terms.indices.dropLast().filter {
      (terms[$0].amount < 0) != (terms[$0 + 1].amount < 0)
    }
    return changes.isEmpty ? nil : changes[changes.count / 2]
  }

  /// The root between two places of different sign, to the last bit that halving can tell.
  private func root(from low: Double, to high: Double, rising: Bool) -> Double {
    var low = low
    var high = high
    while true {
      let middle = low + (high - low) / 2
      guard low < middle, middle < high else { return middle }
      let value = value(at: middle).sum
      if value == 0 { return middle }
      if (value > 0) == rising { high = middle } else { low = middle }
    }
  }

  /// -1, 0 or 1; zero where the terms cancel but for rounding, as where f touches zero without
  /// crossing it.
  private func sign(at s: Double) -> Int {
    let (sum, size) = value(at: s)
    if sum.magnitude <= 1e-13 * size { return 0 }
    return sum < 0 ? -1 : 1
  }

  /// The sum and the sum of its terms' sizes, both times a positive number that keeps every term
  /// within what a number can say.
  private func value(at s: Double) -> (sum: Double, size: Double) {
    let anchor = (s < 0 ? terms.last : terms.first)?.time ?? 0
    var sum = 0.0
    var size = 0.0
    for term in terms {
      let value = term.amount * Numerics.exponential(-s * (term.time - anchor))
      sum += value
      size += value.magnitude
    }
    return (sum, size)
  }
}
