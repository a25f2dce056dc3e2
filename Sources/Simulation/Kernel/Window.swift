/// The part of a step, or of a life, over which dated numbers are read; months. Model 1.
struct Window<Number: Lane>: Sendable {
  var start: Number
  var end: Number

  var middle: Number { (start + end) * Number(0.5) }

  /// The ages that it covers of what opened at an instant.
  func ages(since opening: Number) -> Window {
    Window(start: start - opening, end: end - opening)
  }
}

extension Curve {
  /// The mean over a window of instants; by age, over the ages that it covers. Model 1.
  ///
  /// Where one value holds throughout it is that value to the last bit.
  func mean(over window: Window<Number>, opening: Number) -> Number {
    guard let schedule else { return constant }
    let span = schedule.isByAge ? window.ages(since: opening) : window
    if let value = schedule.value(throughout: span) { return value }
    let length = span.end - span.start
    let isEmpty = length.isLess(than: Number(1e-9))
    let safe = Number.select(isEmpty, Number.one, length)
    guard schedule.isStraight else {
      let sum = Number.mean(
        of: schedule.values, from: schedule.keys, over: span.start, to: span.end, length: safe)
      return Number.select(isEmpty, value(at: window.end, age: window.end - opening), sum)
    }
    var sum = part(span.start, span.end.minimum(Number(schedule.keys[0]))) / safe
    sum = sum * schedule.values[0]
    for index in schedule.keys.indices {
      let key = Number(schedule.keys[index])
      let low = span.start.maximum(key)
      guard index + 1 < schedule.keys.count else {
        sum += part(low, span.end) / safe * schedule.values[index]
        break
      }
      let next = Number(schedule.keys[index + 1])
      let high = span.end.minimum(next)
      let middle = ((low + high) * Number(0.5) - key) / (next - key)
      let before = schedule.values[index]
      let value = before + (schedule.values[index + 1] - before) * middle.clamped(0, 1)
      sum += part(low, high) / safe * value
    }
    return Number.select(isEmpty, value(at: window.end, age: window.end - opening), sum)
  }

  /// How much of a stretch there is.
  private func part(_ start: Number, _ end: Number) -> Number {
    (end - start).maximum(Number.zero)
  }
}

extension Curve.Steps {
  /// The value that holds throughout a window of some length, where it is known to be one, and one window
  /// in every lane.
  fileprivate func value(throughout span: Window<Number>) -> Number? {
    guard span.start.isUniform, span.end.isUniform, span.start[0] + 1e-9 <= span.end[0] else {
      return nil
    }
    let (start, end) = (span.start[0], span.end[0])
    guard let next = keys.firstIndex(where: { start < $0 }) else { return values[keys.count - 1] }
    if next == 0 { return end <= keys[0] ? values[0] : nil }
    return end <= keys[next] && !isStraight ? values[next - 1] : nil
  }
}
