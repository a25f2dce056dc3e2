import Diagnostics
import Language
import ParkModel
import Testing

@testable import Simulation

/// The scenario that a script declares.
func scenario(_ text: String) throws(Diagnostic) -> Scenario {
  var scenario = Scenario()
  for statement in Script(SourceText(name: "test", text: text)).statements {
    guard let edit = try StatementReader.edit(statement, in: scenario) else {
      throw Diagnostic("syntax", "`\(statement.text)` declares nothing")
    }
    try edit.apply(to: &scenario)
  }
  return scenario
}

/// What a script comes to.
func run(_ text: String) throws(Diagnostic) -> Projection {
  try Simulation.project(scenario(text))
}

/// The slug of what stands in a script's way; nil where it runs.
func refusal(_ text: String) -> String? {
  do throws(Diagnostic) {
    _ = try run(text)
    return nil
  } catch {
    return error.slug
  }
}

extension Projection {
  /// A metric in some scopes, step by step or over other periods.
  func figures(
    _ name: String, in scopes: [String] = [], over periods: [Range<Int>]? = nil
  ) throws -> [Figure] {
    let metric = try #require(MetricTable.metric(name, taxes: taxes, levels: levels))
    let places = try scopes.map { try #require(scope($0)) }
    return try #require(series(metric, in: places, over: periods ?? calendar.steps).first).figures
  }

  /// An amount of money, fen.
  func fen(
    _ name: String, in scopes: String..., over periods: [Range<Int>]? = nil
  ) throws -> [Int64] {
    try figures(name, in: scopes, over: periods).map { figure in
      guard case .money(let fen) = figure else { throw NotMoney(name: name) }
      return fen
    }
  }

  /// A count, an area or a ratio; nil where it is undefined.
  func values(
    _ name: String, in scopes: String..., over periods: [Range<Int>]? = nil
  ) throws -> [Double?] {
    try figures(name, in: scopes, over: periods).map(\.value)
  }

  /// When something happened to someone, months since the start; nil where it did not.
  func instant(_ kind: Event.Kind, _ name: String) -> Double? {
    events.first { $0.kind == kind && $0.name == name }?.instant
  }

  struct NotMoney: Error {
    let name: String
  }
}

/// Whether two numbers agree but for rounding.
func isClose(_ a: Double?, _ b: Double, within tolerance: Double = 1e-12) -> Bool {
  guard let a else { return false }
  return abs(a - b) <= tolerance * max(1, abs(a), abs(b))
}

/// Whether each number agrees with its fellow but for rounding.
func areClose(_ a: [Double?], _ b: [Double], within tolerance: Double = 1e-12) -> Bool {
  a.count == b.count && zip(a, b).allSatisfy { isClose($0, $1, within: tolerance) }
}
