/// A moment of the calendar, and where it is looked at from.
public struct CalendarMoment: Sendable {
  /// Seconds from 1970 on in UTC.
  public let seconds: Int
  /// Seconds that the clocks of the place are ahead of UTC.
  public let offset: Int

  public init(seconds: Int, offset: Int = 0) {
    self.seconds = seconds
    self.offset = offset
  }

  /// The day there: `2026-11-28`.
  var day: String { DataPackage.day(seconds + offset) }
}
