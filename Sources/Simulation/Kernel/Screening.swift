import Diagnostics
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
  /// 1 in the draws in which a firm that comes at an instant fails a screen of its park. At full size,
  /// before rail, agglomeration and boosts: limits are read then, its own numbers at its intended opening.
  /// Model 5, screen.
  func turnedAway(_ tenant: Tenant<Number>, at instant: Number) -> Number {
    var fails = Number.zero
    for index in parks[tenant.park].screens {
      for test in tests(of: tenant, in: screens[index], at: instant) {
        fails = Number.select(test.fails, Number.one, fails)
      }
    }
    return fails.settled
  }

  /// What stands against letting it in, with the screen that says so, in the first draw.
  func faults(
    of tenant: Tenant<Number>, at instant: Double
  ) -> [(screen: String, fault: Fault)] {
    parks[tenant.park].screens.flatMap { index in
      tests(of: tenant, in: screens[index], at: Number(instant))
        .filter { Number.select($0.fails, Number.one, Number.zero)[0] != 0 }
        .map { (screens[index].name, $0.fault()) }
    }
  }

  /// What a screen asks: where a tenant fails, and what it then has against it in the first draw.
  private typealias Test = (fails: Number.Mask, fault: () -> Fault)

  private func tests(
    of tenant: Tenant<Number>, in screen: ScreenPlan<Number>, at instant: Number
  ) -> [Test] {
    let opening = sizeRules[tenant.index].opening
    func read(_ number: Sector.Number) -> Number {
      tenant[number].value(at: opening, age: Number.zero)
    }
    func limit(_ curve: Curve<Number>?) -> Number? { curve?.value(at: instant, age: Number.zero) }
    var tests: [Test] = []
    if let sectors = screen.sectors, !sectors.contains(tenant.sector) {
      tests.append((Number.zero.isLess(than: Number.one), { .sector }))
    }
    if let most = limit(screen.maximumEnergy) {
      let energy = read(.energy)
      tests.append((exceeds(energy, most), { .energy(energy[0], most: most[0]) }))
    }
    let land = tenant.size.land
    let hasLand = Number.zero.isLess(than: land)
    func perArea(_ least: Number, _ value: Number) -> Number.Mask {
      let asked = Number.select(hasLand, least, Number(-.infinity))
      return exceeds(asked, value / Number.select(hasLand, land, Number.one))
    }
    if let least = limit(screen.minimumTax), let tax = tenant.fullTax {
      tests.append((perArea(least, tax), { .tax(tax[0] / land[0], least: least[0]) }))
    }
    if let least = limit(screen.minimumInvestment) {
      let investment = tenant.size.investment
      tests.append(
        (perArea(least, investment), { .investment(investment[0] / land[0], least: least[0]) }))
    }
    if let most = limit(screen.maximumEmissions) {
      let tonnes =
        tenant.size.output * read(.valueAdded) * read(.energy) * read(.emissions)
      tests.append((exceeds(tonnes, most), { .emissions(tonnes[0], most: most[0]) }))
    }
    return tests
  }

  /// Where a number is above a limit by more than rounding: a firm that was sized to meet a limit
  /// meets it.
  private func exceeds(_ value: Number, _ limit: Number) -> Number.Mask {
    let size = limit.maximum(Number.zero - limit)
    return (limit + Number(1e-9) * size).isLess(than: value)
  }
}

extension Fault {
  /// What it is in words, after "is turned away: ".
  func text(sector: String) -> Sentence {
    func number(_ value: Double) -> String { NumberFormat.significant(value, digits: 3) }
    func intensity(_ value: Double) -> String { number(value * 10_000) }
    func perMu(_ value: Double) -> String {
      NumberFormat.grouped(value * 10_000 / 15, decimals: 0)
    }
    switch self {
    case .sector: return "the park is not meant for \(typed: sector)"
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
