import Diagnostics
import Ensembles
import TestSupport
import Testing

@Suite("Parts of an ensemble")
struct PartTests {
  static let columns = [
    PartHeader.Column(label: "tax", period: "2030-01-01..2031-01-01", unit: "yuan"),
    PartHeader.Column(label: "jobs of \"a\tb\\n\"", period: "", unit: ""),
    PartHeader.Column(label: "天际", period: "", unit: ""),
  ]

  static func header(_ range: Range<Int>, of draws: Int, memory: Int = 4_000) -> PartHeader {
    PartHeader(
      engine: "0.1.0", scenario: PartHeader.identity(of: ["park a\n", "draws"]), seed: 7,
      method: "sobol", draws: draws, range: range, memory: memory, columns: columns)
  }

  /// What a draw comes to: one column of numbers, one of few values, one that often fails.
  static func values(_ draw: Int) -> [Double] {
    var generator = SeededGenerator(seed: UInt64(draw))
    let u = Double.random(in: 0..<1, using: &generator)
    return [1e9 * u * u, Double(draw % 5) - 2, draw % 3 == 1 ? .nan : -u]
  }

  static func part(_ range: Range<Int>, of draws: Int, memory: Int = 4_000) -> EnsemblePart {
    var statistics = columns.map { _ in ColumnStatistics(memory: memory) }
    for draw in range {
      for (index, value) in values(draw).enumerated() {
        if index == 2, draw % 7 == 3 {
          statistics[index].addMissing("a pledge cannot be met in draw \(draw)", draw: draw)
        } else {
          statistics[index].add(value, draw: draw)
        }
      }
    }
    return EnsemblePart(header(range, of: draws, memory: memory), statistics)
  }

  @Test("what is written reads back", arguments: [0, 1, 2, 300, 3000])
  func roundTrip(draws: Int) throws {
    let part = Self.part(0..<draws, of: draws)
    let again = try EnsemblePart(part.bytes, from: "part")
    #expect(again == part)
    #expect(again.bytes == part.bytes)
    #expect(again.columns.map(\.firstMissing) == part.columns.map(\.firstMissing))
  }

  @Test(
    "any split in any order gives the bytes of the whole",
    arguments: [1, 2, 3, 8, 40], [200, 4_000, 1_000_000])
  func merged(pieces: Int, memory: Int) throws {
    let draws = 2500
    let whole = Self.part(0..<draws, of: draws, memory: memory).bytes
    var generator = SeededGenerator(seed: UInt64(pieces))
    let shards = try (1...pieces).map { try Shard("\($0)/\(pieces)") }
    var merge = PartMerge()
    for shard in shards.shuffled(using: &generator) {
      let bytes = Self.part(shard.draws(of: draws), of: draws, memory: memory).bytes
      try merge.add(EnsemblePart(bytes, from: "\(shard)"), from: "\(shard)")
    }
    #expect(try merge.whole().bytes == whole)
  }

  @Test("more parts than draws: the empty ones change nothing")
  func emptyParts() throws {
    var merge = PartMerge()
    for index in 1...9 {
      let range = try Shard("\(index)/9").draws(of: 20)
      try merge.add(EnsemblePart(Self.part(range, of: 20).bytes, from: "p"), from: "p\(index)")
    }
    #expect(try merge.whole().bytes == Self.part(0..<20, of: 20).bytes)
  }

  private func message(_ body: () throws -> Void) throws -> Diagnostic {
    try #require(throws: Diagnostic.self, performing: body)
  }

  @Test("a missing part is named, and how to make it")
  func missing() throws {
    var merge = PartMerge()
    for index in [1, 2, 4, 5, 7, 8] {
      try merge.add(Self.part(Shard("\(index)/8").draws(of: 1280), of: 1280), from: "part.\(index)")
    }
    let error = try message { _ = try merge.whole() }
    #expect(error.slug == "missing-part")
    #expect(
      error.message
        == "draws 320 to 479 of 1280 are in no part, and neither are those behind them")
    #expect(error.notes.map(\.message) == ["so are draws 800 to 959"])
    #expect(
      error.help == ["`parkline ensemble FILE --shard 3/8 --out PART` makes the first of them"])
    #expect(try message { _ = try PartMerge().whole() }.slug == "missing-part")
  }

  @Test("a part that is there twice is refused, and so is one that overlaps")
  func doubled() throws {
    var merge = PartMerge()
    try merge.add(Self.part(0..<64, of: 128), from: "part.1")
    let same = try message { try merge.add(Self.part(0..<64, of: 128), from: "copy") }
    #expect(same.slug == "doubled-part")
    #expect(same.message == "`copy` holds the same draws as `part.1`: draws 0 to 63")
    let other = try message { try merge.add(Self.part(48..<128, of: 128), from: "part.2") }
    #expect(other.message == "`part.2` and `part.1` both hold draws 48 to 63")
    // What was refused left nothing behind.
    try merge.add(Self.part(64..<128, of: 128), from: "part.2")
    #expect(try merge.whole().bytes == Self.part(0..<128, of: 128).bytes)
  }

  @Test("a part of another ensemble is refused, with the difference")
  func foreign() throws {
    let changes: [(String, (inout PartHeader) -> Void)] = [
      ("its scenario is", { $0.scenario = PartHeader.identity(of: ["park b\n", "draws"]) }),
      ("its seed is 8, and there 7", { $0.seed = 8 }),
      ("the sampling is random, and there sobol", { $0.method = "random" }),
      ("the number of all draws is 256, and there 128", { $0.draws = 256 }),
      ("the version of the program is 0.2.0, and there 0.1.0", { $0.engine = "0.2.0" }),
      ("its figures are not the same", { $0.columns[0].label = "jobs" }),
    ]
    for (difference, change) in changes {
      var merge = PartMerge()
      try merge.add(Self.part(0..<64, of: 128), from: "part.1")
      var part = Self.part(64..<128, of: 128)
      change(&part.header)
      let error = try message { try merge.add(part, from: "part.2") }
      #expect(error.slug == "foreign-part")
      #expect(
        error.message.hasPrefix(
          "`part.2` belongs to another ensemble than `part.1`: \(difference)"), "\(error.message)")
    }
    let texts = [["ab", "c"], ["a", "bc"], ["abc"], ["abc", ""]]
    #expect(Set(texts.map(PartHeader.identity)).count == texts.count)
  }

  @Test("each damaged byte, and each end that is missing, is noticed")
  func damaged() throws {
    let bytes = Self.part(0..<40, of: 80).bytes
    for place in bytes.indices {
      var copy = bytes
      copy[place] ^= 1 << UInt8(place % 8)
      let error = try message { _ = try EnsemblePart(copy, from: "part") }
      #expect(["damaged-part", "foreign-part"].contains(error.slug))
      let short = try message { _ = try EnsemblePart(Array(bytes[..<place]), from: "part") }
      #expect(short.slug == "damaged-part" || place < 20, "\(place): \(short.message)")
    }
    let long = try message { _ = try EnsemblePart(bytes + [0], from: "part") }
    #expect(long.message == "`part` is damaged: 1 bytes follow behind its end")
    // A length past every number is no reason to stop.
    let end = try #require(bytes.firstRange(of: Array("\nbytes ".utf8))).upperBound
    let far = bytes[..<end] + Array("\(Int.max)\n".utf8) + [1, 2]
    let wide = try message { _ = try EnsemblePart(Array(far), from: "part") }
    #expect(wide.message.hasPrefix("`part` is damaged: it ends "), "\(wide.message)")
    let none = try message { _ = try EnsemblePart(Array("park a\n".utf8), from: "a.park") }
    #expect(none.message == "`a.park` is no part of an ensemble")
    var later = bytes
    later[14] = UInt8(ascii: "2")
    let version = try message { _ = try EnsemblePart(later, from: "part") }
    #expect(version.message == "`part` has layout 2, and this program reads layout 1")
  }

  @Test("numbers that nobody wrote are refused too, whatever they are", arguments: 0..<20)
  func forged(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let bytes = Self.part(0..<400, of: 800, memory: 300).bytes.dropLast(SHA256.size)
    for _ in 0..<200 {
      var copy = Array(bytes)
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let place = Int.random(in: 0..<copy.count, using: &generator)
        copy[place] =
          [0, 0xFF, 0x80, UInt8.random(in: 0...255, using: &generator)]
          .randomElement(using: &generator) ?? 0
      }
      // With a checksum that is right: read, or refused, and never more than that.
      guard let part = try? EnsemblePart(copy + SHA256.digest(copy[...]), from: "part") else {
        continue
      }
      for column in part.columns {
        for value in column.values(of: [.mean, .sd, .percentile(5), .percentile(99)]) {
          #expect(value?.isNaN != true)
        }
      }
    }
  }
}
