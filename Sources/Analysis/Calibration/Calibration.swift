public import Diagnostics
import Language
public import ParkModel
public import Quantities
import Simulation

/// The numbers of a scenario that meet its facts best, each within its range.
///
/// What is made small is the sum of squares of the errors, each a share of what was reported. Begun where
/// the scenario stands and, once more, in the middle of the ranges; the better end counts.
public struct Calibration: Sendable {
  public let numbers: [CalibratedNumber]
  /// What was found, in the words of the ranges.
  public let values: [Double]
  /// Root of the mean square of the errors, a share: as the scenario stands, and as found.
  public let before: Double?
  public let after: Double
  /// The same with each number a tenth lower and a tenth higher; nil where that cannot be run.
  public let lower: [Double?]
  public let higher: [Double?]
  /// Numbers that facts do not tell apart, or that move none.
  public let blind: [Blind]
  /// Another set of numbers that meets the facts as well; nil where both ways ended at one.
  public let other: [Double]?
  /// How many facts they were fitted to.
  public let factCount: Int
  public let runs: Int
  /// The scenario with what was found, beside all facts.
  public let backtest: Backtest
  /// The edits that make it.
  public let edits: [ScenarioEdit]

  /// A direction in which the facts do not see.
  public struct Blind: Sendable {
    public var names: [String]
    /// The most that a fact moves where they go together across their whole ranges, a share of it.
    public var most: Double
  }

  /// Directions that move no fact by more than this across their ranges say nothing: reports are not
  /// more exact.
  private static let leastSeen = 0.01

  public init(
    _ numbers: [CalibratedNumber], _ scenario: Scenario,
    holdout: (start: CalendarDate, end: CalendarDate)?, at place: Location, stop: StopSignal
  ) throws(Diagnostic) {
    var runs = Runs(numbers, scenario, stop)
    let facts = try ReportedFact.all(of: scenario).filter { fact in
      !(holdout.map(fact.lies) ?? false)
    }
    try runs.read(facts)
    guard numbers.count <= runs.facts.count else {
      throw Diagnostic(
        "too-few-facts",
        "\(numbers.count) numbers cannot be found from \(runs.facts.count == 1 ? "1 fact" : "\(runs.facts.count) facts")",
        at: place,
        notes: runs.unread.prefix(4).map {
          Diagnostic.Note("not read: `\($0.label)`, \(said: $0.reason)")
        },
        help: [
          runs.facts.isEmpty
            ? "keep what was reported: `observe tax[2021H1] value=10亿元`"
            : "calibrate \(runs.facts.count) at most, or `observe` more"
        ])
    }
    factCount = runs.facts.count
    before = try runs.errors(of: scenario).map(Calibration.size)
    let middle = numbers.map { _ in 0.5 }
    let stated = zip(numbers, middle).map { number, half in
      number.stated(in: scenario).map { value in
        min(max((value - number.low) / (number.high - number.low), 0), 1)
      } ?? half
    }
    var ends: [LeastSquares] = []
    for start in stated == middle ? [middle] : [stated, middle] {
      let end = try LeastSquares(from: start) { (point) throws(Diagnostic) in
        try runs.errors(at: point)
      }
      if let end { ends.append(end) }
    }
    guard let best = ends.min(by: { $0.cost < $1.cost }) else {
      throw runs.failure ?? Diagnostic("no-value", "no run is possible in these ranges", at: place)
    }
    let values = zip(numbers, best.point).map { number, share in
      number.rounded(number.low + share * (number.high - number.low))
    }
    self.numbers = numbers
    self.values = values
    var fitted = scenario
    var edits: [ScenarioEdit] = []
    for (number, value) in zip(numbers, values) {
      edits.append(try number.set(value, in: &fitted))
    }
    self.edits = edits
    let projection = try Simulation.project(fitted, stop: stop)
    backtest = try Backtest(fitted, projection, holdout: holdout)
    after = try runs.errors(of: fitted).map(Calibration.size) ?? 0
    var worse: [[Double?]] = []
    for factor in [0.9, 1.1] {
      worse.append(try runs.sizes(with: values, times: factor, from: fitted))
    }
    (lower, higher) = (worse[0], worse[1])
    blind = Calibration.blind(best, numbers)
    other = ends.first { end in
      end.cost <= best.cost * 1.0001 + 1e-12
        && zip(end.point, best.point).contains { ($0 - $1).magnitude > 1e-3 }
    }.map { end in
      zip(numbers, end.point).map { $0.rounded($0.low + $1 * ($0.high - $0.low)) }
    }
    self.runs = runs.count
  }

  /// Root of the mean square.
  fileprivate static func size(_ errors: [Double]) -> Double {
    guard !errors.isEmpty else { return 0 }
    return (errors.reduce(0) { $0 + $1 * $1 } / Double(errors.count)).squareRoot()
  }

  /// Directions of the ranges that no fact sees.
  private static func blind(_ end: LeastSquares, _ numbers: [CalibratedNumber]) -> [Blind] {
    let products = SymmetricMatrix(ofColumns: Array(numbers.indices), in: end.slopes)
    return products.eigen().compactMap { _, direction in
      let most =
        end.slopes.map { row in
          zip(row, direction).reduce(0) { $0 + $1.0 * $1.1 }.magnitude
        }.max() ?? 0
      guard most < leastSeen else { return nil }
      let names = numbers.indices.filter { direction[$0].magnitude > 0.05 }
      return Blind(names: names.map { numbers[$0].name }, most: most)
    }
  }
}

/// Runs of one scenario with other numbers, beside its facts.
private struct Runs {
  let numbers: [CalibratedNumber]
  let scenario: Scenario
  let stop: StopSignal
  private(set) var facts: [ReportedFact] = []
  private(set) var unread: [(label: String, reason: String)] = []
  private(set) var count = 0
  /// Why the last run that was not possible was none.
  private(set) var failure: Diagnostic?

  init(_ numbers: [CalibratedNumber], _ scenario: Scenario, _ stop: StopSignal) {
    self.numbers = numbers
    self.scenario = scenario
    self.stop = stop
  }

  /// Keeps the facts that a run has a number for.
  mutating func read(_ all: [ReportedFact]) throws(Diagnostic) {
    let reader = FactReader(scenario, try Simulation.project(scenario, stop: stop))
    for fact in all {
      do throws(Diagnostic) {
        _ = try reader.value(fact)
        if fact.value.value == 0 {
          unread.append((fact.label, "of nothing there is no share"))
        } else {
          facts.append(fact)
        }
      } catch {
        unread.append((fact.label, error.message.text))
      }
    }
  }

  /// The errors at a point of the ranges; nil where there is no run.
  mutating func errors(at point: [Double]) throws(Diagnostic) -> [Double]? {
    var copy = scenario
    for (number, share) in zip(numbers, point) {
      do throws(Diagnostic) {
        try number.set(number.low + share * (number.high - number.low), in: &copy)
      } catch {
        failure = error
        return nil
      }
    }
    return try errors(of: copy)
  }

  /// The errors of a scenario, each a share of what was reported.
  mutating func errors(of scenario: Scenario) throws(Diagnostic) -> [Double]? {
    try stop.check()
    count += 1
    do throws(Diagnostic) {
      let projection = try Simulation.project(scenario, stop: StopSignal(quietlyUnder: stop))
      let reader = FactReader(scenario, projection)
      var errors: [Double] = []
      for fact in facts {
        let reported = fact.value.value
        errors.append((try reader.value(fact) - reported) / reported.magnitude)
      }
      return errors
    } catch {
      try stop.check()
      failure = error
      return nil
    }
  }

  /// How far facts are missed with each number so many times as large, the others as they are.
  mutating func sizes(
    with values: [Double], times factor: Double, from fitted: Scenario
  ) throws(Diagnostic) -> [Double?] {
    var sizes: [Double?] = []
    for (number, value) in zip(numbers, values) {
      var copy = fitted
      guard (try? number.set(value * factor, in: &copy)) != nil,
        let errors = try errors(of: copy)
      else {
        sizes.append(nil)
        continue
      }
      sizes.append(Calibration.size(errors))
    }
    return sizes
  }
}
