import Diagnostics
import ParkModel

/// What incentives leave due, pay back and pay out. Model 6.
extension FactorSource {
  /// The part of a tax that is still due after the largest holiday on it.
  func due(_ tax: Int, _ portion: Portion) -> Factor {
    let value = portion.relief?.due[tax] ?? 1
    let label: Sentence = "part still due"
    for index in portion.tenant.incentives {
      let incentive = plan.incentives[index]
      guard incentive.form == .holiday, incentive.tax == tax, let vintage = portion.vintage else {
        continue
      }
      let share = plan.share(of: incentive, vintage, over: portion.window, portion.gains)
      guard share != 0, 1 - share == value else { continue }
      return Factor(
        "\(label) under \(typed: incentive.name)", .difference, .number(value), "share",
        parts: [
          .reading("all of it", 1, "share"),
          relieved(share, incentive, portion, "schedule"),
        ])
    }
    return .reading(label, value, "share")
  }

  /// The part of the local share of a tax that is paid back.
  func rebated(_ tax: Int, _ portion: Portion) -> Factor {
    let value = portion.relief?.rebated[tax] ?? 0
    let label: Sentence = "part paid back"
    guard let vintage = portion.vintage, value != 0 else { return .reading(label, value, "share") }
    let parts = portion.tenant.incentives.compactMap { index -> Factor? in
      let incentive = plan.incentives[index]
      guard incentive.form == .rebate, incentive.tax ?? tax == tax,
        plan.agreed(portion.tenant, vintage) < incentive.agreementsUntil
      else { return nil }
      return relieved(
        plan.share(of: incentive, vintage, over: portion.window, portion.gains), incentive, portion,
        "schedule")
    }
    let sum = Factor.sum(label, "share", parts)
    guard sum.number == value else {
      return .reading(label, value, "share", note: "together no more than all of it")
    }
    return sum
  }

  /// The part of its own investment that a firm is paid.
  func granted(_ portion: Portion) -> Factor {
    let value = portion.reading.grant
    let label: Sentence = "part granted"
    let parts = portion.tenant.incentives.compactMap { index -> Factor? in
      let incentive = plan.incentives[index]
      guard incentive.form == .capex else { return nil }
      return .stated(
        Sentence(typed: incentive.name), incentive.share.value(at: portion.instant, age: 0),
        "share",
        incentive.name, "share")
    }
    let sum = Factor.sum(label, "share", parts)
    guard sum.number == value else {
      return .reading(label, value, "share", note: "together no more than all of it")
    }
    return sum
  }

  /// The part of local tax that an enclave passes on.
  func passedOn(_ place: Int, _ portion: Portion) -> Factor {
    let enclave = plan.enclaves[plan.parks[portion.tenant.park].enclaves[place]]
    let home = plan.cities[enclave.home].name
    return .product(
      "part passed on to \(typed: home)", "share",
      [
        .stated(
          "share", enclave.share.mean(over: portion.window, opening: 0), "share", enclave.name,
          "share"),
        .stated(
          "honour", enclave.honour.value(at: portion.instant, age: 0), "share", enclave.name,
          "honour"),
      ])
  }

  /// What rebates leave of the local part of a tax, where an enclave shares no more than that.
  func left(of tax: Int, _ place: Int, _ portion: Portion) -> Factor? {
    let enclave = plan.enclaves[plan.parks[portion.tenant.park].enclaves[place]]
    guard enclave.isNet, let relief = portion.relief, relief.rebated[tax] != 0 else { return nil }
    let rebated = rebated(tax, portion)
    return Factor(
      "part left after rebates", .difference, .number(1 - rebated.number), "share",
      parts: [.reading("all of it", 1, "share"), rebated])
  }

  private func relieved(
    _ share: Double, _ incentive: IncentivePlan<Double>, _ portion: Portion, _ attribute: String
  ) -> Factor {
    .stated(
      Sentence(typed: incentive.name), share, "share", incentive.name, attribute,
      note: ages(incentive, portion))
  }

  /// The ages at which a schedule is read, in words.
  private func ages(_ incentive: IncentivePlan<Double>, _ portion: Portion) -> Sentence {
    guard incentive.counting != .age, let vintage = portion.vintage else {
      return "at ages from \(Factor.text(max(0, portion.window.start - portion.opening) / 12)) to "
        + "\(Factor.text((portion.window.end - portion.opening) / 12)) years"
    }
    let first = plan.firstYear(of: incentive, vintage, portion.gains)
    let what: Sentence = incentive.counting == .years ? "its opening" : "its first profit"
    guard first < FirstGain<Double>.never else { return "at age 0: there was no profit yet" }
    let years = [portion.window.start, portion.window.end.nextDown].map {
      max(0, plan.calendar.calendarYear(at: $0) - first)
    }
    let ages: Sentence =
      years[0] == years[1]
      ? "in year \(Factor.text(years[0]))"
      : "in years \(Factor.text(years[0])) and \(Factor.text(years[1]))"
    return "\(ages), that of \(what) being 0"
  }
}
