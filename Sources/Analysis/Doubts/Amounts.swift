import Diagnostics
import Language
import ParkModel
import Quantities
import Simulation

/// Doubts about amounts far from what is usual.
enum Amounts {
  /// The library whose country the usual amounts are drawn from.
  private static let home = "china"

  static let smallMarket = DoubtRow.unusual(
    "small-market", "a city's `gdp` is below 100M yuan a year",
    usual: "4bn to 4,700bn yuan a year",
    source: "from a county in 2004 to Shanghai in 2023", evidence: "S",
    in: .boundElsewhere(library: home)
  ) { context in
    context.own(.city).compactMap { city in
      guard let attribute = city[City.gdp], let gdp = attribute.number?.smallest, gdp > 0, gdp < 1e8
      else { return nil }
      var help: [Sentence] = []
      if case .quantity(let quantity, let text) = attribute.expression.kind,
        quantity.dimension == .number, (100.0...100_000).contains(gdp), context.isAtHome(home)
      {
        help = ["did you mean `set \(city.name) gdp=\(text)亿元`?"]
      }
      return Doubt(
        city, at: attribute, "`gdp` of `\(city.name)` is \(DoubtText.yuan(gdp)) a year", help: help)
    }
  }

  static let savesAll = DoubtRow.unusual(
    "saves-all", "a line `saves` the whole trip, or leaves less than 5 min of it",
    usual: "a part of the trip, of which at least 5 min are left",
    source: "the Hangzhou-Quzhou line was to save 34 min of 75, and saves 2", evidence: "D",
    in: .boundElsewhere(library: home)
  ) { context in
    let travel = TravelTimes(context)
    return context.own(.rail).flatMap { rail -> [Doubt] in
      guard let attribute = rail[Rail.saves], let saved = context.number(Rail.saves, of: rail),
        let home = rail.reference(Rail.from), let cities = context.names(Rail.to, of: rail)
      else { return [] }
      return cities.compactMap { city in
        guard let whole = travel.minutes(home, city), saved > 0, whole - saved < 5 else {
          return nil
        }
        return Doubt(
          rail, at: attribute,
          "`\(rail.name)` saves \(minutes(saved)) between `\(home)` and `\(city)`, which are "
            + "\(minutes(whole)) apart: 5 min are left",
          help: ["for the travel time with it, write `time` instead of `saves`"])
      }
    }
  }

  static let outputPerJob = DoubtRow.unusual(
    "output-per-job", "a job makes less than 0.2M or more than 20M yuan a year",
    usual: "0.6 to 4M yuan a year, trade up to 20M",
    source: "around NBS 2023: 1.815M yuan a worker", evidence: "A", in: .library(home)
  ) { context in
    context.ofTenants { outlook, entity in
      let size = outlook.size
      guard size.jobs > 0, size.output > 0 else { return nil }
      let each = size.output / size.jobs
      guard !(0.2e6...20e6).contains(each) else { return nil }
      return Doubt(
        entity, at: cause(entity, Firm.output, Firm.jobs, Firm.localTax, Firm.totalTax),
        "a job of `\(entity.name)` makes \(DoubtText.yuan(each)) a year")
    }
  }

  static let taxShare = DoubtRow.unusual(
    "tax-share", "taxes at full operation are more than 45 % of value added",
    usual: "15 to 30 % of value added",
    source: "Zhejiang's industry: 255,000 yuan of tax and 1.026M yuan of value added a mu",
    evidence: "D", in: .library(home)
  ) { context in
    // Where firms state neither tax beside output nor land, it is their sector: one stands for all.
    var sectors: Set<String> = []
    return context.ofTenants { outlook, entity in
      let added = outlook.valueAdded * outlook.size.output
      guard added > 0, let tax = outlook.tax, tax / added > 0.45 else { return nil }
      let isOwn = outlook.size.taxFactor != nil || entity[Firm.land] != nil
      guard isOwn || sectors.insert(outlook.sector).inserted else { return nil }
      let whose: Sentence = isOwn ? "" : ", as firms of `\(outlook.sector)` do"
      let doubt = Doubt(
        entity, at: cause(entity, Firm.totalTax, Firm.localTax, Firm.output, Firm.jobs),
        "`\(entity.name)` pays \(DoubtText.percent(tax / added)) of its value added in taxes at full operation\(whose)"
      )
      return isOwn ? doubt : doubt.later
    }
  }

  static let taxPerJob = DoubtRow.unusual(
    "tax-per-job", "a pledge of tax comes to more than 2M yuan a job and year",
    usual: "20,000 to 120,000 yuan a job and year",
    source: "Longyou toy plant: 7M yuan of local tax, 350 jobs; Information Port Town",
    evidence: "D", in: .library(home)
  ) { context in
    context.ofTenants { outlook, entity in
      guard let pledge = entity[Firm.totalTax] ?? entity[Firm.localTax], let tax = outlook.tax
      else { return nil }
      let jobs = outlook.size.jobs
      guard tax > 0, tax > jobs * 2e6 else { return nil }
      let each: Sentence =
        jobs > 0 ? "\(DoubtText.yuan(tax / jobs)) of tax a job and year" : "tax and has no job"
      return Doubt(entity, at: pledge, "`\(entity.name)` pledges \(each)")
    }
  }

  static let bannedRebate = DoubtRow.unusual(
    "banned-rebate", "rebates are for firms that come after July 2024",
    usual: "agreements until 2024-07",
    source: "Fair Competition Review Regulations, State Council order 783, in force on 2024-08-01",
    evidence: "S", in: .library(home)
  ) { context in
    guard let ban = CalendarDate(year: 2024, month: 8) else { return [] }
    return context.own(.incentive).compactMap { incentive in
      guard Incentive.form(of: incentive) == .rebate else { return nil }
      let last = context.period(Incentive.agreementsUntil, of: incentive)?.end
      guard last.map({ $0 > ban }) ?? true else { return nil }
      let sectors = context.names(Incentive.sectors, of: incentive)
      let late = context.tenants(of: incentive.reference(Incentive.park)).first { tenant in
        let end = context.period(tenant.kind == .firm ? Firm.arrives : Cohort.until, of: tenant)
        let day = tenant.kind == .firm ? end?.start : end?.end
        let isMeant =
          tenant.reference(Firm.sector).map { sectors?.contains($0) ?? true } ?? false
        return isMeant && day.map { $0 > ban || (tenant.kind == .firm && $0 == ban) } ?? false
      }
      guard let late else { return nil }
      return Doubt(
        incentive, at: incentive[Incentive.agreementsUntil] ?? incentive[Incentive.type],
        "`\(incentive.name)` is a rebate for firms that come after July 2024, such as `\(late.name)`; "
          + "rewards by tax paid are forbidden from 2024-08-01",
        help: ["`set \(incentive.name) agreements_until=2024-07` keeps to it"])
    }
  }

  static let sunkCost = DoubtRow.unusual(
    "sunk-cost", "more than a tenth of the public costs come before the start",
    usual: "a scenario that starts with its first public cost",
    source: "Model 10: what was spent"
      + " before the start is sunk", evidence: "A", atOnce: false
  ) { context in
    guard let projection = context.projection else { return [] }
    let flows = BudgetFlows.all(of: projection).total
    let sunk = Double(flows.sunk) / 100
    let later = BudgetAccount.rows.indices.filter { BudgetAccount.rows[$0].isCost }.reduce(0.0) {
      $0 - flows.amounts[$1].reduce(0.0) { $0 + Double($1) / 100 }
    }
    guard sunk > 0, sunk > 0.1 * (sunk + later), let start = context.start else { return [] }
    let first = context.own(.phase).first { phase in
      context.period(Phase.start, of: phase).map { $0.start < start } ?? false
    }
    guard let first else { return [] }
    return [
      Doubt(
        first, at: first[Phase.start],
        "\(DoubtText.yuan(sunk)) of public money, \(DoubtText.percent(sunk / (sunk + later))) of all, "
          + "is spent before the scenario starts: `appraise` says what the rest is worth, without it and with it",
        help: first[Phase.start].flatMap { attribute in
          guard case .period(let period) = attribute.value else { return nil }
          return ["to count it: `set scenario start=\(period.start.year)`"]
        } ?? [])
    ]
  }

  static func cause(_ entity: Declaration, _ rows: AttributeRow...) -> Attribute? {
    rows.compactMap { entity[$0] }.first
  }

  private static func minutes(_ time: Double) -> String { NumberFormat.significant(time) + " min" }
}
