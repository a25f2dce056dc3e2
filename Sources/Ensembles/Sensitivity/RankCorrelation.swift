/// Spearman's rank correlation: how far one column rises wherever another does, from -1 to 1.
public enum RankCorrelation {
  /// Over the rows in which both have a value; nil where there are less than three, or where a column
  /// is the same in all.
  public static func spearman(_ first: [Double], _ second: [Double]) -> Double? {
    let rows = zip(first, second).filter { $0.isFinite && $1.isFinite }
    guard rows.count > 2 else { return nil }
    let (x, y) = (ranks(rows.map(\.0)), ranks(rows.map(\.1)))
    let middle = Double(rows.count + 1) / 2
    var (product, xx, yy) = (0.0, 0.0, 0.0)
    for (x, y) in zip(x, y) {
      product += (x - middle) * (y - middle)
      xx += (x - middle) * (x - middle)
      yy += (y - middle) * (y - middle)
    }
    guard xx > 0, yy > 0 else { return nil }
    return max(-1, min(1, product / (xx * yy).squareRoot()))
  }

  /// The rank of each value from 1 on; equal values share the middle of theirs.
  static func ranks(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    var ranks = [Double](repeating: 0, count: values.count)
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
      for place in start..<end { ranks[order[place]] = Double(start + end + 1) / 2 }
      start = end
    }
    return ranks
  }
}
