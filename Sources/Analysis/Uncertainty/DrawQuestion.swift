import Diagnostics
import Ensembles
import Language
public import ParkModel
public import Simulation

/// A question that is asked of each draw of an ensemble.
public struct DrawQuestion: Sendable {
  /// What is asked and how it is read: the same key has the same answer.
  let key: String
  /// Whether a part that a draw does not have is nothing there, and not unknown.
  let addsUp: Bool
  /// Whether what each draw has is kept, for what goes draw by draw.
  let keepsValues: Bool
  let ask: @Sendable (DrawRun, Projection) throws(Diagnostic) -> DrawAnswer
  /// What a draw and those behind it, so many in all, have in each period, of one part; nil where each has to
  /// be asked.
  let askAll: @Sendable (Projection, Int) -> [[Double]]?

  /// The figures of a table: a request over periods, whole or divided.
  public init(
    _ request: FigureRequest, of scenario: Scenario, by division: Division? = nil,
    over periods: [Range<Int>], perStep: Bool, keepsValues: Bool = false
  ) {
    key =
      "figure \(request.label) by \(division?.rawValue ?? "-") "
      + "over \(periods.map { "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: ",")) \(perStep)"
      + (keepsValues ? " one by one" : "") + request.branchKey
    self.keepsValues = keepsValues
    addsUp = request.addsUp
    askAll = { projection, count in
      guard division == nil else { return nil }
      return request.columns(scenario, projection, over: periods, draws: count)
    }
    ask = { (run, projection) throws(Diagnostic) in
      DrawAnswer(
        try request.series(
          scenario, projection, by: division, over: periods, perStep: perStep, at: run.point,
          draw: run.draw),
        periods: periods)
    }
  }

  init(
    key: String, keepsValues: Bool = false,
    ask: @escaping @Sendable (DrawRun, Projection) throws(Diagnostic) -> DrawAnswer
  ) {
    self.key = key + (keepsValues ? " one by one" : "")
    self.keepsValues = keepsValues
    addsUp = false
    askAll = { _, _ in nil }
    self.ask = ask
  }
}
