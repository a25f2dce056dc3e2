import Testing

@testable import Shell

@Suite("the line of medians")
struct DrawnHeadlineTests {
  @Test("as many draws as the time of some runs allows")
  func draws() {
    func draws(_ all: Int, _ runs: Double, together: Bool = true) -> Int {
      DrawnHeadline.draws(of: all, areTogether: together, runs: runs)
    }
    #expect(draws(10_000, 1e6) == 1024)
    #expect(draws(10_000, 10) == 256)
    #expect(draws(10_000, 5) == 64)
    #expect(draws(100, 10) == 100)
    // Where a block takes too long, some by themselves; few are no block anyhow.
    #expect(draws(10_000, 4.5) == 9)
    #expect(draws(50, 10) == 20)
    #expect(draws(12, 10) == 12)
    #expect(draws(10_000, 20, together: false) == 40)
    #expect(draws(10_000, 0.2) == 0)
  }
}
