import ParkModel
import Quantities

/// What a park asks of those who want to come. Model 5, screen.
struct ScreenPlan<Number: Lane>: Sendable {
  var name: String
  /// Nil for all.
  var sectors: [Int]?
  /// tce a yuan of value added.
  var maximumEnergy: Curve<Number>?
  /// Yuan a m² and year.
  var minimumTax: Curve<Number>?
  /// Yuan a m².
  var minimumInvestment: Curve<Number>?
  /// Tonnes of carbon dioxide a year.
  var maximumEmissions: Curve<Number>?

  /// Whether its limits are the same in all draws.
  var isUniform: Bool {
    [maximumEnergy, minimumTax, minimumInvestment, maximumEmissions].allSatisfy {
      $0?.isUniform ?? true
    }
  }
}

/// Why a firm is turned away: what it has against what was asked for.
enum Fault {
  case sector
  /// tce a yuan of value added.
  case energy(Double, most: Double)
  /// Yuan a m² and year.
  case tax(Double, least: Double)
  /// Yuan a m².
  case investment(Double, least: Double)
  /// Tonnes a year.
  case emissions(Double, most: Double)
}

extension Plan {
  /// What stands against letting in a firm that comes at an instant, in one draw, with the screen
  /// that says so; none where it passes every screen of its park. At full size, before rail,
  /// agglomeration and boosts: limits are read then, its own numbers at its intended opening.
  /// Model 5, screen.
  func faults(
    of tenant: Tenant<Number>, at instant: Double, lane: Int
  ) -> [(screen: String, fault: Fault)] {
    parks[tenant.park].screens.flatMap { index in
      faults(of: tenant, in: screens[index], at: Number(instant), lane).map {
        (screens[index].name, $0)
      }
    }
  }

  private func faults(
    of tenant: Tenant<Number>, in screen: ScreenPlan<Number>, at instant: Number, _ lane: Int
  ) -> [Fault] {
    let opening = sizeRules[tenant.index].opening
    func read(_ number: Sector.Number) -> Double {
      tenant[number].value(at: opening, age: Number.zero)[lane]
    }
    func limit(_ curve: Curve<Number>?) -> Double? {
      curve?.value(at: instant, age: Number.zero)[lane]
    }
    var found: [Fault] = []
    if let sectors = screen.sectors, !sectors.contains(tenant.sector) { found.append(.sector) }
    if let most = limit(screen.maximumEnergy), exceeds(read(.energy), most) {
      found.append(.energy(read(.energy), most: most))
    }
    let land = tenant.size.land[lane]
    if land > 0, let least = limit(screen.minimumTax), let tax = tenant.fullTax?[lane],
      exceeds(least, tax / land)
    {
      found.append(.tax(tax / land, least: least))
    }
    let investment = tenant.size.investment[lane]
    if land > 0, let least = limit(screen.minimumInvestment), exceeds(least, investment / land) {
      found.append(.investment(investment / land, least: least))
    }
    if let most = limit(screen.maximumEmissions) {
      let tonnes =
        tenant.size.output[lane] * read(.valueAdded) * read(.energy) * read(.emissions)
      if exceeds(tonnes, most) { found.append(.emissions(tonnes, most: most)) }
    }
    return found
  }

  /// Whether a number is above a limit by more than rounding: a firm that was sized to meet a limit
  /// meets it.
  private func exceeds(_ value: Double, _ limit: Double) -> Bool {
    value > limit + 1e-9 * limit.magnitude
  }
}

extension Fault {
  /// What it is in words, after "is turned away: ".
  func text(sector: String) -> String {
    func number(_ value: Double) -> String { NumberFormat.significant(value, digits: 3) }
    func intensity(_ value: Double) -> String { number(value * 10_000) }
    func perMu(_ value: Double) -> String {
      NumberFormat.grouped(value * 10_000 / 15, decimals: 0)
    }
    switch self {
    case .sector: return "the park is not meant for \(sector)"
    case .energy(let value, let most):
      return "it uses \(intensity(value)) tce for each 10,000 yuan of value added, and "
        + "\(intensity(most)) are the most"
    case .tax(let value, let least):
      return "it would pay \(perMu(value)) yuan of tax a year on each mu, and "
        + "\(perMu(least)) are the least"
    case .investment(let value, let least):
      return "it invests \(perMu(value)) yuan on each mu, and \(perMu(least)) are the least"
    case .emissions(let value, let most):
      return "it would emit \(number(value)) t of carbon dioxide a year, and "
        + "\(number(most)) are the most"
    }
  }
}
