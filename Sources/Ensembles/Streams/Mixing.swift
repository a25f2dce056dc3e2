/// A word of which every bit depends on every bit of another: D. Stafford's thirteenth mixture of
/// MurmurHash3's end, as in SplitMix64.
enum Mixing {
  @inline(__always)
  static func word(_ word: UInt64) -> UInt64 {
    var x = word
    x = (x ^ x >> 30) &* 0xBF58_476D_1CE4_E5B9
    x = (x ^ x >> 27) &* 0x94D0_49BB_1331_11EB
    return x ^ x >> 31
  }
}
