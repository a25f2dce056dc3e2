/// Which part of the variance of a figure comes from each input: by itself (first order), and with all
/// its interactions (total).
///
/// The first-order index by Saltelli and others (2010), the total one by Jansen (1999), both with
/// values about their common mean; intervals by the bootstrap over rows, with 1,000 samples. For points that are
/// spread more evenly than chance would, the intervals are wider than they need to be.
public struct SobolIndices: Equatable, Sendable {
  /// The indices of an input.
  public struct Index: Equatable, Sendable {
    public var first: Estimate
    public var total: Estimate
  }

  /// One for each input.
  public let indices: [Index]
  /// The variance of the figure.
  public let variance: Double
  /// How many rows the indices rest on.
  public let rows: Int
  /// How many rows were left out, because the model has no value somewhere in them.
  public let missing: Int

  static let samples = 1000
  /// Of fewer rows nothing can be said.
  static let least = 8

  /// From the model's values in the runs of a design, by row; nil where there are too few with a value,
  /// or where the figure is the same in all.
  ///
  /// - Parameter values: `design.count` values in the order of its runs; what is not finite is missing.
  public init?(_ values: [Double], of design: SaltelliDesign, seed: UInt64) {
    let width = design.inputs + 2
    guard values.count == design.count, design.inputs > 0 else { return nil }
    let kept = (0..<design.rows).filter { row in
      values[row * width..<(row + 1) * width].allSatisfy(\.isFinite)
    }
    missing = design.rows - kept.count
    rows = kept.count
    guard rows >= SobolIndices.least, rows <= Int(UInt32.max) else { return nil }
    // About the mean and by the widest distance, so that no square is too large and none too small.
    var mean = 0.0
    for row in kept {
      mean += (values[row * width] / 2 + values[row * width + 1] / 2) / Double(rows)
    }
    var scale = 0.0
    for row in kept {
      for value in values[row * width..<(row + 1) * width] { scale = max(scale, abs(value - mean)) }
    }
    guard scale > 0, scale.isFinite else { return nil }
    // For each row: a + b, a² + b², and for each input b (x - a) and (a - x)².
    let terms = 2 + 2 * design.inputs
    var table: [Double] = []
    table.reserveCapacity(rows * terms)
    for row in kept {
      let line = values[row * width..<(row + 1) * width].map { ($0 - mean) / scale }
      let (a, b) = (line[0], line[1])
      table += [a + b, a * a + b * b]
      for x in line[2...] { table += [b * (x - a), (a - x) * (a - x)] }
    }
    let resampling = Resampling(seed: seed, rows: rows)
    let whole = SobolIndices.indices(table, terms, nil)
    guard let whole, whole.variance > 0 else { return nil }
    let samples = (0..<SobolIndices.samples).map { sample in
      SobolIndices.indices(table, terms, resampling.weights(of: sample))
    }
    var indices: [Index] = []
    for input in 0..<design.inputs {
      guard
        let first = resampling.estimate(whole.first[input], of: samples.map { $0?.first[input] }),
        let total = resampling.estimate(whole.total[input], of: samples.map { $0?.total[input] })
      else { return nil }
      indices.append(Index(first: first, total: total))
    }
    self.indices = indices
    variance = whole.variance * scale * scale
  }

  private struct Point {
    var variance: Double
    var first: [Double]
    var total: [Double]
  }

  /// The indices of rows that count so often each, or once; nil where nothing varies.
  private static func indices(_ table: [Double], _ terms: Int, _ weights: [Double]?) -> Point? {
    let rows = table.count / terms
    var sums = [Double](repeating: 0, count: terms)
    table.withUnsafeBufferPointer { table in
      sums.withUnsafeMutableBufferPointer { sums in
        for row in 0..<rows {
          let weight = weights?[row] ?? 1
          if weight == 0 { continue }
          for term in 0..<terms { sums[term] += weight * table[row * terms + term] }
        }
      }
    }
    let count = Double(rows)
    let mean = sums[0] / (2 * count)
    let variance = (sums[1] - 2 * count * mean * mean) / (2 * count - 1)
    guard variance > 0 else { return nil }
    let inputs = (terms - 2) / 2
    return Point(
      variance: variance,
      first: (0..<inputs).map { sums[2 + 2 * $0] / count / variance },
      total: (0..<inputs).map { sums[3 + 2 * $0] / (2 * count) / variance })
  }
}
