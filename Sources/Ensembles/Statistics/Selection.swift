/// Some quantiles of many values, without sorting them: values are counted by their first bits, and only
/// those that share theirs with a wanted rank are sorted.
enum Selection {
  private static let bins = 4096
  /// Below so many values sorting is as quick.
  private static let few = 2048

  /// The values at some ranks, counted from 0, of values in several blocks.
  static func values(at ranks: [Int], of blocks: [[Double]]) -> [Int: Double] {
    let count = blocks.reduce(0) { $0 + $1.count }
    guard count > few else {
      let sorted = blocks.flatMap(\.self).sorted()
      return Dictionary(ranks.map { ($0, sorted[$0]) }) { first, _ in first }
    }
    var (low, high) = (UInt64.max, UInt64.min)
    for block in blocks {
      for value in block {
        let key = OrderedBits.of(value)
        if key < low { low = key }
        if key > high { high = key }
      }
    }
    let width = UInt64.bitWidth - (high - low).leadingZeroBitCount
    let shift = UInt64(max(0, width - 12))
    var counts = [Int](repeating: 0, count: bins)
    counts.withUnsafeMutableBufferPointer { counts in
      for block in blocks {
        for value in block {
          counts[Int(truncatingIfNeeded: (OrderedBits.of(value) &- low) &>> shift)] += 1
        }
      }
    }
    // The bins that hold a wanted rank, with how many values lie below each.
    var wanted: [(bin: Int, below: Int, ranks: [Int])] = []
    var number = [Int](repeating: -1, count: bins)
    var rest = Set(ranks).sorted()[...]
    var below = 0
    for bin in 0..<bins {
      let inside = rest.prefix { $0 < below + counts[bin] }
      if !inside.isEmpty {
        number[bin] = wanted.count
        wanted.append((bin, below, Array(inside)))
        rest = rest.dropFirst(inside.count)
      }
      below += counts[bin]
    }
    var kept = wanted.map { _ in [Double]() }
    for (index, bin) in wanted.enumerated() { kept[index].reserveCapacity(counts[bin.bin]) }
    for block in blocks {
      for value in block {
        let bin = number[Int(truncatingIfNeeded: (OrderedBits.of(value) &- low) &>> shift)]
        if bin >= 0 { kept[bin].append(value) }
      }
    }
    var found: [Int: Double] = [:]
    for (values, bin) in zip(kept, wanted) {
      if shift == 0 {
        // A bin of one number has no order.
        for rank in bin.ranks { found[rank] = values[0] }
      } else {
        // A full bin is divided again, by what is left of it.
        let inner = Selection.values(at: bin.ranks.map { $0 - bin.below }, of: [values])
        for (rank, value) in inner { found[rank + bin.below] = value }
      }
    }
    return found
  }
}
