/// The numbers of one parameter, one for each draw, evenly over the open interval from 0 to 1.
protocol Points: Sendable {
  /// The numbers of draws, the first draw being 0, in order.
  func uniforms(_ draws: Range<Int>) -> [Double]
}

/// Numbers strictly between 0 and 1.
enum OpenInterval {
  /// The greatest: 1 − 2⁻⁵³.
  static let last = 1 - 0x1p-53

  /// An odd multiple of 2⁻⁵³, of the upper 52 of 64 bits. All are as likely, each is as far from
  /// 0 as its opposite from 1, and neither end is ever reached.
  @inline(__always)
  static func number(_ bits: UInt64) -> Double {
    Double(bitPattern: 0x3FF0_0000_0000_0000 | bits >> 12) - last
  }
}
