/// Ages that are counted in whole calendar years. Model 6, incentives.
extension Curve {
  /// The mean over a window of a schedule by age, read in each calendar year at the whole years since
  /// a first one, or at 0 before that.
  func mean(
    over window: Window<Number>, yearsSince first: Number, _ calendar: StepCalendar
  ) -> Number {
    guard schedule != nil else { return constant }
    func share(in year: Double) -> Number {
      let age = (Number(year) - first).maximum(Number.zero) * Number(12)
      return value(at: Number.zero, age: age)
    }
    let low = calendar.calendarYear(at: window.start.least)
    let high = calendar.calendarYear(at: window.end.greatest)
    let length = window.end - window.start
    var sum = Number.zero
    var year = low
    while year <= high {
      let begin = window.start.maximum(Number(calendar.start(ofCalendarYear: year)))
      let end = window.end.minimum(Number(calendar.start(ofCalendarYear: year + 1)))
      sum += (end - begin).maximum(Number.zero) / length * share(in: year)
      year += 1
    }
    return sum
  }
}

/// The first calendar year in whose steps the taxable profit of a vintage adds up to more than
/// nothing. Model 6, incentives.
struct FirstGain<Number: Lane> {
  /// Later than every scenario while there was none.
  var year = never
  /// What the steps of the year at hand add up to, yuan.
  private var sum = Number.zero

  static var never: Number { Number(1e9) }

  /// The one where a mask holds, the other where it does not, lane by lane.
  static func select(_ mask: Number.Mask, _ yes: FirstGain, _ no: FirstGain) -> FirstGain {
    var result = yes
    result.year = Number.select(mask, yes.year, no.year)
    result.sum = Number.select(mask, yes.sum, no.sum)
    return result
  }

  /// Adds what is taxable in a step, or what is lacking.
  mutating func add(_ taxable: Number, step: Int, _ calendar: StepCalendar) {
    let here = calendar.calendarYear(ofStep: step)
    if calendar.beginsCalendarYear(step) { sum = Number.zero }
    sum += taxable
    guard calendar.beginsCalendarYear(step + 1) else { return }
    let isFirst = Number.select(Number.zero.isLess(than: sum), Number(here), FirstGain.never)
    year = year.minimum(isFirst)
  }
}
