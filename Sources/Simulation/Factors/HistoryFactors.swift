import ParkModel

/// Taxes that depend on the past of who pays them: losses, research and credits. Model 6.
extension FactorSource {
  /// What several vintages pay of a tax: those without credits and losses together, and each of the
  /// others by itself.
  func amountOfAll(_ tax: Int, _ portion: Portion) -> Factor {
    func each(_ portions: [Portion]) -> [Factor] {
      portions.map { Factor.product(name(of: $0), "yuan", amount(of: tax, $0)) }
    }
    let others = Factor.sum("those with credits or losses", "yuan", each(portion.apart))
    return .sum("tax of all of them", "yuan", each(portion.plain) + [others])
  }

  /// What a tax on profit is levied on: profit less research, lowered by losses of earlier steps.
  func taxable(of tax: Int, _ portion: Portion) -> [Factor] {
    guard case .profit(let place) = plan.places[tax] else { return profit(portion) }
    let name = plan.taxes[tax].name
    var taxable = profit(portion)
    if plan.deductsResearch[place] {
      let profit = Factor.product("profit", "yuan", taxable)
      let research = Factor.product(
        "research taken off once more", "yuan",
        output(portion) + [
          stated(.research, portion.tenant, portion.reading.research, "share"),
          .stated(
            "research_deduction", portion.reading.deductions[place], "share", name,
            "research_deduction"),
        ])
      if research.number != 0 {
        taxable = [
          Factor(
            "profit less research", .difference, .number(profit.number - research.number), "yuan",
            parts: [profit, research])
        ]
      }
    }
    let used = used(Factor.product("", "", taxable).number, tax, place, portion)
    guard !used.isEmpty else { return taxable }
    let whole = Factor.product("taxable before losses", "yuan", taxable)
    let rest = used.reduce(whole.number) { $0 - $1.number }
    return [
      .formula(.remainder, "taxable after losses", max(0, rest), "yuan", [whole] + used)
    ]
  }

  /// What is made use of each earlier loss.
  private func used(
    _ taxable: Double, _ tax: Int, _ place: Int, _ portion: Portion
  ) -> [Factor] {
    guard place < portion.history.losses.count, let months = plan.lossMonths[place] else {
      return []
    }
    var losses = portion.history.losses[place]
    var used: [Factor] = []
    _ = losses.lower(
      taxable, at: middle(of: portion.step),
      year: plan.calendar.calendarYear(ofStep: portion.step), months: months
    ) { loss in
      guard loss.amount != 0 else { return }
      used.append(
        .reading(
          "loss of \(label(ofStepAt: loss.middle))", loss.amount, "yuan",
          note: "as much of it as is left and needed",
          statements: [StatementKey(plan.taxes[tax].name, "carry_losses")]))
    }
    return used
  }

  private func label(ofStepAt middle: Double) -> String {
    let step = plan.calendar.step(at: middle)
    return plan.calendar.label(step..<step + 1, perStep: true)
  }

  // MARK: Credits

  /// What stands as the step begins.
  private func standing(_ place: Int, _ portion: Portion) -> Factor {
    let credits = portion.history.credits
    let tax = plan.taxes[plan.creditTaxes[place]].name
    return .reading(
      "credit that stands", place < credits.count ? credits[place] : 0, "yuan",
      note: "tax paid on investment by \(day(start(of: portion.step))) and not yet made use of",
      statements: ["input_equipment", "input_buildings"].map { StatementKey(tax, $0) })
  }

  /// What is paid in the step on investment.
  private func input(_ place: Int, _ portion: Portion) -> Factor {
    let tax = plan.taxes[plan.creditTaxes[place]]
    func rate(_ curve: Curve<Double>?, _ attribute: String) -> Factor {
      .stated(
        attribute, curve?.mean(over: portion.window, opening: portion.opening) ?? 0, "share",
        tax.name, attribute)
    }
    return .product(
      "tax paid on investment", "yuan",
      [
        portion.spending,
        .formula(
          .input, "tax in each yuan of it", portion.reading.inputs[place], "share",
          [
            stated(.buildingShare, portion.tenant, portion.reading.buildingShare, "share"),
            rate(tax.credit?.buildings, "input_buildings"),
            rate(tax.credit?.equipment, "input_equipment"),
          ]),
      ])
  }

  /// What is paid of a tax after credits; the tax itself where there are none.
  func paid(_ due: [Factor], creditPlace place: Int, _ portion: Portion) -> [Factor] {
    let credits = [standing(place, portion), input(place, portion)].filter { $0.number != 0 }
    guard !credits.isEmpty else { return due }
    let whole = Factor.product("tax before credits", "yuan", due)
    let rest = credits.reduce(whole.number) { $0 - $1.number }
    return [.formula(.remainder, "tax after credits", max(0, rest), "yuan", [whole] + credits)]
  }

  /// What a level refunds of a vintage's credit.
  func refunded(_ tax: Int, _ place: Int, _ level: Level, _ portion: Portion) -> [Factor] {
    let due = Factor.product("tax before credits", "yuan", due(of: tax, portion))
    let parts = [standing(place, portion), input(place, portion), due]
    let left = max(0, parts[0].number + parts[1].number - parts[2].number)
    guard left > 0, let refund = plan.taxes[tax].credit?.refund else {
      return [.reading("no credit", 0, "yuan")]
    }
    let index = level.index(of: plan.levelCount)
    let name = plan.levels.all[index].name
    let yearly = refund.mean(over: portion.window, opening: portion.opening)
    return [
      .formula(.excess, "credit that is left", left, "yuan", parts), survivors(portion),
      .formula(
        .part, "part that is refunded", portion.reading.refundParts[place], "share",
        [
          .stated("refund", yearly, "share/year", plan.taxes[tax].name, "refund"),
          .reading("length of the period", plan.calendar.stepYears, "years"),
        ]),
      .stated(
        "\(name) part of the refund",
        portion.reading.refundShares[place * plan.levelCount + index], "share",
        plan.taxes[tax].name, plan.taxes[tax].credit?.refundLocal == nil ? name : "refund_local"),
    ]
  }

  /// The share of those at the step's beginning who live to its end.
  private func survivors(_ portion: Portion) -> Factor {
    let label = "part that lives through the period"
    let ages = [end(of: portion.step), start(of: portion.step)].map { $0 - portion.opening }
    let survivals = ages.map { survival(portion.tenant, age: $0) }
    guard survivals[1].number > 0, survivals[0].number != survivals[1].number else {
      return .reading(label, survivals[1].number > 0 ? 1 : 0, "share")
    }
    return Factor(
      label, .quotient(times: 1, over: 1),
      .number(survivals[0].number / survivals[1].number), "share", parts: survivals)
  }
}
