import Glibc

/// The day of a clock where somebody sits.
enum LocalDay {
  /// The day that holds a second, counted from 1970 on, in the time zone of the machine: `2026-11-28`. Where
  /// `SOURCE_DATE_EPOCH` sets the clock the day is that of UTC, since the same file is asked for everywhere.
  static func text(of seconds: Int) -> String {
    var moment = time_t(seconds)
    var day = tm()
    guard getenv("SOURCE_DATE_EPOCH") == nil, localtime_r(&moment, &day) != nil else {
      return DataPackage.day(seconds)
    }
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(day.tm_year + 1900)-\(two(day.tm_mon + 1))-\(two(day.tm_mday))"
  }
}
