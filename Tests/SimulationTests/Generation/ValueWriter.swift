import ParkModel
import Quantities

/// Writes values by chance: numbers with their units, schedules and dates.
struct ValueWriter {
  var chance: Chance
  let numbers: GeneratedScript.Numbers
  /// Every amount of money, and everything per money, is so many times as large.
  let money: Double
  /// How often a number is not a typical one: in some scenarios seldom, in some mostly.
  private let wildness: Double
  /// The scenario's span and the year behind it.
  var years = 2020...2025

  init(_ seed: Int, _ numbers: GeneratedScript.Numbers, money: Double) {
    chance = Chance(seed)
    self.numbers = numbers
    self.money = money
    wildness = numbers == .typical ? 0 : chance.pick([0.02, 0.1, 0.3, 0.8])
  }

  /// `name=value` for a number, now and then a schedule.
  mutating func attribute(_ row: AttributeRow, of kind: EntityKind) -> String {
    guard case .number(let unit, let range) = row.form else { return "" }
    func written(_ number: Double) -> String { "\(number)" + suffix(unit) }
    let goesByAge = row.name == "hazard" || row.name == "schedule"
    let scale = numbers == .typical ? scale(of: unit) : 1
    guard !Self.plain.contains(row.name), chance.happens(goesByAge ? 0.7 : 0.06) else {
      return "\(row.name)=" + written(number(row, range) * scale)
    }
    let hasAge = [EntityKind.boost, .cohort, .firm, .sector].contains(kind)
    let byAge = goesByAge || (hasAge && chance.happens(0.3))
    let keys =
      byAge ? ["0y", "1y", "30 months"] : ["\(years.lowerBound)", "\(years.lowerBound + 1)"]
    let items = keys.map { "\($0): " + written(number(row, range) * scale) }
    let list = items.joined(separator: ", ")
    return "\(row.name)=" + (chance.happens(0.2) ? "ramp(\(list))" : "{\(list)}")
  }

  /// Numbers that have no schedules.
  private static let plain: Set<String> = ["contribution", "handover"]

  /// Numbers that have to stay on one side of others, and so are typical ones always.
  private static let bounded: Set<String> = ["ramp_share", "siphon_far", "siphon_near"]

  mutating func landRate() -> String {
    let rate = numbers == .typical ? chance.number(0...30) * money : chance.pick([0, 30, 1e9])
    return "\(rate) yuan/m2/year"
  }

  mutating func taxRate() -> String { "\(chance.number(0...0.02))" }

  /// From a few years before the scenario to a little past its end.
  mutating func date() -> String {
    date(years: years.lowerBound - 3...years.upperBound)
  }

  /// Before the scenario.
  mutating func earlyDate() -> String {
    date(years: years.lowerBound - 3...years.lowerBound - 1)
  }

  /// Later than every `earlyDate`, and mostly in the first half of the scenario.
  mutating func middleDate() -> String {
    let middle = (years.lowerBound + years.upperBound) / 2
    return chance.happens(0.15) ? lateDate() : date(years: years.lowerBound...middle)
  }

  /// When somebody comes: so early, mostly, that there is something of it to see.
  mutating func arrival() -> String {
    let last = max(years.lowerBound, years.upperBound - 2)
    return chance.happens(0.15) ? date() : date(years: years.lowerBound - 2...last)
  }

  /// Later than every `date`.
  mutating func lateDate() -> String {
    let last = numbers == .typical ? years.upperBound + 2 : 2200
    return date(years: years.upperBound + 1...last)
  }

  private mutating func date(years: ClosedRange<Int>) -> String {
    let year = chance.whole(years)
    let month = chance.whole(1...12)
    let two = month < 10 ? "0\(month)" : "\(month)"
    return chance.pick(["\(year)", "\(year)H2", "\(year)Q3", "\(year)-\(two)", "\(year)-\(two)-17"])
  }

  private mutating func number(_ row: AttributeRow, _ range: ClosedRange<Double>) -> Double {
    guard numbers == .extreme, !Self.bounded.contains(row.name), chance.happens(wildness) else {
      return chance.number(typicalRanges[row.name] ?? range)
    }
    let low = range.lowerBound
    let high = range.upperBound
    switch chance.whole(0...6) {
    case 0: return low
    case 1: return high
    case 2: return min(high, max(low, Double.leastNonzeroMagnitude))
    case 3: return min(high, max(low, 1e-300))
    case 4: return min(high, max(low, 1))
    case 5: return chance.number(range)
    default:
      // As often small as large, by orders of magnitude.
      var size = high
      for _ in 0..<chance.whole(0...30) { size /= 10 }
      return min(high, max(low, size * chance.share()))
    }
  }

  /// 1,000 for money, a thousandth per money.
  private func scale(of unit: Unit) -> Double {
    switch unit.dimension.money {
    case 1: money
    case -1: 1 / money
    default: 1
    }
  }

  /// How a unit is written behind a number.
  private func suffix(_ unit: Unit) -> String {
    unit.text.hasPrefix("1/") ? String(unit.text.dropFirst()) : " " + unit.text
  }
}
