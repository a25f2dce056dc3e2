/// Whom a park's local tax is shared with. Model 6, enclave.
struct EnclavePlan<Number: Lane>: Sendable {
  var name: String
  var park: Int
  /// The city to which a part is passed on.
  var home: Int
  var share: Curve<Number>
  var honour: Curve<Number>
}

extension Plan {
  /// The part of a park's local tax that each of its enclaves passes on at an instant.
  func passedOn(by park: Int, at instant: Number) -> [Number] {
    parks[park].enclaves.map { index in
      enclaves[index].share.value(at: instant, age: Number.zero)
        * enclaves[index].honour.value(at: instant, age: Number.zero)
    }
  }
}
