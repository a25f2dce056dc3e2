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
  /// The part of a park's local tax that each of its enclaves passes on in a window: its mean share,
  /// as far as it is honoured at the middle.
  func passedOn(by park: Int, over window: Window<Number>) -> [Number] {
    parks[park].enclaves.map { index in
      enclaves[index].share.mean(over: window, opening: Number.zero)
        * enclaves[index].honour.value(at: window.middle, age: Number.zero)
    }
  }
}
