import Diagnostics
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
    let taxable = whole(ofProfitTax: tax, place, portion)
    let used = used(Factor.product("", "", taxable).number, tax, place, portion)
    guard !used.isEmpty else { return taxable }
    return [
      .remainder(
        "taxable after losses", "yuan", of: .product("taxable before losses", "yuan", taxable),
        less: used
      ) { $0 > 0 ? "" : "losses take all of it" }
    ]
  }

  /// Profit less research, before losses; below nothing for a loss.
  private func whole(ofProfitTax tax: Int, _ place: Int, _ portion: Portion) -> [Factor] {
    let taxable = profit(portion)
    guard plan.deductsResearch[place] else { return taxable }
    let profit = Factor.product("profit", "yuan", taxable)
    let research = Factor.product(
      "research taken off once more", "yuan",
      output(portion) + [
        stated(.research, portion.tenant, portion.reading.research, "share"),
        .stated(
          "research_deduction", portion.reading.deductions[place], "share", plan.taxes[tax].name,
          "research_deduction"),
      ])
    guard research.number != 0 else { return taxable }
    return [
      Factor(
        "profit less research", .difference, .number(profit.number - research.number), "yuan",
        parts: [profit, research])
    ]
  }

  /// A base below nothing: what is not taxed, and why.
  func untaxed(_ base: [Factor], by tax: Int, _ portion: Portion) -> Factor {
    var note: Sentence = "a loss counts as nothing"
    if case .profit(let place) = plan.places[tax], let months = plan.lossMonths[place], months > 0 {
      let last = day(middle(of: portion.step) + months).dropLast(3)
      note = "\(note); it lowers what is taxed later, until \(last)"
    }
    return .formula(
      .remainder, "nothing to tax", 0, "yuan", [.product("what would be taxed", "yuan", base)],
      note: note)
  }

  /// What is made use of each earlier loss, the oldest first.
  private func used(
    _ taxable: Double, _ tax: Int, _ place: Int, _ portion: Portion
  ) -> [Factor] {
    guard place < portion.history.losses.count, let months = plan.lossMonths[place] else {
      return []
    }
    let before = portion.history.losses[place]
    var losses = before
    var used: [Factor] = []
    var needed = max(0, taxable)
    _ = losses.lower(
      taxable, at: middle(of: portion.step),
      year: plan.calendar.calendarYear(ofStep: portion.step), months: months
    ) { loss in
      let stands = before.losses.first { $0.middle == loss.middle }?.amount ?? 0
      if loss.amount != 0 {
        used.append(self.used(loss, of: stands, needed, tax, place, portion))
      }
      needed -= loss.amount
    }
    return used
  }

  /// What is made use of one: the lesser of what is still taxable and what is left of the loss.
  private func used(
    _ loss: KeptLosses<Double>.Loss, of stands: Double, _ needed: Double, _ tax: Int, _ place: Int,
    _ portion: Portion
  ) -> Factor {
    let whose = plan.calendar.step(at: loss.middle)
    let last = day(loss.middle + (plan.lossMonths[place] ?? 0)).dropLast(3)
    let origin = label(of: whose)
    let extent: Sentence =
      loss.amount == stands ? "all that is left of it" : "as much of it as is needed"
    var factor = Factor.formula(
      .lesser, "loss of \(origin)", loss.amount, "yuan",
      [
        .reading(
          "what is still taxable", needed, "yuan", note: "after losses that are older"),
        standing(whose, stands, tax, place, portion),
      ],
      note:
        "\(extent); the oldest first, can be used until \(last) · \(goesOn(tax, portion.tenant, whose))"
    )
    factor.statements = [StatementKey(plan.taxes[tax].name, "carry_losses")]
    return factor
  }

  /// What is left of a step's loss as a later one begins.
  private func standing(
    _ whose: Int, _ amount: Double, _ tax: Int, _ place: Int, _ portion: Portion
  ) -> Factor {
    let label: Sentence =
      "left of the loss of \(label(of: whose)) on \(day(start(of: portion.step)))"
    guard portion.chain > 0, let number = portion.vintage?.number else {
      return .reading(label, amount, "yuan", note: goesOn(tax, portion.tenant, whose))
    }
    let (subject, step, chain) = (portion.subject, portion.step - 1, portion.chain - 1)
    return Factor(label, .product, .number(amount), "yuan") { [self] in
      guard let before = self.portion(ofVintage: number, subject, step: step, chain: chain) else {
        return []
      }
      return [left(ofLoss: whose, tax, place, before), survivors(before)]
    }
  }

  /// What a step leaves of its own loss, or of an earlier one, before any who close.
  private func left(ofLoss whose: Int, _ tax: Int, _ place: Int, _ portion: Portion) -> Factor {
    let taxable = Factor.product(
      "taxable profit of \(label(of: whose))", "yuan", whole(ofProfitTax: tax, place, portion))
    guard whose < portion.step else {
      return .negated("loss of \(label(of: whose))", taxable)
    }
    let middle = middle(of: whose)
    let stands =
      portion.history.losses[place].losses.first { $0.middle == middle }?.amount ?? 0
    let standing = standing(whose, stands, tax, place, portion)
    let used = used(taxable.number, tax, place, portion)
      .first { $0.label.text == "loss of \(label(of: whose))" }
    guard let used else { return standing }
    return Factor(
      "left after \(label(of: portion.step))", .difference, .number(stands - used.number), "yuan",
      parts: [
        standing,
        .reading("used in \(label(of: portion.step))", used.number, "yuan"),
      ])
  }

  /// A step as a period that can be asked for.
  func label(of step: Int) -> String {
    plan.calendar.label(step..<step + 1, perStep: true)
  }

  /// What explains a step's tax of a firm or cohort, to be typed.
  func goesOn(_ tax: Int, _ tenant: Tenant<Double>, _ step: Int) -> Sentence {
    "`explain tax.\(plan.taxes[tax].name)[\(tenant.name), \(label(of: step))]`"
  }

  /// The share of those at the step's beginning who live to its end.
  func survivors(_ portion: Portion) -> Factor {
    let label: Sentence = "part that lives through the period"
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
