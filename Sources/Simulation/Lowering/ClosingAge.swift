import Quantities

/// When a named firm closes, where an ensemble draws it. Model 4, survival.
extension Curve<Double> {
  /// The age in months at which S has come down to a share above 0 and below 1, the curve being the
  /// hazard: of what lives to an age with the chance S, that share lives longer. Infinite where S never
  /// comes down so far.
  func closingAge(_ share: Double, scale: Double) -> Double {
    guard scale > 0 else { return .infinity }
    // Closures times years that are still to be lived through.
    var left = -Numerics.logarithm(share) / scale
    guard let schedule else {
      let rate = constant
      return rate > 0 ? left / rate * 12 : .infinity
    }
    var age = 0.0
    for index in -1..<schedule.keys.count {
      let isLast = index + 1 == schedule.keys.count
      let end = isLast ? Double.infinity : schedule.keys[index + 1]
      guard end > age else { continue }
      let from = schedule.values[max(index, 0)]
      guard schedule.isStraight, index >= 0, !isLast else {
        let lived = from * (end - age) / 12
        if from > 0, lived >= left { return age + left / from * 12 }
        left -= from > 0 ? lived : 0
        age = end
        continue
      }
      // Straight between two keys: a quadratic, from where the age is on.
      let years = (end - schedule.keys[index]) / 12
      let slope = (schedule.values[index + 1] - from) / years
      let here = from + slope * (age - schedule.keys[index]) / 12
      let rest = (end - age) / 12
      let lived = (here + slope * rest / 2) * rest
      guard lived < left else {
        let root = (here * here + 2 * slope * left).squareRoot()
        return age + 2 * left / (here + root) * 12
      }
      left -= lived
      age = end
    }
    return .infinity
  }
}
