import Analysis
import TestSupport
import Testing

@Suite struct InternalRateTests {
  @Test("flows of one sign have no rate, and it is said why")
  func oneSign() {
    #expect(InternalRate(of: []) == .none(.noFlows))
    #expect(InternalRate(of: CashFlow.yearly([0, 0])) == .none(.noFlows))
    #expect(InternalRate(of: CashFlow.yearly([-1, 0, -2])) == .none(.nothingComesIn))
    #expect(InternalRate(of: CashFlow.yearly([3, 0])) == .none(.nothingGoesOut))
  }

  /// 100 − 200·v + 150·v² has its least value, 33.3, at v = 2/3: it is nowhere zero.
  @Test("flows of both signs may have no rate at all")
  func noRoot() {
    #expect(InternalRate(of: CashFlow.yearly([100, -200, 150])) == .none(.noRoot))
  }

  /// (v − 1/1.1)·(v − 1/1.2) = v² − (2.3/1.32)·v + 1/1.32, times 132: 100 − 230 + 132.
  @Test("the two rates of the textbook's pump: 10 % and 20 %")
  func pump() {
    guard case .several(let rates) = InternalRate(of: CashFlow.yearly([-100, 230, -132])) else {
      Issue.record("not several")
      return
    }
    #expect(rates.count == 2)
    #expect(abs(rates[0] - 0.1) < 1e-12)
    #expect(abs(rates[1] - 0.2) < 1e-12)
  }

  /// 100·(1 − 1.25·v)² = 100 − 250·v + 156.25·v² touches zero at 25 % and crosses it nowhere.
  @Test("a rate at which the value only touches zero is found")
  func touching() {
    guard case .one(let rate) = InternalRate(of: CashFlow.yearly([100, -250, 156.25])) else {
      Issue.record("not one")
      return
    }
    #expect(abs(rate - 0.25) < 1e-6)
  }

  @Test("money back after a year: exact rates, also zero and near the loss of all")
  func twoFlows() {
    for back in [0.02, 0.5, 1, 1.08, 900] {
      #expect(isOne(InternalRate(of: CashFlow.yearly([-1, back])), back - 1))
    }
    #expect(InternalRate(of: CashFlow.yearly([-1, 2000])) == .none(.outsideRange))
    #expect(InternalRate(of: CashFlow.yearly([-1, 0.005])) == .none(.outsideRange))
    #expect(InternalRate(of: CashFlow.yearly([1, -2000])) == .none(.outsideRange))
  }

  @Test("moving all flows by half a year changes no rate")
  func shift() {
    let amounts = [-100, 39, 59, 55, 20.0]
    guard case .one(let rate) = InternalRate(of: CashFlow.yearly(amounts)) else {
      Issue.record("not one")
      return
    }
    #expect(isOne(InternalRate(of: CashFlow.midStep(amounts, step: 1)), rate))
  }

  /// The product of (1 − v·(1 + r)) over the rates, multiplied out, has just these rates.
  @Test("flows made from rates have those rates and no others", arguments: 1...300)
  func roundTrip(seed: UInt64) {
    var chance = SeededGenerator(seed: seed)
    let count = Int(chance.next() % 4) + 1
    var rates: [Double] = []
    while rates.count < count {
      let rate = Double(chance.next() % 200) / 100 - 0.9
      if !rates.contains(where: { abs($0 - rate) < 0.05 }) { rates.append(rate) }
    }
    rates.sort()
    var flows = [-1.0]
    for rate in rates {
      var product = flows + [0]
      for index in flows.indices { product[index + 1] -= flows[index] * (1 + rate) }
      flows = product
    }
    // A pair of complex factors adds no rate: 1 - 2·v·cos + v², and its cosine below 1.
    let cosine = Double(chance.next() % 180) / 100 - 0.9
    var whole = flows + [0, 0]
    for index in flows.indices {
      whole[index + 1] -= flows[index] * 2 * cosine
      whole[index + 2] += flows[index]
    }
    let found: [Double]
    switch InternalRate(of: CashFlow.yearly(whole)) {
    case .none: found = []
    case .one(let rate): found = [rate]
    case .several(let rates): found = rates
    }
    #expect(found.count == rates.count, "seed \(seed): \(rates) came out as \(found)")
    for (a, b) in zip(found, rates) { #expect(abs(a - b) < 1e-6, "seed \(seed)") }
  }

  /// Many changes of sign, none of which the method may take long over.
  @Test("flows that change their sign in every month of a century have an answer")
  func manySigns() {
    let flows = (0..<1200).map { $0.isMultiple(of: 2) ? -1.0 : 1.01 }
    // Σ over pairs of v^(2k)·(−1 + 1.01·v): zero only where v = 1/1.01.
    let step = 1 / 12.0
    guard case .one(let rate) = InternalRate(of: CashFlow.midStep(flows, step: step)) else {
      Issue.record("not one")
      return
    }
    let monthly = 1.01
    var yearly = 1.0
    for _ in 0..<12 { yearly *= monthly }
    #expect(abs(rate - (yearly - 1)) < 1e-9)
  }

  private func isOne(_ result: InternalRate, _ expected: Double) -> Bool {
    guard case .one(let rate) = result else { return false }
    return abs(rate - expected) <= 1e-12 * max(1, expected)
  }
}
