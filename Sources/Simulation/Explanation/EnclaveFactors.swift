import Diagnostics
import ParkModel

/// What the cities of enclaves pay each other beside shares of tax, as factors. Model 6, enclave.
extension FactorSource {
  /// The enclaves of a subject's park in which its city takes part, and whether it is their host.
  private func deals(_ subject: Int32) -> (enclaves: [Int], isHost: Bool) {
    let owner = projection.ledger.subjects[Int(subject)]
    guard owner.park >= 0, owner.tenant < 0, owner.phase < 0 else { return ([], false) }
    let park = plan.parks[Int(owner.park)]
    let isHost = park.jurisdiction == Int(owner.jurisdiction)
    let taking = park.enclaves.filter {
      isHost || plan.enclaves[$0].home == Int(owner.jurisdiction)
    }
    return (taking, isHost)
  }

  // MARK: Contributions

  func contributions(_ subject: Int32, step: Int) -> [Factor] {
    let (enclaves, isHost) = deals(subject)
    return enclaves.filter { plan.enclaves[$0].contribution != nil }.map { index in
      let paid = contribution(to: index, step: step)
      return isHost ? paid : .negated("less what is contributed", paid)
    }
  }

  /// What an enclave's home city has paid in a step.
  private func contribution(to index: Int, step: Int) -> Factor {
    let after = contributed(to: index, by: step < 0 ? 0 : end(of: step))
    guard step >= 0 else { return after }
    let before = contributed(to: index, by: start(of: step))
    if before.fen == 0 { return after }
    return .growth(
      "contributed in the period", from: before, to: after,
      note: "running totals are rounded, so that the sum comes out to the fen")
  }

  private func contributed(to index: Int, by instant: Double) -> Factor {
    let enclave = plan.enclaves[index]
    let whole = publicMoney(inPark: enclave.park, by: nil)
    let spent = publicMoney(inPark: enclave.park, by: instant)
    let label: Sentence = "contributed by \(day(instant))"
    guard whole.number > 0 else {
      return .rounding(label, .reading("nothing", 0, "yuan", note: "no public money is spent"))
    }
    let part = Factor(
      "part of the public money that is spent", .quotient(times: 1, over: 1),
      .number(spent.number / whole.number), "share", parts: [spent, whole])
    return .rounding(
      label,
      .product(
        "before rounding", "yuan",
        [
          .stated(
            "contribution", enclave.contribution ?? 0, "yuan", enclave.name, "contribution"),
          part,
        ]))
  }

  /// What the phases of a park cost the public, to an instant or in all.
  private func publicMoney(inPark park: Int, by instant: Double?) -> Factor {
    let parts = plan.phases.indices.filter { plan.phases[$0].park == park }.map { place in
      let phase = plan.phases[place]
      return Factor.product(
        Sentence(typed: phase.name), "yuan",
        (instant.map { spent(byPhase: place, at: $0) } ?? [budget(of: place)]) + [
          .stated("public", phase.publicShare, "share", phase.name, "public")
        ])
    }
    let name = plan.parks[park].name
    return .sum(
      instant.map { "public money in \(typed: name) by \(day($0))" }
        ?? "public money in \(typed: name) in all",
      "yuan", parts)
  }

  // MARK: A fixed sum

  func fixedTransfers(_ subject: Int32, step: Int) -> [Factor] {
    let (enclaves, isHost) = deals(subject)
    return enclaves.compactMap { index in
      guard let fixed = plan.enclaves[index].fixed else { return nil }
      let paid = Factor.rounding("rounded to the fen", fixedTransfer(of: index, fixed, step: step))
      return isHost ? .negated("less what is paid by the year", paid) : paid
    }
  }

  private func fixedTransfer(of index: Int, _ fixed: Curve<Double>, step: Int) -> Factor {
    let enclave = plan.enclaves[index]
    let window = plan.openPart(ofPark: enclave.park, step: step)
    return .product(
      "before rounding", "yuan",
      [
        .stated(
          "fixed", fixed.mean(over: window, opening: 0), "yuan/year", enclave.name, "fixed"),
        .reading("time in which the park is open", window.years, "years"),
        .stated(
          "honour", enclave.honour.value(at: window.middle, age: 0), "share", enclave.name,
          "honour"),
      ])
  }
}
