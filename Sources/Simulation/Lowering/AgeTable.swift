/// A curve of age at every half month, worked out once: monthly vintages and alike firms meet the
/// same ages again and again.
struct AgeTable<Number: Lane>: Sendable {
  /// At 0, 1/2, 1, 3/2 … months.
  private let values: [Number]

  /// Up to an age in months.
  init(months: Int, _ curve: (_ age: Number) -> Number) {
    values = (0...2 * months).map { curve(Number(Double($0) / 2)) }
  }

  /// S by age; where all draws have the same it is worked out of one.
  init(months: Int, hazard: Curve<Number>, scale: Number) {
    if scale.isUniform, let one = hazard.one {
      self.init(months: months) { age in
        Number(Dynamics.survival(age[0], hazard: one, scale: scale[0]))
      }
    } else {
      self.init(months: months) { Dynamics.survival($0, hazard: hazard, scale: scale) }
    }
  }

  private init(_ values: [Number]) {
    self.values = values
  }

  /// By how much it falls in the month that begins at an age; of all ages but those of the last month.
  var falls: AgeTable {
    AgeTable(values.indices.dropLast(2).map { values[$0] - values[$0 + 2] })
  }

  /// The curve at an age in months; nil for an age between the places of the table or past its
  /// end, or where the lanes may differ in age.
  func value(at age: Number) -> Number? {
    guard age.isUniform else { return nil }
    let place = age[0] * 2
    guard place >= 0, place < Double(values.count) else { return nil }
    let index = Int(place)
    return Double(index) == place ? values[index] : nil
  }
}
