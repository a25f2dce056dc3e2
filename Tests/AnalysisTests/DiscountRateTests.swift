import Language
import Quantities
import Testing

@testable import Analysis

/// Rates one after another compound over the time that each counts. Model 10.
@Suite struct DiscountRateTests {
  private func rate(
    _ entries: KeyValuePairs<Int, Double>, isStraight: Bool = false, from start: Int = 2020
  ) throws -> DiscountRate {
    let keys = try entries.map { ScheduleKey.date(try #require(CalendarDate(year: $0.key))) }
    return DiscountRate(
      Schedule(keys: keys, values: entries.map(\.value), isStraight: isStraight),
      from: Double(start * 12))
  }

  private func power(_ base: Double, _ exponent: Int) -> Double {
    (0..<exponent).reduce(1) { product, _ in product * base }
  }

  /// The rule of HM Treasury's Green Book, 3.5 % for 30 years and 3 % after them: 1.035^-30 = 0.356278,
  /// times 1.03^-1 = 0.970874 and 1.03^-10 = 0.744094.
  @Test(
    "discount factors by the rule of the Green Book, by pencil",
    arguments: [(31, 0.3459), (40, 0.2651)])
  func greenBook(_ year: Int, _ factor: Double) throws {
    let long = try rate([2020: 0.035, 2050: 0.03])
    #expect(abs(long.factor(after: Double(year)) - factor) <= 0.5e-4)
  }

  /// Σ over n from 0 to 40 of 100·factor(n + ½), the year after the thirtieth at 3 %.
  @Test("a hundred a year over 2020 to 2060 is worth 2,206 at 3.5 %, 3 % from 2050")
  func annuity() throws {
    let flows = CashFlow.midStep(Array(repeating: 100, count: 41), step: 1)
    let worth = try #require(netPresentValue(of: flows, at: try rate([2020: 0.035, 2050: 0.03])))
    #expect(abs(worth - 2206) < 0.5)
    let level = try #require(netPresentValue(of: flows, at: 0.035))
    #expect(abs(level - 2197) < 0.5)
  }

  @Test(
    "rates that are alike are one rate, and a key before the start or after the end is no other")
  func alike() throws {
    for years in [0, 0.5, 3, 10, 12.25] {
      let one = DiscountRate(0.06).factor(after: years)
      for other in [
        try rate([2020: 0.06, 2025: 0.06]), try rate([2030: 0.06, 2040: 0.06], isStraight: true),
        try rate([2010: 0.03, 2015: 0.06]), try rate([2015: 0.06, 2090: 0.01]),
      ] {
        #expect(abs(other.factor(after: years) - one) < 1e-14)
      }
    }
  }

  @Test("a flow at the very key has passed through the rate before it alone")
  func edge() throws {
    let falling = try rate([2020: 0.1, 2022: 0.5])
    #expect(abs(falling.factor(after: 2) - 1 / power(1.1, 2)) < 1e-15)
    #expect(abs(falling.factor(after: 3) - 1 / power(1.1, 2) / 1.5) < 1e-15)
  }

  /// Against ten thousand short pieces, each at its middle.
  @Test("a rate that runs straight compounds as many short ones do")
  func straight() throws {
    let ramp = try rate([2022: 0.1, 2032: 0.02], isStraight: true)
    var exponent = 0.0
    for piece in 0..<10_000 {
      let share = (Double(piece) + 0.5) / 10_000
      exponent += Numerics.logarithm(1 + 0.1 + (0.02 - 0.1) * share) * 10 / 10_000
    }
    let expected = Numerics.exponential(-exponent) / power(1.1, 2) / power(1.02, 3)
    #expect(abs(ramp.factor(after: 15) - expected) < 1e-9)
  }

  @Test("what counts within a run's years is what is said of it")
  func pieces() throws {
    let rates = try rate([2010: 0.08, 2015: 0.06, 2030: 0.04, 2050: 0.02])
    #expect(rates.pieces(within: 20).map(\.rate) == [0.06, 0.04])
    #expect(rates.pieces(within: 5).map(\.rate) == [0.06])
    #expect(DiscountRate(0.08).pieces(within: 20).map(\.rate) == [0.08])
  }

  @Test("payback with present values goes through the rates too")
  func payback() throws {
    let rates = try rate([2020: 0.0, 2021: 0.5, 2022: 0.0])
    guard
      case .after(let years, 3) = Payback(
        of: [-80, 0, 60, 120], step: 1, discountedAt: rates)
    else {
      Issue.record("not paid back in the fourth step")
      return
    }
    // -80 + 60/1.5 = -40, and the fourth step brings 120/1.5 = 80: half of it.
    #expect(abs(years - 3.5) < 1e-12)
  }
}
