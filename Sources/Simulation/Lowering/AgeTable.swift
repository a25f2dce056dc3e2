/// A curve of age at every half month, worked out once: monthly vintages and alike firms meet the
/// same ages again and again.
struct AgeTable<Number: Lane>: Sendable {
  /// At 0, 1/2, 1, 3/2 … months.
  private let values: [Number]

  /// Up to an age in months.
  init(months: Int, _ curve: (_ age: Number) -> Number) {
    values = (0...2 * months).map { curve(Number(Double($0) / 2)) }
  }

  /// The curve at an age in months; nil for an age between the places of the table or past its
  /// end, or where the lanes may differ in age.
  func value(at age: Number) -> Number? {
    guard age.isUniform else { return nil }
    let months = age[0]
    let place = months * 2
    guard place >= 0, place < Double(values.count), place == place.rounded(.down) else {
      return nil
    }
    return values[Int(place)]
  }
}
