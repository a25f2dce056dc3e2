public import ParkModel
public import Simulation

/// One of several scenarios that are compared, with its run.
public struct Alternative: Sendable {
  /// The name of its branch.
  public let name: String
  public let scenario: Scenario
  public let projection: Projection

  public init(name: String, scenario: Scenario, projection: Projection) {
    self.name = name
    self.scenario = scenario
    self.projection = projection
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
