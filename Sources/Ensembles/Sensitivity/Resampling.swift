/// The bootstrap: how often each row of a sample comes in the samples that are drawn from it again.
///
/// Numbers come from a generator that counts, keyed by the seed, so that a sample has the same rows
/// whichever thread draws it and whatever was drawn before.
struct Resampling: Sendable {
  private let generator: Philox
  private let rows: Int

  /// - Parameter rows: below 2^32.
  init(seed: UInt64, rows: Int) {
    // What other streams of this seed never have as a key: theirs are hashes of names.
    generator = Philox(key: seed ^ 0x626F_6F74_7374_7261)
    self.rows = rows
  }

  /// How often each row comes in the sample of a number.
  func weights(of sample: Int) -> [Double] {
    var weights = [Double](repeating: 0, count: rows)
    for block in 0..<(rows + 3) / 4 {
      let words = generator.words(
        SIMD4(UInt32(truncatingIfNeeded: block), UInt32(truncatingIfNeeded: sample), 0, 0))
      for lane in 0..<min(4, rows - 4 * block) {
        weights[Int((UInt64(words[lane]) * UInt64(rows)) >> 32)] += 1
      }
    }
    return weights
  }

  /// The value of a figure, and what lies between 2.5 % and 97.5 % of its values over samples; nil where it has
  /// none in a twentieth of them.
  func estimate(_ value: Double, of samples: [Double?]) -> Estimate? {
    let found = samples.compactMap { $0 }
    guard value.isFinite, found.count * 20 >= samples.count * 19 else { return nil }
    let order = OrderStatistics(found)
    guard let low = order.quantile(0.025), let high = order.quantile(0.975) else { return nil }
    return Estimate(value: value, low: low, high: high)
  }
}
