import Diagnostics
import ParkModel
import Quantities
import Simulation

/// Doubts about the time that a line states.
enum Lines {
  static let noGain = DoubtRow.idle(
    "no-gain", "a line's `time` is no shorter than the trip is without it", model: "4"
  ) { context in
    stated(context).compactMap { line in
      guard let trip = line.trip, line.minutes >= trip else { return nil }
      return Doubt(
        line.rail, at: line.time,
        "`time` of `\(line.rail.name)` changes nothing: `\(line.home)` and `\(line.end)` are "
          + "\(text(trip)) apart without it")
    }
  }

  static let timeFloor = DoubtRow.idle(
    "time-floor", "a line's `time` is below the model's `least_time`, which is taken instead",
    model: "4"
  ) { context in
    let least = context.scenario.model.number(Model.leastTime)?.values.first ?? 0
    return stated(context).compactMap { line in
      guard line.minutes < least else { return nil }
      return Doubt(
        line.rail, at: line.time,
        "`\(line.rail.name)` takes \(text(line.minutes)) between `\(line.home)` and `\(line.end)`, and the "
          + "model takes no less than \(text(least))",
        help: [
          "for less: `set model least_time=\(NumberFormat.significant(max(line.minutes, 0.1)))min`"
        ])
    }
  }

  private struct Line {
    var rail: Declaration
    var time: Attribute
    var home: String
    var end: String
    var minutes: Double
    /// Without any line; nil where it is not known.
    var trip: Double?
  }

  /// Lines that state one time, whatever the draw.
  private static func stated(_ context: DoubtContext) -> [Line] {
    let travel = TravelTimes(context)
    return context.own(.rail).compactMap { rail in
      guard let time = rail[Rail.time], !context.isUncertain(time),
        let minutes = context.number(Rail.time, of: rail),
        let home = rail.reference(Rail.from), let end = context.names(Rail.to, of: rail)?.first
      else { return nil }
      let journey = context.own(.travel).first { travel in
        Set([travel.reference(Travel.from), travel.reference(Travel.to)]) == [home, end]
      }
      // A trip that may be longer in other draws is none to hold against.
      let isKnown = journey?[Travel.time].map { !context.isUncertain($0) } ?? false
      return Line(
        rail: rail, time: time, home: home, end: end, minutes: minutes,
        trip: isKnown ? travel.minutes(home, end) : nil)
    }
  }

  private static func text(_ minutes: Double) -> String {
    NumberFormat.significant(minutes) + " min"
  }
}
