import Testing

@testable import Simulation

/// Model 1: shares of incentives, numbers of taxes and shares of enclaves are read as their means.
@Suite("means")
struct MeanTests {
  static let steps = ["year", "half", "quarter", "month"]

  /// A firm that pays 1.2 m of tax a year, 100,000 a month, all of it local, from July 2021 on.
  static func park(_ step: String, tax: String = "rate=10%") -> String {
    """
    scenario start=2020 end=2026 step=\(step)
    sector plain output_per_job=10万元/year
    city coast
    city hill
    park a city=hill
    firm f park=a sector=plain jobs=120 arrives=2021-07
    tax levy base=output \(tax) local=100%

    """
  }

  private func total(_ metric: String, _ text: String, in scope: String? = nil) throws -> Int64 {
    let result = try run(text)
    let amounts = try scope.map { try result.fen(metric, in: $0) } ?? result.fen(metric)
    return amounts.reduce(0, +)
  }

  @Test("three years of rebate are three years at any step", arguments: steps)
  func rebate(_ step: String) throws {
    let text =
      Self.park(step) + "incentive r park=a type=rebate schedule={0y: 50%, 3y: 0%}"
    #expect(try total("rebates", text) == 1_800_000_00)
    #expect(try total("tax", text) == 6_600_000_00)
  }

  @Test("two years of holiday, then three at half, are that at any step", arguments: steps)
  func holiday(_ step: String) throws {
    let text =
      Self.park(step)
      + "incentive free park=a type=holiday tax=levy schedule={0y: 100%, 2y: 50%, 5y: 0%}"
    #expect(try total("tax", text) == 2_400_000_00)
  }

  @Test("a rate that is gone for nine months is gone for nine months", arguments: steps)
  func rate(_ step: String) throws {
    let text = Self.park(step, tax: "rate={2021: 10%, 2023-08: 0%, 2024-05: 10%}")
    #expect(try total("tax", text) == 5_700_000_00)
  }

  @Test("a rate of a sector is read alike", arguments: steps)
  func sectorRate(_ step: String) throws {
    let text = Self.park(step, tax: "rate=sector.cit").replacing(
      "year\ncity coast", with: "year cit={2021: 10%, 2023-08: 0%, 2024-05: 10%}\ncity coast")
    #expect(try total("tax", text) == 5_700_000_00)
  }

  @Test("a rate that rises in a straight line has the mean of its ends", arguments: steps)
  func ramp(_ step: String) throws {
    // From 0 on 1 July 2021 to 10 % at the end, five and a half years later.
    let text = Self.park(step, tax: "rate=ramp(2021-07: 0%, 2027: 10%)")
      .replacing("end=2026", with: "end=2026-12")
    // Half a fen for each of at most 66 postings.
    #expect(abs(try total("tax", text) - 3_300_000_00) <= 33)
  }

  @Test("a level's share, and an enclave's, are means too", arguments: steps)
  func shares(_ step: String) throws {
    let text =
      Self.park(step, tax: "rate=10% central={2020: 40%, 2023-04: 0%}").replacing(
        "local=100%", with: "local={2020: 60%, 2023-04: 100%}")
      + "enclave e park=a host=coast home=hill share={2021: 50%, 2022-10: 20%}"
    // 21 months at 60 %, then 45 at all.
    #expect(try total("tax.local", text) == 5_760_000_00)
    let whole =
      Self.park(step) + "enclave e park=a host=coast home=hill share={2021: 50%, 2022-10: 20%}"
    // 15 months at half, 51 at a fifth.
    #expect(try total("transfers", whole, in: "hill") == 1_770_000_00)
  }

  @Test("each mean is taken alone, and then they are multiplied")
  func alone() throws {
    // In 2023 a rate of 5 % and a holiday of 25 %, whenever in the year they were.
    let text =
      Self.park("year", tax: "rate={2021: 10%, 2023-07: 0%}")
      + "incentive free park=a type=holiday tax=levy schedule={0y: 0%, 24 months: 50%}"
    #expect(try run(text).fen("tax")[3] == 450_000_00)
  }

  @Test("a value that holds throughout is that value to the last bit")
  func exact() {
    let curve = Curve<Double>.steps([(0, 0.1), (7, 0.3)])
    for start in [0.0, 1, 2.3, 6, 7, 8.1] {
      for length in [0.7, 1, 1.0 / 3] where start >= 7 || start + length <= 7 {
        let window = Window(start: start, end: start + length)
        #expect(curve.mean(over: window, opening: 0) == curve.value(at: start, age: 0))
      }
    }
    #expect(curve.mean(over: Window(start: 7, end: 7), opening: 0) == 0.3)
  }
}

extension Curve where Number == Double {
  fileprivate static func steps(_ pieces: [(Double, Double)]) -> Self {
    var curve = Curve(pieces[0].1)
    curve.schedule = Steps(
      keys: pieces.map(\.0), values: pieces.map(\.1), isByAge: false, isStraight: false)
    return curve
  }
}
