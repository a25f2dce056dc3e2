import Glibc
import Shell

/// The time of the calendar.
enum CalendarClock {
  /// That of `SOURCE_DATE_EPOCH` in UTC where somebody wants the same files each time, else of the
  /// machine, in its time zone.
  static var now: CalendarMoment {
    if let fixed = Environment.value("SOURCE_DATE_EPOCH").flatMap({ Int($0) }), fixed >= 0 {
      return CalendarMoment(seconds: fixed)
    }
    var seconds = time(nil)
    var there = tm()
    let isKnown = localtime_r(&seconds, &there) != nil
    return CalendarMoment(seconds: seconds, offset: isKnown ? there.tm_gmtoff : 0)
  }
}
