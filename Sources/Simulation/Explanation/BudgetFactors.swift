import Diagnostics
import ParkModel

/// What cities lose and hand over, as factors. Model 6, relocation and handover.
extension FactorSource {
  /// The share of a portion's local tax that the city loses which its firm has left.
  func moved(_ portion: Portion) -> Factor {
    let tenant = portion.tenant
    let value = tenant.relocation?.moved.value(at: portion.instant, age: portion.age) ?? 0
    return .stated("moved", value, "share", tenant.name, "moved")
  }

  /// What a city hands over in a step: what the whole for its calendar year has grown by.
  func handover(_ subject: Int32, step: Int) -> [Factor] {
    let city = Int(projection.ledger.subjects[Int(subject)].jurisdiction)
    guard city >= 0, plan.cities[city].handover != nil else { return [] }
    let now = owed(by: city, step: step, isOpen: true)
    guard !plan.calendar.beginsCalendarYear(step) else {
      return [.rounding("rounded to the fen", now)]
    }
    let before = owed(by: city, step: step - 1, isOpen: false)
    let rise = Factor(
      "what that has grown by", .difference, .number(now.number - before.number), "yuan",
      parts: [now, before])
    return [.rounding("rounded to the fen", rise)]
  }

  /// H: what of a year's local tax is handed over by the end of a step.
  private func owed(by city: Int, step: Int, isOpen: Bool) -> Factor {
    let name = plan.cities[city].name
    let months = plan.calendar.monthsOfYear(throughStep: step)
    let collected = collected(by: city, step: step, isOpen: isOpen)
    let base = plan.cities[city].handover?.base.value(at: middle(of: step), age: 0) ?? 0
    let exempt = Factor.product(
      "of which nothing is handed over", "yuan",
      [
        .stated("handover_base", base, "yuan/year", name, "handover_base"),
        .reading("the part of the year that has passed", Double(months) / 12, "years"),
      ])
    let above = Factor.remainder("above that", "yuan", of: collected, less: [exempt]) {
      $0 < 0 ? "not less than 0" : ""
    }
    let share = plan.cities[city].handover?.share ?? 0
    return .product(
      "handed over of the year by \(day(end(of: step)))", "yuan",
      [.stated("handover", share, "share", name, "handover"), above])
  }

  /// C: the local tax of a city since the calendar year began: what it was before the step, and what
  /// each firm pays in it.
  private func collected(by city: Int, step: Int, isOpen: Bool) -> Factor {
    let name = plan.cities[city].name
    let label: Sentence = "local tax of \(typed: name) since the year began"
    let note: Sentence = "before rounding, of the calendar year to \(day(end(of: step)))"
    let value = projection.collected[step][city]
    guard isOpen else { return .reading(label, value, "yuan", note: note) }
    return Factor(label, .agreement, .number(value), "yuan", note: note) { [self] in
      var parts: [Factor] = []
      if !plan.calendar.beginsCalendarYear(step) {
        parts.append(
          .reading(
            "that of the year's earlier periods", projection.collected[step - 1][city], "yuan",
            note: "`explain handover[\(name), \(self.label(of: step - 1))]`"))
      }
      let firms = projection.establishments.filter {
        plan.parks[plan.tenants[$0.tenant].park].jurisdiction == city
      }
      parts += firms.map { localTax(of: $0, step: step) }
      return [.sum("its parts", "yuan", parts)]
    }
  }

  /// All that an establishment pays a city in a step, before rounding.
  private func localTax(of establishment: Establishment<Double>, step: Int) -> Factor {
    let portions = portions(of: establishment, step: step)
    let parts = plan.taxes.indices.map { tax in
      summed(portions, "yuan") { amount(of: tax, $0) + [share(of: tax, .local, $0)] }
        .named(Sentence(typed: plan.taxes[tax].name))
    }
    return .sum(Sentence(typed: plan.tenants[establishment.tenant].name), "yuan", parts)
  }
}
