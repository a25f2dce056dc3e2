/// A number over time or age, in the unit of its attribute.
public struct Curve<Number: Lane>: Sendable {
  /// The number where there is no schedule.
  var constant: Number
  /// Nil for a constant.
  var schedule: Steps?

  struct Steps: Sendable {
    /// Months since the scenario's start, or months of age; ascending.
    var keys: [Double]
    var values: [Number]
    var isByAge: Bool
    /// Whether it runs straight between keys instead of holding each value until the next.
    var isStraight: Bool
  }

  init(_ constant: Number) {
    self.constant = constant
  }

  /// That of one draw, where all have the same; nil where they may differ.
  var one: Curve<Double>? {
    guard values.allSatisfy(\.isUniform) else { return nil }
    var curve = Curve<Double>(constant[0])
    curve.schedule = schedule.map {
      Curve<Double>.Steps(
        keys: $0.keys, values: $0.values.map { $0[0] }, isByAge: $0.isByAge,
        isStraight: $0.isStraight)
    }
    return curve
  }

  /// All of its numbers.
  var values: [Number] { schedule?.values ?? [constant] }

  var isByAge: Bool { schedule?.isByAge ?? false }

  /// The number at an instant and an age, both in months. Before the first key the first value
  /// holds, after the last key the last.
  func value(at instant: Number, age: Number) -> Number {
    guard let schedule else { return constant }
    let x = schedule.isByAge ? age : instant
    var result = schedule.values[0]
    for index in 1..<max(1, schedule.keys.count) {
      let here = Number(schedule.keys[index])
      if schedule.isStraight {
        let span = schedule.keys[index] - schedule.keys[index - 1]
        let share = ((x - Number(schedule.keys[index - 1])) / Number(span)).clamped(0, 1)
        let before = schedule.values[index - 1]
        let between = before + (schedule.values[index] - before) * share
        result = Number.select(Number(schedule.keys[index - 1]).isLess(than: x), between, result)
      } else {
        result = Number.select(x.isLess(than: here), result, schedule.values[index])
      }
    }
    return result
  }

  /// The integral of the curve over `x` from zero to `months`, in years. Model 4, survival.
  func integral(to months: Number) -> Number {
    integral(
      to: months, of: { $0 },
      along: { low, high, length in
        (low + high) * Number(0.5) * length
      })
  }

  /// The integral of the curve between two instants, in years. Model 3, spending.
  func integral(from start: Number, to end: Number) -> Number {
    integral(to: end) - integral(to: start)
  }

  /// The integral from zero of ln(1 + curve): compound growth, piece by piece.
  func logarithmicIntegral(to months: Number) -> Number {
    integral(
      to: months, of: { Number.logarithm(Number.one + $0) },
      along: { low, high, length in
        // The mean of ln y between the ends of a straight piece.
        let a = Number.one + low
        let b = Number.one + high
        let rise = b - a
        let flat = Number.logarithm((a + b) * Number(0.5))
        let exact =
          (b * Number.logarithm(b) - a * Number.logarithm(a)) / rise - Number.one
        let isFlat = (rise * rise).isLess(than: Number(1e-12) * a * a)
        return Number.select(isFlat, flat, exact) * length
      })
  }

  /// Integrates a function of the curve from zero, piece by piece: `of` on level pieces, `along`
  /// on straight ones between two values over a length in years.
  private func integral(
    to months: Number, of level: (Number) -> Number,
    along: (Number, Number, Number) -> Number
  ) -> Number {
    let years = months / Number(12)
    guard let schedule else { return level(constant) * years }
    guard schedule.isStraight else {
      let values = schedule.values.map(level)
      let area = Number.area(under: values, from: schedule.keys, to: months)
      return (area - Number.area(under: values, from: schedule.keys, to: Number.zero)) / Number(12)
    }
    func area(to end: Number) -> Number {
      // Where all draws are past a piece, they have the same of it.
      var sum = end.minimum(Number(schedule.keys[0])).settled * level(schedule.values[0])
      for index in schedule.keys.indices {
        let start = schedule.keys[index]
        let length = (end - Number(start)).maximum(Number.zero)
        guard index + 1 < schedule.keys.count else {
          sum += length * level(schedule.values[index])
          break
        }
        let span = Number(schedule.keys[index + 1] - start)
        let part = length.minimum(span).settled
        let low = schedule.values[index]
        let high = low + (schedule.values[index + 1] - low) * part / span
        sum += Number.select(Number.zero.isLess(than: part), along(low, high, part), Number.zero)
      }
      return sum
    }
    return (area(to: months) - area(to: Number.zero)) / Number(12)
  }
}
