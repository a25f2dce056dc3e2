public import Diagnostics

/// What a quantity measures, as exponents of the base dimensions.
public struct Dimension: Sendable, Hashable {
  public var money: Int8 = 0
  public var area: Int8 = 0
  public var time: Int8 = 0
  public var energy: Int8 = 0
  public var mass: Int8 = 0
  /// Work done: jobs times years. Not the time it took, and no count of jobs either.
  public var work: Int8 = 0

  public init(
    money: Int8 = 0, area: Int8 = 0, time: Int8 = 0, energy: Int8 = 0, mass: Int8 = 0,
    work: Int8 = 0
  ) {
    self.money = money
    self.area = area
    self.time = time
    self.energy = energy
    self.mass = mass
    self.work = work
  }

  /// Counts, shares and ratios.
  public static let number = Dimension()
  public static let money = Dimension(money: 1)
  public static let area = Dimension(area: 1)
  public static let time = Dimension(time: 1)

  /// The product with another dimension raised to a power, or nil where an exponent leaves ±100.
  public func multiplied(by other: Dimension, power: Int = 1) -> Dimension? {
    func sum(_ a: Int8, _ b: Int8) -> Int8? {
      let value = Int(a) + Int(b) * power
      return abs(value) <= 100 ? Int8(value) : nil
    }
    guard let money = sum(money, other.money), let area = sum(area, other.area),
      let time = sum(time, other.time), let energy = sum(energy, other.energy),
      let mass = sum(mass, other.mass), let work = sum(work, other.work)
    else { return nil }
    return Dimension(
      money: money, area: area, time: time, energy: energy, mass: mass, work: work)
  }

  /// What it is in words: `an area`, `money per area`.
  public var phrase: Sentence {
    if let name = Dimension.phrases[self] { return Sentence(verbatim: name) }
    let parts: [(String, Int8)] = [
      ("money", money), ("area", area), ("time", time), ("energy", energy), ("mass", mass),
      ("job-years", work),
    ]
    let above = parts.filter { $0.1 > 0 }.map { power($0.0, $0.1) }
    let below = parts.filter { $0.1 < 0 }.map { power($0.0, -$0.1) }
    let under = Sentence.list(below, " per ", last: " per ")
    if above.isEmpty { return "a number per \(under)" }
    let over = Sentence.list(above, "·", last: "·")
    return below.isEmpty ? over : "\(over) per \(under)"
  }

  private func power(_ name: String, _ exponent: Int8) -> Sentence {
    exponent == 1 ? "\(name)" : "\(name)^\(exponent)"
  }

  private static let phrases: [Dimension: String] = [
    Dimension(): "a number",
    Dimension(money: 1): "money",
    Dimension(area: 1): "an area",
    Dimension(time: 1): "a time",
    Dimension(mass: 1): "a mass",
    Dimension(energy: 1): "an amount of energy",
    Dimension(work: 1): "a number of job-years",
    Dimension(time: -1): "a number per year",
    Dimension(money: 1, time: -1): "money per year",
    Dimension(money: 1, area: -1): "money per area",
    Dimension(area: -1): "a number per area",
    Dimension(money: 1, area: -1, time: -1): "money per area and year",
  ]
}
