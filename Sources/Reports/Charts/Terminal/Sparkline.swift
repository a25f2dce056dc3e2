import Quantities

extension TextChart {
  /// A line of one character a value, as high as the value is between the least and the most; blank where
  /// it is undefined.
  ///
  /// Where values reach down close to nothing it begins there, as axes do. Values that are all equal
  /// are half high, or lowest where they are nothing.
  public static func sparkline(_ values: [Double?], glyphs: Glyphs) -> String {
    let defined = values.compactMap(\.self).filter(\.isFinite)
    guard var low = defined.min(), var high = defined.max() else {
      return String(repeating: " ", count: values.count)
    }
    let steps = glyphs.steps
    let isFlat = low == high
    // Halves, so that no difference is infinite.
    if low > 0, low / 2 < high / 2 - low / 2 { low = 0 }
    if high < 0, -high / 2 < high / 2 - low / 2 { high = 0 }
    let span = high / 2 - low / 2
    return values.map { value in
      guard let value, value.isFinite else { return " " }
      if isFlat || span == 0 { return value == 0 ? steps[0] : steps[3] }
      let place = (value / 2 - low / 2) / span
      return steps[min(max(NumberFormat.whole((place * 7).rounded()), 0), 7)]
    }.joined()
  }
}
