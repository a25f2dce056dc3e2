import Diagnostics
import ParkModel

/// What an amount that was posted is made of. Model 8.
extension FactorSource {
  /// What makes up the amounts of an account of a subject in a step, each rounded once: their sum is
  /// what was posted. Empty where the run holds nothing of it.
  func factors(of account: Account, _ subject: Int32, step: Int) -> [Factor] {
    // Without `default:`, so that a new account does not compile before it has factors here.
    switch account.kind {
    case .fixed(.publicInvestment), .fixed(.privateInvestment):
      investment(account, subject, step: step)
    case .fixed(.opex): opex(subject, step: step)
    case .fixed(.handover): handover(subject, step: step)
    case .fixed(.landIncome):
      establishment(of: subject).map { landIncome($0, step: step) } ?? []
    case .fixed(.setAside):
      establishment(of: subject).map { landIncome($0, step: step, isSetAside: true) } ?? []
    case .fixed(.contribution): contributions(subject, step: step)
    case .fixed(.fixedTransfer): fixedTransfers(subject, step: step)
    case .fixed(.output): flows(subject, step, output)
    case .fixed(.valueAdded): flows(subject, step, valueAdded)
    case .fixed(.profit): flows(subject, step, profit)
    case .fixed(.payroll): flows(subject, step, payroll)
    case .fixed(.grants):
      flows(subject, step) { [self] portion in [portion.spending, granted(portion)] }
    case .tax(let tax, let part):
      establishment(of: subject).map { establishment in
        factors(
          of: tax, part, portions(of: establishment, step: step), establishment, subject)
      } ?? []
    }
  }

  /// What an establishment makes, earns, pays or is given in a step.
  private func flows(
    _ subject: Int32, _ step: Int, _ factors: (Portion) -> [Factor]
  ) -> [Factor] {
    establishment(of: subject).map {
      [rounded(portions(of: $0, step: step, forTaxes: false), factors)]
    } ?? []
  }

  private func factors(
    of tax: Int, _ part: Account.Part, _ portions: [Portion],
    _ establishment: Establishment<Double>, _ subject: Int32
  ) -> [Factor] {
    func local(_ portion: Portion) -> [Factor] {
      amount(of: tax, portion) + [share(of: tax, .local, portion)]
    }
    switch part {
    case .level(let level):
      return [
        rounded(portions) { amount(of: tax, $0) + [share(of: tax, level, $0)] }
      ]
    case .refund(let level):
      guard case .credit(let place) = plan.places[tax] else { return [] }
      let alone = portions.flatMap { $0.apart.isEmpty ? [$0] : $0.apart }
      return [rounded(alone) { refunded(tax, place, level, $0) }]
    case .rebate:
      return [rounded(portions) { local($0) + [rebated(tax, $0)] }]
    case .displaced:
      return [rounded(portions) { local($0) + [moved($0)] }]
    case .transfer:
      // The host gives what the home cities get: one amount for each enclave.
      let isHost = subject == establishment.subject
      return establishment.homes.indices.compactMap { place in
        guard isHost || establishment.homes[place] == subject else { return nil }
        let amount = rounded(portions) {
          local($0) + [left(of: tax, place, $0), passedOn(place, $0)].compactMap(\.self)
        }
        guard isHost else { return amount }
        return .negated("less what is passed on", amount)
      }
    }
  }

  /// The factors of each portion multiplied, the products added, and the sum rounded to the fen.
  private func rounded(_ portions: [Portion], _ factors: (Portion) -> [Factor]) -> Factor {
    .rounding("rounded to the fen", summed(portions, "yuan", factors))
  }

  /// The factors of each portion multiplied, and the products added.
  func summed(
    _ portions: [Portion], _ unit: String, _ factors: (Portion) -> [Factor]
  ) -> Factor {
    let label: Sentence = "before rounding"
    let all = portions.map { Factor.product(name(of: $0), unit, factors($0)) }
    let products = all.filter { $0.number != 0 }
    if products.count == 1 { return products[0].named(label) }
    // Of nothing, it is shown why.
    let nothings = all.filter { !$0.isLeaf }
    guard products.isEmpty, !nothings.isEmpty else { return .sum(label, unit, products) }
    if nothings.count == 1 { return nothings[0].named(label) }
    return Factor(label, .sum, .number(0), unit, parts: nothings)
  }

  /// A portion beside others.
  func name(of portion: Portion) -> Sentence {
    guard let vintage = portion.vintage, portion.tenant.stream != nil else {
      return portion.tenant.stream == nil
        ? Sentence(typed: portion.tenant.name) : "those open all the time"
    }
    return "those of \(month(of: vintage))"
  }

  // MARK: Land and running costs

  /// What those who were admitted in a step pay for land that nobody had bought before; or what of it
  /// is set aside.
  private func landIncome(
    _ establishment: Establishment<Double>, step: Int, isSetAside: Bool = false
  ) -> [Factor] {
    let tenant = plan.tenants[establishment.tenant]
    let park = plan.parks[tenant.park].name
    let span = max(0, start(of: step))..<end(of: step)
    let sales = establishment.vintages.filter { span.contains($0.admitted) && $0.sold != 0 }
    let parts = sales.map { vintage in
      Factor.product(
        tenant.stream == nil ? Sentence(typed: tenant.name) : "those of \(month(of: vintage))",
        "yuan",
        [
          .reading(
            "land sold for the first time", vintage.sold, "m2",
            note: "admitted \(day(vintage.admitted))"),
          .stated(
            "land_price", plan.landPrice(in: tenant.park, at: vintage.admitted), "yuan/m2", park,
            "land_price"),
        ] + (isSetAside ? [setAside(inPark: tenant.park, at: vintage.admitted)] : []))
    }
    let label: Sentence = "before rounding"
    let sum = parts.count == 1 ? parts[0].named(label) : Factor.sum(label, "yuan", parts)
    return [.rounding("rounded to the fen", sum)]
  }

  private func setAside(inPark park: Int, at instant: Double) -> Factor {
    .stated(
      "land_set_aside", plan.landSetAside(in: park, at: instant), "share", plan.parks[park].name,
      "land_set_aside")
  }

  private func opex(_ subject: Int32, step: Int) -> [Factor] {
    let place = Int(projection.ledger.subjects[Int(subject)].phase)
    guard place >= 0, let value = plan.opex(of: place, step: step), value != 0 else { return [] }
    let phase = plan.phases[place]
    let park = plan.parks[phase.park]
    let product = Factor.product(
      "before rounding", "yuan",
      [
        .stated(
          "opex", park.opex?.value(at: middle(of: step), age: 0) ?? 0, "share/year", park.name,
          "opex"),
        .reading("length of the period", plan.calendar.stepYears, "years"), budget(of: place),
        .stated("public", phase.publicShare, "share", phase.name, "public"),
      ])
    return [.rounding("rounded to the fen", product)]
  }
}

extension Factor {
  /// A factor with the other sign.
  static func negated(_ label: Sentence, _ part: Factor) -> Factor {
    switch part.value {
    case .fen(let fen): Factor(label, .negation, .fen(-fen), part.unit, parts: [part])
    case .number(let number):
      Factor(label, .negation, .number(-number), part.unit, parts: [part])
    case .undefined: part
    }
  }
}
