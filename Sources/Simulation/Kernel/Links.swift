/// What joins two parks. Model 5, link.
struct LinkPlan<Number: Lane>: Sendable {
  enum Effect { case arrivals, indirectJobs }

  var name: String
  var from: Number
  /// Years.
  var halfLife: Number
  var complementarity: Curve<Number>
  var attraction: Curve<Number>
  var multiplier: Curve<Number>
}

extension Plan {
  /// The product of a park's links at an instant, in arrivals or in indirect jobs. Model 5, link.
  func link(of park: Int, at instant: Number, _ effect: LinkPlan<Number>.Effect) -> Number {
    var product = Number.one
    for index in parks[park].links {
      let link = links[index]
      let years = (instant - link.from) / Number(12)
      let felt = Dynamics.felt(after: years, halfLife: link.halfLife)
      let size =
        (effect == .arrivals ? link.attraction : link.multiplier)
        .value(at: instant, age: Number.zero)
        * link.complementarity.value(at: instant, age: Number.zero)
      product = product * (Number.one + size * felt)
    }
    return product
  }
}
