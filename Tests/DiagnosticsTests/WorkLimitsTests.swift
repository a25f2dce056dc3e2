import Diagnostics
import Testing

/// What the command line says of limits, and the signal that keeps them.
@Suite struct WorkLimitsTests {
  @Test(
    "a time is seconds, or has its unit",
    arguments: [
      ("5", 5.0), ("5s", 5), ("200ms", 0.2), ("2min", 120), ("1.5h", 5400), ("5 s", 5),
    ])
  func times(_ text: String, _ seconds: Double) throws {
    let read = try #require(WorkLimits.seconds(of: text))
    #expect(abs(read - seconds) < 1e-9)
  }

  @Test(
    "what is no time is none",
    arguments: ["", "s", "-5s", "5m", "0", "1e9", "inf", "nan", ".", "5.s", "1000000h", "五秒"])
  func noTimes(_ text: String) {
    #expect(WorkLimits.seconds(of: text) == nil)
  }

  @Test(
    "a size has its unit",
    arguments: [("500MB", 500_000_000), ("2GB", 2_000_000_000), ("1GiB", 1 << 30)])
  func sizes(_ text: String, _ bytes: Int) {
    #expect(WorkLimits.bytes(of: text) == bytes)
  }

  @Test("what is no size is none", arguments: ["", "500", "5mb", "1kB", "-1GB", "99999999TB"])
  func noSizes(_ text: String) {
    #expect(WorkLimits.bytes(of: text) == nil)
  }

  @Test("who asks first gives the reason, until it is forgotten")
  func reasons() throws {
    let stop = StopSignal(limits: WorkLimits(seconds: 0.2, bytes: 500_000_000))
    try stop.check()
    stop.ask(.memory)
    stop.ask(.interrupt)
    #expect(stop.isAsked && stop.reason == .memory)
    #expect(stop.message.slug == "memory-limit")
    #expect(stop.message.message.contains("500 MB"))
    #expect(throws: Diagnostic.self) { try stop.check() }
    stop.forget()
    #expect(!stop.isAsked && stop.fraction == nil)
    stop.ask(.time)
    #expect(stop.message.message.contains("0.2 s"))
    #expect(stop.message.exit == .interrupted)
  }

  @Test("how far work is, is a share", arguments: [(0, 0.0), (1, 0.25), (4, 1), (9, 1), (-1, 0)])
  func fractions(_ done: Int, _ share: Double) {
    let stop = StopSignal()
    stop.note(done, of: 4)
    #expect(stop.fraction == share)
    stop.note(done, of: 0)
    #expect(stop.fraction == share)
  }
}
