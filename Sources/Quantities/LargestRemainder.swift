/// Numbers that are rounded together, so that they add up as they are printed.
public enum LargestRemainder {
  /// Each number to the nearest unit of its last decimal, in such units; those that rounding moved
  /// most are moved by one until they add up to `total`.
  ///
  /// Where the total is that of the numbers, rounded, none is moved by more than one unit.
  public static func round(_ values: [Double], decimals: Int, to total: Int64) -> [Int64] {
    var parts = values.map { NumberFormat.rounded($0, decimals: decimals) }
    var missing = total - parts.reduce(0, +)
    let step: Int64 = missing < 0 ? -1 : 1
    let scale = NumberFormat.scale(decimals: decimals)
    let order = values.indices.sorted { a, b in
      let x = (values[a] * scale - Double(parts[a])) * Double(step)
      let y = (values[b] * scale - Double(parts[b])) * Double(step)
      return x == y ? a < b : x > y
    }
    // Rounding leaves at most half a unit for each part.
    for place in order where missing != 0 {
      parts[place] += step
      missing -= step
    }
    return parts
  }
}
