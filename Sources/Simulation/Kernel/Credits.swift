import ParkModel

/// Tax that was paid on investment, and stands to be taken off what is due. Model 6, credits.
struct CreditPlan<Number: Lane>: Sendable {
  /// The rates at which equipment and buildings are bought.
  var equipment: Curve<Number>
  var buildings: Curve<Number>
  /// Share of what stands, a year; nil for none.
  var refund: Curve<Number>?
  /// The local part of a refund, the rest being central; nil where it is divided like the tax.
  var refundLocal: Curve<Number>?
}

extension CreditPlan {
  /// The tax in a yuan of own spending.
  func input(
    buildingShare: Number, over window: Window<Number>, opening: Number
  ) -> Number {
    let b = buildings.mean(over: window, opening: opening)
    let e = equipment.mean(over: window, opening: opening)
    return buildingShare * b / (Number.one + b)
      + (Number.one - buildingShare) * e / (Number.one + e)
  }
}

/// A vintage in a step, for what its taxes remember.
struct Passage<Number: Lane> {
  let tenant: Tenant<Number>
  let vintage: Vintage<Number>
  let start: Double
  let end: Double

  /// The share of those at the beginning who live to the end; nothing where there is nobody.
  var kept: Number {
    let before = vintage.survival(tenant, at: Number(start))
    let after = vintage.survival(tenant, at: Number(end))
    let isAlive = Number.zero.isLess(than: before)
    return Number.select(
      isAlive, after / Number.select(isAlive, before, Number.one), Number.zero)
  }
}

extension TaxHistory {
  /// What is paid of a tax that is due, after the credit that stands and what is paid with it on
  /// investment in the step; and what of the credit is left.
  mutating func pay(
    _ due: Number, creditPlace place: Int, input: Number
  ) -> Number {
    let stands = place < credits.count ? credits[place] : Number.zero
    let (paid, left) = Number.paid(due, credit: stands, input: input)
    if place < credits.count {
      credits[place] = left
    } else if left.isSomething {
      while credits.count <= place { credits.append(Number.zero) }
      credits[place] = left
    }
    return paid
  }

  /// Leaves the credit of those who live on, and takes off what of it is refunded.
  mutating func refund(creditPlace place: Int, kept: Number, part: Number) -> Number {
    guard place < credits.count else { return Number.zero }
    let left = credits[place] * kept
    guard part.isSomething else {
      credits[place] = left
      return Number.zero
    }
    let refund = left * part
    credits[place] = left - refund
    return refund
  }
}

extension Plan {
  /// The credit of one that was admitted before the scenario and opens in it: what it paid on what it
  /// had spent by the start.
  func firstCredits(
    of vintage: Vintage<Number>, _ tenant: Tenant<Number>
  ) -> [Number] {
    let zero = Number.zero
    let window = Window(start: vintage.admitted, end: zero)
    let building = tenant[.buildingShare].value(
      at: window.middle, age: window.middle - vintage.opening)
    let spent =
      tenant.size.investment * vintage.count * tenant.invested(at: zero, admitted: vintage.admitted)
    return creditTaxes.map { tax in
      guard let credit = taxes[tax].credit else { return zero }
      let input = credit.input(buildingShare: building, over: window, opening: vintage.opening)
      let isBefore = vintage.admitted.isLess(than: zero)
      let isOpen = vintage.opening.isLess(than: zero)
      return Number.select(isBefore, Number.select(isOpen, zero, spent * input), zero)
    }
  }
}
