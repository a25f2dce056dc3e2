/// The way from one end to another, which may be far apart or the same.
struct Stretch: Sendable {
  let low: Double
  let high: Double

  init(_ low: Double, _ high: Double) {
    self.low = low
    self.high = high
  }

  /// At a share of the way from the low end. Each end exactly at its share, and never beyond.
  func value(at share: Double) -> Double {
    let width = high - low
    return within(width.isFinite ? low + width * share : low * (1 - share) + high * share)
  }

  /// At a share of the way before the high end.
  func value(before share: Double) -> Double {
    let width = high - low
    return within(width.isFinite ? high - width * share : high * (1 - share) + low * share)
  }

  private func within(_ value: Double) -> Double {
    value < low ? low : value > high ? high : value
  }

  /// What share of the way a value is; 0 where both ends are the same.
  func share(of value: Double) -> Double {
    let width = high / 2 - low / 2
    return width > 0 ? (value / 2 - low / 2) / width : 0
  }
}
