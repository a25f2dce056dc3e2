public import ParkModel
public import Simulation

/// One of several scenarios that are compared, with its run.
public struct Alternative: Sendable {
  /// The name of its branch.
  public let name: String
  public let scenario: Scenario
  public let projection: Projection
  /// The values of uncertain parameters, each in its distribution's unit, where it is a draw.
  let point: [String: Double]
  /// What its draws answer; nil where it has none.
  let draws: DrawAccess?

  public init(
    name: String, scenario: Scenario, projection: Projection, at point: [String: Double] = [:],
    draws: DrawAccess? = nil
  ) {
    self.name = name
    self.scenario = scenario
    self.projection = projection
    self.point = point
    self.draws = draws
  }

  /// The steps that begin and end with those of another calendar; nil where there are none.
  func steps(_ period: Range<Int>, of calendar: StepCalendar, perStep: Bool) -> Range<Int>? {
    let own = projection.calendar
    let start = calendar.date(ofStep: period.lowerBound)
    let end = calendar.date(ofStep: period.upperBound)
    return (perStep ? own.steps : own.years).first { candidate in
      own.date(ofStep: candidate.lowerBound) == start
        && own.date(ofStep: candidate.upperBound) == end
    }
  }
}
