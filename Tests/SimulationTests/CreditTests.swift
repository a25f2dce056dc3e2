import Quantities
import Testing

@testable import Simulation

/// Model 6, credits for what was paid on investment, and refunds, on paper.
@Suite("credits and refunds")
struct CreditTests {
  /// A firm that builds in 2020 and makes 10 m a year from 2021 on, all of it taxed at 10 %: 1 m due a
  /// year. Of 11 m of equipment 1 m is tax.
  static func firm(
    _ words: String, _ tax: String = "", when: String = "arrives=2020 build=1y",
    step: String = "year"
  ) -> String {
    """
    scenario start=2020 end=2024 step=\(step)
    sector plain output_per_job=10万元/year value_added=100%
    city hill
    park a city=hill
    firm f park=a sector=plain jobs=100 \(when) \(words)
    tax vat base=vat rate=10% central=50% local=50% input_equipment=10% \(tax)
    tax sur base=tax:vat rate=10% local=100%

    """
  }

  /// Whether an amount is so many fen, to the fen.
  private func isFen(_ fen: Int64, _ expected: Double) -> Bool { abs(Double(fen) - expected) <= 1 }

  private func paid(_ text: String) throws -> [Int64] { try run(text).fen("tax.vat") }

  private func whole(_ millions: [Double]) -> [Int64] { millions.map { Int64($0 * 1e8) } }

  @Test("what was paid on equipment is taken off what is due until it is used up")
  func equipment() throws {
    let result = try run(Self.firm("investment=22M"))
    #expect(try result.fen("tax.vat") == whole([0, 0, 0, 1, 1]))
    // A surtax is on what is paid.
    #expect(try result.fen("tax.sur") == whole([0, 0, 0, 0.1, 0.1]))
    #expect(try result.fen("refunds") == [0, 0, 0, 0, 0])
    #expect(try paid(Self.firm("investment=16.5M")) == whole([0, 0, 0.5, 1, 1]))
  }

  @Test("buildings have a rate of their own")
  func buildings() throws {
    // 11 m with a fifth of tax in it, and 11 m with an eleventh: 3.2 m.
    let text = Self.firm("investment=22M building_share=50%", "input_buildings=25%")
    #expect(try paid(text) == whole([0, 0, 0, 0, 0.8]))
    // Without a rate of theirs, buildings bring nothing.
    #expect(
      try paid(Self.firm("investment=22M building_share=50%")) == whole([0, 0, 1, 1, 1]))
  }

  @Test("what is spent as it opens counts in that step")
  func atOnce() throws {
    #expect(
      try paid(Self.firm("investment=5.5M", when: "arrives=2020")) == whole([0.5, 1, 1, 1, 1]))
  }

  @Test("a holiday lowers what is left after the credit")
  func holiday() throws {
    let text =
      Self.firm("investment=16.5M")
      + "incentive free park=a type=holiday tax=vat schedule=40%"
    #expect(try paid(text) == whole([0, 0, 0.3, 0.6, 0.6]))
  }

  @Test("a refund pays out a share of what stands at each step's end, by the tax's own shares")
  func refunds() throws {
    let result = try run(Self.firm("investment=22M", "refund=50%"))
    #expect(try result.fen("refunds") == whole([1, 0, 0, 0, 0]))
    #expect(try result.fen("refunds.central") == whole([0.5, 0, 0, 0, 0]))
    #expect(try result.fen("refunds.local") == whole([0.5, 0, 0, 0, 0]))
    #expect(try result.fen("tax.vat") == whole([0, 0, 1, 1, 1]))
    #expect(try result.fen("net_local") == whole([-0.5, 0, 0.6, 0.6, 0.6]))
    #expect(try result.fen("refunds", in: "vat", "f")[0] == 1_000_000_00)
  }

  @Test("all of it may be refunded at once, and a part of the local share be said")
  func local() throws {
    let result = try run(Self.firm("investment=22M", "refund=100% refund_local=20%"))
    #expect(try result.fen("refunds.central") == whole([1.6, 0, 0, 0, 0]))
    #expect(try result.fen("refunds.local") == whole([0.4, 0, 0, 0, 0]))
    #expect(try result.fen("refunds.province") == [0, 0, 0, 0, 0])
    #expect(try result.fen("tax.vat") == whole([0, 1, 1, 1, 1]))
  }

  @Test("a refund is of a year, whatever the step")
  func refundOfHalfYears() throws {
    // The s-curve spends half by mid-2020: K is 1 m less its refund, then 1 m more.
    let left = Numerics.power(0.5, 0.5)
    let result = try run(Self.firm("investment=22M", "refund=50%", step: "half"))
    let refunds = try result.fen("refunds")
    #expect(isFen(refunds[0], 1e8 * (1 - left)))
    #expect(isFen(refunds[1], (1e8 * left + 1e8) * (1 - left)))
  }

  @Test("a credit goes with those who close")
  func survival() throws {
    // Nobody closes while building; then e^-0.1 live through a year.
    func e(_ x: Double) -> Double { Numerics.exponential(x) }
    let result = try paid(Self.firm("investment=22M hazard=10%"))
    let first = (2 - e(-0.05)) * e(-0.1)
    let second = (first - e(-0.15)) * e(-0.1)
    #expect(result.prefix(3) == [0, 0, 0])
    #expect(isFen(result[3], 1e8 * (e(-0.25) - second)))
  }

  @Test("one that is still building at the start has the credit of what it spent before")
  func older() throws {
    // Half of 22 m by the start of 2020, the rest in 2020.
    #expect(
      try paid(Self.firm("investment=22M", when: "arrives=2019 build=2y"))
        == whole([0, 0, 0, 1, 1]))
    // All of it by the very start, at which it opens.
    #expect(
      try paid(Self.firm("investment=22M", when: "arrives=2019 build=1y"))
        == whole([0, 0, 1, 1, 1]))
    // Open before: nothing is known of its credit.
    #expect(
      try paid(Self.firm("investment=22M", when: "arrives=2018 build=1y"))
        == whole([1, 1, 1, 1, 1]))
  }

  @Test("what it paid before the start is at the mean rate from its admission on")
  func meanRate() throws {
    // 10 % for half of 2019: 5 %, so 11 m / 21 x ... of 22 m all spent: 22/21 m.
    let text = Self.firm("investment=22M", when: "arrives=2019 build=1y").replacing(
      "input_equipment=10%", with: "input_equipment={2019: 10%, 2019-07: 0%}")
    let first = try paid(text)
    #expect(first[0] == 0)
    #expect(isFen(first[1], 1e8 * (2 - 22.0 / 21)))
  }

  @Test("refunds are the host's, and change no transfer")
  func enclave() throws {
    let text =
      Self.firm("investment=22M", "refund=50%").replacing(
        "park a city=hill", with: "city coast\npark a city=coast")
      + "enclave e park=a host=coast home=hill share=50%"
    let result = try run(text)
    #expect(try result.fen("transfers", in: "hill") == whole([0, 0, 0.3, 0.3, 0.3]))
    #expect(try result.fen("net_local", in: "coast") == whole([-0.5, 0, 0.3, 0.3, 0.3]))
    #expect(try result.fen("refunds.local", in: "hill") == [0, 0, 0, 0, 0])
  }

  @Test("a pledge knows of no credit")
  func pledge() throws {
    let text = Self.firm("investment=22M total_tax=1.1M yuan/year").replacing("jobs=100 ", with: "")
    #expect(isClose(try run(text).size(of: "f")?.output, 10_000_000))
    #expect(try paid(text) == whole([0, 0, 0, 1, 1]))
  }

  @Test("each month's intake of a cohort has a credit of its own", arguments: ["year", "month"])
  func cohort(_ step: String) throws {
    let words = "park=a sector=plain build=1y hazard=5% ramp=3y first=10% "
    func text(_ who: [String]) -> String {
      Self.firm("investment=22M", "refund=20% input_buildings=9%", step: step)
        + who.joined(separator: "\n")
    }
    let months = ["2020-04", "2020-06", "2020-09", "2021-11"]
    let cohorts = months.map {
      "cohort c\($0) \(words) jobs=50 investment=11M building_share=20% firms=2 from=\($0) until=\($0)"
    }
    let firms = months.map {
      "firm x\($0) \(words) jobs=100 investment=22M building_share=20% arrives=\($0)-16"
    }
    for metric in ["tax.vat", "refunds", "tax.sur"] {
      #expect(try run(text(cohorts)).fen(metric) == run(text(firms)).fen(metric))
    }
    // A year's months in one cohort, against a cohort for each.
    let cohort = "cohort c \(words) jobs=50 investment=11M building_share=20% "
    let whole = text([cohort + "firms=24 from=2020 until=2020"])
    let parts = text(
      (1...12).map { month in
        let date = "2020-" + (month < 10 ? "0" : "") + "\(month)"
        return cohort.replacing(" c ", with: " c\(month) ") + "firms=2 from=\(date) until=\(date)"
      })
    for metric in ["tax.vat", "refunds", "tax.sur", "rebates"] {
      for (one, other) in zip(try run(whole).fen(metric), try run(parts).fen(metric)) {
        #expect(abs(one - other) <= 16)
      }
    }
  }

  @Test("a rate of input or refund that changes is read as its mean")
  func means() throws {
    // 10 % for the first half of 2020 only: 5 % on all of the year's 22 m, 22/21 m of tax.
    let text = Self.firm("investment=22M").replacing(
      "input_equipment=10%", with: "input_equipment={2020: 10%, 2020-07: 0%}")
    #expect(isFen(try paid(text)[2], 1e8 * (2 - 22.0 / 21)))
    let refund = Self.firm("investment=22M", "refund={2020: 100%, 2020-07: 0%}")
    #expect(try run(refund).fen("refunds") == whole([1, 0, 0, 0, 0]))
  }
}
