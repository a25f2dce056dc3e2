import ParkModel

/// Writes what parks ask, give and share: screens, links, enclaves and incentives.
extension SentenceWriter {
  mutating func screens() -> [String] {
    parkNames.filter { _ in values.chance.happens(0.3) }.map { park in
      var words = ["park=\(park)"]
      if values.chance.happens(0.3) { words.append("sectors=[\(values.chance.pick(sectorNames))]") }
      let limits = ["max_energy", "min_tax", "min_investment", "max_emissions"]
      let limit = values.chance.pick(limits)
      return declaration(.screen, "gate-\(park)", words, always: [limit], seldom: 0.2)
    }
  }

  mutating func links() -> [String] {
    guard parkNames.count == 2 else { return [] }
    return (1...2).prefix(values.chance.whole(0...2)).map { number in
      var words = ["between=[\(values.chance.shuffled(parkNames).joined(separator: ", "))]"]
      if values.chance.happens(0.7) { words.append("from=\(values.date())") }
      return declaration(.link, "link\(number)", words, always: ["complementarity"])
    }
  }

  mutating func enclaves() -> [String] {
    guard cityNames.count > 1 else { return [] }
    return parkNames.filter { park in
      values.chance.happens(0.5) && !statesJurisdiction(park)
    }.map { park in
      let ends = values.chance.shuffled(cityNames)
      var words = ["park=\(park)", "host=\(ends[0])", "home=\(ends[1])"]
      if values.chance.happens(0.4) { words.append("net=yes") }
      // Mostly a share, and now and then a deal without one.
      let isShared = values.chance.happens(0.85)
      return declaration(
        .enclave, "enclave-\(park)", words,
        always: isShared ? ["share"] : ["fixed", "contribution"], never: isShared ? [] : ["share"])
    }
  }

  mutating func incentives() -> [String] {
    (1...4).prefix(values.chance.whole(0...4)).compactMap { number in
      var words = ["park=\(values.chance.pick(parkNames))"]
      if values.chance.happens(0.3) { words.append("sectors=[\(values.chance.pick(sectorNames))]") }
      let type = values.chance.pick(taxNames.isEmpty ? ["rebate", "capex"] : Self.types)
      words.append("type=\(type)")
      let hasTax = type == "holiday" || (type == "rebate" && values.chance.happens(0.3))
      if hasTax, !taxNames.isEmpty { words.append("tax=\(values.chance.pick(taxNames))") }
      if type == "rebate", values.chance.happens(0.4) {
        words.append("agreements_until=\(values.date())")
      }
      if type != "capex", values.chance.happens(0.5) {
        words.append("counts=\(values.chance.pick(["years", "profit"]))")
      }
      let own = type == "capex" ? "share" : "schedule"
      let other = type == "capex" ? "schedule" : "share"
      return declaration(.incentive, "incentive\(number)", words, always: [own], never: [other])
    }
  }

  private static let types = ["holiday", "rebate", "capex"]
}
