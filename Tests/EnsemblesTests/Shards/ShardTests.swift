import Diagnostics
import Ensembles
import Testing

@Suite("Shards")
struct ShardTests {
  @Test(
    "parts are all draws, each once, and about as many in each",
    arguments: [0, 1, 15, 16, 17, 200, 100_000, 999_999_999], [1, 2, 3, 7, 8, 100])
  func partition(draws: Int, count: Int) throws {
    let parts = try (1...count).map { try Shard("\($0)/\(count)").draws(of: draws) }
    #expect(parts.first?.lowerBound == 0)
    #expect(parts.last?.upperBound == draws)
    for (part, next) in zip(parts, parts.dropFirst()) {
      #expect(part.upperBound == next.lowerBound)
    }
    let sizes = parts.map(\.count)
    #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= 32)
  }

  @Test("a part of very many draws and parts does not overflow")
  func large() throws {
    let part = try Shard("100000000/100000000").draws(of: 1_000_000_000_000)
    #expect(part == 999_999_990_000..<1_000_000_000_000)
  }

  @Test("is printed as it is read")
  func text() throws {
    #expect(try "\(Shard("3/8"))" == "3/8")
    #expect(try Shard("1/1") == .whole)
  }

  @Test(
    "what names no part is refused",
    arguments: [
      ("9/8", "there is no part 9 of 8: parts are counted from 1 to 8"),
      ("0/8", "there is no part 0 of 8: parts are counted from 1 to 8"),
      ("1/0", "0 parts are none"),
      ("1/1000000000", "1000000000 parts are more than there can be"),
      ("3", "`3` names no part of the draws"), ("", "`` names no part of the draws"),
      ("1/2/3", "`1/2/3` names no part of the draws"),
      ("-1/8", "`-1/8` names no part of the draws"),
      ("a/b", "`a/b` names no part of the draws"), ("1 / 2", "`1 / 2` names no part of the draws"),
      (
        "99999999999999999999/8",
        "`99999999999999999999/8` names no part of the draws"
      ),
    ])
  func refused(text: String, message: String) throws {
    let error = try #require(throws: Diagnostic.self) { try Shard(text) }
    #expect(error.slug == "bad-shard")
    #expect(error.message == message)
    #expect(!error.help.isEmpty)
  }
}
