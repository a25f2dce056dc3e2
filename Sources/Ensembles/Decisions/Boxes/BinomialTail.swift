import Quantities

/// How likely so many successes or more are by chance.
enum BinomialTail {
  /// The share of all cases in which of `count` tries, each of which succeeds in a share of cases, `hits` or
  /// more succeed. Its terms are added one by one, from the largest on, so that all digits count.
  static func share(atLeast hits: Int, of count: Int, _ share: Double) -> Double {
    if hits <= 0 || share >= 1 { return 1 }
    if share <= 0 || hits > count { return 0 }
    let odds = share / (1 - share)
    // Which side of the mean is shorter.
    if Double(hits) > Double(count) * share {
      var term = self.term(hits, count, share)
      var sum = 0.0
      var at = hits
      while at <= count, term > sum * 1e-17 {
        sum += term
        term *= Double(count - at) / Double(at + 1) * odds
        at += 1
      }
      return min(1, sum)
    }
    var term = self.term(hits - 1, count, share)
    var sum = 0.0
    var at = hits - 1
    while at >= 0, term > sum * 1e-17 {
      sum += term
      term *= Double(at) / Double(count - at + 1) / odds
      at -= 1
    }
    return max(0, 1 - sum)
  }

  /// How likely exactly so many are.
  private static func term(_ hits: Int, _ count: Int, _ share: Double) -> Double {
    let (k, n) = (Double(hits), Double(count))
    let ways = logarithmOfFactorial(n) - logarithmOfFactorial(k) - logarithmOfFactorial(n - k)
    return Numerics.exponential(
      ways + k * Numerics.logarithm(share) + (n - k) * Numerics.logarithm(onePlus: -share))
  }

  /// By Stirling's series from 32 on, below as a product.
  private static func logarithmOfFactorial(_ n: Double) -> Double {
    guard n >= 32 else {
      var product = 1.0
      var factor = 2.0
      while factor <= n {
        product *= factor
        factor += 1
      }
      return Numerics.logarithm(product)
    }
    let square = 1 / (n * n)
    let series = (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square / 1680))) / n
    return (n + 0.5) * Numerics.logarithm(n) - n + 0.91893853320467274178 + series
  }
}
