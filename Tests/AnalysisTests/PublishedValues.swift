import Analysis
import Quantities
import Testing

/// Values that others published, to as many digits as they did.
@Suite struct PublishedValues {
  /// numpy-financial 1.0.0, the examples in the documentation of `irr`.
  @Test(
    "the internal rate of numpy-financial's examples",
    arguments: [
      ([-100, 39, 59, 55, 20], 0.28095), ([-100, 0, 0, 74], -0.0955), ([-100, 100, 0, 7], 0.06206),
    ] as [([Double], Double)])
  func numpyRate(_ flows: [Double], _ expected: Double) throws {
    guard case .one(let rate) = InternalRate(of: CashFlow.yearly(flows)) else {
      Issue.record("no single rate")
      return
    }
    #expect(abs(rate - expected) <= 0.5e-5)
  }

  /// Where its documentation gives one rate, the flows have more: it says the one nearest to zero.
  @Test(
    "numpy-financial's examples that have several rates have the one it gives among them",
    arguments: [([-100, 100, 0, -7], -0.0833), ([-5, 10.5, 1, -8, 1], 0.0886)]
      as [([Double], Double)])
  func numpySeveral(_ flows: [Double], _ expected: Double) throws {
    guard case .several(let rates) = InternalRate(of: CashFlow.yearly(flows)) else {
      Issue.record("not several rates")
      return
    }
    #expect(rates.contains { abs($0 - expected) <= 0.5e-4 })
    for rate in rates {
      let worth = try #require(netPresentValue(of: CashFlow.yearly(flows), at: DiscountRate(rate)))
      #expect(abs(worth) <= 1e-9 * 100)
    }
  }

  /// numpy-financial 1.0.0, the example in the documentation of `npv`.
  @Test("the net present value of numpy-financial's example")
  func numpyValue() throws {
    let flows = CashFlow.yearly([-40_000, 5_000, 8_000, 12_000, 30_000])
    let value = try #require(netPresentValue(of: flows, at: 0.08))
    #expect(abs(value - 3065.22267) <= 0.5e-5)
  }

  /// Microsoft Knowledge Base Q116041 (1996), the example of XIRR: 0.373363.
  @Test("the rate by dates of Microsoft's example")
  func microsoftRate() throws {
    func day(_ year: Int, _ month: Int, _ day: Int) throws -> CalendarDate {
      try #require(CalendarDate(year: year, month: month, day: day))
    }
    let flows = [
      DatedFlow(-10_000, on: try day(1992, 1, 1)), DatedFlow(2_750, on: try day(1992, 3, 1)),
      DatedFlow(4_250, on: try day(1992, 10, 30)), DatedFlow(3_250, on: try day(1993, 2, 15)),
      DatedFlow(2_750, on: try day(1993, 4, 1)),
    ]
    guard case .one(let rate) = InternalRate(ofDated: flows) else {
      Issue.record("no single rate")
      return
    }
    #expect(abs(rate - 0.373363) <= 0.5e-6)
  }
}
