public import Diagnostics

/// Parts of one ensemble into the whole.
public struct PartMerge: Sendable {
  private var parts: [(path: String, header: PartHeader)] = []
  private var columns: [ColumnStatistics] = []

  public init() {}

  /// Adds a part; throws one of another ensemble, and one whose draws are there already.
  public mutating func add(_ part: EnsemblePart, from path: String) throws(Diagnostic) {
    if let first = parts.first {
      if let difference = PartMerge.difference(first.header, part.header) {
        throw Diagnostic(
          "foreign-part",
          "`\(path)` belongs to another ensemble than `\(first.path)`: \(difference)",
          help: ["merge parts of one run of `parkline ensemble`, whose options are the same"])
      }
      let range = part.header.range
      if let other = parts.first(where: { $0.header.range.overlaps(range) }) {
        throw Diagnostic(
          "doubled-part",
          other.header.range == range
            ? "`\(path)` holds the same draws as `\(other.path)`: \(PartMerge.shown(range))"
            : "`\(path)` and `\(other.path)` both hold \(PartMerge.shown(range.clamped(to: other.header.range)))",
          help: ["leave one of the two out"])
      }
      for index in columns.indices { columns[index].merge(part.columns[index]) }
    } else {
      columns = part.columns
    }
    parts.append((path, part.header))
  }

  /// The whole; throws where draws are missing.
  public func whole() throws(Diagnostic) -> EnsemblePart {
    guard let first = parts.first else {
      throw Diagnostic("missing-part", "there is no part to merge")
    }
    var missing: [Range<Int>] = []
    var known = 0
    for range in parts.map(\.header.range).sorted(by: { $0.lowerBound < $1.lowerBound })
    where !range.isEmpty {
      if range.lowerBound > known { missing.append(known..<range.lowerBound) }
      known = range.upperBound
    }
    if known < first.header.draws { missing.append(known..<first.header.draws) }
    guard let gap = missing.first else { return EnsemblePart(first.header.whole, columns) }
    let others = missing.count - 1
    throw Diagnostic(
      "missing-part",
      others == 0
        ? "\(PartMerge.shown(gap)) of \(first.header.draws) are in no part"
        : others == 1
          ? "\(PartMerge.shown(gap)) of \(first.header.draws) are in no part, and neither are those behind them"
          : "\(PartMerge.shown(gap)) of \(first.header.draws) are in no part, and neither are others behind them",
      notes: missing.dropFirst().prefix(8).map { Diagnostic.Note("so are \(PartMerge.shown($0))") },
      help: [PartMerge.shard(of: gap, of: parts.map(\.header))].compactMap(\.self))
  }

  /// In words: `draws 64 to 127`, counted from 0.
  private static func shown(_ range: Range<Int>) -> Sentence {
    range.count == 1
      ? "draw \(range.lowerBound)" : "draws \(range.lowerBound) to \(range.upperBound - 1)"
  }

  /// The first part that ran into a gap, where the others tell how many parts there are.
  private static func shard(of gap: Range<Int>, of headers: [PartHeader]) -> Sentence? {
    guard let draws = headers.first?.draws else { return nil }
    for count in max(2, headers.count)...max(2, headers.count) * 4 + 16 {
      guard let whole = try? (1...count).map({ try Shard("\($0)/\(count)") }),
        let missing = whole.first(where: { $0.draws(of: draws).lowerBound == gap.lowerBound }),
        headers.allSatisfy({ header in whole.contains { $0.draws(of: draws) == header.range } })
      else { continue }
      return "`parkline ensemble FILE --shard \(missing) --out PART` makes the first of them"
    }
    return nil
  }

  /// The first thing in which two parts differ that parts of one ensemble share.
  private static func difference(_ first: PartHeader, _ second: PartHeader) -> Sentence? {
    func differ<Value: Equatable>(_ what: Sentence, _ one: Value, _ two: Value) -> Sentence? {
      one == two ? nil : "\(what) is \(two), and there \(one)"
    }
    let (one, two) = (first.scenario.prefix(12) + "…", second.scenario.prefix(12) + "…")
    if first.scenario != second.scenario { return "its scenario is \(two), and there \(one)" }
    return differ("the version of the program", first.engine, second.engine)
      ?? differ("its seed", first.seed, second.seed)
      ?? differ("the sampling", first.method, second.method)
      ?? differ("the number of all draws", first.draws, second.draws)
      ?? differ("the memory of a column", first.memory, second.memory)
      ?? (first.columns == second.columns ? nil : "its figures are not the same")
  }
}
