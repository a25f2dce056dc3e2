import Glibc

/// The time of the calendar.
enum CalendarClock {
  /// Seconds from 1970 on in UTC: those of `SOURCE_DATE_EPOCH` where somebody wants the same files each
  /// time, else of the machine.
  static var seconds: Int {
    if let fixed = Environment.value("SOURCE_DATE_EPOCH").flatMap({ Int($0) }), fixed >= 0 {
      return fixed
    }
    return time(nil)
  }
}
