@testable import Simulation

/// Makes plans of different draws out of one: each lane has numbers of its own, the same that a plan
/// of one draw gets for that draw.
enum Variation {
  /// The plan of as many draws as it has lanes, from a first draw on.
  static func draws<Number: Lane>(_ plan: PlanParts<Number>, from first: Int) -> Plan<Number> {
    /// A number moved by up to a share of itself, in every lane by another.
    func moved(_ number: Number, _ share: Double, _ salt: Int) -> Number {
      Number.each { lane in
        var chance = Chance((first + lane) * 1000 + salt)
        return number[lane] * (1 + share * (2 * chance.share() - 1))
      }
    }
    var result = plan
    for index in result.phases.indices {
      result.phases[index].budget = moved(plan.phases[index].budget, 0.5, index)
      result.phases[index].complete = later(moved(Number(6), 1, 100 + index), plan, index)
    }
    for index in result.sites.indices {
      result.sites[index].land = moved(plan.sites[index].land, 0.5, 200 + index)
      result.sites[index].floor = moved(plan.sites[index].floor, 0.5, 300 + index)
      if let phase = plan.sites[index].phase {
        result.sites[index].complete = result.phases[phase].complete
      }
    }
    for index in result.rails.indices {
      result.rails[index].opens = plan.rails[index].opens + moved(Number(6), 1, 400 + index)
      result.rails[index].halfLife = moved(plan.rails[index].halfLife, 0.5, 500 + index)
    }
    result.model.queueDecay.constant = moved(plan.model.queueDecay.constant, 0.5, 600)
    // Everyone has numbers of its own, so nobody reads like another.
    result.readingsCount = plan.tenants.count
    result.tenants = plan.tenants.map { tenant in
      func size(_ number: Number) -> Number { moved(number, 0.5, 700 + tenant.index) }
      var profile = tenant.profile
      for number in profile.indices {
        profile[number].constant = moved(profile[number].constant, 0.2, 800 + number)
      }
      var stream = tenant.stream
      if let firms = stream?.firms { stream?.firms = moved(firms, 0.5, 900 + tenant.index) }
      return Tenant(
        name: tenant.name, index: tenant.index, park: tenant.park, site: tenant.site,
        sector: tenant.sector, profile: profile,
        size: FirmSize(
          output: size(tenant.size.output), jobs: size(tenant.size.jobs),
          land: size(tenant.size.land), floor: size(tenant.size.floor),
          investment: size(tenant.size.investment), taxFactor: tenant.size.taxFactor),
        reference: tenant.reference, level: tenant.level,
        build: moved(tenant.build, 0.5, 950 + tenant.index),
        first: tenant.first, rampSpeed: moved(tenant.rampSpeed, 0.5, 970 + tenant.index),
        survivalScale: moved(tenant.survivalScale, 0.5, 980 + tenant.index),
        ramps: nil, survivals: nil, readings: tenant.index, isByAge: tenant.isByAge,
        isConstant: tenant.isConstant, sizeVaries: tenant.sizeVaries,
        boosts: tenant.boosts, incentives: tenant.incentives, isRelieved: tenant.isRelieved,
        countsProfit: tenant.countsProfit,
        fullTax: tenant.fullTax.map { moved($0, 0.5, 990 + tenant.index) }, arrives: tenant.arrives,
        stream: stream, relocation: tenant.relocation)
    }
    return Plan(result)
  }

  private static func later<Number: Lane>(
    _ months: Number, _ plan: PlanParts<Number>, _ phase: Int
  ) -> Number {
    plan.phases[phase].complete + months
  }
}
