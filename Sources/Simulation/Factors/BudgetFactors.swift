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
    let now = owed(by: city, step: step)
    guard !plan.calendar.beginsCalendarYear(step) else {
      return [.rounding("rounded to the fen", now)]
    }
    let before = owed(by: city, step: step - 1)
    let rise = Factor(
      "what that has grown by", .difference, .number(now.number - before.number), "yuan",
      parts: [now, before])
    return [.rounding("rounded to the fen", rise)]
  }

  /// H: what of a year's local tax is handed over by the end of a step.
  private func owed(by city: Int, step: Int) -> Factor {
    let name = plan.cities[city].name
    let months = plan.calendar.monthsOfYear(throughStep: step)
    let collected = projection.collected[step][city]
    let base = plan.cities[city].handover?.base.value(at: middle(of: step), age: 0) ?? 0
    let exempt = Factor.product(
      "of which nothing is handed over", "yuan",
      [
        .stated("handover_base", base, "yuan/year", name, "handover_base"),
        .reading("the part of the year that has passed", Double(months) / 12, "years"),
      ])
    let rest = Factor(
      "above that", .difference, .number(collected - exempt.number), "yuan",
      parts: [
        .reading(
          "local tax of \(name) since the year began", collected, "yuan",
          note: "before rounding, of the calendar year to \(day(end(of: step)))"),
        exempt,
      ])
    let above = Factor(
      "not less than nothing", .function("max"), .number(max(0, rest.number)), "yuan",
      parts: [.reading("nothing", 0, "yuan"), rest])
    let share = plan.cities[city].handover?.share ?? 0
    return .product(
      "handed over of the year by \(day(end(of: step)))", "yuan",
      [.stated("handover", share, "share", name, "handover"), above])
  }
}
