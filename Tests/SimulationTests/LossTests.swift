import Quantities
import Testing

@testable import Simulation

/// Model 4 and 6, losses and research, on paper.
@Suite("losses and research")
struct LossTests {
  /// A firm that makes 10 m a year from 2020 on, with margins of its own, and a tax of a quarter of its
  /// profit.
  static func firm(_ margin: String, _ tax: String, _ more: String = "") -> String {
    """
    scenario start=2020 end=2025
    sector plain output_per_job=10万元/year margin=\(margin)
    park a
    firm f park=a sector=plain jobs=100 arrives=2020 \(more)
    tax cit base=profit rate=25% local=100% \(tax)

    """
  }

  private static let turning = "{2020: -10%, 2022: 10%}"

  /// Whether an amount is so many fen, to the fen.
  private func isFen(_ fen: Int64, _ expected: Double) -> Bool { abs(Double(fen) - expected) <= 1 }

  private func paid(_ text: String) throws -> [Int64] { try run(text).fen("tax.cit") }

  @Test("without carrying, a loss is lost: no tax is negative and none is lowered")
  func notCarried() throws {
    let result = try run(Self.firm(Self.turning, ""))
    #expect(
      try result.fen("profit")
        == [-1_000_000_00, -1_000_000_00, 1_000_000_00, 1_000_000_00, 1_000_000_00, 1_000_000_00])
    #expect(
      try paid(Self.firm(Self.turning, "")) == [
        0, 0, 250_000_00, 250_000_00, 250_000_00, 250_000_00,
      ])
  }

  @Test("losses of two years lower the profits of the next two")
  func carried() throws {
    #expect(
      try paid(Self.firm(Self.turning, "carry_losses=5y"))
        == [0, 0, 0, 0, 250_000_00, 250_000_00])
  }

  @Test("a loss may be as old as is said, from middle to middle, and not older")
  func expiry() throws {
    // In mid-2022 that of mid-2020 is two years old, in mid-2023 that of 2021.
    #expect(
      try paid(Self.firm(Self.turning, "carry_losses=2y")) == [0, 0, 0, 0, 250_000_00, 250_000_00])
    #expect(
      try paid(Self.firm(Self.turning, "carry_losses=23 months"))
        == [0, 0, 0, 250_000_00, 250_000_00, 250_000_00])
    #expect(
      try paid(Self.firm(Self.turning, "carry_losses=11 months"))
        == [0, 0, 250_000_00, 250_000_00, 250_000_00, 250_000_00])
  }

  @Test("the oldest loss is made use of first, and what is left of it goes when it is too old")
  func order() throws {
    // 2022 takes half of 2020's; the other half is too old in 2023, which takes all of 2021's.
    #expect(
      try paid(Self.firm("{2020: -10%, 2022: 5%, 2023: 10%}", "carry_losses=2y"))
        == [0, 0, 0, 0, 250_000_00, 250_000_00])
    // Of 2021 a half is left then: the other half of 2023's profit is taxed.
    #expect(
      try paid(Self.firm("{2020: -10%, 2021: -5%, 2022: 5%, 2023: 10%}", "carry_losses=2y"))
        == [0, 0, 0, 125_000_00, 250_000_00, 250_000_00])
  }

  @Test("a loss dies with those who made it")
  func survival() throws {
    // e^-0.1 of them live through a year: what is kept of 2020 is just the profit of 2021.
    let paid = try paid(
      Self.firm("{2020: -10%, 2021: 10%}", "carry_losses=5y", "hazard=10%"))
    #expect(paid[0] == 0)
    #expect(abs(paid[1]) <= 1)
    #expect(isFen(paid[2], 250_000_00 * Numerics.exponential(-0.25)))
  }

  @Test("below break-even there is a loss, and it is carried")
  func breakEven() throws {
    // R = 0.3501980829 and 0.5712906150 (LifeTests): -0.2996038342 and 0.1425812300 of full profit.
    let text = Self.firm("10%", "carry_losses=5y", "ramp=5y first=20% break_even=50%")
    #expect(try run(text).fen("profit").prefix(2) == [-299_603_83, 142_581_23])
    let paid = try paid(text)
    #expect(paid[1] == 0)
    // 2022: R(2.5) = 1 - 0.8 x 8^-0.5 = 0.7171572875, so 0.4343145751 of full profit; 157,022.61 of
    // the loss are left.
    #expect(isFen(paid[2], (434_314.5751 - 157_022.6042) * 25))
  }

  @Test("research is taken off once more, and may make a loss for the tax, not in the profit")
  func research() throws {
    let once = try run(Self.firm("10%", "research_deduction=100%", "research=4%"))
    #expect(try once.fen("tax.cit") == Array(repeating: 150_000_00, count: 6))
    #expect(try once.fen("profit") == Array(repeating: 1_000_000_00, count: 6))
    // -200,000 a year to the end of 2021, then 600,000: what is left of that is 200,000.
    let more = try paid(
      Self.firm(
        "10%", "research_deduction={2020: 300%, 2022: 100%} carry_losses=5y", "research=4%"))
    #expect(more == [0, 0, 50_000_00, 150_000_00, 150_000_00, 150_000_00])
  }

  @Test("a pledge knows of research, not of losses")
  func pledge() throws {
    let text = Self.firm(
      "10%", "research_deduction=100% carry_losses=5y",
      "research=4% total_tax=150000 yuan/year ramp=5y first=20% break_even=50%"
    ).replacing("jobs=100 ", with: "")
    #expect(isClose(try run(text).size(of: "f")?.output, 10_000_000))
    // A deduction larger than the profit leaves no tax, so nothing to size it by.
    #expect(refusal(text.replacing("research=4%", with: "research=20%")) == "no-size")
  }

  @Test("the firms of a cohort make up for losses of their own and of nobody else")
  func cohort() throws {
    // Those of April lose while those of 2015 gain; the same as two firms.
    func text(_ who: String) -> String {
      Self.firm("10%", "carry_losses=5y", "ramp=5y first=0% break_even=50%") + who
    }
    let cohort = "cohort c park=a sector=plain jobs=40 firms=3 ramp=5y first=0% break_even=50% "
    let months = ["2020-04", "2020-06", "2020-09", "2021-11"]
    let each = months.map { cohort.replacing(" c ", with: " c\($0) ") + "from=\($0) until=\($0)" }
    let firms = months.map {
      "firm x\($0) park=a sector=plain jobs=120 ramp=5y first=0% break_even=50% arrives=\($0)-16"
    }
    #expect(
      try paid(text(each.joined(separator: "\n"))) == paid(text(firms.joined(separator: "\n"))))
    // A year's months in one cohort, against a cohort for each.
    let whole = text(cohort.replacing("firms=3", with: "firms=12") + "from=2020 until=2020")
    let parts = text(
      (1...12).map { month in
        let date = "2020-" + (month < 10 ? "0" : "") + "\(month)"
        return cohort.replacing(" c ", with: " c\(month) ").replacing("firms=3", with: "firms=1")
          + "from=\(date) until=\(date)"
      }.joined(separator: "\n"))
    for (one, other) in zip(try paid(whole), try paid(parts)) { #expect(abs(one - other) <= 8) }
  }

  @Test("creditable purchases are a number of the sector")
  func creditable() throws {
    // 10 m less what carries deductible VAT of the 6 m that are bought.
    func base(_ words: String) throws -> Int64 {
      try run(
        Self.firm("10%", "", "value_added=40% \(words)") + "tax vat base=vat rate=10% local=100%"
      ).fen("tax.vat")[0]
    }
    #expect(try base("") == 460_000_00)
    #expect(try base("creditable=50%") == 700_000_00)
    #expect(try base("creditable=0") == 1_000_000_00)
  }
}
