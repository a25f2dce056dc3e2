import Testing

@testable import Simulation

/// Model 6, contributions, net shares and fixed sums of enclaves, on paper.
@Suite("deals of enclaves")
struct DealTests {
  /// A firm that makes 10 m a year and pays 1 m of tax, 600,000 of it local; it needs no land. The park
  /// spends 900,000 of public money evenly over 2020, and 300,000 evenly over the first half of 2021.
  private static func park(_ step: String = "year") -> String {
    """
    scenario start=2020 end=2022 step=\(step)
    sector plain output_per_job=10万元/year
    city hill
    city coast
    park a city=hill
    phase one park=a investment=900000 start=2020 complete=2020 profile=linear
    phase two park=a investment=600000 public=50% start=2021 complete=2021-06 profile=linear
    firm f park=a sector=plain jobs=100 arrives=2020
    tax levy base=output rate=10% central=40% local=60%

    """
  }

  // MARK: Contributions

  @Test("a contribution follows the public money of the phases, year by year")
  func contribution() throws {
    let result = try run(Self.park() + "enclave e park=a host=coast home=hill contribution=400000")
    // 900,000 of 1,200,000 in 2020, the rest in 2021: three quarters and one.
    #expect(try result.fen("contributions", in: "hill") == [-300_000_00, -100_000_00, 0])
    #expect(try result.fen("contributions", in: "coast") == [300_000_00, 100_000_00, 0])
    #expect(try result.fen("contributions") == [0, 0, 0])
    #expect(try result.fen("contributions", in: "a") == [0, 0, 0])
    #expect(try result.fen("net_local", in: "hill") == [-300_000_00, -100_000_00, 0])
    // 600,000 of tax + 300,000 - 900,000; 600,000 + 100,000 - 300,000; 600,000.
    #expect(try result.fen("net_local", in: "coast") == [0, 400_000_00, 600_000_00])
    #expect(try result.fen("net_local") == [-300_000_00, 300_000_00, 600_000_00])
  }

  @Test("by months it comes to the same sum to the fen, each month's share of what is spent")
  func monthly() throws {
    // 1,000.01 yuan: three quarters of it in twelve months, 62.500625 each; running totals are
    // 62.50, 125.00, 187.50, 250.00, 312.50, 375.00, 437.50, 500.00 (500.005 to even), 562.51, …
    let result = try run(
      Self.park("month") + "enclave e park=a host=coast home=hill contribution=1000.01元")
    let paid = try result.fen("contributions", in: "coast")
    let first: [Int64] = [62_50, 62_50, 62_50, 62_50, 62_50, 62_50, 62_50]
    #expect(Array(paid.prefix(7)) == first)
    #expect(paid.prefix(12).reduce(0, +) == 750_01)
    // The rest in six months: 41.667083 each; the last brings it to the fen.
    #expect(paid[12..<18].reduce(0, +) == 250_00)
    #expect(paid[18...].allSatisfy { $0 == 0 })
    #expect(paid.reduce(0, +) == 1000_01)
    #expect(try result.fen("contributions", in: "hill") == paid.map { -$0 })
  }

  @Test("what lies before the start is sunk; what lies behind the end is not paid yet")
  func sunk() throws {
    let text = Self.park("half")
      .replacing("start=2020 end=2022", with: "start=2020-07 end=2021-06")
    let result = try run(text + "enclave e park=a host=coast home=hill contribution=400000")
    // Half of 2020 is over: 450,000 of 1,200,000, which is 150,000 of the 400,000.
    let before = result.ledger.postings.filter { $0.step < 0 && $0.account == .contribution }
    #expect(before.map(\.fen).sorted() == [-150_000_00, 150_000_00])
    #expect(try result.fen("contributions", in: "coast") == [150_000_00, 100_000_00])
    let early = Self.park().replacing("end=2022", with: "end=2020")
    let short = try run(early + "enclave e park=a host=coast home=hill contribution=400000")
    #expect(try short.fen("contributions", in: "coast") == [300_000_00])
  }

  @Test("a delay stretches it, an overrun leaves its sum as it is")
  func delayed() throws {
    let result = try run(
      Self.park() + """
        set one delay=1y
        set two overrun=100%
        enclave e park=a host=coast home=hill contribution=300000
        """)
    // B is 900,000 + 600,000. By the end of 2020 450,000 are spent, a year later all of it.
    #expect(try result.fen("contributions", in: "coast") == [90_000_00, 210_000_00, 0])
  }

  @Test("nothing is contributed where no public money is spent, and a sum above it is paid in full")
  func extremes() throws {
    let without = try run(
      Self.park().replacing("profile=linear", with: "profile=linear public=0%")
        .replacing("public=50% ", with: "")
        + "enclave e park=a host=coast home=hill contribution=400000")
    #expect(try without.fen("contributions", in: "coast") == [0, 0, 0])
    let large = try run(Self.park() + "enclave e park=a host=coast home=hill contribution=4M")
    #expect(try large.fen("contributions", in: "coast") == [3_000_000_00, 1_000_000_00, 0])
  }

  @Test("two enclaves of a park contribute each for itself")
  func two() throws {
    let result = try run(
      Self.park() + """
        city plain-city
        enclave e park=a host=coast home=hill contribution=400000
        enclave g park=a host=coast home=plain-city share=10% contribution=0.02元
        """)
    #expect(try result.fen("contributions", in: "hill") == [-300_000_00, -100_000_00, 0])
    // 0.015 rounds to 0.02.
    #expect(try result.fen("contributions", in: "plain-city") == [-2, 0, 0])
    #expect(try result.fen("contributions", in: "coast") == [300_000_02, 100_000_00, 0])
  }

  // MARK: Net shares

  @Test("a net share is of what rebates leave, tax by tax")
  func net() throws {
    let deal = """
      tax second base=output rate=1% local=100%
      incentive back park=a type=rebate tax=levy schedule={0y: 50%, 2y: 0%}
      enclave e park=a host=coast home=hill share=30%
      """
    // Half of the 600,000 is paid back for two years; the other tax is 100,000.
    let gross = try run(Self.park() + deal)
    #expect(try gross.fen("transfers", in: "hill") == [210_000_00, 210_000_00, 210_000_00])
    let net = try run(Self.park() + deal + " net=yes")
    #expect(try net.fen("transfers", in: "hill") == [120_000_00, 120_000_00, 210_000_00])
    #expect(try net.fen("rebates", in: "coast") == [300_000_00, 300_000_00, 0])
    let monthly = try run(Self.park("month") + deal + " net=yes")
    #expect(
      try monthly.fen("transfers", in: "hill") == Array(repeating: 10_000_00, count: 24)
        + Array(repeating: 17_500_00, count: 12))
  }

  @Test("a net share of nothing is nothing, and without rebates net changes nothing")
  func netOfNothing() throws {
    let whole = """
      incentive back park=a type=rebate schedule=100%
      enclave e park=a host=coast home=hill share=100% net=yes
      """
    #expect(try run(Self.park() + whole).fen("transfers", in: "hill") == [0, 0, 0])
    let plain = try run(Self.park() + "enclave e park=a host=coast home=hill share=100% net=yes")
    #expect(try plain.fen("net_local", in: "hill") == plain.fen("tax.local"))
  }

  // MARK: Fixed sums

  @Test("a fixed sum is paid by the time from the first completion on")
  func fixed() throws {
    // From 2021-01-01, when the first phase is complete.
    let deal = "enclave e park=a host=coast home=hill fixed=120000 yuan/year"
    let result = try run(Self.park() + deal)
    #expect(try result.fen("transfers", in: "hill") == [0, 120_000_00, 120_000_00])
    #expect(try result.fen("transfers", in: "coast") == [0, -120_000_00, -120_000_00])
    #expect(try result.fen("tax.local", in: "hill") == [0, 0, 0])
    // Completed in March: nine months of it, and by months the same.
    let early = Self.park().replacing("complete=2020 ", with: "complete=2020-03 ")
    #expect(try run(early + deal).fen("transfers", in: "hill")[0] == 90_000_00)
    let monthly = Self.park("month").replacing("complete=2020 ", with: "complete=2020-03 ")
    #expect(
      try run(monthly + deal).fen("transfers", in: "hill")
        == [0, 0, 0] + Array(repeating: 10_000_00, count: 33))
  }

  @Test("it goes by date, is honoured in part, and stands beside a share")
  func fixedByDate() throws {
    let deal = """
      enclave e park=a host=coast home=hill share=50% honour=80% \
      fixed={2021: 120000 yuan/year, 2022-07: 240000 yuan/year}
      """
    // 240,000 of tax each year; 80 % of 120,000, and of 60,000 + 120,000.
    let result = try run(Self.park() + deal)
    #expect(
      try result.fen("transfers", in: "hill") == [240_000_00, 336_000_00, 384_000_00])
    // By tax, it is apart.
    let metric = try #require(MetricTable.metric("transfers", taxes: result.taxes))
    let hill = try #require(result.scope("hill"))
    let parts = result.series(metric, in: [hill], by: .tax, over: [2..<3])
    #expect(parts.map(\.part) == ["levy", ""])
    #expect(parts.map(\.figures) == [[.money(fen: 240_000_00)], [.money(fen: 144_000_00)]])
  }

  @Test("a park without phases is open ever since, and a fixed sum needs no firm")
  func fixedAlone() throws {
    let text = """
      scenario start=2020 end=2021
      city hill
      city coast
      park a city=hill area=1ha
      enclave e park=a host=coast home=hill fixed=0.01 yuan/year
      """
    let result = try run(text)
    #expect(try result.fen("net_local", in: "hill") == [1, 1])
    #expect(try result.fen("net_local", in: "coast") == [-1, -1])
    #expect(try result.fen("net_local") == [0, 0])
  }

  // MARK: Set-asides

  /// A hectare at 50 yuan/m2 is taken in 2020 and one in 2021.
  private static func land(_ step: String, _ park: String) -> String {
    """
    scenario start=2020 end=2021 step=\(step)
    sector plain output_per_job=10万元/year jobs_per_area=100/ha
    city hill
    park a city=hill area=9ha land_price=50 yuan/m2 \(park)
    firm f park=a sector=plain jobs=100 arrives=2020-02
    firm g park=a sector=plain jobs=100 arrives=2021-02-15

    """
  }

  @Test("a part of land income is set aside, at the share of the day")
  func setAside() throws {
    let result = try run(Self.land("year", "land_set_aside={2020: 30%, 2021: 12.3456789%}"))
    #expect(try result.fen("land_income") == [500_000_00, 500_000_00])
    // 500,000 × 12.3456789 % is 61,728.3945, to the even fen 61,728.39.
    #expect(try result.fen("set_aside") == [150_000_00, 61_728_39])
    #expect(try result.fen("net_local") == [350_000_00, 438_271_61])
    #expect(try result.fen("net_local", in: "hill") == result.fen("net_local"))
    #expect(try result.fen("set_aside", in: "g") == [0, 61_728_39])
    let monthly = try run(Self.land("month", "land_set_aside={2020: 30%, 2021: 12.3456789%}"))
    let aside = try monthly.fen("set_aside")
    #expect(aside[1] == 150_000_00 && aside[13] == 61_728_39)
    #expect(aside.reduce(0, +) == 211_728_39)
  }

  @Test("all of it leaves nothing of land income, none of it changes nothing")
  func wholeSetAside() throws {
    let whole = try run(Self.land("year", "land_set_aside=100%"))
    #expect(try whole.fen("net_local") == [0, 0])
    let none = try run(Self.land("year", "land_set_aside=0%"))
    #expect(try none.fen("net_local") == [500_000_00, 500_000_00])
    #expect(try none.fen("set_aside") == [0, 0])
  }

  @Test("what is not additional is taken of all land income, and the set-aside is off in full")
  func additional() throws {
    let text = Self.land("year", "land_set_aside=30%") + "set model deadweight=20%"
    // 500,000 - 150,000 - 20 % of 500,000.
    #expect(try run(text).fen("net_local.additional") == [250_000_00, 250_000_00])
  }

  // MARK: Refused

  @Test("what no deal can say is refused")
  func refused() {
    let enclave = Self.park() + "enclave e park=a host=coast home=hill "
    #expect(refusal(enclave + "share=10% contribution=-1") == "out-of-range")
    #expect(refusal(enclave + "contribution={2020: 1M, 2021: 2M}") == "wrong-kind")
    #expect(refusal(enclave + "share=10% net=maybe") == "unknown-choice")
    #expect(refusal(enclave + "fixed=-1 yuan/year") == "out-of-range")
    #expect(refusal(enclave + "fixed=1ha") == "wrong-dimension")
    #expect(refusal(enclave) == "missing-attribute")
    #expect(refusal(Self.land("year", "land_set_aside=101%")) == "out-of-range")
    #expect(refusal(Self.land("year", "land_set_aside=-1%")) == "out-of-range")
  }
}
