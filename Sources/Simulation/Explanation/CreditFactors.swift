import Diagnostics
import ParkModel

/// Credits for tax that was paid on investment, as factors. Model 6, credits.
extension FactorSource {
  /// What stands as the step begins: what the step before left, of one that opens in the scenario
  /// what it had paid by then. Steps further back than the portion's `chain` are not taken apart.
  private func standing(_ place: Int, _ portion: Portion) -> Factor {
    let tax = plan.creditTaxes[place]
    let label: Sentence = "credit on \(day(start(of: portion.step)))"
    let credits = portion.history.credits
    let value = place < credits.count ? credits[place] : 0
    guard value != 0, let vintage = portion.vintage else { return .reading(label, 0, "yuan") }
    guard portion.step > 0 else { return first(place, value, label, vintage, portion) }
    let before = portion.step - 1
    let note: Sentence =
      "what \(self.label(of: before)) left of it · \(goesOn(tax, portion.tenant, before))"
    guard portion.chain > 0 else { return .reading(label, value, "yuan", note: note) }
    let (subject, chain) = (portion.subject, portion.chain - 1)
    return Factor(label, .formula(.carried), .number(value), "yuan", note: note) { [self] in
      guard
        let earlier = self.portion(ofVintage: vintage.number, subject, step: before, chain: chain)
      else { return [] }
      let parts = [left(tax, place, earlier), survivors(earlier)]
      let refunded = refundPart(tax, place, earlier)
      guard refunded.number != 0 else { return parts }
      let kept = Factor(
        "part that is not refunded", .difference, .number(1 - refunded.number), "share",
        parts: [.reading("all of it", 1, "share"), refunded])
      return parts + [kept]
    }
  }

  /// The credit of one that was admitted before the scenario and opens in it.
  private func first(
    _ place: Int, _ value: Double, _ label: Sentence, _ vintage: Vintage<Double>, _ portion: Portion
  ) -> Factor {
    let tenant = portion.tenant
    let window = Window(start: vintage.admitted, end: 0.0)
    let building = tenant[.buildingShare].value(
      at: window.middle, age: window.middle - vintage.opening)
    let product = Factor.product(
      label, "yuan",
      [
        fullInvestment(tenant), count(vintage, tenant), invested(vintage, tenant, at: 0),
        input(place, tenant, building, over: window, opening: vintage.opening),
      ], note: "paid on what was invested before the scenario")
    guard product.number != value else { return product }
    return Factor(label, .agreement, .number(value), "yuan", parts: [product], note: product.note)
  }

  /// The tax in a yuan of own investment.
  private func input(
    _ place: Int, _ tenant: Tenant<Double>, _ building: Double, over window: Window<Double>,
    opening: Double
  ) -> Factor {
    let tax = plan.taxes[plan.creditTaxes[place]]
    func rate(_ curve: Curve<Double>?, _ attribute: String) -> Factor {
      .stated(
        Sentence(typed: attribute), curve?.mean(over: window, opening: opening) ?? 0, "share",
        tax.name, attribute)
    }
    let value =
      tax.credit?.input(buildingShare: building, over: window, opening: opening) ?? 0
    return .formula(
      .input, "tax in each yuan of it", value, "share",
      [
        stated(.buildingShare, tenant, building, "share"),
        rate(tax.credit?.buildings, "input_buildings"),
        rate(tax.credit?.equipment, "input_equipment"),
      ])
  }

  /// What is paid in the step on investment.
  private func input(_ place: Int, _ portion: Portion) -> Factor {
    let label: Sentence = "tax paid on own investment"
    guard portion.spending.number != 0 else {
      return .reading(label, 0, "yuan", note: "nothing is invested")
    }
    return .product(
      label, "yuan",
      [
        portion.spending,
        input(
          place, portion.tenant, portion.reading.buildingShare, over: portion.window,
          opening: portion.opening),
      ])
  }

  /// What is paid of a tax after credits; the tax itself where there are none.
  func paid(_ due: [Factor], creditPlace place: Int, _ portion: Portion) -> [Factor] {
    let credits = [standing(place, portion), input(place, portion)].filter { $0.number != 0 }
    guard !credits.isEmpty else { return due }
    return [
      .remainder(
        "tax after credits", "yuan", of: .product("tax before credits", "yuan", due),
        less: credits
      ) { rest in
        rest < 0 ? "not less than 0: \(Factor.text(-rest)) yuan of credit is left" : ""
      }
    ]
  }

  /// What of a credit the tax of a step leaves.
  private func left(_ tax: Int, _ place: Int, _ portion: Portion) -> Factor {
    let parts = [
      standing(place, portion), input(place, portion),
      Factor.product("tax before credits", "yuan", due(of: tax, portion)),
    ]
    let left = max(0, parts[0].number + parts[1].number - parts[2].number)
    return .formula(.excess, "credit that is left", left, "yuan", parts)
  }

  /// The part of what is left that is refunded at the step's end.
  private func refundPart(_ tax: Int, _ place: Int, _ portion: Portion) -> Factor {
    let label: Sentence = "part that is refunded"
    guard let refund = plan.taxes[tax].credit?.refund else { return .reading(label, 0, "share") }
    return .formula(
      .part, label, portion.reading.refundParts[place], "share",
      [
        .stated(
          "refund", refund.mean(over: portion.window, opening: portion.opening), "share/year",
          plan.taxes[tax].name, "refund"),
        .reading("length of the period", plan.calendar.stepYears, "years"),
      ])
  }

  /// What a level refunds of a vintage's credit.
  func refunded(_ tax: Int, _ place: Int, _ level: Level, _ portion: Portion) -> [Factor] {
    let left = left(tax, place, portion)
    guard left.number > 0, plan.taxes[tax].credit?.refund != nil else {
      return [.reading("no credit", 0, "yuan")]
    }
    let index = level.index(of: plan.levelCount)
    let name = plan.levels.all[index].name
    return [
      left, survivors(portion), refundPart(tax, place, portion),
      .stated(
        "\(name) part of the refund",
        portion.reading.refundShares[place * plan.levelCount + index], "share",
        plan.taxes[tax].name, plan.taxes[tax].credit?.refundLocal == nil ? name : "refund_local"),
    ]
  }
}
